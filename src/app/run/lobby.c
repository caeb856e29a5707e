/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/lobby.h"

#include <glib/gi18n-lib.h>

#include "app/run/group-card.h"
#include "app/run/person-tile.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"

#define COUNTDOWN_FROM (60 * 60) /* seconds before the start */

/* Before a session: who is here, and the groups that makes. The plan stands in the pane beside. */
struct _RoundelLobby
{
  AdwBin parent_instance;

  GtkWidget *tint;
  GtkLabel *caption;
  GtkLabel *title;
  GtkWidget *buttons;
  GtkLabel *problem;
  RoundelRing *ring;
  GtkLabel *count;
  GtkFlowBox *tiles;
  GtkWidget *groups_box;
  GtkLabel *groups_title;
  GtkFlowBox *groups;
  GtkPopover *guest_popover;
  GtkEditable *guest_name;

  RoundelMeeting *meeting; /* not owned */
  gboolean counts; /* down to the start */
  gboolean narrow; /* has no room for a ring */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelLobby, roundel_lobby, ADW_TYPE_BIN)

static void
clear (GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (box, 0)) != NULL)
    gtk_flow_box_remove (box, GTK_WIDGET (child));
}

/* A place in BOX that is no stop for Tab by itself. */
static void
add_child (GtkFlowBox *box,
           GtkWidget  *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_flow_box_append (box, child);
}

static RoundelPersonTile *
tile_at (RoundelLobby *self,
         guint         index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->tiles, (int) index);

  return child != NULL ? ROUNDEL_PERSON_TILE (gtk_flow_box_child_get_child (child)) : NULL;
}

static void
show_count (RoundelLobby *self)
{
  guint here = roundel_meeting_count (self->meeting, ROUNDEL_PRESENCE_HERE);
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u. Press a key, or click.",
                                                     "%u of %u. Press a key, or click.", self->meeting->members->len),
                                           here, self->meeting->members->len);

  gtk_label_set_text (self->count, text);
}

static void
toggled_cb (RoundelLobby      *self,
            RoundelPersonTile *tile)
{
  for (guint i = 0; i < self->meeting->members->len; i++)
    if (tile_at (self, i) == tile)
      roundel_meeting_set_presence (self->meeting, i,
                                    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)) ? ROUNDEL_PRESENCE_HERE
                                                                                            : ROUNDEL_PRESENCE_EXPECTED);
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_tile (RoundelLobby *self,
          guint         member)
{
  g_autofree char *name = roundel_meeting_dup_name (self->meeting, member);
  g_autofree char *label = roundel_meeting_dup_short (self->meeting, member);
  g_autofree char *key = roundel_meeting_dup_key (self->meeting, member);
  GtkWidget *tile = roundel_person_tile_new (name, label, key, self->meeting->outcome);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile),
                                roundel_meeting_get_presence (self->meeting, member) == ROUNDEL_PRESENCE_HERE);
  add_child (self->tiles, tile);
  g_signal_connect_object (tile, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
add_guest_cb (RoundelLobby *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->guest_name)));
  g_autofree char *id = g_strdup_printf ("guest-%u", self->meeting->guests + 1);

  if (*name == '\0' || self->meeting->guests >= ROUNDEL_MEETING_GUESTS)
    return;
  roundel_meeting_add (self->meeting, roundel_member_new (id, name), ROUNDEL_PRESENCE_HERE);
  self->meeting->guests++;
  add_tile (self, self->meeting->members->len - 1);
  gtk_editable_set_text (self->guest_name, "");
  gtk_popover_popdown (self->guest_popover);
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The first round of the part that has groups and turns, or else of any part that has groups. */
static const RoundelRound *
round_with_groups (const RoundelAgenda *agenda)
{
  const RoundelRound *found = NULL;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->groups->len < 2)
        continue;
      if (round->speakers->len > 0)
        return round;
      if (found == NULL)
        found = round;
    }
  return found;
}

static gboolean
key_cb (RoundelLobby    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  gunichar key = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isalnum (key))
    return GDK_EVENT_PROPAGATE;
  roundel_lobby_press (self, key);
  return GDK_EVENT_STOP;
}

