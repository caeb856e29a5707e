/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/timeline.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/outcome.h"
#include "app/widgets/program-stage.h"
#include "app/widgets/program-words.h"

#define RADIUS 5.5
#define LINE 2.5
#define HEIGHT 24

/* The sessions of the first circle as dots on a line, each where its date is, with the hours a member gives. */
struct _RoundelTimeline
{
  AdwBin parent_instance;

  GtkLabel *from;
  GtkLabel *hours;
  GtkLabel *until;
  GtkWidget *dots;
  GArray *places; /* (element-type double) from 0 to 1 */
};

G_DEFINE_FINAL_TYPE (RoundelTimeline, roundel_timeline, ADW_TYPE_BIN)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  RoundelTimeline *self = user_data;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double edge = RADIUS + LINE;
  double before = edge;
  GdkRGBA color;

  roundel_compat_get_color (GTK_WIDGET (area), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, LINE);
  for (guint i = 0; i < self->places->len; i++)
    {
      double at = g_array_index (self->places, double, i);
      double x = edge + at * (width - 2 * edge);

      if (i > 0 && x - before > 2 * RADIUS)
        {
          cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * .3);
          cairo_move_to (cr, rtl ? width - before - RADIUS : before + RADIUS, height / 2.);
          cairo_line_to (cr, rtl ? width - x + RADIUS : x - RADIUS, height / 2.);
          cairo_stroke (cr);
          gdk_cairo_set_source_rgba (cr, &color);
        }
      cairo_new_sub_path (cr);
      cairo_arc (cr, rtl ? width - x : x, height / 2., RADIUS - LINE / 2, 0, 2 * G_PI);
      cairo_stroke (cr);
      before = x;
    }
}

static GtkLabel *
add_label (GtkBox   *box,
           GtkAlign  align)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "note");
  gtk_widget_set_halign (label, align);
  gtk_widget_set_hexpand (label, align == GTK_ALIGN_CENTER);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
roundel_timeline_finalize (GObject *object)
{
  g_array_unref (ROUNDEL_TIMELINE (object)->places);
  G_OBJECT_CLASS (roundel_timeline_parent_class)->finalize (object);
}

static void
roundel_timeline_class_init (RoundelTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_timeline_finalize;
}

static void
roundel_timeline_init (RoundelTimeline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->places = g_array_new (FALSE, FALSE, sizeof (double));
  self->from = add_label (GTK_BOX (words), GTK_ALIGN_START);
  self->hours = add_label (GTK_BOX (words), GTK_ALIGN_CENTER);
  self->until = add_label (GTK_BOX (words), GTK_ALIGN_END);
  self->dots = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->dots), HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->dots), draw_cb, self, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->dots);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_timeline_show:
 * @self: a timeline
 * @program: (nullable): whose sessions
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_timeline_show (RoundelTimeline      *self,
                       const RoundelProgram *program,
                       guint                 outcome)
{
  const RoundelSession *first = NULL;
  const RoundelSession *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  g_autofree char *effort = NULL;
  double span;

  g_return_if_fail (ROUNDEL_IS_TIMELINE (self));

  g_array_set_size (self->places, 0);
  for (guint i = 0; program != NULL && i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];

      if (session->starts == NULL || (first != NULL && g_strcmp0 (session->circle, first->circle) != 0))
        continue;
      first = first != NULL ? first : session;
      last = session;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL);
  if (first == NULL)
    return;
  span = MAX (roundel_session_get_begin (last) - roundel_session_get_begin (first), 1);
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      double at = (roundel_session_get_begin (session) - roundel_session_get_begin (first)) / span;

      if (session->starts != NULL && g_strcmp0 (session->circle, first->circle) == 0)
        g_array_append_val (self->places, at);
    }
  from = roundel_words_short_date (first->starts);
  until = roundel_words_short_date (last->starts);
  effort = roundel_words_effort (program);
  gtk_label_set_text (self->from, from);
  gtk_label_set_text (self->until, until);
  gtk_label_set_text (self->hours, effort);
  roundel_outcome_dress (self->dots, outcome);
  gtk_widget_queue_draw (self->dots);
}
