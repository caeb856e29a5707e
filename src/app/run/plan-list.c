/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/plan-list.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/outcome.h"

/* The plan with its clock times: a line a part, and the end. */
struct _RoundelPlanList
{
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *rows; /* of Row, the last one being the end */
};

typedef struct
{
  GtkWidget *grid;
  GtkWidget *ground; /* tinted under the present part: a tint on the line itself would colour its words */
  GtkWidget *bar;
  GtkWidget *clock;
  GtkWidget *title;
  GtkWidget *optional;
  GtkWidget *minutes;
} Row;

G_DEFINE_FINAL_TYPE (RoundelPlanList, roundel_plan_list, ADW_TYPE_BIN)

static GtkWidget *
add_label (Row        *row,
           int         column,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (row->grid), label, column, 0, 1, 1);
  return label;
}

static void
add_row (RoundelPlanList *self,
         gboolean         end)
{
  Row *row = g_new0 (Row, 1);

  row->grid = gtk_grid_new ();
  gtk_widget_add_css_class (row->grid, "plan-line");
  row->ground = adw_bin_new ();
  gtk_widget_add_css_class (row->ground, "ground");
  gtk_widget_add_css_class (row->ground, "hue");
  gtk_grid_attach (GTK_GRID (row->grid), row->ground, 0, 0, 5, 1);
  row->clock = add_label (row, 0, "numeric");
  gtk_widget_add_css_class (row->clock, "plan-clock");
  row->bar = adw_bin_new ();
  gtk_widget_set_valign (row->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (row->bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->bar, end ? "plan-end" : "plan-bar");
  gtk_grid_attach (GTK_GRID (row->grid), row->bar, 1, 0, 1, 1);
  row->title = add_label (row, 2, "plan-title");
  gtk_label_set_xalign (GTK_LABEL (row->title), 0);
  gtk_label_set_wrap (GTK_LABEL (row->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (row->title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (row->title, TRUE);
  row->optional = add_label (row, 3, "note");
  row->minutes = add_label (row, 4, "numeric");
  gtk_label_set_xalign (GTK_LABEL (row->minutes), 1);
  gtk_widget_add_css_class (row->minutes, "dim");
  gtk_widget_add_css_class (row->minutes, "plan-minutes");
  gtk_box_append (GTK_BOX (self->box), row->grid);
  g_ptr_array_add (self->rows, row);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
set_line (Row                   *row,
          const RoundelPlanLine *line,
          guint                  outcome)
{
  g_autofree char *clock = line->starts > 0 ? roundel_text_clock (line->starts) : NULL;
  g_autofree char *minutes = roundel_text_minutes (line->seconds);
  gboolean now = line->state == ROUNDEL_ROUND_STATE_NOW;
  gboolean gone = line->state == ROUNDEL_ROUND_STATE_LEFT_OUT;

  gtk_label_set_text (GTK_LABEL (row->clock), clock != NULL ? clock : "");
  gtk_label_set_text (GTK_LABEL (row->title), line->title);
  gtk_label_set_text (GTK_LABEL (row->optional), gone ? _("left out") : line->optional && !line->in_hand ? _("optional") : "");
  gtk_label_set_text (GTK_LABEL (row->minutes), gone ? "" : minutes);
  set_class (row->grid, "now", now);
  set_class (row->grid, "passed", line->state == ROUNDEL_ROUND_STATE_PASSED || gone);
  set_class (row->bar, "slots", line->slots && !line->optional);
  set_class (row->bar, "optional", line->optional);
  set_class (row->bar, "hue", line->slots);
  roundel_outcome_dress (row->ground, outcome);
  roundel_outcome_dress (row->bar, line->slots ? outcome : 0);
}

static void
roundel_plan_list_finalize (GObject *object)
{
  g_ptr_array_unref (ROUNDEL_PLAN_LIST (object)->rows);
  G_OBJECT_CLASS (roundel_plan_list_parent_class)->finalize (object);
}

static void
roundel_plan_list_class_init (RoundelPlanListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_plan_list_finalize;
}

static void
roundel_plan_list_init (RoundelPlanList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * roundel_plan_list_set:
 * @self: a list
 * @lines: (element-type RoundelPlanLine): the parts of the plan
 * @ends: wall time of its end
 * @outcome: whose hue the members' own time has; 0 for none
 */
void
roundel_plan_list_set (RoundelPlanList *self,
                       const GPtrArray *lines,
                       gint64           ends,
                       guint            outcome)
{
  g_autofree char *clock = NULL;
  Row *end;

  g_return_if_fail (ROUNDEL_IS_PLAN_LIST (self));

  if (self->rows->len != lines->len + 1)
    {
      for (guint i = 0; i < self->rows->len; i++)
        gtk_box_remove (GTK_BOX (self->box), ((Row *) self->rows->pdata[i])->grid);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i <= lines->len; i++)
        add_row (self, i == lines->len);
    }
  for (guint i = 0; i < lines->len; i++)
    set_line (self->rows->pdata[i], lines->pdata[i], outcome);
  end = self->rows->pdata[lines->len];
  clock = roundel_text_clock (ends);
  gtk_label_set_text (GTK_LABEL (end->clock), clock);
  gtk_label_set_text (GTK_LABEL (end->title), _("End"));
  gtk_widget_add_css_class (end->grid, "end");
}
