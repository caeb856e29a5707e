/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/practice.h"

#include <math.h>

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)
#define BEGIN (G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC)

/* N attempts that worked, one each RHYTHM days. */
static GArray *
attempts_new (guint n,
              guint rhythm)
{
  GArray *attempts = g_array_new (FALSE, FALSE, sizeof (RoundelAttempt));

  for (guint i = 0; i < n; i++)
    {
      RoundelAttempt attempt = { BEGIN + (gint64) i * rhythm * DAY, ROUNDEL_PRACTICE_WORKED };

      g_array_append_val (attempts, attempt);
    }
  return attempts;
}

static double
strength (GArray *attempts,
          guint   rhythm,
          gint64  days)
{
  return roundel_practice_strength ((const RoundelAttempt *) (gpointer) attempts->data, attempts->len, rhythm, 0, BEGIN + days * DAY);
}

static guint
lapses (GArray *attempts,
        guint   rhythm,
        gint64  days)
{
  return roundel_practice_lapses ((const RoundelAttempt *) (gpointer) attempts->data, attempts->len, rhythm, 0, BEGIN + days * DAY);
}

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9);
}

static void
test_nothing_tried_is_no_strength_and_no_lapse (void)
{
  g_autoptr (GArray) none = attempts_new (0, 7);
  g_autoptr (GArray) later = attempts_new (1, 7);

  assert_near (strength (none, 7, 100), 0);
  g_assert_cmpuint (lapses (none, 7, 100), ==, 0);
  assert_near (strength (later, 7, -1), 0);
  g_assert_cmpuint (lapses (later, 7, -1), ==, 0);
}

static void
test_half_of_the_way_in_a_half_life (void)
{
  g_autoptr (GArray) daily = attempts_new (13, 1);
  g_autoptr (GArray) weekly = attempts_new (1000, 7);

  assert_near (strength (daily, 1, 12), 0.5);
  /* 13 · √7 days, were they whole weeks */
  assert_near (strength (weekly, 7, 4 * 7), 1 - pow (0.5, 5 * sqrt (7) / 13));
  g_assert_cmpfloat (strength (weekly, 7, 999 * 7), <=, 1);
  g_assert_cmpfloat (strength (weekly, 7, 999 * 7), >, 0.999);
}

static void
test_a_lapse_bends_and_never_breaks (void)
{
  g_autoptr (GArray) weekly = attempts_new (5, 7);
  double before = strength (weekly, 7, 4 * 7);
  double m = pow (0.5, sqrt (7) / 13);

  /* what is not over is no lapse */
  assert_near (strength (weekly, 7, 5 * 7 + 6), before);
  g_assert_cmpuint (lapses (weekly, 7, 5 * 7 + 6), ==, 0);
  assert_near (strength (weekly, 7, 6 * 7), before * m);
  g_assert_cmpuint (lapses (weekly, 7, 6 * 7), ==, 1);
  assert_near (strength (weekly, 7, 7 * 7), before * m * m);
  g_assert_cmpuint (lapses (weekly, 7, 7 * 7), ==, ROUNDEL_PRACTICE_LAPSES);
  g_assert_cmpfloat (strength (weekly, 7, 10 * 366), >, 0);
}

static void
test_trying_counts_and_the_best_of_an_occasion (void)
{
  RoundelAttempt attempts[] = {
    { BEGIN + DAY, ROUNDEL_PRACTICE_PARTLY },
    { BEGIN, ROUNDEL_PRACTICE_NOT_YET },
  };
  double m = pow (0.5, sqrt (7) / 13);

  assert_near (roundel_practice_strength (attempts + 1, 1, 7, 0, BEGIN), 0.5 * (1 - m));
  assert_near (roundel_practice_strength (attempts, 2, 7, 0, BEGIN), 0.5 * (1 - m));
  assert_near (roundel_practice_strength (attempts, 2, 7, 0, BEGIN + DAY), 0.75 * (1 - m));
}

