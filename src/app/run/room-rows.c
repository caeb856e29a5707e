/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/room-rows.h"

#include <glib/gi18n-lib.h>

/* What the room sees and hears: a view for the projector, a message on it, darkness, and a bell. */
struct _RoundelRoomRows
{
  AdwBin parent_instance;

  GtkSwitch *projector;
  GtkWidget *blank_row;
  GtkSwitch *blank;
  GtkWidget *message_row;
  GtkWidget *message;
  GtkSwitch *bell;

  RoundelLive *live;
};

enum
{
  PROP_0,
  PROP_BELL,
  PROP_PROJECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RoundelRoomRows, roundel_room_rows, ADW_TYPE_BIN)

static void
changed_cb (RoundelRoomRows *self)
{
  gtk_switch_set_active (self->blank, roundel_live_is_blank (self->live));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->message), GTK_ENTRY_ICON_SECONDARY,
                                     roundel_live_get_message (self->live) != NULL ? "edit-clear-symbolic" : NULL);
}

static void
blank_cb (RoundelRoomRows *self)
{
  if (self->live != NULL && gtk_switch_get_active (self->blank) != roundel_live_is_blank (self->live))
    roundel_live_set_blank (self->live, gtk_switch_get_active (self->blank));
}

static void
message_cb (RoundelRoomRows *self)
{
  if (self->live != NULL)
    roundel_live_set_message (self->live, gtk_editable_get_text (GTK_EDITABLE (self->message)));
}

static void
clear_cb (RoundelRoomRows *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->message), "");
  message_cb (self);
}

static void
bell_cb (RoundelRoomRows *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BELL]);
}

static void
projector_cb (RoundelRoomRows *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECTOR]);
}

static void
roundel_room_rows_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  RoundelRoomRows *self = ROUNDEL_ROOM_ROWS (object);

  switch (prop_id)
    {
    case PROP_BELL: g_value_set_boolean (value, gtk_switch_get_active (self->bell)); break;
    case PROP_PROJECTOR: g_value_set_boolean (value, gtk_switch_get_active (self->projector)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_room_rows_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  RoundelRoomRows *self = ROUNDEL_ROOM_ROWS (object);

  switch (prop_id)
    {
    case PROP_BELL: gtk_switch_set_active (self->bell, g_value_get_boolean (value)); break;
    case PROP_PROJECTOR: gtk_switch_set_active (self->projector, g_value_get_boolean (value)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
roundel_room_rows_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_ROOM_ROWS (object)->live);
  G_OBJECT_CLASS (roundel_room_rows_parent_class)->dispose (object);
}

static void
roundel_room_rows_class_init (RoundelRoomRowsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_room_rows_get_property;
  object_class->set_property = roundel_room_rows_set_property;
  object_class->dispose = roundel_room_rows_dispose;

  /* whether a bell sounds, and whether there is a window for the room */
  properties[PROP_BELL] = g_param_spec_boolean ("bell", NULL, NULL, TRUE, flags);
  properties[PROP_PROJECTOR] = g_param_spec_boolean ("projector", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/room-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomRows, projector);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomRows, blank_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomRows, blank);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomRows, message);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomRows, message_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomRows, bell);
  gtk_widget_class_bind_template_callback (widget_class, blank_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, bell_cb);
  gtk_widget_class_bind_template_callback (widget_class, projector_cb);
}

static void
roundel_room_rows_init (RoundelRoomRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->message), GTK_ENTRY_ICON_SECONDARY, _("Take the message away"));
  gtk_switch_set_active (self->bell, TRUE);
}

/**
 * roundel_room_rows_set_live:
 * @self: the rows
 * @live: (nullable): the session that runs; without one there is nothing to darken and nobody to write to
 */
void
roundel_room_rows_set_live (RoundelRoomRows *self,
                            RoundelLive     *live)
{
  g_return_if_fail (ROUNDEL_IS_ROOM_ROWS (self));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_func (self->live, changed_cb, self);
  if (self->live != live)
    gtk_editable_set_text (GTK_EDITABLE (self->message), "");
  g_set_object (&self->live, live);
  gtk_widget_set_visible (self->blank_row, live != NULL);
  gtk_widget_set_visible (self->message_row, live != NULL);
  if (live == NULL)
    return;
  g_signal_connect_object (live, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/**
 * roundel_room_rows_focus_message:
 * @self: the rows
 *
 * Puts the cursor where a message to the room is written.
 */
void
roundel_room_rows_focus_message (RoundelRoomRows *self)
{
  g_return_if_fail (ROUNDEL_IS_ROOM_ROWS (self));

  gtk_widget_grab_focus (self->message);
}
