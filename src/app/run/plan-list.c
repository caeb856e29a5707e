/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/plan-list.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/outcome.h"

/* The plan with its clock times: a line a part, the turns of the present one, and the end. While a session runs a line is
 * a button that goes there. */
struct _RoundelPlanList
{
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *rows; /* of Row, the last one being the end */
};

typedef struct
{
  GtkWidget *button;
  GtkWidget *grid;
  GtkWidget *ground; /* tinted under the present part: a tint on the line itself would colour its words */
  GtkWidget *bar;
  GtkWidget *had; /* a tick in the place of the bar */
  GtkWidget *clock;
  GtkWidget *title;
  GtkWidget *optional;
  GtkWidget *minutes;
  char *said; /* its accessible name */
  guint goal; /* the round it leads to, or G_MAXUINT */
} Row;

G_DEFINE_FINAL_TYPE (RoundelPlanList, roundel_plan_list, ADW_TYPE_BIN)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->said);
  g_free (row);
}

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

  row->goal = G_MAXUINT - 1; /* not known yet */
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
  row->had = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_widget_set_visible (row->had, FALSE);
  gtk_grid_attach (GTK_GRID (row->grid), row->had, 1, 0, 1, 1);
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
  row->button = gtk_button_new ();
  gtk_widget_add_css_class (row->button, "flat");
  gtk_widget_add_css_class (row->button, "plan-button");
  gtk_button_set_child (GTK_BUTTON (row->button), row->grid);
  gtk_box_append (GTK_BOX (self->box), row->button);
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

/* Where nothing can be gone to, it is a line of text, not a button that is out of order. */
static void
set_goal (Row      *row,
          gboolean  goal,
          guint     round)
{
  if (row->goal == (goal ? round : G_MAXUINT))
    return;
  row->goal = goal ? round : G_MAXUINT;
  gtk_widget_set_can_target (row->button, goal);
  gtk_widget_set_focusable (row->button, goal);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row->button), goal ? g_variant_new_uint32 (round) : NULL);
  if (goal)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row->button), "run.jump");
  if (!goal)
    gtk_widget_set_sensitive (row->button, TRUE);
}

static void
set_name (Row        *row,
          const char *name)
{
  if (g_strcmp0 (row->said, name) == 0)
    return;
  g_free (row->said);
  row->said = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static const char *
state_text (const RoundelPlanLine *line)
{
  switch (line->state)
    {
    case ROUNDEL_ROUND_STATE_NOW: return C_("part of the plan", "now");
    case ROUNDEL_ROUND_STATE_PASSED: return line->turn ? _("had a turn") : C_("part of the plan", "over");
    case ROUNDEL_ROUND_STATE_LEFT_OUT: return _("left out");
    case ROUNDEL_ROUND_STATE_AHEAD:
    default: return line->turn ? _("waits for a turn") : line->optional && !line->in_hand ? _("optional") : "";
    }
}

static void
set_line (Row                   *row,
          const RoundelPlanLine *line,
          guint                  outcome,
          gboolean               goals)
{
  g_autofree char *clock = line->starts > 0 && !line->turn ? roundel_text_clock (line->starts) : g_strdup ("");
  g_autofree char *minutes = roundel_text_minutes (line->seconds);
  const char *state = state_text (line);
  g_autofree char *name = g_strstrip (g_strjoin (" ", clock, line->title, state, NULL));
  gboolean now = line->state == ROUNDEL_ROUND_STATE_NOW;
  gboolean gone = line->state == ROUNDEL_ROUND_STATE_LEFT_OUT;
  gboolean hue = line->slots && (!line->turn || now);
  gboolean had = line->turn && line->state == ROUNDEL_ROUND_STATE_PASSED;

  gtk_label_set_text (GTK_LABEL (row->clock), clock);
  gtk_label_set_text (GTK_LABEL (row->title), line->title);
  gtk_label_set_text (GTK_LABEL (row->optional),
                      gone || (line->optional && !line->in_hand && line->state == ROUNDEL_ROUND_STATE_AHEAD) ? state : "");
  gtk_label_set_text (GTK_LABEL (row->minutes), gone || line->turn ? "" : minutes);
  gtk_widget_set_visible (row->bar, !had);
  gtk_widget_set_visible (row->had, had);
  set_class (row->grid, "now", now);
  set_class (row->grid, "turn", line->turn);
  set_class (row->grid, "passed", line->state == ROUNDEL_ROUND_STATE_PASSED || gone);
  set_class (row->bar, "slots", hue && !line->optional);
  set_class (row->bar, "optional", line->optional);
  set_class (row->bar, "hue", hue);
  roundel_outcome_dress (row->ground, outcome);
  roundel_outcome_dress (row->bar, hue ? outcome : 0);
  set_name (row, name);
  set_goal (row, goals && !line->in_hand && (!now || !line->turn), line->round);
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
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * roundel_plan_list_set:
 * @self: a list
 * @lines: (element-type RoundelPlanLine): the parts of the plan
 * @ends: wall time of its end
 * @outcome: whose hue the members' own time has; 0 for none
 * @goals: whether a line leads to its round
 */
void
roundel_plan_list_set (RoundelPlanList *self,
                       const GPtrArray *lines,
                       gint64           ends,
                       guint            outcome,
                       gboolean         goals)
{
  g_autofree char *clock = NULL;
  g_autofree char *name = NULL;
  Row *end;

  g_return_if_fail (ROUNDEL_IS_PLAN_LIST (self));

  if (self->rows->len != lines->len + 1)
    {
      for (guint i = 0; i < self->rows->len; i++)
        gtk_box_remove (GTK_BOX (self->box), ((Row *) self->rows->pdata[i])->button);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i <= lines->len; i++)
        add_row (self, i == lines->len);
    }
  for (guint i = 0; i < lines->len; i++)
    set_line (self->rows->pdata[i], lines->pdata[i], outcome, goals);
  end = self->rows->pdata[lines->len];
  clock = roundel_text_end (ends);
  gtk_label_set_text (GTK_LABEL (end->clock), clock);
  gtk_label_set_text (GTK_LABEL (end->title), _("End"));
  gtk_widget_add_css_class (end->grid, "end");
  name = g_strjoin (" ", clock, _("End"), NULL);
  set_name (end, name);
  set_goal (end, FALSE, 0);
}

/**
 * roundel_plan_list_focus:
 * @self: a list
 *
 * Puts the focus on the line that is next, from where the arrows go on.
 */
void
roundel_plan_list_focus (RoundelPlanList *self)
{
  guint next = 0;

  g_return_if_fail (ROUNDEL_IS_PLAN_LIST (self));

  /* a part and one of its turns may both be now */
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_has_css_class (((Row *) self->rows->pdata[i])->grid, "now"))
      next = i + 1;
  for (guint i = next; i < self->rows->len; i++)
    if (gtk_widget_grab_focus (((Row *) self->rows->pdata[i])->button))
      return;
  gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}
