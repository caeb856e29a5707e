/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/schedule.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "core/error.h"

#define DAY (24 * 60 * 60)
#define LOCAL_LENGTH 16  /* 2027-01-14T15:00 */
#define FIRST_YEAR 1970
#define LAST_YEAR 2200

/* Asking people, and their supervisors for time, takes a month (J). */
#define SUGGESTED_DAYS 28
#define SUGGESTED_HOUR 10

#define WEEK 7
#define DATE_LENGTH 10   /* 2027-02-18 */
#define MOST_MOVES 520   /* after so many weeks or days off in a row the day is taken all the same */

/* From a day to a day, both counted, as g_date_get_julian() */
typedef struct
{
  guint32 from;
  guint32 to;
} DaysOff;

/* LOCAL as if its zone were UTC, in seconds since 1970. */
static gboolean
read_local (const char *local,
            gint64     *seconds)
{
  const char *shape = "0000-00-00T00:00";
  int year, month, day, hour, minute;
  g_autoptr (GDateTime) time = NULL;

  if (local == NULL || strlen (local) != LOCAL_LENGTH)
    return FALSE;
  for (guint i = 0; i < LOCAL_LENGTH; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (local[i]) : local[i] != shape[i])
      return FALSE;
  sscanf (local, "%d-%d-%dT%d:%d", &year, &month, &day, &hour, &minute);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return FALSE;
  time = g_date_time_new_utc (year, month, day, hour, minute, 0);
  if (time == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (time);
  return TRUE;
}

static gint64
offset_at (GTimeZone *zone,
           gint64     seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

/* What a clock in ZONE shows LOCAL at. The offset of a day before and of a day after are the two that come into
 * question: no zone changes its clocks twice in two days. */
static gint64
find_instant (GTimeZone *zone,
              gint64     local)
{
  gint64 before = offset_at (zone, local - DAY);
  gint64 after = offset_at (zone, local + DAY);
  gint64 early = local - MAX (before, after);
  gint64 late = local - MIN (before, after);

  if (early + offset_at (zone, early) == local)
    return early;
  if (late + offset_at (zone, late) == local)
    return late;
  return local - before;
}

/* GLib reads the file of a zone again as soon as nobody holds it, which for each date of a list takes milliseconds: the
 * last one is held. */
static GTimeZone *
open_zone (const char *zone)
{
  static GTimeZone *last;
  G_LOCK_DEFINE_STATIC (last);
  GTimeZone *found;

  if (zone == NULL || *zone == '\0' || *zone == '/' || strstr (zone, "..") != NULL)
    return NULL;
  found = g_time_zone_new_identifier (zone);
  if (found == NULL)
    return NULL;
  G_LOCK (last);
  if (last != found)
    {
      g_clear_pointer (&last, g_time_zone_unref);
      last = g_time_zone_ref (found);
    }
  G_UNLOCK (last);
  return found;
}

/**
 * roundel_local_time_is_valid:
 * @local: (nullable): a text
 *
 * Returns: whether it is a local time such as `2027-01-14T15:00`, on a day that is in the calendar
 */
gboolean
roundel_local_time_is_valid (const char *local)
{
  gint64 seconds;

  return read_local (local, &seconds);
}

/**
 * roundel_zone_is_valid:
 * @zone: (nullable): a text
 *
 * Returns: whether it is the IANA name of a zone known to this computer, such as `Europe/Oslo`
 */
gboolean
roundel_zone_is_valid (const char *zone)
{
  g_autoptr (GTimeZone) found = open_zone (zone);

  return found != NULL;
}

/**
 * roundel_local_time_resolve:
 * @local: a local time
 * @zone: the IANA name of its zone
 * @seconds: how many seconds later is meant: the length of a session, for its end
 * @error: return location for a %ROUNDEL_CORE_ERROR_NONSENSE
 *
 * Finds the moment. An hour that comes twice, when the clocks go back, means the first; one that is left out, when they
 * go forward, is read by the clock from before, so that 02:30 becomes 03:30. Calendars do the same (RFC 5545, 3.3.5).
 *
 * Returns: (transfer full): the moment in its zone, or %NULL
 */
GDateTime *
roundel_local_time_resolve (const char  *local,
                            const char  *zone,
                            guint        seconds,
                            GError     **error)
{
  g_autoptr (GTimeZone) found = open_zone (zone);
  g_autoptr (GDateTime) utc = NULL;
  gint64 time;

  if (!read_local (local, &time))
    {
      g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
                   _("“%s” is no date and time; write it as 2027-01-14T15:00."), local != NULL ? local : "");
      return NULL;
    }
  if (found == NULL)
    {
      g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE,
                   _("This computer knows no time zone “%s”; write it as Europe/Oslo."), zone != NULL ? zone : "");
      return NULL;
    }
  utc = g_date_time_new_from_unix_utc (find_instant (found, time) + seconds);
  return g_date_time_to_timezone (utc, found);
}