static void
roundel_lobby_class_init (RoundelLobbyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* somebody came or went: the plan is another one */
  signals[CHANGED] = g_signal_new ("changed", ROUNDEL_TYPE_LOBBY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ROUNDEL_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/lobby.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, tint);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, caption);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, buttons);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, count);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, tiles);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, groups_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, groups_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, groups);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, guest_popover);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, guest_name);
  gtk_widget_class_bind_template_callback (widget_class, add_guest_cb);
}

static void
roundel_lobby_init (RoundelLobby *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * roundel_lobby_set_meeting:
 * @self: the lobby
 * @meeting: the session that is about to be run; must outlive its time here, and is changed
 */
void
roundel_lobby_set_meeting (RoundelLobby   *self,
                           RoundelMeeting *meeting)
{
  g_return_if_fail (ROUNDEL_IS_LOBBY (self));
  g_return_if_fail (meeting != NULL);

  clear (self->tiles);
  clear (self->groups);
  self->meeting = meeting;
  gtk_label_set_text (self->caption, meeting->caption != NULL ? meeting->caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), meeting->caption != NULL);
  gtk_label_set_text (self->title, meeting->title);
  roundel_outcome_dress (self->tint, meeting->outcome);
  roundel_outcome_dress (GTK_WIDGET (self->ring), meeting->outcome);
  for (guint i = 0; i < meeting->members->len; i++)
    add_tile (self, i);
  show_count (self);
}

/**
 * roundel_lobby_set_agenda:
 * @self: the lobby
 * @agenda: (nullable): the plan for those who are here or expected
 * @problem: (nullable): why there is none
 */
void
roundel_lobby_set_agenda (RoundelLobby        *self,
                          const RoundelAgenda *agenda,
                          const char          *problem)
{
  const RoundelRound *round = agenda != NULL ? round_with_groups (agenda) : NULL;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  clear (self->groups);
  gtk_widget_set_visible (self->groups_box, round != NULL);
  if (round != NULL)
    {
      g_autofree char *title = g_strdup_printf (_("Groups for %s"), (char *) agenda->parts->pdata[round->part]);

      gtk_label_set_text (self->groups_title, title);
      for (guint i = 0; i < round->groups->len; i++)
        add_child (self->groups, roundel_group_card_new (self->meeting, round, i));
    }
}

/**
 * roundel_lobby_set_now:
 * @self: the lobby
 * @now: wall time
 *
 * Shows how long it is to the start, within the hour before it.
 */
void
roundel_lobby_set_now (RoundelLobby *self,
                       gint64        now)
{
  gint64 left;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));

  left = self->meeting != NULL && self->meeting->starts > 0 ? (self->meeting->starts - now) / G_TIME_SPAN_SECOND : 0;
  self->counts = left > 0 && left <= COUNTDOWN_FROM;
  gtk_widget_set_visible (GTK_WIDGET (self->ring), self->counts && !self->narrow);
  if (self->counts)
    {
      int minutes = (int) (left + 59) / 60;
      g_autofree char *title = g_strdup_printf ("%d", minutes);

      roundel_ring_set_progress (self->ring, 1 - (double) left / COUNTDOWN_FROM);
      roundel_ring_set_title (self->ring, title, NULL, ngettext ("min to start", "min to start", (gulong) minutes));
    }
}

/**
 * roundel_lobby_set_narrow:
 * @self: the lobby
 * @narrow: whether there is little room
 */
void
roundel_lobby_set_narrow (RoundelLobby *self,
                          gboolean      narrow)
{
  const GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));

  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->ring), self->counts && !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), orientation);
}

/**
 * roundel_lobby_press:
 * @self: the lobby
 * @key: a letter or a figure
 *
 * Marks the member whose key it is as here, or takes the mark back.
 */
void
roundel_lobby_press (RoundelLobby *self,
                     gunichar      key)
{
  RoundelPersonTile *tile;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));

  key = g_unichar_toupper (key);
  for (guint i = 0; (tile = tile_at (self, i)) != NULL; i++)
    if (g_utf8_get_char (roundel_person_tile_get_key (tile)) == key)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)));
        return;
      }
}
