/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/describe.h"

#include <glib/gi18n-lib.h>

/* In a room of one group, more people of one role than these are counted. */
#define MOST_NAMES 6

static const RoundelSeat *
seat_of (const GArray *group,
         guint         i)
{
  return &g_array_index (group, RoundelSeat, i);
}

static gboolean
speaks (const RoundelRound *round,
        guint               member)
{
  for (guint i = 0; i < round->speakers->len; i++)
    if (g_array_index (round->speakers, guint, i) == member)
      return TRUE;
  return FALSE;
}

static void
append_role (GString              *text,
             const RoundelCliPlan *plan,
             const GArray         *group,
             const char           *role,
             gboolean              room)
{
  const char *between = "";
  guint count = 0;

  if (text->len > 0)
    g_string_append (text, " · ");
  if (role != NULL)
    g_string_append_printf (text, "%s: ", role);
  for (guint i = 0; i < group->len; i++)
    count += seat_of (group, i)->role == role;
  if (room && count > MOST_NAMES)
    {
      g_string_append_printf (text, count < group->len ? _("the other %u") : _("all %u"), count);
      return;
    }
  for (guint i = 0; i < group->len; i++)
    if (seat_of (group, i)->role == role)
      {
        const RoundelSeat *seat = seat_of (group, i);

        g_string_append_printf (text, "%s%s", between, plan->names[seat->member]);
        if (seat->also != NULL)
          g_string_append_printf (text, " (%s)", seat->also);
        between = ", ";
      }
}

/**
 * roundel_cli_describe_group:
 * @plan: a plan
 * @round: one of its rounds
 * @group: (element-type RoundelSeat): one of its groups
 *
 * Each role once, first that of the one who has the turn: `client: Ana · consultant: Ben, Cem (timekeeper)`.
 *
 * Returns: (transfer full): who is in it as what
 */
char *
roundel_cli_describe_group (const RoundelCliPlan *plan,
                            const RoundelRound   *round,
                            const GArray         *group)
{
  GString *text = g_string_new (NULL);
  gboolean room = round->groups->len == 1;
  const char *first = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < group->len && !any; i++)
    if (speaks (round, seat_of (group, i)->member))
      {
        first = seat_of (group, i)->role;
        append_role (text, plan, group, first, room);
        any = TRUE;
      }
  for (guint i = 0; i < group->len; i++)
    {
      const char *role = seat_of (group, i)->role;
      gboolean said = any && role == first;

      for (guint k = 0; k < i; k++)
        said = said || seat_of (group, k)->role == role;
      if (!said)
        append_role (text, plan, group, role, room);
    }
  return g_string_free (text, FALSE);
}

/**
 * roundel_cli_describe_speakers:
 * @plan: a plan
 * @round: one of its rounds
 *
 * Returns: (transfer full): whose turn it is, one name a group
 */
char *
roundel_cli_describe_speakers (const RoundelCliPlan *plan,
                               const RoundelRound   *round)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < round->speakers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", plan->names[g_array_index (round->speakers, guint, i)]);
  return g_string_free (text, FALSE);
}

/**
 * roundel_cli_has_turn:
 * @round: a round in which groups have turns at the same time
 * @group: (element-type RoundelSeat): one of its groups
 *
 * Returns: whether somebody in @group has the turn; the shorter groups come to their end earlier
 */
gboolean
roundel_cli_has_turn (const RoundelRound *round,
                      const GArray       *group)
{
  for (guint i = 0; i < group->len; i++)
    if (speaks (round, seat_of (group, i)->member))
      return TRUE;
  return FALSE;
}

/**
 * roundel_cli_same_groups:
 *
 * Returns: whether everybody sits in both rounds with the same people in the same roles
 */
gboolean
roundel_cli_same_groups (const RoundelRound *a,
                         const RoundelRound *b)
{
  if (a->groups->len != b->groups->len)
    return FALSE;
  for (guint i = 0; i < a->groups->len; i++)
    {
      const GArray *one = a->groups->pdata[i];
      const GArray *two = b->groups->pdata[i];

      if (one->len != two->len)
        return FALSE;
      for (guint k = 0; k < one->len; k++)
        {
          const RoundelSeat *s = seat_of (one, k);
          const RoundelSeat *t = seat_of (two, k);

          if (s->member != t->member || s->role != t->role || s->also != t->also)
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * roundel_cli_same_turn:
 *
 * Returns: whether both rounds belong to one turn
 */
gboolean
roundel_cli_same_turn (const RoundelRound *a,
                       const RoundelRound *b)
{
  return a->turn > 0 && a->turn == b->turn && a->part == b->part && a->slot == b->slot;
}
