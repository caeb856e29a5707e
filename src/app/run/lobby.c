/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/lobby.h"

#include <glib/gi18n-lib.h>

#include "app/meeting-groups.h"
#include "app/run/group-card.h"
#include "app/run/leader-row.h"
#include "app/run/person-tile.h"
#include "app/run/seat-button.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"

#define COUNTDOWN_FROM (60 * 60) /* seconds before the start */
#define COUNTDOWN_EVERY 10 /* seconds */

/* Before a session: who is here, and the groups that makes. The plan stands in the pane beside. */
struct _RoundelLobby
{
  AdwBin parent_instance;

  GtkWidget *tint;
  GtkLabel *caption;
  GtkLabel *title;
  GtkWidget *buttons;
  GtkWidget *start;
  GtkLabel *problem;
  GtkLabel *advice;
  RoundelLeaderRow *leader;
  GtkWidget *rest;
  GtkWidget *who;
  RoundelRing *ring;
  GtkLabel *count;
  GtkFlowBox *tiles;
  GtkWidget *groups_box;
  GtkLabel *groups_title;
  GtkFlowBox *groups;
  GtkPopover *guest_popover;
  GtkEditable *guest_name;

  RoundelMeeting *meeting;
  RoundelEnv *env;
  guint timer; /* while this is in view */
  RoundelRound *round;     /* whose groups are shown */
  char *format;            /* of that round */
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
  guint expected = roundel_meeting_count (self->meeting, ROUNDEL_PRESENCE_EXPECTED);
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u. Press a key, or click.",
                                                     "%u of %u. Press a key, or click.", self->meeting->members->len),
                                           here, self->meeting->members->len);

  gtk_label_set_text (self->count, text);
  gtk_widget_set_visible (self->rest, expected > 0 && here > 1);
}

/* How long it is to the start, within the hour before it. */
static gboolean
count_down_cb (gpointer user_data)
{
  RoundelLobby *self = user_data;
  gint64 left = self->meeting->starts > 0 ? (self->meeting->starts - roundel_env_now (self->env)) / G_TIME_SPAN_SECOND : 0;

  self->counts = left > 0 && left <= COUNTDOWN_FROM;
  gtk_widget_set_visible (GTK_WIDGET (self->ring), self->counts && !self->narrow);
  if (self->counts)
    {
      int minutes = (int) (left + 59) / 60;
      g_autofree char *title = g_strdup_printf ("%d", minutes);

      roundel_ring_set_progress (self->ring, 1 - (double) left / COUNTDOWN_FROM);
      roundel_ring_set_title (self->ring, title, NULL, ngettext ("min to start", "min to start", (gulong) minutes));
    }
  return G_SOURCE_CONTINUE;
}

static void
presence_cb (RoundelLobby      *self,
             RoundelPersonTile *tile)
{
  for (guint i = 0; i < self->meeting->members->len; i++)
    if (tile_at (self, i) == tile)
      roundel_meeting_set_presence (self->meeting, i, roundel_person_tile_get_presence (tile));
  show_count (self);
  roundel_leader_row_set_meeting (self->leader, self->meeting);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
rest_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelLobby *self = ROUNDEL_LOBBY (widget);

  for (guint i = 0; i < self->meeting->members->len; i++)
    if (roundel_meeting_get_presence (self->meeting, i) == ROUNDEL_PRESENCE_EXPECTED)
      roundel_person_tile_set_presence (tile_at (self, i), ROUNDEL_PRESENCE_AWAY);
}

static void
move_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelLobby *self = ROUNDEL_LOBBY (widget);
  guint one, two;

  g_variant_get (parameter, "(uu)", &one, &two);
  if (self->round == NULL)
    return;
  if (g_str_equal (action, "lobby.move") ? roundel_meeting_move (self->meeting, self->format, self->round, one, two)
                                         : roundel_meeting_swap (self->meeting, self->format, self->round, one, two))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
pin_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  RoundelLobby *self = ROUNDEL_LOBBY (widget);
  gboolean pinned;
  guint member;

  g_variant_get (parameter, "(ub)", &member, &pinned);
  if (self->round != NULL)
    roundel_meeting_pin (self->meeting, self->format, self->round, member, pinned);
}

