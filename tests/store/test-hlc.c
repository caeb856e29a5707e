/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/hlc.h"

#define SECOND G_USEC_PER_SEC
#define DAY (G_GINT64_CONSTANT (86400) * SECOND)
#define NOW (G_GINT64_CONSTANT (1800000000) * SECOND)

static void
test_time_is_kept_to_the_millisecond (void)
{
  g_assert_cmpint (roundel_hlc_time (roundel_hlc_tick (0, NOW + 5999)), ==, NOW + 5000);
}

static void
test_case_24_clock_set_back_still_rises (void)
{
  gint64 before = roundel_hlc_tick (0, NOW);
  gint64 after = roundel_hlc_tick (before, NOW - 365 * DAY);

  g_assert_cmpint (after, >, before);
  g_assert_cmpint (roundel_hlc_tick (after, NOW - 365 * DAY), >, after);
}

static void
test_case_23_far_future_does_not_drag_the_clock_along (void)
{
  gint64 local = roundel_hlc_tick (0, NOW);
  gint64 seen = roundel_hlc_observe (local, G_MAXINT64, NOW);

  g_assert_cmpint (roundel_hlc_time (seen), ==, NOW + DAY);
  g_assert_cmpint (roundel_hlc_observe (local, local - 7, NOW), ==, local);
  g_assert_cmpint (roundel_hlc_tick (G_MAXINT64, NOW), ==, G_MAXINT64);
}

static void
test_a_burst_within_one_millisecond_rises (void)
{
  gint64 clock = 0;

  for (guint i = 0; i < 100000; i++)
    {
      gint64 next = roundel_hlc_tick (clock, NOW);

      g_assert_cmpint (next, >, clock);
      clock = next;
    }
  g_assert_cmpint (roundel_hlc_time (clock), <, NOW + SECOND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hlc/time-is-kept-to-the-millisecond", test_time_is_kept_to_the_millisecond);
  g_test_add_func ("/hlc/case-24-clock-set-back-still-rises", test_case_24_clock_set_back_still_rises);
  g_test_add_func ("/hlc/case-23-far-future-does-not-drag-the-clock-along",
                   test_case_23_far_future_does_not_drag_the_clock_along);
  g_test_add_func ("/hlc/a-burst-within-one-millisecond-rises", test_a_burst_within_one_millisecond_rises);
  return g_test_run ();
}