static void
test_no_rhythm_and_a_great_one_are_harmless (void)
{
  g_autoptr (GArray) attempts = attempts_new (2, 1);

  assert_near (strength (attempts, 0, 1), strength (attempts, 1, 1));
  assert_near (strength (attempts, G_MAXUINT, 1), strength (attempts, ROUNDEL_PRACTICE_MOST_RHYTHM, 1));
}

static void
test_results_have_words (void)
{
  for (RoundelPracticeResult result = ROUNDEL_PRACTICE_NOT_YET; result <= ROUNDEL_PRACTICE_WORKED; result++)
    {
      RoundelPracticeResult back;

      g_assert_true (roundel_practice_result_from_text (roundel_practice_result_to_text (result), &back));
      g_assert_cmpint (back, ==, result);
    }
  g_assert_false (roundel_practice_result_from_text ("never", &(RoundelPracticeResult) { 0 }));
}

static void
test_an_hour_earlier_is_the_same_day (void)
{
  const RoundelAttempt fridays[] = {
    { BEGIN, ROUNDEL_PRACTICE_WORKED },
    { BEGIN + 7 * DAY - DAY / 24, ROUNDEL_PRACTICE_WORKED },
    { BEGIN + 14 * DAY + DAY / 24, ROUNDEL_PRACTICE_WORKED },
  };
  g_autoptr (GArray) even = attempts_new (3, 7);

  assert_near (roundel_practice_strength (fridays, 3, 7, 0, BEGIN + 15 * DAY), strength (even, 7, 15));
  /* what is daily is due from midnight on */
  g_assert_true (roundel_practice_is_due (fridays, 1, 1, 0, BEGIN, BEGIN + 17 * DAY / 24));
  g_assert_false (roundel_practice_is_due (fridays, 1, 1, 0, BEGIN, BEGIN + 15 * DAY / 24));
}

/* BEGIN is a Friday, 8:00 in UTC. */
static void
test_days_off_do_not_count (void)
{
  g_autoptr (GArray) daily = attempts_new (1, 1);
  const RoundelAttempt *data = (const RoundelAttempt *) (gpointer) daily->data;
  gint64 monday = BEGIN + 3 * DAY, tuesday = BEGIN + 4 * DAY;

  g_assert_cmpuint (roundel_practice_lapses (data, 1, 1, 0, monday), ==, 2);
  g_assert_cmpuint (roundel_practice_lapses (data, 1, 1, ROUNDEL_PRACTICE_WEEKEND, monday), ==, 0);
  g_assert_cmpuint (roundel_practice_lapses (data, 1, 1, ROUNDEL_PRACTICE_WEEKEND, tuesday), ==, 1);
  assert_near (roundel_practice_strength (data, 1, 1, ROUNDEL_PRACTICE_WEEKEND, monday),
               roundel_practice_strength (data, 1, 1, 0, BEGIN + DAY));
  g_assert_cmpfloat (roundel_practice_strength (data, 1, 1, 0, monday), <,
                     roundel_practice_strength (data, 1, 1, ROUNDEL_PRACTICE_WEEKEND, monday));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/nothing-tried-is-no-strength-and-no-lapse", test_nothing_tried_is_no_strength_and_no_lapse);
  g_test_add_func ("/practice/half-of-the-way-in-a-half-life", test_half_of_the_way_in_a_half_life);
  g_test_add_func ("/practice/a-lapse-bends-and-never-breaks", test_a_lapse_bends_and_never_breaks);
  g_test_add_func ("/practice/trying-counts-and-the-best-of-an-occasion", test_trying_counts_and_the_best_of_an_occasion);
  g_test_add_func ("/practice/no-rhythm-and-a-great-one-are-harmless", test_no_rhythm_and_a_great_one_are_harmless);
  g_test_add_func ("/practice/results-have-words", test_results_have_words);
  g_test_add_func ("/practice/an-hour-earlier-is-the-same-day", test_an_hour_earlier_is_the_same_day);
  g_test_add_func ("/practice/days-off-do-not-count", test_days_off_do_not_count);
  return g_test_run ();
}
