/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper/calendar.h"

#include <libical/ical.h>
#include <string.h>

#define NOW (G_GINT64_CONSTANT (1767950000) * G_USEC_PER_SEC) /* 2026-01-09T09:13:20Z */

/* Two circles, one with a session on either side of the day on which the clocks change. */
static RoundelProgram *
make_program (void)
{
  RoundelProgram *program = roundel_program_new ("p");
  const char *starts[] = { "2027-03-25T15:00", "2027-04-01T15:00", NULL, "2027-03-26T09:00" };

  program->title = g_strdup ("Promises, kept");
  program->topic = g_strdup ("missed deadlines; and more");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("circle-%u", i + 1);
      RoundelCircle *circle = roundel_program_add_circle (program, id);

      circle->name = g_strdup (i == 0 ? "North" : "South");
    }
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *id = g_strdup_printf ("session-%u", i + 1);
      RoundelSession *session = roundel_program_add_session (program, id, i < 3 ? "circle-1" : "circle-2");

      session->starts = g_strdup (starts[i]);
      session->zone = g_strdup ("Europe/Oslo");
      session->seconds = 3600;
      session->number = i + 1;
    }
  return program;
}

static icalcomponent *
parse (const char *text)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

static icalcomponent *
find_session (icalcomponent *calendar,
              const char    *id)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_str_equal (icalcomponent_get_uid (event), id))
      return event;
  return NULL;
}

static void
test_each_session_with_a_date_keeps_its_hour (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  guint n;
  g_autofree char *text = roundel_calendar_write (program, NULL, NOW, &n);
  icalcomponent *calendar = parse (text);
  const char *ids[] = { "session-1@roundel", "session-2@roundel", "session-4@roundel" };
  const char *begins[] = { "20270325T150000", "20270401T150000", "20270326T090000" };
  /* by the rules of the zone in the file itself */
  const gint64 utc[] = { 1805983200, 1806584400, 1806048000 };

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      icalcomponent *event = find_session (calendar, ids[i]);
      icaltimetype when;

      g_assert_nonnull (event);
      when = icalcomponent_get_dtstart (event);
      g_assert_cmpstr (icaltime_as_ical_string (when), ==, begins[i]);
      g_assert_cmpint ((gint64) icaltime_as_timet_with_zone (when, icaltime_get_timezone (when)), ==, utc[i]);
      g_assert_cmpint (icaldurationtype_as_int (icalcomponent_get_duration (event)), ==, 3600);
    }
  icalcomponent_free (calendar);
}

static void
test_a_circle_has_its_own_sessions_alone (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  guint n;
  g_autofree char *text = roundel_calendar_write (program, program->circles->pdata[1], NOW, &n);
  icalcomponent *calendar = parse (text);

  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (find_session (calendar, "session-4@roundel"));
  icalcomponent_free (calendar);
}

static void
test_texts_come_back_as_they_were (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  RoundelSession *session = program->sessions->pdata[0];
  guint n;
  g_autofree char *text = NULL;
  icalcomponent *calendar, *event;

  session->place = g_strdup ("Room 2.14, “Fjord”;\\ 2nd floor\nEND:VCALENDAR");
  session->question = g_strdup ("What did you say, and what did you want to say instead of what you said, when it was late again?");
  g_ptr_array_add (session->between, roundel_between_new (ROUNDEL_BETWEEN_REAL, "Say it once for real.", 0));
  text = roundel_calendar_write (program, NULL, NOW, &n);
  calendar = parse (text);
  event = find_session (calendar, "session-1@roundel");
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "Promises, kept, session 1");
  g_assert_cmpstr (icalcomponent_get_location (event), ==, session->place);
  g_assert_nonnull (strstr (icalcomponent_get_description (event), session->question));
  g_assert_nonnull (strstr (icalcomponent_get_description (event), "Circle: North"));
  g_assert_nonnull (strstr (icalcomponent_get_description (event), "Say it once for real."));
  icalcomponent_free (calendar);
}

/* RFC 5545, 3.1: lines end with CR LF and have at most 75 octets. */
static void
test_lines_are_folded (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n;

  g_free (program->topic);
  program->topic = g_strdup ("øøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøøø");
  text = roundel_calendar_write (program, NULL, NOW, &n);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 20);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_null (strchr (*line, '\n'));
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_true (g_utf8_validate (*line, -1, NULL));
    }
}

static void
test_no_member_is_named (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  RoundelMember *member = roundel_member_new ("m", "Marguerite Zweistein");
  g_autofree char *text = NULL;
  guint n;

  g_ptr_array_add (program->members, member);
  text = roundel_calendar_write (program, NULL, NOW, &n);
  g_assert_null (strstr (text, "Marguerite"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/each-session-with-a-date-keeps-its-hour", test_each_session_with_a_date_keeps_its_hour);
  g_test_add_func ("/calendar/a-circle-has-its-own-sessions-alone", test_a_circle_has_its_own_sessions_alone);
  g_test_add_func ("/calendar/texts-come-back-as-they-were", test_texts_come_back_as_they_were);
  g_test_add_func ("/calendar/lines-are-folded", test_lines_are_folded);
  g_test_add_func ("/calendar/no-member-is-named", test_no_member_is_named);
  return g_test_run ();
}