/**
 * roundel_local_time_distance:
 * @from: a local time
 * @to: another one
 *
 * Returns: by how many seconds a clock on the wall is further at @to
 */
gint64
roundel_local_time_distance (const char *from,
                             const char *to)
{
  gint64 one, other;

  g_return_val_if_fail (read_local (from, &one) && read_local (to, &other), 0);
  return other - one;
}

/**
 * roundel_local_time_add:
 * @local: a local time
 * @seconds: how many seconds later, as a clock on the wall counts
 *
 * Returns: (transfer full): that local time
 */
char *
roundel_local_time_add (const char *local,
                        gint64      seconds)
{
  g_autoptr (GDateTime) time = NULL;
  gint64 at;

  g_return_val_if_fail (read_local (local, &at), NULL);
  time = g_date_time_new_from_unix_utc (at + seconds);
  return g_date_time_format (time, "%Y-%m-%dT%H:%M");
}

/**
 * roundel_schedule_suggest:
 * @now: microseconds since 1970
 * @zone: the IANA name of a zone
 *
 * Returns: (transfer full): when a first session might be: a Thursday at ten, four weeks ahead, so that there is time to
 *   invite people and to ask their supervisors
 */
char *
roundel_schedule_suggest (gint64      now,
                          const char *zone)
{
  g_autoptr (GTimeZone) found = open_zone (zone);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) here = found != NULL ? g_date_time_to_timezone (utc, found) : g_date_time_ref (utc);
  int to_thursday = (7 + G_DATE_THURSDAY - g_date_time_get_day_of_week (here)) % 7;
  g_autoptr (GDateTime) day = g_date_time_add_days (here, SUGGESTED_DAYS + to_thursday);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:00", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), SUGGESTED_HOUR);
}

static gboolean
read_day (const char *text,
          guint32    *day)
{
  g_autofree char *noon = g_strconcat (text, "T12:00", NULL);
  int year, month, day_of_month;
  gint64 seconds;
  GDate date;

  if (strlen (text) != DATE_LENGTH || !read_local (noon, &seconds))
    return FALSE;
  sscanf (text, "%d-%d-%d", &year, &month, &day_of_month);
  g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  *day = g_date_get_julian (&date);
  return TRUE;
}

/* NULL if TEXT is something else than days and times off. */
static GArray *
read_days_off (const char *text)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (DaysOff));
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", ", ;\n\t", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) ends = g_strsplit (*word, "/", 2);
      DaysOff off;

      if (**word == '\0')
        continue;
      if (!read_day (ends[0], &off.from) || !read_day (ends[1] != NULL ? ends[1] : ends[0], &off.to) || off.to < off.from)
        return NULL;
      g_array_append_val (list, off);
    }
  return g_steal_pointer (&list);
}

/**
 * roundel_days_off_is_valid:
 * @days_off: (nullable): a text
 *
 * Returns: whether it is a list of days and of times, such as `2027-02-18, 2027-03-22/2027-03-29`; an empty one too
 */
gboolean
roundel_days_off_is_valid (const char *days_off)
{
  g_autoptr (GArray) list = read_days_off (days_off);

  return list != NULL;
}

static gboolean
is_off (GDateTime    *time,
        const GArray *days_off,
        gboolean      weekends_too)
{
  GDate date;
  guint32 day;

  if (weekends_too && g_date_time_get_day_of_week (time) >= G_DATE_SATURDAY)
    return TRUE;
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  day = g_date_get_julian (&date);
  for (guint i = 0; i < days_off->len; i++)
    {
      const DaysOff *off = &g_array_index (days_off, DaysOff, i);

      if (day >= off->from && day <= off->to)
        return TRUE;
    }
  return FALSE;
}

