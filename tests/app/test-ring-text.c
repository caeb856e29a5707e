/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-text.h"

static void
assert_time (int         left,
             const char *expected)
{
  g_autofree char *text = roundel_ring_time_text (left);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_room (int         left,
             int         length,
             gboolean    paused,
             const char *expected_time,
             const char *expected_caption)
{
  g_autofree char *time = roundel_ring_room_time_text (left);
  g_autofree char *caption = roundel_ring_room_caption (left, length, paused);

  g_assert_cmpstr (time, ==, expected_time);
  g_assert_cmpstr (caption, ==, expected_caption);
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
  assert_time (38, "0:38");
  assert_time (0, "0:00");
  assert_time (725, "12:05");
  assert_time (3723, "1:02:03");
}

static void
test_time_over_has_a_plus_before_it_in_every_direction (void)
{
  assert_time (-42, "\u200e+0:42");
}

static void
test_a_room_reads_whole_minutes_from_ten_up (void)
{
  assert_room (600, 1200, FALSE, "10", "min");
  assert_room (601, 1200, FALSE, "11", "min");
  assert_room (599, 1200, FALSE, "9:59", NULL);
  assert_room (-659, 1200, FALSE, "10", "min, over time");
  assert_time (600, "10:00");
}

/* its digits are the largest thing in the room: a sign before them would make them small */
static void
test_a_room_is_told_by_words_that_time_runs_out (void)
{
  assert_room (13, 60, FALSE, "0:13", NULL);
  assert_room (12, 60, FALSE, "0:12", "soon over");
  assert_room (3, 60, FALSE, "0:03", "almost over");
  assert_room (-42, 60, FALSE, "0:42", "over time");
  assert_room (13, 60, TRUE, "0:13", "paused");
  assert_room (-1, 60, TRUE, "0:01", "over time, paused");
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
  g_test_add_func ("/ring-text/a-room-is-told-by-words-that-time-runs-out", test_a_room_is_told_by_words_that_time_runs_out);
  g_test_add_func ("/ring-text/caption-changes-at-the-last-fifth", test_caption_changes_at_the_last_fifth);
  g_test_add_func ("/ring-text/milestones-of-a-long-and-of-a-short-round",
                   test_milestones_of_a_long_and_of_a_short_round);
  return g_test_run ();
}
