/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/room.h"

#include "app/projector/projector-window.h"

/* The window of the room: there while it is wanted and a session runs. */
struct _RoundelRoom
{
  GObject parent_instance;

  GtkWindow *main_window; /* not owned: it owns this */
  RoundelLive *live; /* the session that runs */
  GtkWidget *projector; /* not owned: a window lives until it is destroyed */
  gboolean wanted;
};

enum
{
  PROP_WANTED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelRoom, roundel_room, G_TYPE_OBJECT)

static void set_wanted (RoundelRoom *self,
                        gboolean     wanted);

static gboolean
projector_closed_cb (RoundelRoom *self)
{
  set_wanted (self, FALSE);
  return GDK_EVENT_STOP; /* it is gone already */
}

static void
show_projector (RoundelRoom *self)
{
  gboolean shown = self->wanted && self->live != NULL;

  if (self->projector != NULL && !shown)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  if (self->projector != NULL || !shown)
    return;
  self->projector = roundel_projector_window_new (self->main_window, self->live);
  g_object_add_weak_pointer (G_OBJECT (self->projector), (gpointer *) &self->projector);
  g_signal_connect_object (self->projector, "close-request", G_CALLBACK (projector_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->projector));
}

static void
set_wanted (RoundelRoom *self,
            gboolean     wanted)
{
  if (self->wanted == wanted)
    return;
  self->wanted = wanted;
  show_projector (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}

/* Overrides */

static void
roundel_room_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_boolean (value, ROUNDEL_ROOM (object)->wanted);
}

static void
roundel_room_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  set_wanted (ROUNDEL_ROOM (object), g_value_get_boolean (value));
}

static void
roundel_room_dispose (GObject *object)
{
  roundel_room_set_live (ROUNDEL_ROOM (object), NULL);
  G_OBJECT_CLASS (roundel_room_parent_class)->dispose (object);
}

static void
roundel_room_class_init (RoundelRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = roundel_room_get_property;
  object_class->set_property = roundel_room_set_property;
  object_class->dispose = roundel_room_dispose;

  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
roundel_room_init (RoundelRoom *self)
{
}

/**
 * roundel_room_new:
 * @main_window: the window of the facilitator, which outlives it
 *
 * Its property `wanted` says whether there is a window for the room while a session runs.
 *
 * Returns: (transfer full): no window yet
 */
RoundelRoom *
roundel_room_new (GtkWindow *main_window)
{
  RoundelRoom *self;

  g_return_val_if_fail (GTK_IS_WINDOW (main_window), NULL);

  self = g_object_new (ROUNDEL_TYPE_ROOM, NULL);
  self->main_window = main_window;
  return self;
}

/**
 * roundel_room_set_live:
 * @self: the room
 * @live: (nullable): the session that runs
 */
void
roundel_room_set_live (RoundelRoom *self,
                       RoundelLive *live)
{
  g_return_if_fail (ROUNDEL_IS_ROOM (self));

  if (self->live != live && self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  g_set_object (&self->live, live);
  show_projector (self);
}

/**
 * roundel_room_is_active:
 * @self: the room
 *
 * Returns: whether its window has the focus
 */
gboolean
roundel_room_is_active (RoundelRoom *self)
{
  g_return_val_if_fail (ROUNDEL_IS_ROOM (self), FALSE);

  return self->projector != NULL && gtk_window_is_active (GTK_WINDOW (self->projector));
}
