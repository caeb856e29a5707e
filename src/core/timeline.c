/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/timeline.h"

static void
happening_clear (gpointer data)
{
  g_free (((RoundelHappening *) data)->text);
}

/**
 * roundel_timeline_new:
 *
 * Returns: (transfer full) (element-type RoundelHappening): an empty timeline, which owns the texts put into it
 */
GArray *
roundel_timeline_new (void)
{
  GArray *timeline = g_array_new (FALSE, FALSE, sizeof (RoundelHappening));

  g_array_set_clear_func (timeline, happening_clear);
  return timeline;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = ((const RoundelHappening *) a)->at;
  gint64 two = ((const RoundelHappening *) b)->at;

  return one > two ? -1 : one < two;
}

/**
 * roundel_timeline_sort:
 * @timeline: a timeline, which will have the latest first
 */
void
roundel_timeline_sort (GArray *timeline)
{
  g_array_sort (timeline, compare);
}

/* How many happened after AT. */
static guint
count_after (const GArray *timeline,
             gint64        at)
{
  guint low = 0;
  guint high = timeline->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (timeline, RoundelHappening, middle).at > at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * roundel_timeline_between:
 * @timeline: (element-type RoundelHappening): the latest first
 * @after: seconds since 1970
 * @until: seconds since 1970
 * @first: (out): index of the latest that happened up to @until
 *
 * What happened in the same second as a page was begun stands below it.
 *
 * Returns: how many from @first on happened after @after
 */
guint
roundel_timeline_between (const GArray *timeline,
                          gint64        after,
                          gint64        until,
                          guint        *first)
{
  guint end = count_after (timeline, after);

  *first = count_after (timeline, until);
  return end > *first ? end - *first : 0;
}
