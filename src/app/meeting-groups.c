/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/meeting-groups.h"

#include "core/partition.h"
#include "core/session-record.h"

static RoundelHand *
hand_of (const RoundelMeeting *self,
         guint                 member)
{
  return &g_array_index (self->hand, RoundelHand, member);
}

/* Everybody sits where ROUND has put them, as if by hand. */
static void
hold (RoundelMeeting     *self,
      const char         *format,
      const RoundelRound *round)
{
  g_free (self->hand_format);
  self->hand_format = g_strdup (format);
  for (guint i = 0; i < self->hand->len; i++)
    hand_of (self, i)->group = ROUNDEL_ANY_GROUP;
  for (guint g = 0; g < round->groups->len; g++)
    {
      const GArray *group = round->groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        hand_of (self, g_array_index (group, RoundelSeat, i).member)->group = g;
    }
}

/* Seconds in which the part is in several groups. */
static guint
part_in_groups (const RoundelAgenda *agenda,
                guint                part)
{
  guint seconds = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->part == part && round->groups->len >= 2)
        seconds += round->seconds;
    }
  return seconds;
}

/**
 * roundel_agenda_find_groups:
 * @agenda: a plan
 *
 * Returns: (transfer none) (nullable): the first round with turns of the part that is longest in groups, or else its first
 *   with groups: whose groups are worth looking at before the session
 */
const RoundelRound *
roundel_agenda_find_groups (const RoundelAgenda *agenda)
{
  const RoundelRound *found = NULL;
  guint longest = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];
      guint seconds = round->groups->len >= 2 ? part_in_groups (agenda, round->part) : 0;

      if (seconds > longest
          || (seconds > 0 && round->part == found->part && found->speakers->len == 0 && round->speakers->len > 0))
        {
          found = round;
          longest = seconds;
        }
    }
  return found;
}

/**
 * roundel_meeting_move:
 * @self: a meeting
 * @format: id of the format whose groups @round has
 * @round: of roundel_agenda_find_groups()
 * @member: index of a member
 * @group: index of a group of roundel_agenda_find_groups()
 *
 * Puts @member into @group; everybody else stays where they are, and the groups get other sizes.
 *
 * Returns: whether anything changed
 */
gboolean
roundel_meeting_move (RoundelMeeting      *self,
                      const char          *format,
                      const RoundelRound  *round,
                      guint                member,
                      guint                group)
{
  hold (self, format, round);
  if (group >= round->groups->len || hand_of (self, member)->group == group)
    return FALSE;
  hand_of (self, member)->group = group;
  return TRUE;
}

/**
 * roundel_meeting_swap:
 * @self: a meeting
 * @format: id of the format whose groups @round has
 * @round: of roundel_agenda_find_groups()
 * @one: index of a member
 * @two: index of another
 *
 * Returns: whether they were in two groups, and have changed places
 */
gboolean
roundel_meeting_swap (RoundelMeeting      *self,
                      const char          *format,
                      const RoundelRound  *round,
                      guint                one,
                      guint                two)
{
  guint group;

  hold (self, format, round);
  if (hand_of (self, one)->group == hand_of (self, two)->group)
    return FALSE;
  group = hand_of (self, one)->group;
  hand_of (self, one)->group = hand_of (self, two)->group;
  hand_of (self, two)->group = group;
  return TRUE;
}

/**
 * roundel_meeting_pin:
 * @self: a meeting
 * @format: id of the format whose groups @round has
 * @round: of roundel_agenda_find_groups()
 * @member: index of a member
 * @pinned: whether the member stays in its group when the others are shuffled
 */
void
roundel_meeting_pin (RoundelMeeting      *self,
                     const char          *format,
                     const RoundelRound  *round,
                     guint                member,
                     gboolean             pinned)
{
  hold (self, format, round);
  hand_of (self, member)->pinned = pinned;
}

gboolean
roundel_meeting_is_pinned (const RoundelMeeting *self,
                           guint                 member)
{
  return hand_of (self, member)->pinned;
}

/**
 * roundel_meeting_shuffle:
 * @self: a meeting
 * @seed: which groups
 *
 * Mixes those anew who are not pinned; for other people, too: who came or left has to sit somewhere.
 */
void
roundel_meeting_shuffle (RoundelMeeting *self,
                         guint32         seed)
{
  self->seed = seed;
  for (guint i = 0; i < self->hand->len; i++)
    if (!hand_of (self, i)->pinned)
      hand_of (self, i)->group = ROUNDEL_ANY_GROUP;
}

/**
 * roundel_meeting_list_leaders:
 * @self: a meeting
 *
 * Returns: (transfer full) (element-type guint): the members who are here or on the way, in the order in which it is their
 *   turn to lead (R2); guests do not
 */
GArray *
roundel_meeting_list_leaders (const RoundelMeeting *self)
{
  g_autoptr (GArray) who = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + self->guests < self->members->len; i++)
    if (roundel_meeting_get_presence (self, i) != ROUNDEL_PRESENCE_AWAY)
      g_array_append_val (who, i);
  return self->roles != NULL ? roundel_roles_order (self->roles, ROUNDEL_ROLE_LED, who) : g_steal_pointer (&who);
}
