/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/growth-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/compat.h"
#include "app/journal/practice-dots.h"

#define DOT 4.5
#define LINE 2.4
#define MOST_DATES 5

/* Values from 0 to 1 over time: a line, dots that say how each practice went, dashes at what happened, days below and words at
 * the side. Time goes as the text does. What it shows is said by its owner, who gives it an accessible label. */
struct _RoundelGrowthChart
{
  GtkWidget parent_instance;

  GArray *line;
  GArray *dots;
  GArray *marks; /* of gint64 */
  gint64 from;
  gint64 to;
  char **levels; /* from the bottom to the top; NULL: a small picture without axes */
};

G_DEFINE_FINAL_TYPE (RoundelGrowthChart, roundel_growth_chart, GTK_TYPE_WIDGET)

typedef struct
{
  double left, right, top, bottom;
  double dates; /* the middle of their line, below what the lowest level is called */
  gboolean rtl;
  int width;
} Area;

static PangoLayout *
new_text (RoundelGrowthChart *self,
          const char         *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (.83));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static Area
find_area (RoundelGrowthChart *self)
{
  Area area = {
    .left = DOT + 1, .right = gtk_widget_get_width (GTK_WIDGET (self)) - DOT - 1, .top = DOT + 1,
    .bottom = gtk_widget_get_height (GTK_WIDGET (self)) - DOT - 1,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
  };
  int widest = 0, height = 0;

  for (guint i = 0; self->levels != NULL && self->levels[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = new_text (self, self->levels[i]);
      int width;

      pango_layout_get_pixel_size (layout, &width, &height);
      widest = MAX (widest, width);
    }
  if (self->levels != NULL)
    {
      area.left += widest + 8;
      area.bottom -= 1.5 * height;
      area.dates = area.bottom + height;
      area.top += height / 2.0;
    }
  return area;
}

static double
x_of (const RoundelGrowthChart *self,
      const Area               *area,
      gint64                    at)
{
  double part = self->to > self->from ? (double) (at - self->from) / (double) (self->to - self->from) : .5;
  double x = area->left + CLAMP (part, 0, 1) * (area->right - area->left);

  return area->rtl ? area->width - x : x;
}

static double
y_of (const Area *area,
      double      value)
{
  return area->bottom - CLAMP (value, 0, 1) * (area->bottom - area->top);
}

static void
draw_line (RoundelGrowthChart *self,
           cairo_t            *cr,
           const Area         *area,
           const GdkRGBA      *color)
{
  double x = 0, y = 0;

  if (self->line->len == 0)
    return;
  for (guint i = 0; i < self->line->len; i++)
    {
      const RoundelGrowthPoint *point = &g_array_index (self->line, RoundelGrowthPoint, i);
      double next_x = x_of (self, area, point->at), next_y = y_of (area, point->value);
      double middle = (x + next_x) / 2;

      /* round, and never beyond the values */
      if (i == 0)
        cairo_move_to (cr, next_x, next_y);
      else
        cairo_curve_to (cr, middle, y, middle, next_y, next_x, next_y);
      x = next_x;
      y = next_y;
    }
  cairo_set_line_width (cr, LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke_preserve (cr);
  cairo_line_to (cr, x, area->bottom);
  cairo_line_to (cr, x_of (self, area, g_array_index (self->line, RoundelGrowthPoint, 0).at), area->bottom);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * .09);
  cairo_fill (cr);
}

static void
draw_marks (RoundelGrowthChart *self,
            cairo_t            *cr,
            const Area         *area,
            const GdkRGBA      *text)
{
  const double dashes[] = { 2, 4 };

  cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha * .4);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (guint i = 0; i < self->marks->len; i++)
    {
      double x = floor (x_of (self, area, g_array_index (self->marks, gint64, i))) + .5;

      cairo_move_to (cr, x, area->top);
      cairo_line_to (cr, x, area->bottom);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_dots (RoundelGrowthChart *self,
           cairo_t            *cr,
           const Area         *area,
           const GdkRGBA      *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  for (guint i = 0; i < self->dots->len; i++)
    {
      const RoundelGrowthPoint *point = &g_array_index (self->dots, RoundelGrowthPoint, i);

      roundel_practice_draw_dot (cr, x_of (self, area, point->at), y_of (area, point->value), DOT, point->result);
    }
}

static void
draw_text (RoundelGrowthChart *self,
           cairo_t            *cr,
           const char         *text,
           double              x,
           double              y,
           double              align)
{
  g_autoptr (PangoLayout) layout = new_text (self, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, CLAMP (x - width * align, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width)), y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_axes (RoundelGrowthChart *self,
           cairo_t            *cr,
           const Area         *area,
           const GdkRGBA      *text)
{
  guint n = g_strv_length (self->levels);
  gint64 days = (self->to - self->from) / (24 * 3600);
  gint64 step = MAX (1, (days + MOST_DATES - 2) / (MOST_DATES - 1));

  for (guint i = 0; i < n; i++)
    {
      double y = y_of (area, n > 1 ? (double) i / (n - 1) : 0);

      cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha * .12);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, area->rtl ? area->width - area->left : area->left, floor (y) + .5);
      cairo_line_to (cr, area->rtl ? area->width - area->right : area->right, floor (y) + .5);
      cairo_stroke (cr);
      cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha * .72);
      draw_text (self, cr, self->levels[i], area->rtl ? area->width - area->left + 8 : area->left - 8, y, area->rtl ? 0 : 1);
    }
  for (gint64 day = 0; day <= days; day += step)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (self->from + day * 24 * 3600);
      g_autoptr (GDateTime) local = g_date_time_to_local (utc);
      /* Translators: a day under a picture, in few letters: 19 Jan */
      g_autofree char *label = g_date_time_format (local, _("%-d %b"));

      draw_text (self, cr, label, x_of (self, area, self->from + day * 24 * 3600), area->dates, .5);
    }
}

