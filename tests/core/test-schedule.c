/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/schedule.h"

#define NOON_2026_11_21 (G_GINT64_CONSTANT (1795262400) * G_USEC_PER_SEC)

static void
assert_resolves (const char *local,
                 const char *zone,
                 guint       seconds,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) time = roundel_local_time_resolve (local, zone, seconds, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");
  g_assert_cmpstr (text, ==, expected);
}

static char **
list (const char *first,
      guint       weeks,
      guint       count)
{
  RoundelRhythm rhythm = { ROUNDEL_RHYTHM_WEEKS, weeks, count };

  return roundel_schedule_list (first, &rhythm, count, NULL);
}

static void
test_four_thursdays (void)
{
  const char *expected[] = { "2027-01-14T15:00", "2027-01-21T15:00", "2027-01-28T15:00", "2027-02-04T15:00", NULL };
  g_auto (GStrv) times = list ("2027-01-14T15:00", 1, 4);

  g_assert_cmpstrv (times, expected);
  for (guint i = 0; times[i] != NULL; i++)
    {
      g_autoptr (GDateTime) time = roundel_local_time_resolve (times[i], "Europe/Oslo", 0, NULL);

      g_assert_cmpint (g_date_time_get_day_of_week (time), ==, G_DATE_THURSDAY);
    }
}

static void
test_the_local_hour_stays_when_the_clocks_change (void)
{
  g_auto (GStrv) oslo = list ("2027-03-18T15:00", 2, 3);
  g_auto (GStrv) sydney = list ("2027-03-25T09:30", 2, 2);

  assert_resolves (oslo[0], "Europe/Oslo", 0, "2027-03-18T15:00:00+01:00");
  assert_resolves (oslo[1], "Europe/Oslo", 0, "2027-04-01T15:00:00+02:00");
  assert_resolves (oslo[2], "Europe/Oslo", 0, "2027-04-15T15:00:00+02:00");
  assert_resolves (sydney[0], "Australia/Sydney", 0, "2027-03-25T09:30:00+11:00");
  assert_resolves (sydney[1], "Australia/Sydney", 0, "2027-04-08T09:30:00+10:00");
}

static void
test_a_monthly_rhythm_keeps_the_weekday (void)
{
  RoundelRhythm rhythm = { ROUNDEL_RHYTHM_MONTHS, 1, 4 };
  const char *second[] = { "2027-01-14T15:00", "2027-02-11T15:00", "2027-03-11T15:00", "2027-04-08T15:00", NULL };
  const char *fifth[] = { "2027-04-30T09:00", "2027-05-28T09:00", "2027-06-25T09:00", "2027-07-30T09:00", NULL };
  g_auto (GStrv) thursdays = roundel_schedule_list ("2027-01-14T15:00", &rhythm, 4, NULL);
  g_auto (GStrv) fridays = roundel_schedule_list ("2027-04-30T09:00", &rhythm, 4, NULL);

  g_assert_cmpstrv (thursdays, second);
  g_assert_cmpstrv (fridays, fifth);
}

static void
test_weeks_after_an_event_keep_their_distance (void)
{
  const guint weeks[] = { 2, 4, 6, 8, 12 };
  const char *expected[] = { "2027-01-14T15:00", "2027-01-28T15:00", "2027-02-11T15:00", "2027-02-25T15:00",
                             "2027-03-25T15:00", "2027-04-22T15:00", NULL };
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (guint));
  RoundelRhythm rhythm = { ROUNDEL_RHYTHM_WEEKS, 0, 5, at };
  g_auto (GStrv) times = NULL;

  g_array_append_vals (at, weeks, G_N_ELEMENTS (weeks));
  times = roundel_schedule_list ("2027-01-14T15:00", &rhythm, 6, NULL);
  g_assert_cmpstrv (times, expected);
}

static void
test_days_off_are_passed_over (void)
{
  const char *weekly[] = { "2027-03-11T15:00", "2027-03-18T15:00", "2027-04-01T15:00", "2027-04-08T15:00", NULL };
  const char *monthly[] = { "2027-03-11T15:00", "2027-04-08T15:00", "2027-05-20T15:00", "2027-06-10T15:00", NULL };
  const char *daily[] = { "2027-03-11T15:00", "2027-03-15T15:00", "2027-03-16T15:00", "2027-03-17T15:00", NULL };
  const char *weekend[] = { "2027-03-13T15:00", "2027-03-14T15:00", "2027-03-15T15:00", "2027-03-16T15:00", NULL };
  RoundelRhythm weeks = { ROUNDEL_RHYTHM_WEEKS, 1, 4 };
  RoundelRhythm months = { ROUNDEL_RHYTHM_MONTHS, 1, 4 };
  RoundelRhythm days = { ROUNDEL_RHYTHM_DAYS, 1, 4 };
  g_auto (GStrv) easter = roundel_schedule_list ("2027-03-11T15:00", &weeks, 4, "2027-03-22/2027-03-29");
  g_auto (GStrv) ascension = roundel_schedule_list ("2027-03-11T15:00", &months, 4, "2027-05-13 2027-06-24");
  g_auto (GStrv) work = roundel_schedule_list ("2027-03-11T15:00", &days, 4, "2027-03-12");
  g_auto (GStrv) retreat = roundel_schedule_list ("2027-03-13T15:00", &days, 4, NULL);

  g_assert_cmpstrv (easter, weekly);
  g_assert_cmpstrv (ascension, monthly);
  g_assert_cmpstrv (work, daily);
  g_assert_cmpstrv (retreat, weekend);
}

