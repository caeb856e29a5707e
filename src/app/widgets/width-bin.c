/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/width-bin.h"

/* Knows whether it is narrow: by its width alone, not by what fits, since what is narrow needs less room and would be wide
 * again at once. Then it has the style of one column, `folded`. */
struct _RoundelWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int narrow_below;
  gboolean narrow;
  guint idle;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_NARROW,
  PROP_NARROW_BELOW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelWidthBin, roundel_width_bin, GTK_TYPE_WIDGET)

static gboolean
wants_narrow (RoundelWidthBin *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return gtk_widget_get_width (GTK_WIDGET (self)) < self->narrow_below * (dpi > 0 ? dpi / (96.0 * 1024) : 1);
}

static void
dress (RoundelWidthBin *self)
{
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

static gboolean
idle_cb (gpointer user_data)
{
  RoundelWidthBin *self = user_data;

  self->idle = 0;
  if (self->narrow != wants_narrow (self))
    {
      self->narrow = !self->narrow;
      dress (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

static void
set_child (RoundelWidthBin *self,
           GtkWidget       *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static GtkSizeRequestMode
roundel_width_bin_get_request_mode (GtkWidget *widget)
{
  RoundelWidthBin *self = ROUNDEL_WIDTH_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
roundel_width_bin_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  RoundelWidthBin *self = ROUNDEL_WIDTH_BIN (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
roundel_width_bin_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  RoundelWidthBin *self = ROUNDEL_WIDTH_BIN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
  /* nothing may appear while the window is laid out */
  if (self->narrow != wants_narrow (self) && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
roundel_width_bin_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RoundelWidthBin *self = ROUNDEL_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD: g_value_set_object (value, self->child); break;
    case PROP_NARROW: g_value_set_boolean (value, self->narrow); break;
    case PROP_NARROW_BELOW: g_value_set_int (value, self->narrow_below); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_width_bin_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RoundelWidthBin *self = ROUNDEL_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD: set_child (self, g_value_get_object (value)); break;
    case PROP_NARROW_BELOW: self->narrow_below = g_value_get_int (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_width_bin_dispose (GObject *object)
{
  RoundelWidthBin *self = ROUNDEL_WIDTH_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  set_child (self, NULL);
  G_OBJECT_CLASS (roundel_width_bin_parent_class)->dispose (object);
}

static void
roundel_width_bin_class_init (RoundelWidthBinClass *klass)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_width_bin_get_property;
  object_class->set_property = roundel_width_bin_set_property;
  object_class->dispose = roundel_width_bin_dispose;
  widget_class->get_request_mode = roundel_width_bin_get_request_mode;
  widget_class->measure = roundel_width_bin_measure;
  widget_class->size_allocate = roundel_width_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | flags);
  /* until the width is known it is, which fits everywhere */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, TRUE, G_PARAM_READABLE | flags);
  /* pixels, for text of the usual size */
  properties[PROP_NARROW_BELOW] = g_param_spec_int ("narrow-below", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roundel_width_bin_init (RoundelWidthBin *self)
{
  self->narrow = TRUE;
  dress (self);
}

/**
 * roundel_width_bin_is_narrow:
 * @self: a bin
 *
 * Returns: whether it has less than `narrow-below`, more for larger text; told by `notify::narrow`
 */
gboolean
roundel_width_bin_is_narrow (RoundelWidthBin *self)
{
  g_return_val_if_fail (ROUNDEL_IS_WIDTH_BIN (self), FALSE);

  return self->narrow;
}
