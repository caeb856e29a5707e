/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/practice-dots.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"

#define DOT 10
#define GAP 6
#define LINE 1.6

/* The last practices of a commitment, the newest at the end: full, half, or a ring. */
struct _RoundelPracticeDots
{
  GtkWidget parent_instance;

  GArray *results; /* of RoundelPracticeResult */
};

G_DEFINE_FINAL_TYPE (RoundelPracticeDots, roundel_practice_dots, GTK_TYPE_WIDGET)

/* Overrides */

static void
roundel_practice_dots_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  guint n = ROUNDEL_PRACTICE_DOTS (widget)->results->len;

  *minimum = DOT;
  *natural = orientation == GTK_ORIENTATION_VERTICAL || n == 0 ? DOT : (int) (n * (DOT + GAP) - GAP);
}

static void
roundel_practice_dots_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  RoundelPracticeDots *self = ROUNDEL_PRACTICE_DOTS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  guint fit = MIN (self->results->len, (guint) (width + GAP) / (DOT + GAP));
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;
  cairo_t *cr;

  if (fit == 0)
    return;
  roundel_compat_get_color (widget, &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &color);
  for (guint i = 0; i < fit; i++)
    {
      double x = DOT / 2.0 + i * (DOT + GAP);

      roundel_practice_draw_dot (cr, rtl ? width - x : x, height / 2.0, DOT / 2.0,
                                 g_array_index (self->results, RoundelPracticeResult, self->results->len - fit + i));
    }
  cairo_destroy (cr);
}

static void
roundel_practice_dots_finalize (GObject *object)
{
  g_array_unref (ROUNDEL_PRACTICE_DOTS (object)->results);
  G_OBJECT_CLASS (roundel_practice_dots_parent_class)->finalize (object);
}

static void
roundel_practice_dots_class_init (RoundelPracticeDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_practice_dots_finalize;
  widget_class->measure = roundel_practice_dots_measure;
  widget_class->snapshot = roundel_practice_dots_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
roundel_practice_dots_init (RoundelPracticeDots *self)
{
  self->results = g_array_new (FALSE, FALSE, sizeof (RoundelPracticeResult));
}

GtkWidget *
roundel_practice_dots_new (void)
{
  return g_object_new (ROUNDEL_TYPE_PRACTICE_DOTS, NULL);
}

/**
 * roundel_practice_dots_set:
 * @self: dots
 * @results: (element-type RoundelPracticeResult): how it went each time, the oldest first
 */
void
roundel_practice_dots_set (RoundelPracticeDots *self,
                           GArray              *results)
{
  g_autoptr (GString) said = g_string_new (NULL);

  g_return_if_fail (ROUNDEL_IS_PRACTICE_DOTS (self) && results != NULL);

  g_array_unref (self->results);
  self->results = g_array_ref (results);
  for (guint i = 0; i < results->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? ", " : "",
                            roundel_practice_result_label (g_array_index (results, RoundelPracticeResult, i)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said->str);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * roundel_practice_result_label:
 * @result: how it went
 *
 * Returns: (transfer none): in a word
 */
const char *
roundel_practice_result_label (RoundelPracticeResult result)
{
  switch (result)
    {
    case ROUNDEL_PRACTICE_WORKED: return _("worked");
    case ROUNDEL_PRACTICE_PARTLY: return _("partly");
    case ROUNDEL_PRACTICE_NOT_YET:
    default: return _("not yet");
    }
}

/**
 * roundel_practice_draw_dot:
 * @cr: where, with the colour set
 * @x: middle of the dot
 * @y: middle of the dot
 * @radius: half of its width
 * @result: how it went: full, half, or a ring
 */
void
roundel_practice_draw_dot (cairo_t               *cr,
                           double                 x,
                           double                 y,
                           double                 radius,
                           RoundelPracticeResult  result)
{
  cairo_new_path (cr);
  if (result == ROUNDEL_PRACTICE_WORKED)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  /* what lies behind does not show through */
  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_set_line_width (cr, LINE);
  cairo_arc (cr, x, y, radius - LINE / 2, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (result == ROUNDEL_PRACTICE_PARTLY)
    {
      cairo_arc (cr, x, y, radius - LINE / 2, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }
}
