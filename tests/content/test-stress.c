/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/stress.h"

#include <string.h>

#include "content/library.h"
#include "content/members-csv.h"
#include "content/outcome.h"
#include "core/design.h"

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;
static GPtrArray *patterns;

static RoundelDesign *
design_for (guint n_people)
{
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (empty, n_people);

  return roundel_design_new (draft, roundel_outcomes_find (outcomes, "leadership-development"),
                             roundel_patterns_find (patterns, "weekly-cycle"), &formats, 1);
}

static void
set_plan (RoundelSession *session,
          const char     *format,
          guint           seconds)
{
  g_ptr_array_set_size (session->outline, 0);
  g_ptr_array_add (session->outline, roundel_outline_part_new (format, NULL, seconds, FALSE));
  session->seconds = seconds;
}

static void
test_the_same_seed_draws_the_same (void)
{
  g_autoptr (RoundelDesign) made = design_for (9);
  g_autoptr (RoundelStress) one = roundel_program_stress (made->program, &formats, 200, 7, NULL);
  g_autoptr (RoundelStress) two = roundel_program_stress (made->program, &formats, 200, 7, NULL);

  g_assert_cmpuint (one->held, ==, two->held);
  g_assert_cmpuint (one->on_time, ==, two->on_time);
  g_assert_cmpmem (one->sessions->data, one->sessions->len * sizeof (RoundelStressSession),
                   two->sessions->data, two->sessions->len * sizeof (RoundelStressSession));
  g_assert_cmpmem (one->members->data, one->members->len * sizeof (RoundelStressMember),
                   two->members->data, two->members->len * sizeof (RoundelStressMember));
}

static void
test_every_session_and_member_is_counted (void)
{
  g_autoptr (RoundelDesign) made = design_for (9);
  g_autoptr (RoundelStress) stress = roundel_program_stress (made->program, &formats, 500, 1, NULL);
  guint held = 0;

  g_assert_cmpuint (stress->sessions->len, ==, made->program->sessions->len);
  g_assert_cmpuint (stress->members->len, ==, 9);
  for (guint i = 0; i < stress->sessions->len; i++)
    {
      const RoundelStressSession *session = &g_array_index (stress->sessions, RoundelStressSession, i);

      g_assert_cmpuint (session->on_time, <=, session->held);
      g_assert_cmpuint (session->held, <=, 500);
      held += session->held;
    }
  g_assert_cmpuint (held, ==, stress->held);
  g_assert_cmpuint (stress->held, >, 1900);
}

static void
test_too_few_turns_are_said (void)
{
  g_autoptr (RoundelDesign) made = design_for (6);
  RoundelProgram *program = made->program;
  g_autoptr (RoundelStress) enough = NULL;
  g_autoptr (RoundelStress) scarce = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    set_plan (program->sessions->pdata[i], "troika", 100 * 60);
  enough = roundel_program_stress (program, &formats, 300, 1, NULL);
  g_assert_true (enough->has_cases);
  for (guint i = 0; i < enough->members->len; i++)
    g_assert_cmpuint (g_array_index (enough->members, RoundelStressMember, i).first, >, 0);

  g_ptr_array_set_size (program->sessions, 1);
  set_plan (program->sessions->pdata[0], "troika", 14 * 60);
  scarce = roundel_program_stress (program, &formats, 300, 1, NULL);
  g_assert_true (scarce->has_cases);
  g_assert_cmpuint (g_array_index (scarce->members, RoundelStressMember, 5).without, >, 150);
  g_assert_cmpuint (g_array_index (scarce->members, RoundelStressMember, 5).first, ==, 0);
}

