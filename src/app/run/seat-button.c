/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/seat-button.h"

#include <glib/gi18n-lib.h>

/* A member in a group of the lobby: dragged onto another, the two change places; dragged onto a group, it goes there;
 * pressed, it is pinned, and stays when the others are shuffled. */
struct _RoundelSeatButton
{
  GtkToggleButton parent_instance;

  GtkWidget *pin;
  guint member;
  guint group;
  guint n_groups;
};

G_DEFINE_FINAL_TYPE (RoundelSeatButton, roundel_seat_button, GTK_TYPE_TOGGLE_BUTTON)

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, ROUNDEL_SEAT_BUTTON (user_data)->member);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       user_data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (user_data);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  RoundelSeatButton *self = user_data;

  return gtk_widget_activate_action (GTK_WIDGET (self), "lobby.swap", "(uu)", g_value_get_uint (value), self->member);
}

static void
toggled_cb (RoundelSeatButton *self)
{
  gtk_widget_set_opacity (self->pin, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)) ? 1 : 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "lobby.pin", "(ub)", self->member,
                              gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)));
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelSeatButton *self = ROUNDEL_SEAT_BUTTON (widget);
  guint step = g_str_equal (action, "seat.to-next") ? 1 : self->n_groups - 1;

  if (self->n_groups > 1)
    gtk_widget_activate_action (widget, "lobby.move", "(uu)", self->member, (self->group + step) % self->n_groups);
}

static void
roundel_seat_button_class_init (RoundelSeatButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "seat.to-next", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "seat.to-previous", NULL, move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "seat.to-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "seat.to-previous", NULL);
}

static void
roundel_seat_button_init (RoundelSeatButton *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "seat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Drag, or Ctrl and arrows: another group. Press: stay here when others are shuffled"));
}

/**
 * roundel_seat_button_new:
 * @member: index of a member of the meeting
 * @name: what to call the member
 * @role: (nullable): what the member is
 * @group: index of its group
 * @n_groups: how many groups there are
 * @pinned: whether it stays there
 *
 * Returns: (transfer floating): a seat
 */
GtkWidget *
roundel_seat_button_new (guint       member,
                         const char *name,
                         const char *role,
                         guint       group,
                         guint       n_groups,
                         gboolean    pinned)
{
  RoundelSeatButton *self = g_object_new (ROUNDEL_TYPE_SEAT_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *full = role != NULL ? g_strdup_printf (C_("name, role", "%s (%s)"), name, role) : g_strdup (name);
  /* Translators: a person, and the number of a group */
  g_autofree char *spoken = g_strdup_printf (_("%s, in group %u"), full, group + 1);

  self->member = member;
  self->group = group;
  self->n_groups = n_groups;
  self->pin = gtk_image_new_from_icon_name ("view-pin-symbolic");
  gtk_widget_set_opacity (self->pin, pinned ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (role != NULL)
    {
      GtkWidget *note = gtk_label_new (role);

      gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (note, "note");
      gtk_widget_set_valign (note, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_widget_set_hexpand (self->pin, TRUE);
  gtk_widget_set_halign (self->pin, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->pin);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), pinned);
  g_signal_connect (self, "toggled", G_CALLBACK (toggled_cb), NULL);
  return GTK_WIDGET (self);
}

guint
roundel_seat_button_get_member (RoundelSeatButton *self)
{
  g_return_val_if_fail (ROUNDEL_IS_SEAT_BUTTON (self), G_MAXUINT);

  return self->member;
}