/* How many units after the first session NUMBER is, from 0. Beyond the end it goes on at the last distance. */
static guint
units_after_first (const RoundelRhythm *rhythm,
                   guint                number)
{
  guint last, gap;

  if (rhythm->at == NULL || rhythm->at->len == 0)
    return number * rhythm->every;
  if (number < rhythm->at->len)
    return g_array_index (rhythm->at, guint, number) - g_array_index (rhythm->at, guint, 0);
  last = rhythm->at->len - 1;
  gap = last > 0 ? g_array_index (rhythm->at, guint, last) - g_array_index (rhythm->at, guint, last - 1) : 1;
  return g_array_index (rhythm->at, guint, last) - g_array_index (rhythm->at, guint, 0) + gap * (number - last);
}

/* The same weekday of its month, MONTHS later: the second Thursday stays the second Thursday. A fifth one becomes the
 * last of its month. */
static GDateTime *
add_months (GDateTime *time,
            guint      months)
{
  guint day = g_date_time_get_day_of_month (time);
  g_autoptr (GDateTime) first = g_date_time_add_days (time, 1 - (int) day);
  g_autoptr (GDateTime) month = g_date_time_add_months (first, months);
  int to_weekday = (7 + g_date_time_get_day_of_week (time) - g_date_time_get_day_of_week (month)) % 7;
  guint week = (day - 1) / 7;
  guint in_month = g_date_get_days_in_month (g_date_time_get_month (month), g_date_time_get_year (month));

  if (to_weekday + 7 * week >= in_month)
    week--;
  return g_date_time_add_days (month, to_weekday + 7 * week);
}

/**
 * roundel_schedule_begin:
 * @event_on: the day of what the program follows, such as `2027-01-14`
 * @rhythm: (nullable): when the sessions are
 * @starts: (nullable): the local time of the first session so far, of which the hour stays
 *
 * Returns: (transfer full) (nullable): the local time of the first session after the event (D14): on its day, if the rhythm
 *   has a session inside it; %NULL if @event_on is no day, or @rhythm does not count from one
 */
char *
roundel_schedule_begin (const char          *event_on,
                        const RoundelRhythm *rhythm,
                        const char          *starts)
{
  g_autofree char *local = g_strconcat (event_on != NULL ? event_on : "",
                                        roundel_local_time_is_valid (starts) ? starts + DATE_LENGTH : "T10:00", NULL);
  g_autoptr (GDateTime) event = NULL;
  g_autoptr (GDateTime) first = NULL;
  guint units;
  gint64 seconds;

  if (rhythm == NULL || rhythm->at == NULL || rhythm->at->len == 0 || !read_local (local, &seconds))
    return NULL;
  units = g_array_index (rhythm->at, guint, 0);
  event = g_date_time_new_from_unix_utc (seconds);
  if (rhythm->unit == ROUNDEL_RHYTHM_MONTHS)
    first = add_months (event, units);
  else
    first = g_date_time_add_days (event, (rhythm->unit == ROUNDEL_RHYTHM_DAYS ? 1 : WEEK) * (int) units);
  return g_date_time_format (first, "%Y-%m-%dT%H:%M");
}

/**
 * roundel_schedule_list:
 * @first: the local time of the first session
 * @rhythm: when the others are
 * @count: how many; more than @rhythm has go on at its last distance
 * @days_off: (nullable): days and times on which nobody meets, as for roundel_days_off_is_valid()
 *
 * Dates of sessions. They are local times, so that the hour on the wall stays the same when the clocks change. A monthly
 * rhythm keeps the weekday: the second Thursday of each month.
 *
 * A session on a day off moves on by a week, so that it keeps its weekday, or by a day where the rhythm counts days; then
 * weekends are off as well, unless the first session is on one. In an even rhythm all later ones move along: there is to
 * be as much time to practise between them.
 *
 * Returns: (transfer full): the local times
 */
