/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/room-popover.h"

#include <glib/gi18n-lib.h>

/* How and where a session is, and whether somebody could listen (D11, D17). */
struct _RoundelRoomPopover
{
  GtkPopover parent_instance;

  GtkCheckButton *in_person;
  GtkCheckButton *online;
  GtkCheckButton *mixed;
  AdwEntryRow *place;
  GtkCheckButton *unheard;
  GtkCheckButton *later_too;
  char *session;
};

G_DEFINE_FINAL_TYPE (RoundelRoomPopover, roundel_room_popover, GTK_TYPE_POPOVER)

static RoundelMode
get_mode (RoundelRoomPopover *self)
{
  return gtk_check_button_get_active (self->online) ? ROUNDEL_MODE_ONLINE
         : gtk_check_button_get_active (self->mixed) ? ROUNDEL_MODE_MIXED : ROUNDEL_MODE_IN_PERSON;
}

static void
save_cb (RoundelRoomPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (parent, "life.room", "(susbb)", self->session, get_mode (self),
                              gtk_editable_get_text (GTK_EDITABLE (self->place)),
                              gtk_check_button_get_active (self->unheard), gtk_check_button_get_active (self->later_too));
}

static void
mode_cb (RoundelRoomPopover *self)
{
  const char *places[] = { _("Room"), _("Address of the call"), _("Room, and address of the call") };
  const char *questions[] = {
    _("Nobody can overhear this room"),
    _("Each one calls from where nobody listens"),
    _("Nobody can overhear the room, or a call"),
  };
  RoundelMode mode = get_mode (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place), places[mode]);
  gtk_check_button_set_label (self->unheard, questions[mode]);
}

static void
roundel_room_popover_finalize (GObject *object)
{
  g_free (ROUNDEL_ROOM_POPOVER (object)->session);
  G_OBJECT_CLASS (roundel_room_popover_parent_class)->finalize (object);
}

static void
roundel_room_popover_class_init (RoundelRoomPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_room_popover_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/room-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPopover, in_person);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPopover, online);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPopover, mixed);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPopover, place);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPopover, unheard);
  gtk_widget_class_bind_template_child (widget_class, RoundelRoomPopover, later_too);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
roundel_room_popover_init (RoundelRoomPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mode_cb (self);
}

/**
 * roundel_room_popover_new:
 * @session: a session
 *
 * Returns: (transfer floating): a popover that activates `life.room` on its parent
 */
GtkWidget *
roundel_room_popover_new (const RoundelSession *session)
{
  RoundelRoomPopover *self = g_object_new (ROUNDEL_TYPE_ROOM_POPOVER, NULL);

  self->session = g_strdup (session->id);
  gtk_check_button_set_active (session->mode == ROUNDEL_MODE_ONLINE ? self->online
                               : session->mode == ROUNDEL_MODE_MIXED ? self->mixed : self->in_person, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->place), session->place != NULL ? session->place : "");
  gtk_check_button_set_active (self->unheard, session->unheard);
  return GTK_WIDGET (self);
}
