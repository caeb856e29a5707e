/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/columns.h"

#define SPACING 30

/* Two children side by side, the second as wide as `end-width`; one above the other where the first would have less than
 * `start-width`. */
struct _RoundelColumns
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  int start_width;
  int end_width;
};

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_START_WIDTH,
  PROP_END_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelColumns, roundel_columns, GTK_TYPE_WIDGET)

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static void
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural)
{
  *minimum = *natural = 0;
  if (is_shown (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The width of the second column for WIDTH in all; 0 when there is no room for two. With larger text both grow. */
static int
find_end_width (RoundelColumns *self,
                int             width)
{
  int start, end, natural;

  if (!is_shown (self->start) || !is_shown (self->end))
    return 0;
  measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start, &natural);
  measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end, &natural);
  end = MAX (end, self->end_width);
  return width >= MAX (start, self->start_width) + SPACING + end ? end : 0;
}

static void
roundel_columns_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  RoundelColumns *self = ROUNDEL_COLUMNS (widget);
  int min_start, nat_start, min_end, nat_end, end_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_child (self->start, orientation, -1, &min_start, &nat_start);
      measure_child (self->end, orientation, -1, &min_end, &nat_end);
      *minimum = MAX (min_start, min_end);
      *natural = MAX (nat_start, self->start_width) + SPACING + MAX (min_end, self->end_width);
      return;
    }
  end_width = find_end_width (self, for_size >= 0 ? for_size : G_MAXINT);
  measure_child (self->start, orientation, for_size < 0 || end_width == 0 ? for_size : for_size - end_width - SPACING,
                 &min_start, &nat_start);
  measure_child (self->end, orientation, for_size < 0 || end_width == 0 ? for_size : end_width, &min_end, &nat_end);
  if (end_width > 0)
    {
      *minimum = MAX (min_start, min_end);
      *natural = MAX (nat_start, nat_end);
      return;
    }
  *minimum = min_start + min_end;
  *natural = nat_start + nat_end;
  if (is_shown (self->start) && is_shown (self->end))
    {
      *minimum += SPACING;
      *natural += SPACING;
    }
}

static void
roundel_columns_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  RoundelColumns *self = ROUNDEL_COLUMNS (widget);
  int end_width = find_end_width (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, natural;

  if (end_width > 0)
    {
      int start_width = width - end_width - SPACING;

      gtk_widget_size_allocate (self->start, &(GtkAllocation) { rtl ? end_width + SPACING : 0, 0, start_width, height }, -1);
      gtk_widget_size_allocate (self->end, &(GtkAllocation) { rtl ? 0 : start_width + SPACING, 0, end_width, height }, -1);
      return;
    }
  measure_child (self->start, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural);
  if (!is_shown (self->end))
    natural = height;
  if (is_shown (self->start))
    gtk_widget_size_allocate (self->start, &(GtkAllocation) { 0, 0, width, natural }, -1);
  if (is_shown (self->end))
    {
      int y = is_shown (self->start) ? natural + SPACING : 0;

      gtk_widget_size_allocate (self->end, &(GtkAllocation) { 0, y, width, MAX (height - y, 0) }, -1);
    }
}

static GtkSizeRequestMode
roundel_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (RoundelColumns  *self,
           GtkWidget      **place,
           GtkWidget       *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), place == &self->start ? self->end : NULL);
}

static void
roundel_columns_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  RoundelColumns *self = ROUNDEL_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_START: g_value_set_object (value, self->start); break;
    case PROP_END: g_value_set_object (value, self->end); break;
    case PROP_START_WIDTH: g_value_set_int (value, self->start_width); break;
    case PROP_END_WIDTH: g_value_set_int (value, self->end_width); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_columns_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  RoundelColumns *self = ROUNDEL_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_START: set_child (self, &self->start, g_value_get_object (value)); break;
    case PROP_END: set_child (self, &self->end, g_value_get_object (value)); break;
    case PROP_START_WIDTH: self->start_width = g_value_get_int (value); break;
    case PROP_END_WIDTH: self->end_width = g_value_get_int (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
roundel_columns_dispose (GObject *object)
{
  RoundelColumns *self = ROUNDEL_COLUMNS (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (roundel_columns_parent_class)->dispose (object);
}

static void
roundel_columns_class_init (RoundelColumnsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_columns_get_property;
  object_class->set_property = roundel_columns_set_property;
  object_class->dispose = roundel_columns_dispose;
  widget_class->measure = roundel_columns_measure;
  widget_class->size_allocate = roundel_columns_size_allocate;
  widget_class->get_request_mode = roundel_columns_get_request_mode;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_START_WIDTH] = g_param_spec_int ("start-width", NULL, NULL, 0, G_MAXINT, 360, flags);
  properties[PROP_END_WIDTH] = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT, 284, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roundel_columns_init (RoundelColumns *self)
{
  self->start_width = 360;
  self->end_width = 284;
}