static void
test_two_sessions_never_fall_on_one_day (void)
{
  const char *expected[] = { "2027-01-14T15:00", "2027-02-04T15:00", "2027-02-11T15:00", NULL };
  const guint weeks[] = { 0, 1, 2 };
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (guint));
  RoundelRhythm rhythm = { ROUNDEL_RHYTHM_WEEKS, 0, 3, at };
  g_auto (GStrv) times = NULL;

  g_array_append_vals (at, weeks, G_N_ELEMENTS (weeks));
  times = roundel_schedule_list ("2027-01-14T15:00", &rhythm, 3, "2027-01-18/2027-01-31");
  g_assert_cmpstrv (times, expected);
}

static void
test_what_are_no_days_off_is_known (void)
{
  g_assert_true (roundel_days_off_is_valid (NULL));
  g_assert_true (roundel_days_off_is_valid (" ,\n"));
  g_assert_true (roundel_days_off_is_valid ("2027-02-18,2027-03-22/2027-03-29\n2028-02-29"));
  g_assert_false (roundel_days_off_is_valid ("2027-02-29"));
  g_assert_false (roundel_days_off_is_valid ("18.2.2027"));
  g_assert_false (roundel_days_off_is_valid ("2027-03-29/2027-03-22"));
  g_assert_false (roundel_days_off_is_valid ("2027-03-22/2027-03-29/2027-04-01"));
}

static void
test_who_is_never_free_still_has_dates (void)
{
  RoundelRhythm weeks = { ROUNDEL_RHYTHM_WEEKS, 1, 2 };
  g_auto (GStrv) times = roundel_schedule_list ("2027-03-11T15:00", &weeks, 2, "1970-01-01/2200-12-31");

  g_assert_cmpuint (g_strv_length (times), ==, 2);
}

static void
test_an_hour_that_is_left_out_is_read_by_the_clock_before (void)
{
  assert_resolves ("2027-03-28T02:30", "Europe/Oslo", 0, "2027-03-28T03:30:00+02:00");
  assert_resolves ("2027-03-14T02:00", "America/New_York", 0, "2027-03-14T03:00:00-04:00");
  /* half an hour only, and the day around midnight */
  assert_resolves ("2027-10-03T02:15", "Australia/Lord_Howe", 0, "2027-10-03T02:45:00+11:00");
  assert_resolves ("2018-11-04T00:30", "America/Sao_Paulo", 0, "2018-11-04T01:30:00-02:00");
}

static void
test_an_hour_that_comes_twice_is_the_first (void)
{
  assert_resolves ("2027-10-31T02:30", "Europe/Oslo", 0, "2027-10-31T02:30:00+02:00");
  assert_resolves ("2027-10-31T03:00", "Europe/Oslo", 0, "2027-10-31T03:00:00+01:00");
  assert_resolves ("2027-11-07T01:00", "America/New_York", 0, "2027-11-07T01:00:00-04:00");
  assert_resolves ("2027-04-04T01:45", "Australia/Lord_Howe", 0, "2027-04-04T01:45:00+11:00");
}

static void
test_a_session_lasts_its_time_over_the_change (void)
{
  assert_resolves ("2027-10-31T01:30", "Europe/Oslo", 2 * 3600, "2027-10-31T02:30:00+01:00");
  assert_resolves ("2027-01-14T15:00", "Europe/Oslo", 3600, "2027-01-14T16:00:00+01:00");
}

static void
test_what_is_no_time_is_refused (void)
{
  const char *wrong[] = { "", "2027-01-14", "2027-1-14T15:00", "2027-02-30T15:00", "2027-01-14T25:00", "2027-01-14 15:00",
                          "2027-01-14T15:00Z", "+027-01-14T15:00", "0000-00-00T00:00", "9999-01-01T00:00" };
  const char *zones[] = { "", "Oslo", "Europe/Olso", "../../etc/passwd", "/etc/localtime" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (roundel_local_time_is_valid (wrong[i]));
      g_assert_null (roundel_local_time_resolve (wrong[i], "Europe/Oslo", 0, &error));
      g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE);
    }
  g_assert_false (roundel_local_time_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (roundel_zone_is_valid (zones[i]));
      g_assert_null (roundel_local_time_resolve ("2027-01-14T15:00", zones[i], 0, &error));
      g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE);
    }
  g_assert_true (roundel_zone_is_valid ("Europe/Oslo"));
  g_assert_true (roundel_zone_is_valid ("UTC"));
}

