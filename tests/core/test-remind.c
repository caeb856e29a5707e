/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/practice.h"
#include "core/remind.h"

#define DAY (G_GINT64_CONSTANT (24) * 3600 * G_USEC_PER_SEC)
#define MONDAY (DAY * 4) /* 1970-01-05 */

static void
test_nobody_is_reminded_unasked (void)
{
  RoundelReminding reminding;

  roundel_reminding_read (&reminding, NULL);
  g_assert_false (roundel_reminding_may (&reminding, 1000, 12));
  reminding.on = TRUE;
  g_assert_true (roundel_reminding_may (&reminding, 1000, 12));
  roundel_reminding_read (&reminding, "1 9 99 0");
  g_assert_false (reminding.on);
  g_assert_cmpuint (reminding.until, ==, ROUNDEL_REMIND_UNTIL);
}

static void
test_quiet_hours_are_quiet (void)
{
  const RoundelReminding reminding = { TRUE, 9, 18, 0 };

  g_assert_false (roundel_reminding_may (&reminding, 0, 8));
  g_assert_true (roundel_reminding_may (&reminding, 0, 9));
  g_assert_true (roundel_reminding_may (&reminding, 0, 17));
  g_assert_false (roundel_reminding_may (&reminding, 0, 18));
}

static void
test_later_is_kept (void)
{
  const RoundelReminding reminding = { TRUE, 7, 24, 1800000000 };
  g_autofree char *text = roundel_reminding_to_text (&reminding);
  RoundelReminding read;

  roundel_reminding_read (&read, text);
  g_assert_true (read.on);
  g_assert_cmpuint (read.from, ==, 7);
  g_assert_cmpuint (read.until, ==, 24);
  g_assert_false (roundel_reminding_may (&read, 1799999999, 12));
  g_assert_true (roundel_reminding_may (&read, 1800000000, 12));
}

static void
test_due_until_it_was_tried (void)
{
  const RoundelAttempt tried[] = { { MONDAY, ROUNDEL_PRACTICE_WORKED } };

  g_assert_true (roundel_practice_is_due (NULL, 0, 7, 0, MONDAY, MONDAY + DAY));
  g_assert_false (roundel_practice_is_due (NULL, 0, 7, 0, MONDAY, MONDAY + 8 * DAY));
  g_assert_false (roundel_practice_is_due (tried, 1, 7, 0, MONDAY, MONDAY + 2 * DAY));
  g_assert_true (roundel_practice_is_due (tried, 1, 7, 0, MONDAY, MONDAY + 8 * DAY));
}

static void
test_whoever_lapsed_is_left_in_peace (void)
{
  const RoundelAttempt tried[] = { { MONDAY, ROUNDEL_PRACTICE_WORKED } };

  g_assert_true (roundel_practice_is_due (tried, 1, 1, 0, MONDAY, MONDAY + DAY + DAY / 2));
  g_assert_false (roundel_practice_is_due (tried, 1, 1, 0, MONDAY, MONDAY + 2 * DAY + DAY / 2));
}

static void
test_a_day_off_is_off (void)
{
  const RoundelAttempt tried[] = { { MONDAY + 4 * DAY, ROUNDEL_PRACTICE_WORKED } };

  g_assert_true (roundel_practice_is_due (tried, 1, 1, 0, MONDAY, MONDAY + 5 * DAY));
  g_assert_false (roundel_practice_is_due (tried, 1, 1, ROUNDEL_PRACTICE_WEEKEND, MONDAY, MONDAY + 5 * DAY));
  g_assert_true (roundel_practice_is_due (tried, 1, 1, ROUNDEL_PRACTICE_WEEKEND, MONDAY, MONDAY + 7 * DAY));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/remind/nobody-is-reminded-unasked", test_nobody_is_reminded_unasked);
  g_test_add_func ("/remind/quiet-hours-are-quiet", test_quiet_hours_are_quiet);
  g_test_add_func ("/remind/later-is-kept", test_later_is_kept);
  g_test_add_func ("/remind/due-until-it-was-tried", test_due_until_it_was_tried);
  g_test_add_func ("/remind/whoever-lapsed-is-left-in-peace", test_whoever_lapsed_is_left_in_peace);
  g_test_add_func ("/remind/a-day-off-is-off", test_a_day_off_is_off);
  return g_test_run ();
}
