/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/turns.h"

typedef struct
{
  gint64 used;
  gint64 allowed;
} Share;

static void
count_round (const RoundelRoundTime *time,
             GArray                 *shares)
{
  gint64 allowed = MAX (time->planned + time->added, 0);
  gboolean passed = time->state == ROUNDEL_ROUND_STATE_PASSED;

  for (guint i = 0; i < time->round->speakers->len; i++)
    {
      guint member = g_array_index (time->round->speakers, guint, i);
      Share *share;

      if (member >= shares->len)
        g_array_set_size (shares, member + 1);
      share = &g_array_index (shares, Share, member);
      share->allowed += allowed;
      /* who stopped early has had the whole turn */
      share->used += passed ? allowed : MIN (time->used, allowed);
    }
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

static const RoundelRound *
round_with_seats (const RoundelSessionView *view,
                  const RoundelRound       *now)
{
  if (now->groups->len > 0)
    return now;
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, i).round;

      if (round->part == now->part && round->slot > 0 && round->groups->len > 0)
        return round;
    }
  return NULL;
}

/**
 * roundel_turns_of_part:
 * @view: a session at a moment
 *
 * Returns: (transfer full) (element-type RoundelSeatTurn): those who have a turn in the present part, group by group;
 *  empty when it has none
 */
GArray *
roundel_turns_of_part (const RoundelSessionView *view)
{
  const RoundelRound *now = g_array_index (view->rounds, RoundelRoundTime, view->round).round;
  const RoundelRound *seats = round_with_seats (view, now);
  GArray *turns = g_array_new (FALSE, TRUE, sizeof (RoundelSeatTurn));
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (Share));

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      if (time->round->part == now->part && time->round->slot > 0 && time->state != ROUNDEL_ROUND_STATE_LEFT_OUT)
        count_round (time, shares);
    }
  for (guint g = 0; seats != NULL && shares->len > 0 && g < seats->groups->len; g++)
    {
      const GArray *group = seats->groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        {
          guint member = g_array_index (group, RoundelSeat, i).member;
          const Share *share = member < shares->len ? &g_array_index (shares, Share, member) : NULL;
          RoundelSeatTurn turn = { member, g, 0, speaks (now, member) };

          if (share != NULL && share->allowed > 0)
            turn.used = CLAMP ((double) share->used / (double) share->allowed, 0.0, 1.0);
          g_array_append_val (turns, turn);
        }
    }
  return turns;
}
