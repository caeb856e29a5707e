/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/growth.h"

#define DAY (24 * 3600)

static void
test_evened_out_a_leap_is_a_slope (void)
{
  const double values[] = { .2, .2, 1, 1, 1 };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RoundelGrowthPoint));
  g_autoptr (GArray) even = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      RoundelGrowthPoint point = { .at = i * DAY, .value = values[i] };

      g_array_append_val (points, point);
    }
  even = roundel_growth_even (points);
  g_assert_cmpuint (even->len, ==, 5);
  g_assert_cmpfloat_with_epsilon (g_array_index (even, RoundelGrowthPoint, 1).value, .2, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (even, RoundelGrowthPoint, 2).value, .48, 1e-9);
  for (guint i = 2; i < 5; i++)
    g_assert_cmpfloat (g_array_index (even, RoundelGrowthPoint, i).value, >, g_array_index (even, RoundelGrowthPoint, i - 1).value);
  g_assert_cmpfloat (g_array_index (even, RoundelGrowthPoint, 4).value, <, 1);
}

static void
test_strength_ends_where_it_is_now (void)
{
  RoundelAttempt attempts[10];
  g_autoptr (GArray) points = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    attempts[i] = (RoundelAttempt) { (gint64) i * DAY * G_USEC_PER_SEC, ROUNDEL_PRACTICE_WORKED };
  points = roundel_growth_strength (attempts, G_N_ELEMENTS (attempts), 1, 0, 0, 20 * DAY, 21);
  g_assert_cmpuint (points->len, ==, 21);
  g_assert_cmpfloat_with_epsilon (g_array_index (points, RoundelGrowthPoint, 20).value,
                                  roundel_practice_strength (attempts, 10, 1, 0, (gint64) 20 * DAY * G_USEC_PER_SEC), 1e-9);
  g_assert_cmpfloat (g_array_index (points, RoundelGrowthPoint, 9).value, >, g_array_index (points, RoundelGrowthPoint, 0).value);
  g_assert_cmpfloat (g_array_index (points, RoundelGrowthPoint, 20).value, <, g_array_index (points, RoundelGrowthPoint, 9).value);
  g_assert_cmpfloat (g_array_index (points, RoundelGrowthPoint, 20).value, >, 0);
}

static int
find_dip (const double *values,
          guint         n)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RoundelGrowthPoint));

  for (guint i = 0; i < n; i++)
    {
      RoundelGrowthPoint point = { .at = i * DAY, .value = values[i] };

      g_array_append_val (points, point);
    }
  return roundel_growth_find_dip (points);
}

static void
test_a_dip_has_something_higher_on_both_sides (void)
{
  const double dip[] = { .2, .6, .5, .3, .4, .7 }, falls[] = { .8, .6, .4, .2 }, rises[] = { .2, .4, .6 }, trembles[] = { .5, .45, .5 };

  g_assert_cmpint (find_dip (dip, G_N_ELEMENTS (dip)), ==, 3);
  g_assert_cmpint (find_dip (falls, G_N_ELEMENTS (falls)), ==, -1);
  g_assert_cmpint (find_dip (rises, G_N_ELEMENTS (rises)), ==, -1);
  g_assert_cmpint (find_dip (trembles, G_N_ELEMENTS (trembles)), ==, -1);
  g_assert_cmpint (find_dip (dip, 0), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/growth/evened-out-a-leap-is-a-slope", test_evened_out_a_leap_is_a_slope);
  g_test_add_func ("/growth/strength-ends-where-it-is-now", test_strength_ends_where_it_is_now);
  g_test_add_func ("/growth/a-dip-has-something-higher-on-both-sides", test_a_dip_has_something_higher_on_both_sides);
  return g_test_run ();
}
