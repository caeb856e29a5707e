/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/day.h"

static void
assert_day (const char *when,
            const char *now,
            const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Oslo");
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (when, zone);
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 (now, zone);
  g_autofree char *called = roundel_day_dup_name (g_date_time_to_unix (then), g_date_time_to_unix (today), zone);

  g_assert_cmpstr (called, ==, name);
}

static void
test_days_are_named_as_people_do (void)
{
  assert_day ("2027-01-19T00:00:00", "2027-01-19T23:59:59", "Today");
  assert_day ("2027-01-18T23:59:00", "2027-01-19T00:01:00", "Yesterday");
  assert_day ("2027-01-14T15:00:00", "2027-01-19T21:40:00", "Thursday, 14 January");
  assert_day ("2026-12-31T22:00:00", "2027-01-19T21:40:00", "Thursday, 31 December 2026");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/days-are-named-as-people-do", test_days_are_named_as_people_do);
  return g_test_run ();
}
