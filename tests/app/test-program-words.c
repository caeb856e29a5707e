/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "app/widgets/program-words.h"
#include "app/widgets/program-stage.h"
#include "core/agreement.h"
#include "core/outline.h"
#include "core/schedule.h"


/* Two sessions of an hour and a half, on Thursdays at 15:00 in Oslo. */
static RoundelProgram *
make_program (void)
{
  const char *starts[] = { "2027-01-14T15:00", "2027-01-21T15:00" };
  const char *names[] = { "Amara Okafor", "Chen Wei", "Chen Li", NULL };
  RoundelProgram *program = roundel_program_new ("p");
  RoundelCircle *circle = roundel_program_add_circle (program, "c");

  program->title = g_strdup ("Conscious skills");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);
      RoundelSession *session = roundel_program_add_session (program, id, circle->id);

      session->starts = g_strdup (starts[i]);
      session->zone = g_strdup ("Europe/Oslo");
      session->seconds = 90 * 60;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i + 1);

      g_ptr_array_add (program->members, roundel_member_new (id, names[i]));
    }
  roundel_program_put_in_order (program);
  g_strfreev (circle->members);
  circle->members = g_new0 (char *, program->members->len + 1);
  for (guint i = 0; i < program->members->len; i++)
    circle->members[i] = g_strdup (((RoundelMember *) program->members->pdata[i])->id);
  return program;
}

static gint64
at (const char *local)
{
  g_autoptr (GDateTime) time = roundel_local_time_resolve (local, "Europe/Oslo", 0, NULL);

  return g_date_time_to_unix (time) * G_TIME_SPAN_SECOND;
}

static void
test_a_program_goes_from_preparation_to_completed (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  const RoundelSession *second = program->sessions->pdata[1];

  g_assert_cmpint (roundel_program_get_stage (program, at ("2027-01-14T14:00")), ==, ROUNDEL_STAGE_PREPARATION);
  g_assert_cmpint (roundel_program_get_stage (program, at ("2027-01-15T08:00")), ==, ROUNDEL_STAGE_UNDER_WAY);
  g_assert_true (roundel_program_find_next (program, at ("2027-01-15T08:00")) == second);
  g_assert_cmpint (roundel_program_get_stage (program, at ("2027-01-22T08:00")), ==, ROUNDEL_STAGE_COMPLETED);
  g_assert_null (roundel_program_find_next (program, at ("2027-01-22T08:00")));
}

static void
test_of_many_programs_one_runs (void)
{
  g_autoptr (GPtrArray) programs = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
  const char *starts[] = { "2026-01-14T15:00", "2027-03-04T15:00", "2027-01-14T15:00", "2027-01-12T15:00" };

  g_assert_cmpuint (roundel_programs_find_running (programs, at ("2027-01-15T08:00")), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      RoundelProgram *program = make_program ();
      RoundelSession *first = program->sessions->pdata[0];

      g_free (first->starts);
      first->starts = g_strdup (starts[i]);
      if (i < 2)
        {
          RoundelSession *second = program->sessions->pdata[1];

          g_free (second->starts);
          second->starts = g_strdup (starts[i]);
        }
      g_ptr_array_add (programs, program);
    }
  /* of two that are under way the one that met yesterday, of those that are over the last */
  g_assert_cmpuint (roundel_programs_find_running (programs, at ("2027-01-15T08:00")), ==, 2);
  g_assert_cmpuint (roundel_programs_find_running (programs, at ("2027-02-25T08:00")), ==, 1);
  g_ptr_array_remove_index (programs, 1);
  g_assert_cmpuint (roundel_programs_find_running (programs, at ("2027-02-25T08:00")), ==, 1);
}

static void
test_a_session_that_runs_late_is_still_the_next (void)
{
  g_autoptr (RoundelProgram) program = make_program ();

  g_assert_cmpint (roundel_session_get_stage (program, program->sessions->pdata[0], at ("2027-01-14T18:00")), ==,
                   ROUNDEL_SESSION_NEXT);
  g_assert_cmpint (roundel_session_get_stage (program, program->sessions->pdata[0], at ("2027-01-15T08:00")), ==,
                   ROUNDEL_SESSION_PASSED);
}

static void
test_a_session_with_a_record_was_held (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  gint64 during = at ("2027-01-14T15:30");

  roundel_program_add_record (program, "r")->session = g_strdup ("s1");
  g_assert_cmpint (roundel_session_get_stage (program, program->sessions->pdata[0], during), ==, ROUNDEL_SESSION_HELD);
  g_assert_cmpint (roundel_session_get_stage (program, program->sessions->pdata[1], during), ==, ROUNDEL_SESSION_NEXT);
  g_assert_cmpint (roundel_program_get_stage (program, during), ==, ROUNDEL_STAGE_UNDER_WAY);
}

