/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/person-tile.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/avatar.h"
#include "app/widgets/outcome.h"

/* A member in the lobby: down when here, up while on the way, or when not coming today. */
struct _RoundelPersonTile
{
  GtkToggleButton parent_instance;

  AdwAvatar *avatar;
  GtkWidget *check;
  GtkLabel *name;
  GtkLabel *state;
  GtkLabel *key;

  RoundelPresence presence;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelPersonTile, roundel_person_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
show (RoundelPersonTile *self)
{
  gboolean here = self->presence == ROUNDEL_PRESENCE_HERE;
  gboolean away = self->presence == ROUNDEL_PRESENCE_AWAY;

  /* Translators: a person who is in the room */
  gtk_label_set_text (self->state, here ? C_("person", "here") : away ? C_("person", "not coming") : C_("person", "on the way"));
  gtk_widget_set_visible (self->check, here);
  gtk_widget_set_opacity (GTK_WIDGET (self->avatar), here ? 1 : away ? .25 : .5);
  if (away)
    gtk_widget_add_css_class (GTK_WIDGET (self), "away");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "away");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->state), -1);
}

static void
set_presence (RoundelPersonTile *self,
              RoundelPresence    presence)
{
  if (self->presence == presence)
    return;
  self->presence = presence;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self), presence == ROUNDEL_PRESENCE_HERE);
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (RoundelPersonTile *self)
{
  gboolean here = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  if (here != (self->presence == ROUNDEL_PRESENCE_HERE))
    set_presence (self, here ? ROUNDEL_PRESENCE_HERE : ROUNDEL_PRESENCE_EXPECTED);
}

static void
away_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelPersonTile *self = ROUNDEL_PERSON_TILE (widget);

  set_presence (self, self->presence == ROUNDEL_PRESENCE_AWAY ? ROUNDEL_PRESENCE_EXPECTED : ROUNDEL_PRESENCE_AWAY);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (self, "tile.away", NULL);
}

static void
roundel_person_tile_class_init (RoundelPersonTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* the member is here, on the way or not coming */
  signals[CHANGED] = g_signal_new ("changed", ROUNDEL_TYPE_PERSON_TILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "tile.away", NULL, away_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "tile.away", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "tile.away", NULL);
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
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "toggled", G_CALLBACK (toggled_cb), NULL);
  show (self);
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
  g_autofree char *tooltip = NULL;

  roundel_avatar_set_name (self->avatar, name);
  gtk_label_set_text (self->name, label);
  gtk_label_set_text (self->key, key != NULL ? key : "");
  gtk_widget_set_visible (GTK_WIDGET (self->key), key != NULL);
  tooltip = g_strdup_printf (_("%s. Right click, or Delete: not coming today"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  roundel_outcome_dress (self->check, outcome);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * roundel_person_tile_set_presence:
 * @self: a tile
 * @presence: whether the member is here
 */
void
roundel_person_tile_set_presence (RoundelPersonTile *self,
                                  RoundelPresence    presence)
{
  g_return_if_fail (ROUNDEL_IS_PERSON_TILE (self));

  set_presence (self, presence);
}

RoundelPresence
roundel_person_tile_get_presence (RoundelPersonTile *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PERSON_TILE (self), ROUNDEL_PRESENCE_AWAY);

  return self->presence;
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
