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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/growth/evened-out-a-leap-is-a-slope", test_evened_out_a_leap_is_a_slope);
  g_test_add_func ("/growth/strength-ends-where-it-is-now", test_strength_ends_where_it_is_now);
  return g_test_run ();
}