static void
test_the_list_says_what_comes_next (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autofree char *before = roundel_words_summary (program, at ("2026-11-21T10:00"));
  g_autofree char *under_way = roundel_words_summary (program, at ("2027-01-18T10:00"));
  g_autofree char *after = roundel_words_summary (program, at ("2027-02-01T10:00"));

  g_assert_cmpstr (before, ==, "Starts 14 January");
  g_assert_cmpstr (under_way, ==, "Session 2 on Thursday, 15:00");
  g_assert_cmpstr (after, ==, "2 sessions · ended 21 January");
}

static void
test_a_program_without_dates_says_so (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autofree char *summary = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    g_clear_pointer (&((RoundelSession *) program->sessions->pdata[i])->starts, g_free);
  summary = roundel_words_summary (program, 0);
  g_assert_cmpstr (summary, ==, "No dates yet");
  g_assert_cmpint (roundel_program_get_stage (program, 0), ==, ROUNDEL_STAGE_PREPARATION);
}

static void
test_meetings_and_effort_are_those_of_one_circle (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  RoundelSession *other = roundel_program_add_session (program, "s3", "d");
  g_autofree char *meetings = NULL;
  g_autofree char *effort = NULL;
  g_autofree char *cost = NULL;

  roundel_program_add_circle (program, "d");
  other->starts = g_strdup ("2027-01-15T15:00");
  other->seconds = 90 * 60;
  roundel_program_put_in_order (program);
  meetings = roundel_words_meetings (program);
  effort = roundel_words_effort (program);
  g_assert_cmpstr (meetings, ==, "2 sessions, Thursday 15:00, in person");
  g_assert_cmpstr (effort, ==, "3 hours each");
  cost = roundel_words_cost (program);
  g_assert_cmpstr (cost, ==, "3 hours each, 12 hours in all");
}

static void
test_first_names_unless_two_share_one (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autofree char *amara = roundel_words_name (program, 0);
  g_autofree char *chen = roundel_words_name (program, 1);
  g_autofree char *seat = roundel_words_name (program, 3);

  g_assert_cmpstr (amara, ==, "Amara");
  g_assert_cmpstr (chen, ==, "Chen Wei");
  g_assert_cmpstr (seat, ==, "seat 4");
}

static void
test_seats_without_names_are_counted (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autofree char *some = roundel_words_people (program);
  g_autofree char *all = NULL;

  g_assert_cmpstr (some, ==, "3 of 4 seats have names");
  ((RoundelMember *) program->members->pdata[3])->name = g_strdup ("Hiro Tanaka");
  all = roundel_words_people (program);
  g_assert_cmpstr (all, ==, "4 members");
}

static void
test_who_leads_is_named_with_how_it_is_meant_to_be (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  RoundelCircle *circle = program->circles->pdata[0];
  RoundelSession *second = program->sessions->pdata[1];
  g_autofree char *nobody = roundel_words_leading (program);
  g_autofree char *outside = NULL, *member = NULL, *logistics = NULL;

  g_assert_cmpstr (nobody, ==, "");
  g_assert_null (roundel_words_logistics (program));
  program->facilitation = g_strdup ("Somebody from outside at first.");
  circle->facilitator = g_strdup ("Ines Calvo");
  g_ptr_array_add (second->outline, roundel_outline_part_new ("handover", NULL, 0, FALSE));
  outside = roundel_words_leading (program);
  g_assert_cmpstr (outside, ==, "Led by Ines Calvo. Somebody from outside at first. In session 2 the members take over.");
  g_free (circle->facilitator);
  circle->facilitator = g_strdup ("1");
  member = roundel_words_leading (program);
  g_assert_true (g_str_has_prefix (member, "Led by Amara. "));
  roundel_program_answer (program, "note", "logistics", "Benoit", NULL, NULL);
  logistics = roundel_words_logistics (program);
  g_assert_cmpstr (logistics, ==, "Date, room and reminder: Benoit");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program-words/of-many-programs-one-runs", test_of_many_programs_one_runs);
  g_test_add_func ("/program-words/a-program-goes-from-preparation-to-completed",
                   test_a_program_goes_from_preparation_to_completed);
  g_test_add_func ("/program-words/a-session-that-runs-late-is-still-the-next",
                   test_a_session_that_runs_late_is_still_the_next);
  g_test_add_func ("/program-words/a-session-with-a-record-was-held", test_a_session_with_a_record_was_held);
  g_test_add_func ("/program-words/the-list-says-what-comes-next", test_the_list_says_what_comes_next);
  g_test_add_func ("/program-words/a-program-without-dates-says-so", test_a_program_without_dates_says_so);
  g_test_add_func ("/program-words/meetings-and-effort-are-those-of-one-circle",
                   test_meetings_and_effort_are_those_of_one_circle);
  g_test_add_func ("/program-words/first-names-unless-two-share-one", test_first_names_unless_two_share_one);
  g_test_add_func ("/program-words/seats-without-names-are-counted", test_seats_without_names_are_counted);
  g_test_add_func ("/program-words/who-leads-is-named-with-how-it-is-meant-to-be", test_who_leads_is_named_with_how_it_is_meant_to_be);
  return g_test_run ();
}
