/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "paper/calendar.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

/* The rules of a zone under its plain name: libical puts a prefix before it that other calendars do not know. */
static void
add_zone (icalcomponent *calendar,
          const char    *name,
          icaltimezone  *zone)
{
  icalcomponent *rules = icalcomponent_new_clone (icaltimezone_get_component (zone));
  icalproperty *id = icalcomponent_get_first_property (rules, ICAL_TZID_PROPERTY);

  icalproperty_set_tzid (id, name);
  icalcomponent_add_component (calendar, rules);
}

/* A session of whose zone the computer has no rules stands in the time of the world. */
static void
add_moment (icalcomponent    *event,
            icalproperty     *property,
            GDateTime        *when,
            const char       *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (when);
  GDateTime *shown = zone != NULL ? when : utc;
  g_autofree char *text = g_date_time_format (shown, zone != NULL ? "%Y%m%dT%H%M%S" : "%Y%m%dT%H%M%SZ");

  icalproperty_set_value_from_string (property, text, "DATE-TIME");
  if (zone != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  icalcomponent_add_property (event, property);
}

static char *
describe (const RoundelProgram *program,
          const RoundelSession *session)
{
  const RoundelCircle *circle = roundel_program_find_circle (program, session->circle);
  g_autoptr (GString) text = g_string_new (NULL);

  if (program->circles->len > 1 && circle != NULL && circle->name != NULL)
    g_string_append_printf (text, _("Circle: %s\n"), circle->name);
  if (program->topic != NULL && *program->topic != '\0')
    g_string_append_printf (text, _("Topic: %s\n"), program->topic);
  if (session->question != NULL && *session->question != '\0')
    g_string_append_printf (text, _("Question: %s\n"), session->question);
  for (guint i = 0; i < session->between->len; i++)
    {
      const RoundelBetween *between = session->between->pdata[i];

      g_string_append_printf (text, _("Before it: %s\n"), between->text);
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
name_session (const RoundelProgram *program,
              const RoundelSession *session)
{
  const char *title = program->title != NULL ? program->title : _("Peer learning");

  if (session->title != NULL && *session->title != '\0')
    /* Translators: a program and one of its sessions, in a calendar */
    return g_strdup_printf (_("%s: %s"), title, session->title);
  /* Translators: a program and the number of a session, in a calendar */
  return g_strdup_printf (_("%s, session %u"), title, session->number);
}

static void
add_session (icalcomponent        *calendar,
             GHashTable           *zones,
             const RoundelProgram *program,
             const RoundelSession *session,
             GDateTime            *begins,
             GDateTime            *now)
{
  icaltimezone *zone = session->zone != NULL ? icaltimezone_get_builtin_timezone (session->zone) : NULL;
  const char *zone_name = zone != NULL ? session->zone : NULL;
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autoptr (GDateTime) ends = g_date_time_add_seconds (begins, session->seconds);
  g_autofree char *id = g_strconcat (session->id, "@roundel", NULL);
  g_autofree char *summary = name_session (program, session);
  g_autofree char *description = describe (program, session);

  if (zone != NULL && g_hash_table_add (zones, session->zone))
    add_zone (calendar, session->zone, zone);
  icalcomponent_add_property (event, icalproperty_new_uid (id));
  add_moment (event, icalproperty_new (ICAL_DTSTAMP_PROPERTY), now, NULL);
  add_moment (event, icalproperty_new (ICAL_DTSTART_PROPERTY), begins, zone_name);
  add_moment (event, icalproperty_new (ICAL_DTEND_PROPERTY), ends, zone_name);
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (session->place != NULL && *session->place != '\0')
    icalcomponent_add_property (event, icalproperty_new_location (session->place));
  if (*description != '\0')
    icalcomponent_add_property (event, icalproperty_new_description (description));
  icalcomponent_add_component (calendar, event);
}

/**
 * roundel_calendar_write:
 * @program: a program
 * @circle: (nullable): one of its circles; %NULL for all
 * @now: when it is written, in microseconds since 1970
 * @n_sessions: (out): how many sessions are in it: those that have a date
 *
 * The sessions as a calendar file, for the calendars of its members (RFC 5545). Each keeps its id, so that a calendar which
 * takes the file a second time moves what has moved. No member is named in it: a calendar is often open to others.
 *
 * Returns: the text of the file
 */
char *
roundel_calendar_write (const RoundelProgram *program,
                        const RoundelCircle  *circle,
                        gint64                now,
                        guint                *n_sessions)
{
  g_autoptr (GHashTable) zones = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDateTime) written = NULL;
  icalcomponent *calendar;
  char *text;

  g_return_val_if_fail (program != NULL && n_sessions != NULL, NULL);
  written = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  icaltimezone_set_builtin_tzdata (FALSE); /* that of the system, which is kept up to date */
  calendar = icalcomponent_vanew (ICAL_VCALENDAR_COMPONENT,
                                  icalproperty_new_version ("2.0"),
                                  icalproperty_new_prodid ("-//Roundel//Roundel " PACKAGE_VERSION "//EN"),
                                  icalproperty_new_method (ICAL_METHOD_PUBLISH),
                                  NULL);
  *n_sessions = 0;
  for (guint i = 0; i < program->sessions->len; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      g_autoptr (GDateTime) begins = NULL;

      if (session->starts == NULL || (circle != NULL && !g_str_equal (session->circle, circle->id))
          || (begins = roundel_local_time_resolve (session->starts, session->zone, 0, NULL)) == NULL)
        continue;
      add_session (calendar, zones, program, session, begins, written);
      *n_sessions += 1;
    }
  text = g_strdup (icalcomponent_as_ical_string (calendar));
  icalcomponent_free (calendar);
  return text;
}
