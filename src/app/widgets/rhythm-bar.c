/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/rhythm-bar.h"

#include "app/compat.h"

#define HEIGHT 9
#define GAP 3

/* How time is shared out, as pieces of a line: the full hue is one's own time, the lighter one that of the others. What it
 * says stands beside it in words. */
struct _RoundelRhythmBar
{
  GtkWidget parent_instance;

  GArray *spans; /* of RoundelRhythmSpan */
};

G_DEFINE_FINAL_TYPE (RoundelRhythmBar, roundel_rhythm_bar, GTK_TYPE_WIDGET)

static void
roundel_rhythm_bar_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  RoundelRhythmBar *self = ROUNDEL_RHYTHM_BAR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (widget) - GAP * (float) (MAX (self->spans->len, 1) - 1);
  float top = (float) (gtk_widget_get_height (widget) - HEIGHT) / 2;
  float x = 0;
  guint sum = 0;
  GdkRGBA color;

  roundel_compat_get_color (widget, &color);
  for (guint i = 0; i < self->spans->len; i++)
    sum += g_array_index (self->spans, RoundelRhythmSpan, i).seconds;
  for (guint i = 0; i < self->spans->len && sum > 0 && width > 0; i++)
    {
      const RoundelRhythmSpan *span = &g_array_index (self->spans, RoundelRhythmSpan, i);
      float length = width * (float) span->seconds / (float) sum;
      float start = mirrored ? (float) gtk_widget_get_width (widget) - x - length : x;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (start, top, length, HEIGHT);
      GdkRGBA fill = color;
      GskRoundedRect rounded;

      fill.alpha *= span->own ? 1 : .38f;
      gsk_rounded_rect_init_from_rect (&rounded, &bounds, HEIGHT / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &fill, &bounds);
      gtk_snapshot_pop (snapshot);
      x += length + GAP;
    }
}

static void
roundel_rhythm_bar_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 40;
}

static void
roundel_rhythm_bar_finalize (GObject *object)
{
  g_array_unref (ROUNDEL_RHYTHM_BAR (object)->spans);
  G_OBJECT_CLASS (roundel_rhythm_bar_parent_class)->finalize (object);
}

static void
roundel_rhythm_bar_class_init (RoundelRhythmBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_rhythm_bar_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = roundel_rhythm_bar_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = roundel_rhythm_bar_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
roundel_rhythm_bar_init (RoundelRhythmBar *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (RoundelRhythmSpan));
}

GtkWidget *
roundel_rhythm_bar_new (void)
{
  return g_object_new (ROUNDEL_TYPE_RHYTHM_BAR, NULL);
}

/**
 * roundel_rhythm_bar_set:
 * @self: a bar
 * @spans: (element-type RoundelRhythmSpan): its pieces
 */
void
roundel_rhythm_bar_set (RoundelRhythmBar *self,
                        const GArray     *spans)
{
  g_return_if_fail (ROUNDEL_IS_RHYTHM_BAR (self));

  g_array_set_size (self->spans, 0);
  g_array_append_vals (self->spans, spans->data, spans->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