/* Overrides */

static void
roundel_growth_chart_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  RoundelGrowthChart *self = ROUNDEL_GROWTH_CHART (widget);
  Area area = find_area (self);
  GdkRGBA color, text;
  cairo_t *cr;

  roundel_compat_get_color (widget, &color);
  roundel_compat_get_color (gtk_widget_get_parent (widget), &text);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) area.width, (float) gtk_widget_get_height (widget)));
  if (self->levels != NULL)
    draw_axes (self, cr, &area, &text);
  draw_marks (self, cr, &area, &text);
  cairo_new_path (cr);
  draw_line (self, cr, &area, &color);
  draw_dots (self, cr, &area, &color);
  cairo_destroy (cr);
}

static void
roundel_growth_chart_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gboolean small = ROUNDEL_GROWTH_CHART (widget)->levels == NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = small ? 60 : 160;
      *natural = small ? 120 : 420;
    }
  else
    *minimum = *natural = small ? 48 : 210;
}

static void
roundel_growth_chart_finalize (GObject *object)
{
  RoundelGrowthChart *self = ROUNDEL_GROWTH_CHART (object);

  g_array_unref (self->line);
  g_array_unref (self->dots);
  g_array_unref (self->marks);
  g_strfreev (self->levels);
  G_OBJECT_CLASS (roundel_growth_chart_parent_class)->finalize (object);
}

static void
roundel_growth_chart_class_init (RoundelGrowthChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_growth_chart_finalize;
  widget_class->snapshot = roundel_growth_chart_snapshot;
  widget_class->measure = roundel_growth_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
roundel_growth_chart_init (RoundelGrowthChart *self)
{
  self->line = g_array_new (FALSE, FALSE, sizeof (RoundelGrowthPoint));
  self->dots = g_array_new (FALSE, FALSE, sizeof (RoundelGrowthPoint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
roundel_growth_chart_new (void)
{
  return g_object_new (ROUNDEL_TYPE_GROWTH_CHART, NULL);
}

/**
 * roundel_growth_chart_set_line:
 * @self: a chart
 * @points: (element-type RoundelGrowthPoint): by time
 */
void
roundel_growth_chart_set_line (RoundelGrowthChart *self,
                               GArray             *points)
{
  g_return_if_fail (ROUNDEL_IS_GROWTH_CHART (self) && points != NULL);

  g_array_unref (self->line);
  self->line = g_array_ref (points);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * roundel_growth_chart_set_dots:
 * @self: a chart
 * @points: (element-type RoundelGrowthPoint): practices
 */
void
roundel_growth_chart_set_dots (RoundelGrowthChart *self,
                               GArray             *points)
{
  g_return_if_fail (ROUNDEL_IS_GROWTH_CHART (self) && points != NULL);

  g_array_unref (self->dots);
  self->dots = g_array_ref (points);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * roundel_growth_chart_set_marks:
 * @self: a chart
 * @times: (element-type gint64): where dashes stand, seconds since 1970
 */
void
roundel_growth_chart_set_marks (RoundelGrowthChart *self,
                                GArray             *times)
{
  g_return_if_fail (ROUNDEL_IS_GROWTH_CHART (self) && times != NULL);

  g_array_unref (self->marks);
  self->marks = g_array_ref (times);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * roundel_growth_chart_set_axis:
 * @self: a chart
 * @from: where time begins, seconds since 1970
 * @to: where it ends
 * @levels: (nullable): words at the side, from the bottom to the top; %NULL for a small picture without axes
 */
void
roundel_growth_chart_set_axis (RoundelGrowthChart *self,
                               gint64              from,
                               gint64              to,
                               const char * const *levels)
{
  g_return_if_fail (ROUNDEL_IS_GROWTH_CHART (self));

  self->from = from;
  self->to = to;
  g_strfreev (self->levels);
  self->levels = g_strdupv ((char **) levels);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
