/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/person-tile.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"

/* A member in the lobby: down when here, up while on the way. */
struct _RoundelPersonTile
{
  GtkToggleButton parent_instance;

  AdwAvatar *avatar;
  GtkWidget *check;
  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *key;
};

G_DEFINE_FINAL_TYPE (RoundelPersonTile, roundel_person_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
toggled_cb (RoundelPersonTile *self)
{
  gboolean here = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  /* Translators: a person who is in the room */
  gtk_label_set_text (self->state, here ? C_("person", "here") : C_("person", "on the way"));
  gtk_widget_set_visible (self->check, here);
  gtk_widget_set_opacity (GTK_WIDGET (self->avatar), here ? 1 : .5);
}

static void
roundel_person_tile_class_init (RoundelPersonTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/person-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonTile, avatar);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonTile, check);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonTile, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonTile, state);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonTile, key);
}

static void
roundel_person_tile_init (RoundelPersonTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "toggled", G_CALLBACK (toggled_cb), NULL);
  toggled_cb (self);
}

/**
 * roundel_person_tile_new:
 * @name: the whole name
 * @label: what to call the member
 * @key: (nullable): the key that marks the member as here
 * @outcome: whose hue it has; 0 for none
 *
 * Returns: (transfer floating): a tile
 */
GtkWidget *
roundel_person_tile_new (const char *name,
                         const char *label,
                         const char *key,
                         guint       outcome)
{
  RoundelPersonTile *self = g_object_new (ROUNDEL_TYPE_PERSON_TILE, NULL);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name, label);
  gtk_label_set_text (self->key, key != NULL ? key : "");
  gtk_widget_set_visible (GTK_WIDGET (self->key), key != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), g_str_equal (name, label) ? NULL : name);
  roundel_outcome_dress (self->check, outcome);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * roundel_person_tile_get_key:
 * @self: a tile
 *
 * Returns: (transfer none): the key that marks the member as here; empty for none
 */
const char *
roundel_person_tile_get_key (RoundelPersonTile *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PERSON_TILE (self), NULL);

  return gtk_label_get_text (self->key);
}