static void
add_tile (RoundelLobby *self,
          guint         member)
{
  g_autofree char *name = roundel_meeting_dup_name (self->meeting, member);
  g_autofree char *label = roundel_meeting_dup_short (self->meeting, member);
  g_autofree char *key = roundel_meeting_dup_key (self->meeting, member);
  GtkWidget *tile = roundel_person_tile_new (name, label, key, self->meeting->outcome);

  roundel_person_tile_set_presence (ROUNDEL_PERSON_TILE (tile), roundel_meeting_get_presence (self->meeting, member));
  add_child (self->tiles, tile);
  g_signal_connect_object (tile, "changed", G_CALLBACK (presence_cb), self, G_CONNECT_SWAPPED);
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

/* The member whose seat has the focus, or G_MAXUINT. */
static guint
focused_member (RoundelLobby *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return ROUNDEL_IS_SEAT_BUTTON (focus) ? roundel_seat_button_get_member (ROUNDEL_SEAT_BUTTON (focus)) : G_MAXUINT;
}

static gboolean
focus_seat (GtkWidget *widget,
            guint      member)
{
  if (ROUNDEL_IS_SEAT_BUTTON (widget))
    return roundel_seat_button_get_member (ROUNDEL_SEAT_BUTTON (widget)) == member && gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_seat (child, member))
      return TRUE;
  return FALSE;
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
roundel_lobby_map (GtkWidget *widget)
{
  RoundelLobby *self = ROUNDEL_LOBBY (widget);

  GTK_WIDGET_CLASS (roundel_lobby_parent_class)->map (widget);
  if (self->meeting == NULL)
    return;
  count_down_cb (self);
  self->timer = g_timeout_add_seconds (COUNTDOWN_EVERY, count_down_cb, self);
}

static void
roundel_lobby_unmap (GtkWidget *widget)
{
  RoundelLobby *self = ROUNDEL_LOBBY (widget);

  g_clear_handle_id (&self->timer, g_source_remove);
  GTK_WIDGET_CLASS (roundel_lobby_parent_class)->unmap (widget);
}

static void
roundel_lobby_finalize (GObject *object)
{
  RoundelLobby *self = ROUNDEL_LOBBY (object);

  g_clear_pointer (&self->meeting, roundel_meeting_free);
  g_clear_pointer (&self->env, roundel_env_unref);
  g_clear_pointer (&self->round, roundel_round_free);
  g_free (self->format);
  G_OBJECT_CLASS (roundel_lobby_parent_class)->finalize (object);
}

static void
roundel_lobby_class_init (RoundelLobbyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* somebody came or went: the plan is another one */
  signals[CHANGED] = g_signal_new ("changed", ROUNDEL_TYPE_LOBBY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  G_OBJECT_CLASS (klass)->finalize = roundel_lobby_finalize;
  widget_class->map = roundel_lobby_map;
  widget_class->unmap = roundel_lobby_unmap;

  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_LEADER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/lobby.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, tint);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, caption);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, buttons);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, start);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, problem);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, advice);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, leader);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, rest);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, who);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, count);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, tiles);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, groups_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, groups_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, groups);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, guest_popover);
  gtk_widget_class_bind_template_child (widget_class, RoundelLobby, guest_name);
  gtk_widget_class_bind_template_callback (widget_class, add_guest_cb);

  gtk_widget_class_install_action (widget_class, "lobby.rest-away", NULL, rest_action);
  gtk_widget_class_install_action (widget_class, "lobby.move", "(uu)", move_action);
  gtk_widget_class_install_action (widget_class, "lobby.swap", "(uu)", move_action);
  gtk_widget_class_install_action (widget_class, "lobby.pin", "(ub)", pin_action);
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
 * @meeting: (transfer full): the session that is about to be run
 * @env: the clock by which it starts
 */
void
roundel_lobby_set_meeting (RoundelLobby   *self,
                           RoundelMeeting *meeting,
                           RoundelEnv     *env)
{
  g_autofree char *advice = NULL;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));
  g_return_if_fail (meeting != NULL);

  clear (self->tiles);
  clear (self->groups);
  g_clear_pointer (&self->meeting, roundel_meeting_free);
  self->meeting = meeting;
  g_clear_pointer (&self->env, roundel_env_unref);
  self->env = roundel_env_ref (env);
  count_down_cb (self);
  gtk_label_set_text (self->caption, meeting->caption != NULL ? meeting->caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), meeting->caption != NULL);
  gtk_label_set_text (self->title, meeting->title);
  roundel_outcome_dress (self->tint, meeting->outcome);
  roundel_outcome_dress (GTK_WIDGET (self->ring), meeting->outcome);
  for (guint i = 0; i < meeting->members->len; i++)
    add_tile (self, i);
  show_count (self);
  roundel_leader_row_set_meeting (self->leader, meeting);
  g_ptr_array_add (meeting->advice, NULL);
  advice = g_strjoinv ("\n", (char **) meeting->advice->pdata);
  g_ptr_array_set_size (meeting->advice, (int) meeting->advice->len - 1);
  gtk_label_set_text (self->advice, advice);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), *advice != '\0');
}

/**
 * roundel_lobby_get_meeting:
 * @self: the lobby
 *
 * Returns: (transfer none) (nullable): the meeting as it stands now
 */
RoundelMeeting *
roundel_lobby_get_meeting (RoundelLobby *self)
{
  g_return_val_if_fail (ROUNDEL_IS_LOBBY (self), NULL);

  return self->meeting;
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
  const RoundelRound *round = agenda != NULL ? roundel_agenda_find_groups (agenda) : NULL;

  guint focused;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));

  focused = focused_member (self);
  g_clear_pointer (&self->round, roundel_round_free);
  g_clear_pointer (&self->format, g_free);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  clear (self->groups);
  gtk_widget_set_visible (self->groups_box, round != NULL);
  if (round != NULL)
    {
      g_autofree char *title = g_strdup_printf (_("Groups for %s"), (char *) agenda->parts->pdata[round->part]);

      self->round = roundel_round_copy (round);
      self->format = g_strdup (agenda->formats->pdata[round->part]);
      gtk_label_set_text (self->groups_title, title);
      for (guint i = 0; i < round->groups->len; i++)
        add_child (self->groups, roundel_group_card_new (self->meeting, round, i));
      if (focused != G_MAXUINT)
        focus_seat (GTK_WIDGET (self->groups), focused);
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
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->who), orientation);
}

/**
 * roundel_lobby_focus:
 * @self: the lobby
 *
 * Puts the focus on the start, or where there is no plan yet on the first member.
 */
void
roundel_lobby_focus (RoundelLobby *self)
{
  RoundelPersonTile *tile;

  g_return_if_fail (ROUNDEL_IS_LOBBY (self));

  tile = tile_at (self, 0);
  if (!gtk_widget_grab_focus (self->start) && tile != NULL)
    gtk_widget_child_focus (GTK_WIDGET (tile), GTK_DIR_TAB_FORWARD);
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
        roundel_person_tile_set_presence (tile, roundel_person_tile_get_presence (tile) == ROUNDEL_PRESENCE_HERE
                                                ? ROUNDEL_PRESENCE_EXPECTED : ROUNDEL_PRESENCE_HERE);
        return;
      }
}
