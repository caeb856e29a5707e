/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/promise-order.h"

static int
rank (const RoundelCommitment *commitment,
      const char              *session)
{
  if (!g_str_equal (commitment->status, "open"))
    return 3;
  if (commitment->later)
    return 2;
  return session != NULL && g_strcmp0 (commitment->session, session) == 0 ? 0 : 1;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      session)
{
  const RoundelCommitment *one = *(RoundelCommitment **) a, *two = *(RoundelCommitment **) b;
  int by_rank = rank (one, session) - rank (two, session);

  if (by_rank != 0 || one->made == NULL || two->made == NULL)
    return by_rank;
  return g_date_time_compare (two->made, one->made);
}

/**
 * roundel_promise_order:
 * @commitments: (element-type RoundelCommitment): promises
 * @session: (nullable): id of the last session
 *
 * Those of the last session come first, then what is worked on, what waits and what is over; of each the newest first.
 */
void
roundel_promise_order (GPtrArray  *commitments,
                       const char *session)
{
  g_ptr_array_sort_with_data (commitments, compare, (gpointer) session);
}

/**
 * roundel_promise_get_place:
 * @commitments: (element-type RoundelCommitment): promises in their order
 * @index: which of them
 *
 * What is asked for at once is capped (%ROUNDEL_PRACTICE_MOST_NOW): the rest waits.
 *
 * Returns: where it stands
 */
RoundelPromisePlace
roundel_promise_get_place (GPtrArray *commitments,
                           guint      index)
{
  const RoundelCommitment *commitment = commitments->pdata[index];

  if (!g_str_equal (commitment->status, "open"))
    return ROUNDEL_PROMISE_PAST;
  return commitment->later || index >= ROUNDEL_PRACTICE_MOST_NOW ? ROUNDEL_PROMISE_LATER : ROUNDEL_PROMISE_NOW;
}
