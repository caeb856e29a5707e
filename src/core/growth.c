/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/growth.h"

/**
 * roundel_growth_even:
 * @points: (element-type RoundelGrowthPoint): points by time
 *
 * Returns: (transfer full) (element-type RoundelGrowthPoint): an exponential average of them, which shows where they go
 */
GArray *
roundel_growth_even (const GArray *points)
{
  GArray *even = g_array_sized_new (FALSE, FALSE, sizeof (RoundelGrowthPoint), points->len);

  for (guint i = 0; i < points->len; i++)
    {
      RoundelGrowthPoint point = g_array_index (points, RoundelGrowthPoint, i);

      if (i > 0)
        point.value = point.value * ROUNDEL_GROWTH_SMOOTH
                      + g_array_index (even, RoundelGrowthPoint, i - 1).value * (1 - ROUNDEL_GROWTH_SMOOTH);
      g_array_append_val (even, point);
    }
  return even;
}

/**
 * roundel_growth_strength:
 * @attempts: (array length=n_attempts): the practices of one commitment
 * @n_attempts: how many
 * @rhythm: days from one occasion to the next
 * @off: the weekdays that were planned off
 * @from: the first moment, seconds since 1970
 * @to: the last one
 * @n: how many points, two at least
 *
 * Returns: (transfer full) (element-type RoundelGrowthPoint): how roundel_practice_strength() went, at even distances
 */
GArray *
roundel_growth_strength (const RoundelAttempt *attempts,
                         gsize                 n_attempts,
                         guint                 rhythm,
                         guint                 off,
                         gint64                from,
                         gint64                to,
                         guint                 n)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (RoundelGrowthPoint), n);

  g_return_val_if_fail (n >= 2 && from <= to, points);

  for (guint i = 0; i < n; i++)
    {
      RoundelGrowthPoint point = { .at = from + (to - from) * i / (n - 1) };

      point.value = roundel_practice_strength (attempts, n_attempts, rhythm, off, point.at * G_USEC_PER_SEC);
      g_array_append_val (points, point);
    }
  return points;
}

/**
 * roundel_growth_find_dip:
 * @points: (element-type RoundelGrowthPoint): evened points by time
 *
 * Finds where it went down before it came up again, by %ROUNDEL_GROWTH_DIP at least on both sides; of several, the deepest.
 *
 * Returns: index of the lowest point of it, -1 where there is none
 */
int
roundel_growth_find_dip (const GArray *points)
{
  const RoundelGrowthPoint *data = (const RoundelGrowthPoint *) (gpointer) points->data;
  double deepest = 0;
  int dip = -1;

  for (guint i = 1; i + 1 < points->len; i++)
    {
      double before = 0, after = 0, depth;

      for (guint k = 0; k < i; k++)
        before = MAX (before, data[k].value);
      for (guint k = i + 1; k < points->len; k++)
        after = MAX (after, data[k].value);
      depth = MIN (before, after) - data[i].value;
      if (depth >= ROUNDEL_GROWTH_DIP && depth > deepest)
        {
          deepest = depth;
          dip = (int) i;
        }
    }
  return dip;
}
