/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/run-frame.h"

#include "app/widgets/width-bin.h"

/* How the parts of the screen share the window: the pages with the pane beside them, or over them where it is narrow, or
 * the room view instead of all. */
struct _RoundelRunFrame
{
  AdwBin parent_instance;

  RoundelWidthBin *width;
  GtkStack *layers;
  GtkWidget *flap;

  GtkWidget *room; /* not owned */
  gboolean has_pane;
  gboolean was_fullscreen; /* before the window became the room view */
};

enum
{
  PROP_0,
  PROP_PAGES,
  PROP_PANE,
  PROP_ROOM,
  PROP_PANE_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelRunFrame, roundel_run_frame, ADW_TYPE_BIN)

static void
fold (RoundelRunFrame *self)
{
  gboolean beside = self->has_pane && !roundel_run_frame_is_narrow (self);

  /* of AdwFlapFoldPolicy: 0 never, 1 always */
  g_object_set (self->flap, "fold-policy", beside ? 0 : 1, "reveal-flap", beside, NULL);
}

static void
narrow_cb (RoundelRunFrame *self)
{
  fold (self);
  g_signal_emit (self, signals[FOLDED], 0);
}

static void
revealed_cb (RoundelRunFrame *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_SHOWN]);
}

static void
roundel_run_frame_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_PANE_SHOWN)
    g_value_set_boolean (value, roundel_run_frame_shows_pane (ROUNDEL_RUN_FRAME (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
roundel_run_frame_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RoundelRunFrame *self = ROUNDEL_RUN_FRAME (object);

  switch (prop_id)
    {
    case PROP_PAGES:
      g_object_set (self->flap, "content", g_value_get_object (value), NULL);
      break;
    case PROP_PANE:
      g_object_set (self->flap, "flap", g_value_get_object (value), NULL);
      break;
    case PROP_ROOM:
      self->room = g_value_get_object (value);
      gtk_stack_add_child (self->layers, self->room);
      break;
    case PROP_PANE_SHOWN:
      roundel_run_frame_show_pane (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_run_frame_class_init (RoundelRunFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags part = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = roundel_run_frame_get_property;
  object_class->set_property = roundel_run_frame_set_property;

  properties[PROP_PAGES] = g_param_spec_object ("pages", NULL, NULL, GTK_TYPE_WIDGET, part);
  /* the plan and what else is beside the pages */
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, part);
  properties[PROP_ROOM] = g_param_spec_object ("room", NULL, NULL, GTK_TYPE_WIDGET, part);
  properties[PROP_PANE_SHOWN] = g_param_spec_boolean ("pane-shown", NULL, NULL, FALSE,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* the window became narrow or wide */
  signals[FOLDED] = g_signal_new ("folded", ROUNDEL_TYPE_RUN_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ROUNDEL_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/run-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRunFrame, width);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunFrame, layers);
  gtk_widget_class_bind_template_child (widget_class, RoundelRunFrame, flap);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
roundel_run_frame_init (RoundelRunFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
roundel_run_frame_is_narrow (RoundelRunFrame *self)
{
  return roundel_width_bin_is_narrow (self->width);
}

/**
 * roundel_run_frame_set_has_pane:
 * @self: the frame
 * @has_pane: whether the page that is shown has a pane
 *
 * Shows the pane beside the page, or puts it away where it is narrow.
 */
void
roundel_run_frame_set_has_pane (RoundelRunFrame *self,
                                gboolean         has_pane)
{
  g_return_if_fail (ROUNDEL_IS_RUN_FRAME (self));

  self->has_pane = has_pane;
  fold (self);
}

gboolean
roundel_run_frame_shows_pane (RoundelRunFrame *self)
{
  gboolean shown;

  g_object_get (self->flap, "reveal-flap", &shown, NULL);
  return shown;
}

/**
 * roundel_run_frame_show_pane:
 * @self: the frame
 * @show: whether the pane is in view
 */
void
roundel_run_frame_show_pane (RoundelRunFrame *self,
                             gboolean         show)
{
  g_return_if_fail (ROUNDEL_IS_RUN_FRAME (self));

  g_object_set (self->flap, "reveal-flap", show, NULL);
}

gboolean
roundel_run_frame_is_room (RoundelRunFrame *self)
{
  return self->room != NULL && gtk_stack_get_visible_child (self->layers) == self->room;
}

/**
 * roundel_run_frame_set_room:
 * @self: the frame, in a window
 * @room: whether the window becomes the room view, which fills the screen (R11)
 */
void
roundel_run_frame_set_room (RoundelRunFrame *self,
                            gboolean         room)
{
  GtkRoot *root;

  g_return_if_fail (ROUNDEL_IS_RUN_FRAME (self));

  if (roundel_run_frame_is_room (self) == room)
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  gtk_stack_set_visible_child (self->layers, room ? self->room : self->flap);
  if (room)
    {
      self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (root));
      gtk_window_fullscreen (GTK_WINDOW (root));
      gtk_widget_grab_focus (self->room);
    }
  else if (!self->was_fullscreen && root != NULL)
    gtk_window_unfullscreen (GTK_WINDOW (root));
}