char **
roundel_schedule_list (const char          *first,
                       const RoundelRhythm *rhythm,
                       guint                count,
                       const char          *days_off)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (GArray) off = read_days_off (days_off);
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) before = NULL;
  const gboolean even = rhythm != NULL && rhythm->at == NULL && rhythm->unit != ROUNDEL_RHYTHM_MONTHS;
  const gboolean by_days = rhythm != NULL && rhythm->unit == ROUNDEL_RHYTHM_DAYS;
  gboolean weekends_too;
  int moved = 0;
  gint64 seconds;

  g_return_val_if_fail (read_local (first, &seconds) && rhythm != NULL, NULL);

  start = g_date_time_new_from_unix_utc (seconds);
  weekends_too = by_days && g_date_time_get_day_of_week (start) < G_DATE_SATURDAY;
  if (off == NULL)
    off = g_array_new (FALSE, FALSE, sizeof (DaysOff));
  for (guint i = 0; i < count; i++)
    {
      guint units = units_after_first (rhythm, i);
      g_autoptr (GDateTime) time = NULL;
      g_autofree char *text = NULL;

      if (rhythm->unit == ROUNDEL_RHYTHM_MONTHS)
        time = add_months (start, units);
      else
        time = g_date_time_add_days (start, (by_days ? 1 : WEEK) * (int) units + moved);
      for (guint k = 0; k < MOST_MOVES && (is_off (time, off, weekends_too)
                                           || (before != NULL && g_date_time_compare (time, before) <= 0)); k++)
        {
          g_autoptr (GDateTime) too_early = time;

          time = g_date_time_add_days (too_early, by_days ? 1 : WEEK);
          moved += even ? (by_days ? 1 : WEEK) : 0;
        }
      text = g_date_time_format (time, "%Y-%m-%dT%H:%M");
      g_strv_builder_add (list, text);
      g_clear_pointer (&before, g_date_time_unref);
      before = g_steal_pointer (&time);
    }
  return g_strv_builder_end (list);
}

/**
 * roundel_duration_describe:
 * @seconds: a time
 *
 * A number with a fraction is isolated, so that it is not “½3” among words from right to left.
 *
 * Returns: (transfer full): “7 hours”, “3½ hours”, “45 minutes”
 */
char *
roundel_duration_describe (guint seconds)
{
  guint minutes = (seconds + 30) / 60;
  guint hours = minutes / 60;
  const char *fractions[] = { "", "¼", "½", "¾" };
  guint quarter = (minutes % 60) / 15;
  g_autofree char *number = NULL;

  if (minutes < 60 || minutes % 15 != 0)
    {
      if (hours == 0)
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", minutes), minutes);
      /* Translators: hours and minutes */
      return g_strdup_printf (_("%u h %u min"), hours, minutes % 60);
    }
  if (quarter == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", hours), hours);
  number = g_strdup_printf ("\u2066%u%s\u2069", hours, fractions[quarter]);
  /* Translators: hours, such as 3½ */
  return g_strdup_printf (_("%s hours"), number);
}

/**
 * roundel_rhythm_describe:
 * @self: when sessions are
 *
 * Returns: (transfer full): “weekly”, “every 2 weeks”, “monthly”, “weeks 2, 4, 6, 8, 12”
 */
char *
roundel_rhythm_describe (const RoundelRhythm *self)
{
  GString *text;

  if (self->at == NULL)
    switch (self->unit)
      {
      case ROUNDEL_RHYTHM_DAYS:
        return self->every == 1 ? g_strdup (_("daily")) : g_strdup_printf (_("every %u days"), self->every);
      case ROUNDEL_RHYTHM_MONTHS:
        return self->every == 1 ? g_strdup (_("monthly")) : g_strdup_printf (_("every %u months"), self->every);
      case ROUNDEL_RHYTHM_WEEKS:
      default:
        return self->every == 1 ? g_strdup (_("weekly")) : g_strdup_printf (_("every %u weeks"), self->every);
      }
  text = g_string_new (self->unit == ROUNDEL_RHYTHM_MONTHS ? _("months") : self->unit == ROUNDEL_RHYTHM_WEEKS
                                                                                 ? _("weeks") : _("days"));
  for (guint i = 0; i < self->at->len; i++)
    g_string_append_printf (text, "%s%u", i == 0 ? " " : ", ", g_array_index (self->at, guint, i));
  return g_string_free (text, FALSE);
}
