/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/day.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

static GDateTime *
in_zone (gint64     when,
         GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static gboolean
is_day (GDateTime *a,
        GDateTime *b)
{
  return a != NULL && b != NULL && g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* Without a GDateTime: it is asked for each row of a long list. */
static gint64
number_of_day (gint64     when,
               GTimeZone *zone)
{
  gint64 local = when + g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, when));
  gint64 seconds = local % DAY;

  return (local - (seconds < 0 ? seconds + DAY : seconds)) / DAY;
}

/**
 * roundel_same_day:
 * @a: seconds since 1970
 * @b: seconds since 1970
 * @zone: where the days are counted
 *
 * Returns: whether both are on one day
 */
gboolean
roundel_same_day (gint64     a,
                  gint64     b,
                  GTimeZone *zone)
{
  return number_of_day (a, zone) == number_of_day (b, zone);
}

/**
 * roundel_day_dup_date:
 * @when: seconds since 1970
 * @now: seconds since 1970
 * @zone: where the days are counted
 *
 * Returns: (transfer full): “Tuesday, 19 January”, with the year when it is another than that of @now
 */
char *
roundel_day_dup_date (gint64     when,
                      gint64     now,
                      GTimeZone *zone)
{
  g_autoptr (GDateTime) day = in_zone (when, zone);
  g_autoptr (GDateTime) today = in_zone (now, zone);

  if (day == NULL || today == NULL)
    return g_strdup ("");
  if (g_date_time_get_year (day) == g_date_time_get_year (today))
    /* Translators: a day of this year: Tuesday, 19 January */
    return g_date_time_format (day, _("%A, %-d %B"));
  /* Translators: a day of another year: Tuesday, 19 January 2027 */
  return g_date_time_format (day, _("%A, %-d %B %Y"));
}

/**
 * roundel_day_dup_name:
 * @when: seconds since 1970
 * @now: seconds since 1970
 * @zone: where the days are counted
 *
 * Returns: (transfer full): the heading above what was written on that day
 */
char *
roundel_day_dup_name (gint64     when,
                      gint64     now,
                      GTimeZone *zone)
{
  g_autoptr (GDateTime) day = in_zone (when, zone);
  g_autoptr (GDateTime) today = in_zone (now, zone);
  g_autoptr (GDateTime) yesterday = today != NULL ? g_date_time_add_days (today, -1) : NULL;

  if (is_day (day, today))
    return g_strdup (_("Today"));
  if (is_day (day, yesterday))
    return g_strdup (_("Yesterday"));
  return roundel_day_dup_date (when, now, zone);
}

/**
 * roundel_day_dup_time:
 * @when: seconds since 1970
 * @zone: where
 *
 * Returns: (transfer full): “21:40”
 */
char *
roundel_day_dup_time (gint64     when,
                      GTimeZone *zone)
{
  g_autoptr (GDateTime) time = in_zone (when, zone);

  return time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
}
