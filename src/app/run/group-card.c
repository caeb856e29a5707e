/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/group-card.h"

#include <glib/gi18n-lib.h>

#include "app/meeting-groups.h"
#include "app/run/seat-button.h"
#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/ring.h"

#define RING 156

/* A group as it will sit: its ring with a segment and a seat for each, and what each is first. */
struct _RoundelGroupCard
{
  AdwBin parent_instance;

  guint group;
};

G_DEFINE_FINAL_TYPE (RoundelGroupCard, roundel_group_card, ADW_TYPE_BIN)

static gboolean
is_expected (const RoundelMeeting *meeting,
             guint                 member)
{
  return roundel_meeting_get_presence (meeting, member) == ROUNDEL_PRESENCE_EXPECTED;
}

static GtkWidget *
make_ring (const RoundelMeeting *meeting,
           const GArray         *group)
{
  GtkWidget *ring = roundel_ring_new (RING);
  g_autofree RoundelRingSegment *segments = g_new0 (RoundelRingSegment, group->len);
  g_autofree RoundelRingTurn *turns = g_new0 (RoundelRingTurn, group->len);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < group->len; i++)
    {
      guint member = g_array_index (group, RoundelSeat, i).member;

      g_ptr_array_add (names, roundel_meeting_dup_name (meeting, member));
      turns[i].name = names->pdata[i];
      turns[i].away = is_expected (meeting, member);
      segments[i].state = turns[i].away ? ROUNDEL_SEGMENT_OPEN : ROUNDEL_SEGMENT_MET;
    }
  roundel_ring_set_segments (ROUNDEL_RING (ring), segments, group->len);
  roundel_ring_set_turns (ROUNDEL_RING (ring), turns, group->len);
  roundel_ring_set_title (ROUNDEL_RING (ring), "", NULL, NULL);
  gtk_widget_add_css_class (ring, "hue");
  roundel_outcome_dress (ring, meeting->outcome);
  gtk_widget_set_valign (ring, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return ring;
}

/* It begins where the names in the buttons of the seats do. */
static void
add_text (GtkWidget  *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = roundel_paragraph_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_margin_start (label, 6);
  gtk_box_append (GTK_BOX (box), label);
}

static char *
describe_role (const RoundelSeat *seat,
               gboolean           first)
{
  if (first && seat->role != NULL)
    return g_strdup_printf (C_("role", "%s first"), seat->role);
  return g_strdup (seat->also);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  RoundelGroupCard *self = user_data;

  return gtk_widget_activate_action (GTK_WIDGET (self), "lobby.move", "(uu)", g_value_get_uint (value), self->group);
}

static void
roundel_group_card_class_init (RoundelGroupCardClass *klass)
{
}

static void
roundel_group_card_init (RoundelGroupCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * roundel_group_card_new:
 * @meeting: who is who
 * @round: the round the groups are formed for
 * @group: which of them
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
roundel_group_card_new (const RoundelMeeting *meeting,
                        const RoundelRound   *round,
                        guint                 group)
{
  GtkWidget *self = g_object_new (ROUNDEL_TYPE_GROUP_CARD, NULL);
  const GArray *seats = round->groups->pdata[group];
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title = g_strdup_printf (_("Group %u"), group + 1);

  ROUNDEL_GROUP_CARD (self)->group = group;
  gtk_widget_add_css_class (self, "card");
  gtk_widget_add_css_class (self, "group-card");
  gtk_box_append (GTK_BOX (row), make_ring (meeting, seats));
  add_text (words, title, "heading");
  for (guint i = 0; i < seats->len; i++)
    {
      const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, i);
      g_autofree char *name = roundel_meeting_dup_short (meeting, seat->member);
      g_autofree char *role = NULL;
      GtkWidget *button;
      gboolean first = FALSE;

      for (guint s = 0; s < round->speakers->len; s++)
        first = first || g_array_index (round->speakers, guint, s) == seat->member;
      role = describe_role (seat, first);
      button = roundel_seat_button_new (seat->member, name, role, group, round->groups->len,
                                        roundel_meeting_is_pinned (meeting, seat->member));
      gtk_box_append (GTK_BOX (words), button);
    }
  for (guint i = 0; i < seats->len; i++)
    {
      guint member = g_array_index (seats, RoundelSeat, i).member;
      g_autofree char *name = roundel_meeting_dup_short (meeting, member);
      g_autofree char *text = g_strdup_printf (_("%s has a place here."), name);

      if (is_expected (meeting, member))
        add_text (words, text, "note");
    }
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  adw_bin_set_child (ADW_BIN (self), row);
  return self;
}