static void
test_a_first_date_leaves_time_to_invite (void)
{
  g_autofree char *oslo = roundel_schedule_suggest (NOON_2026_11_21, "Europe/Oslo");
  g_autofree char *kiritimati = roundel_schedule_suggest (NOON_2026_11_21, "Pacific/Kiritimati");

  g_assert_cmpstr (oslo, ==, "2026-12-24T10:00");
  g_assert_cmpstr (kiritimati, ==, "2026-12-24T10:00");
}

static void
test_the_first_session_follows_its_event (void)
{
  const guint inside[] = { 0, 2, 4 }, after[] = { 2, 4 };
  RoundelRhythm rhythm = { ROUNDEL_RHYTHM_WEEKS, 0, 3, g_array_new (FALSE, FALSE, sizeof (guint)) };
  const RoundelRhythm weekly = { ROUNDEL_RHYTHM_WEEKS, 1, 4, NULL };
  g_autofree char *in_event = NULL;
  g_autofree char *later = NULL;

  g_array_append_vals (rhythm.at, inside, G_N_ELEMENTS (inside));
  in_event = roundel_schedule_begin ("2027-01-14", &rhythm, "2026-12-24T15:30");
  g_assert_cmpstr (in_event, ==, "2027-01-14T15:30");
  g_array_set_size (rhythm.at, 0);
  g_array_append_vals (rhythm.at, after, G_N_ELEMENTS (after));
  later = roundel_schedule_begin ("2027-01-14", &rhythm, NULL);
  g_assert_cmpstr (later, ==, "2027-01-28T10:00");
  g_assert_null (roundel_schedule_begin ("2027-01-14", &weekly, NULL));
  g_assert_null (roundel_schedule_begin ("2027-02-30", &rhythm, NULL));
  g_assert_null (roundel_schedule_begin (NULL, &rhythm, NULL));
  g_assert_null (roundel_schedule_begin ("2027-01-14", NULL, NULL));
  g_array_unref (rhythm.at);
}

static void
test_hours_are_said_shortly (void)
{
  const struct { guint minutes; const char *text; } cases[] = {
    { 1, "1 minute" }, { 45, "45 minutes" }, { 60, "1 hour" }, { 90, "\u20661½\u2069 hours" }, { 210, "\u20663½\u2069 hours" }, { 75, "\u20661¼\u2069 hours" },
    { 70, "1 h 10 min" }, { 2100, "35 hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = roundel_duration_describe (cases[i].minutes * 60);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/days-off-are-passed-over", test_days_off_are_passed_over);
  g_test_add_func ("/schedule/two-sessions-never-fall-on-one-day", test_two_sessions_never_fall_on_one_day);
  g_test_add_func ("/schedule/what-are-no-days-off-is-known", test_what_are_no_days_off_is_known);
  g_test_add_func ("/schedule/who-is-never-free-still-has-dates", test_who_is_never_free_still_has_dates);
  g_test_add_func ("/schedule/four-thursdays", test_four_thursdays);
  g_test_add_func ("/schedule/the-local-hour-stays-when-the-clocks-change", test_the_local_hour_stays_when_the_clocks_change);
  g_test_add_func ("/schedule/a-monthly-rhythm-keeps-the-weekday", test_a_monthly_rhythm_keeps_the_weekday);
  g_test_add_func ("/schedule/weeks-after-an-event-keep-their-distance", test_weeks_after_an_event_keep_their_distance);
  g_test_add_func ("/schedule/an-hour-that-is-left-out-is-read-by-the-clock-before",
                   test_an_hour_that_is_left_out_is_read_by_the_clock_before);
  g_test_add_func ("/schedule/an-hour-that-comes-twice-is-the-first", test_an_hour_that_comes_twice_is_the_first);
  g_test_add_func ("/schedule/a-session-lasts-its-time-over-the-change", test_a_session_lasts_its_time_over_the_change);
  g_test_add_func ("/schedule/what-is-no-time-is-refused", test_what_is_no_time_is_refused);
  g_test_add_func ("/schedule/a-first-date-leaves-time-to-invite", test_a_first_date_leaves_time_to_invite);
  g_test_add_func ("/schedule/the-first-session-follows-its-event", test_the_first_session_follows_its_event);
  g_test_add_func ("/schedule/hours-are-said-shortly", test_hours_are_said_shortly);
  return g_test_run ();
}
