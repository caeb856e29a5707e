/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-text.h"

static void
assert_time (int         left,
             gboolean    room_view,
             const char *expected)
{
  g_autofree char *text = roundel_ring_time_text (left, room_view);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_caption (int         left,
                int         length,
                gboolean    paused,
                const char *expected)
{
  g_autofree char *text = roundel_ring_caption (left, length, paused);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_time_is_minutes_and_seconds (void)
{
  assert_time (38, FALSE, "0:38");
  assert_time (0, FALSE, "0:00");
  assert_time (725, FALSE, "12:05");
  assert_time (3723, FALSE, "1:02:03");
}

static void
test_time_over_has_a_plus_before_it_in_every_direction (void)
{
  assert_time (-42, FALSE, "\u200e+0:42");
}

static void
test_a_room_reads_whole_minutes_from_ten_up (void)
{
  assert_time (600, TRUE, "10 min");
  assert_time (601, TRUE, "11 min");
  assert_time (599, TRUE, "9:59");
  assert_time (600, FALSE, "10:00");
}

static void
test_caption_changes_at_the_last_fifth (void)
{
  assert_caption (13, 60, FALSE, "of 1:00");
  assert_caption (12, 60, FALSE, "12 s left");
  assert_caption (300, 1800, FALSE, "5 min left");
  assert_caption (-1, 60, FALSE, "over time");
  assert_caption (-1, 60, TRUE, "paused");
}

static void
test_milestones_of_a_long_and_of_a_short_round (void)
{
  g_assert_null (roundel_ring_milestone (301, 600));
  g_assert_cmpstr (roundel_ring_milestone (300, 600), ==, "Half of the time is left");
  g_assert_cmpstr (roundel_ring_milestone (60, 600), ==, "1 minute left");
  g_assert_cmpstr (roundel_ring_milestone (10, 600), ==, "10 seconds left");
  g_assert_cmpstr (roundel_ring_milestone (0, 600), ==, "The time is over");
  g_assert_null (roundel_ring_milestone (5, 20));
  g_assert_cmpstr (roundel_ring_milestone (60, 120), ==, "Half of the time is left");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ring-text/time-is-minutes-and-seconds", test_time_is_minutes_and_seconds);
  g_test_add_func ("/ring-text/time-over-has-a-plus-before-it-in-every-direction",
                   test_time_over_has_a_plus_before_it_in_every_direction);
  g_test_add_func ("/ring-text/a-room-reads-whole-minutes-from-ten-up", test_a_room_reads_whole_minutes_from_ten_up);
  g_test_add_func ("/ring-text/caption-changes-at-the-last-fifth", test_caption_changes_at_the_last_fifth);
  g_test_add_func ("/ring-text/milestones-of-a-long-and-of-a-short-round",
                   test_milestones_of_a_long_and_of_a_short_round);
  return g_test_run ();
}