static void
test_time_in_hand_keeps_the_end (void)
{
  g_autoptr (RoundelDesign) made = design_for (8);
  RoundelProgram *program = made->program;
  g_autoptr (RoundelStress) tight = NULL;
  g_autoptr (RoundelStress) roomy = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    set_plan (program->sessions->pdata[i], "impromptu", 20 * 60);
  tight = roundel_program_stress (program, &formats, 300, 1, NULL);
  for (guint i = 0; i < program->sessions->len; i++)
    {
      RoundelSession *session = program->sessions->pdata[i];

      session->seconds = 40 * 60;
      g_ptr_array_add (session->outline, roundel_outline_part_new ("w3", NULL, 20 * 60, TRUE));
    }
  roomy = roundel_program_stress (program, &formats, 300, 1, NULL);
  g_assert_cmpuint (roomy->held, >, 0);
  g_assert_cmpuint (tight->held, >, 0);
  g_assert_cmpuint (roomy->on_time * tight->held, >, tight->on_time * roomy->held);
}

/* What lies in hand is not a step that could itself go over: all of it is there for those before it. */
static void
test_time_in_hand_does_not_go_over (void)
{
  g_autoptr (RoundelDesign) made = design_for (8);
  RoundelProgram *program = made->program;
  g_autoptr (RoundelStress) stress = NULL;

  for (guint i = 0; i < program->sessions->len; i++)
    {
      set_plan (program->sessions->pdata[i], "check-in", 4 * 60);
      ((RoundelSession *) program->sessions->pdata[i])->seconds = 60 * 60;
    }
  stress = roundel_program_stress (program, &formats, 200, 1, NULL);
  g_assert_cmpuint (stress->held, >, 0);
  g_assert_cmpuint (stress->on_time, ==, stress->held);
}

static void
test_the_program_of_every_outcome_bears_it (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];
      g_autoptr (RoundelDraft) draft = roundel_draft_new ();
      g_autoptr (RoundelDesign) made = roundel_design_new (draft, outcome, NULL, &formats, 1);
      g_autoptr (RoundelStress) stress = roundel_program_stress (made->program, &formats, 100, 1, NULL);

      g_test_message ("%s: %u of %u on time", outcome->id, stress->on_time, stress->held);
      g_assert_cmpuint (stress->on_time * 100, >=, stress->held * 85);
      for (guint s = 0; s < stress->sessions->len; s++)
        g_assert_cmpuint (g_array_index (stress->sessions, RoundelStressSession, s).held, >=, 80);
    }
}

static void
test_a_program_without_plans_says_so (void)
{
  g_autoptr (RoundelDesign) made = design_for (9);
  g_autoptr (RoundelStress) stress = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < made->program->sessions->len; i++)
    g_ptr_array_set_size (((RoundelSession *) made->program->sessions->pdata[i])->outline, 0);
  stress = roundel_program_stress (made->program, &formats, 10, 1, NULL);
  lines = roundel_stress_describe (stress);
  g_assert_cmpuint (stress->sessions->len, ==, 0);
  g_assert_cmpuint (lines->len, ==, 1);
}

static void
test_it_can_be_stopped (void)
{
  g_autoptr (RoundelDesign) made = design_for (9);
  const gint stop = 1;

  g_assert_null (roundel_program_stress (made->program, &formats, 1000, 1, &stop));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  formats = roundel_library_formats (library);
  outcomes = roundel_outcomes_load (&error);
  patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/stress/the-same-seed-draws-the-same", test_the_same_seed_draws_the_same);
  g_test_add_func ("/stress/it-can-be-stopped", test_it_can_be_stopped);
  g_test_add_func ("/stress/every-session-and-member-is-counted", test_every_session_and_member_is_counted);
  g_test_add_func ("/stress/too-few-turns-are-said", test_too_few_turns_are_said);
  g_test_add_func ("/stress/time-in-hand-keeps-the-end", test_time_in_hand_keeps_the_end);
  g_test_add_func ("/stress/time-in-hand-does-not-go-over", test_time_in_hand_does_not_go_over);
  g_test_add_func ("/stress/the-program-of-every-outcome-bears-it", test_the_program_of_every_outcome_bears_it);
  g_test_add_func ("/stress/a-program-without-plans-says-so", test_a_program_without_plans_says_so);
  result = g_test_run ();

  g_ptr_array_unref (patterns);
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return result;
}
