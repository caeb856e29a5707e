/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/outcome.h"
#include "core/ballot.h"
#include "core/design.h"
#include "core/next-steps.h"
#include "core/readiness.h"

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;
static GPtrArray *patterns;

static RoundelDesign *
design (const char *outcome)
{
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) eight = roundel_draft_set_seat_count (empty, 8);
  g_autoptr (RoundelDraft) draft = roundel_draft_set_start (eight, "2027-01-14T15:00");

  return roundel_design_new (draft, roundel_outcomes_find (outcomes, outcome),
                             roundel_patterns_find (patterns, "weekly-cycle"), &formats, 1);
}

static GPtrArray *
look_at (const RoundelProgram *program)
{
  return roundel_readiness_check (program, roundel_outcomes_find (outcomes, program->outcome), &formats);
}

static const RoundelCheck *
find_check (const GPtrArray *reasons,
            RoundelReason    reason,
            const char      *id)
{
  const RoundelReadiness *one = reasons->pdata[reason];

  for (guint i = 0; i < one->checks->len; i++)
    {
      const RoundelCheck *check = one->checks->pdata[i];

      g_assert_cmpint (one->status, >=, check->status);
      if (g_str_equal (check->id, id))
        return check;
    }
  g_assert_not_reached ();
}

static void
assert_check (const RoundelProgram *program,
              RoundelReason         reason,
              const char           *id,
              RoundelStatus         status,
              const char           *why)
{
  g_autoptr (GPtrArray) reasons = look_at (program);
  const RoundelCheck *check = find_check (reasons, reason, id);

  g_assert_cmpstr (roundel_status_to_string (check->status), ==, roundel_status_to_string (status));
  g_assert_nonnull (strstr (check->why, why));
}

static void
assert_met (const GPtrArray *reasons,
            RoundelReason    reason,
            const char      *id)
{
  g_assert_cmpint (find_check (reasons, reason, id)->status, ==, ROUNDEL_STATUS_MET);
}

static void
assert_reason (const RoundelProgram *program,
               RoundelReason         reason,
               RoundelStatus         status)
{
  g_autoptr (GPtrArray) reasons = look_at (program);

  g_assert_cmpstr (roundel_status_to_string (((RoundelReadiness *) reasons->pdata[reason])->status), ==,
                   roundel_status_to_string (status));
}

static void
answer (RoundelProgram *program,
        const char     *check,
        const char     *evidence)
{
  RoundelReadinessNote *note = roundel_program_add_note (program, check);

  note->check = g_strdup (check);
  note->evidence = g_strdup (evidence);
}

static void
test_nothing_is_met_on_an_empty_answer (void)
{
  g_autoptr (RoundelProgram) program = roundel_program_new ("program");
  g_autoptr (GPtrArray) reasons = roundel_readiness_check (program, NULL, &formats);

  g_assert_cmpuint (reasons->len, ==, ROUNDEL_N_REASONS);
  for (guint i = 0; i < reasons->len; i++)
    {
      const RoundelReadiness *one = reasons->pdata[i];

      g_assert_cmpint (one->reason, ==, i);
      g_assert_cmpstr (roundel_status_to_string (one->status), ==, "open");
      g_assert_cmpuint (one->checks->len, >, 0);
      for (guint k = 0; k < one->checks->len; k++)
        {
          const RoundelCheck *check = one->checks->pdata[k];

          g_assert_cmpint (check->status, ==, ROUNDEL_STATUS_OPEN);
          g_assert_cmpuint (strlen (check->why), >, 0);
        }
    }
}

static void
test_people_of_whom_nothing_is_known_are_no_peers_yet (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");
  RoundelProgram *program = made->program;

  assert_check (program, ROUNDEL_REASON_EQUALITY, "reporting-lines", ROUNDEL_STATUS_OPEN, "0 of 8");
  assert_check (program, ROUNDEL_REASON_EQUALITY, "levels", ROUNDEL_STATUS_OPEN, "0 of 8");
  assert_check (program, ROUNDEL_REASON_EQUALITY, "equal-slots", ROUNDEL_STATUS_MET, "same time");
  for (guint i = 0; i < program->members->len; i++)
    {
      RoundelMember *member = program->members->pdata[i];

      member->level = g_strdup ("lead");
      member->reports_to = g_strdup ("Ruth Lindqvist");
    }
  assert_reason (program, ROUNDEL_REASON_EQUALITY, ROUNDEL_STATUS_MET);

  g_free (((RoundelMember *) program->members->pdata[2])->level);
  ((RoundelMember *) program->members->pdata[2])->level = g_strdup ("director");
  assert_check (program, ROUNDEL_REASON_EQUALITY, "levels", ROUNDEL_STATUS_FAILED, "seat 3");
  assert_reason (program, ROUNDEL_REASON_EQUALITY, ROUNDEL_STATUS_FAILED);
}

static void
test_a_topic_is_chosen_by_the_members (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");

  made->program->topic = g_strdup ("   ");
  assert_check (made->program, ROUNDEL_REASON_TOPIC, "topic", ROUNDEL_STATUS_OPEN, "Name the topic");
  g_free (made->program->topic);
  made->program->topic = g_strdup ("missed deadlines");
  assert_check (made->program, ROUNDEL_REASON_TOPIC, "topic", ROUNDEL_STATUS_MET, "missed deadlines");
  assert_reason (made->program, ROUNDEL_REASON_TOPIC, ROUNDEL_STATUS_OPEN);
  answer (made->program, "topic-chosen", " ");
  assert_check (made->program, ROUNDEL_REASON_TOPIC, "topic-chosen", ROUNDEL_STATUS_OPEN, "themselves");
  answer (made->program, "topic-chosen", "Ballot of 3 December");
  assert_check (made->program, ROUNDEL_REASON_TOPIC, "topic-chosen", ROUNDEL_STATUS_MET, "Ballot");
  answer (made->program, "topic-hard", "Two tries failed");
  assert_reason (made->program, ROUNDEL_REASON_TOPIC, ROUNDEL_STATUS_MET);
}

static void
test_a_plan_that_does_not_work_fails_the_structure (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");
  RoundelSession *session = made->program->sessions->pdata[1];

  assert_check (made->program, ROUNDEL_REASON_STRUCTURE, "plans", ROUNDEL_STATUS_MET, "exactly its length");
  session->seconds = 15 * 60;
  assert_check (made->program, ROUNDEL_REASON_STRUCTURE, "plans", ROUNDEL_STATUS_FAILED, "Session 2");
  session->seconds = 60 * 60;
  g_ptr_array_set_size (session->outline, 0);
  assert_check (made->program, ROUNDEL_REASON_STRUCTURE, "plans", ROUNDEL_STATUS_FAILED, "no plan yet");
}

static void
test_each_session_needs_an_input_that_was_checked (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");

  assert_check (made->program, ROUNDEL_REASON_KNOWLEDGE, "input", ROUNDEL_STATUS_OPEN, "0 of 4");
  for (guint i = 0; i < made->program->sessions->len; i++)
    ((RoundelSession *) made->program->sessions->pdata[i])->knowledge = g_strdup ("A film");
  assert_check (made->program, ROUNDEL_REASON_KNOWLEDGE, "input", ROUNDEL_STATUS_MET, "Each session");
  assert_check (made->program, ROUNDEL_REASON_KNOWLEDGE, "checked", ROUNDEL_STATUS_OPEN, "source");
  for (guint i = 0; i < made->program->sessions->len; i++)
    {
      RoundelSession *session = made->program->sessions->pdata[i];

      session->source = g_strdup ("https://example.org");
      session->checked_by = g_strdup ("Ruth");
    }
  assert_reason (made->program, ROUNDEL_REASON_KNOWLEDGE, ROUNDEL_STATUS_MET);
}

static void
test_application_takes_partners_practice_and_weeks (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");
  RoundelProgram *program = made->program;
  RoundelSession *last = program->sessions->pdata[3];

  assert_reason (program, ROUNDEL_REASON_APPLICATION, ROUNDEL_STATUS_MET);
  g_free (last->starts);
  last->starts = g_strdup ("2027-01-29T15:00");
  assert_check (program, ROUNDEL_REASON_APPLICATION, "length", ROUNDEL_STATUS_FAILED, "3 weeks");
  g_clear_pointer (&last->starts, g_free);
  assert_check (program, ROUNDEL_REASON_APPLICATION, "length", ROUNDEL_STATUS_OPEN, "dates");
  g_ptr_array_set_size (last->between, 0);
  assert_check (program, ROUNDEL_REASON_APPLICATION, "practice", ROUNDEL_STATUS_OPEN, "practised");
  g_ptr_array_remove_index (((RoundelPartnering *) program->partners->pdata[0])->groups, 0);
  assert_check (program, ROUNDEL_REASON_APPLICATION, "partners", ROUNDEL_STATUS_OPEN, "6 of 8");
}

static void
test_a_charter_is_due_in_the_first_session (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");
  RoundelProgram *program = made->program;
  RoundelCharter *charter = program->charters->pdata[0];
  RoundelSessionRecord *record;

  assert_check (program, ROUNDEL_REASON_SAFETY, "charter", ROUNDEL_STATUS_LATER, "first session");
  for (guint i = 0; i < program->sessions->len; i++)
    ((RoundelSession *) program->sessions->pdata[i])->place = g_strdup ("Room 3");
  answer (program, "overheard", "The room at the end of the corridor");
  assert_reason (program, ROUNDEL_REASON_SAFETY, ROUNDEL_STATUS_LATER);

  record = roundel_program_add_record (program, "record");
  record->session = g_strdup (((RoundelSession *) program->sessions->pdata[0])->id);
  assert_check (program, ROUNDEL_REASON_SAFETY, "charter", ROUNDEL_STATUS_OPEN, "agree");
  g_strfreev (charter->agreed);
  charter->agreed = g_strdupv (((RoundelCircle *) program->circles->pdata[0])->members);
  assert_reason (program, ROUNDEL_REASON_SAFETY, ROUNDEL_STATUS_MET);
  g_strfreev (charter->rules);
  charter->rules = g_new0 (char *, 1);
  assert_check (program, ROUNDEL_REASON_SAFETY, "charter", ROUNDEL_STATUS_OPEN, "Write a charter");
}

static void
test_no_boss_leads_the_sessions (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");
  RoundelCircle *circle = made->program->circles->pdata[0];

  ((RoundelMember *) made->program->members->pdata[5])->reports_to = g_strdup ("Ruth Lindqvist");
  assert_check (made->program, ROUNDEL_REASON_SUPPORT, "facilitator", ROUNDEL_STATUS_OPEN, "Name who leads");
  circle->facilitator = g_strdup ("ruth lindqvist ");
  assert_check (made->program, ROUNDEL_REASON_SUPPORT, "facilitator", ROUNDEL_STATUS_FAILED, "boss of a member");
  g_free (circle->facilitator);
  circle->facilitator = g_strdup ("Outside");
  assert_check (made->program, ROUNDEL_REASON_SUPPORT, "facilitator", ROUNDEL_STATUS_MET, "nobody's boss");
  answer (made->program, "letters", "8 letters");
  answer (made->program, "work-time", "Letter of the board");
  answer (made->program, "no-report", "Agreed on 1 December");
  assert_reason (made->program, ROUNDEL_REASON_SUPPORT, ROUNDEL_STATUS_MET);
}

static void
test_in_all_outcomes_slots_are_equal_and_plans_work (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];
      g_autoptr (RoundelDraft) empty = roundel_draft_new ();
      g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (empty, outcome->circle_best);
      g_autoptr (RoundelDesign) made = roundel_design_new (draft, outcome, NULL, &formats, 1);

      g_autoptr (GPtrArray) reasons = look_at (made->program);

      assert_met (reasons, ROUNDEL_REASON_EQUALITY, "equal-slots");
      assert_met (reasons, ROUNDEL_REASON_STRUCTURE, "plans");
      assert_met (reasons, ROUNDEL_REASON_STRUCTURE, "size");
      assert_met (reasons, ROUNDEL_REASON_APPLICATION, "partners");
    }
}

static void
test_the_first_check_is_compared_with_now (void)
{
  g_autoptr (RoundelDesign) made = design ("support");
  g_autoptr (GPtrArray) first = look_at (made->program);
  RoundelStatus status;

  g_assert_null (roundel_program_find_first_check (made->program, ROUNDEL_REASON_TOPIC, &status));
  roundel_readiness_keep_first (first, made->program, "first", "2027-01-07");
  for (guint i = 0; i < ROUNDEL_N_REASONS; i++)
    {
      g_assert_cmpstr (roundel_program_find_first_check (made->program, i, &status), ==, "2027-01-07");
      g_assert_cmpint (status, ==, ((RoundelReadiness *) first->pdata[i])->status);
    }
  /* what was kept answers no check, and stays as it was */
  g_assert_cmpint (status, ==, ROUNDEL_STATUS_OPEN);
  assert_reason (made->program, ROUNDEL_REASON_TOPIC, ROUNDEL_STATUS_OPEN);
}

static void
test_the_topic_is_chosen_when_each_says_yes (void)
{
  g_autoptr (RoundelDesign) made = design ("support");
  RoundelProgram *program = made->program;

  program->topic = g_strdup ("What wears us out");
  for (guint i = 0; i < program->members->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("ballot-%u", i);

      assert_check (program, ROUNDEL_REASON_TOPIC, "topic-chosen", ROUNDEL_STATUS_OPEN, "themselves");
      roundel_program_say_yes (program, id, ((RoundelMember *) program->members->pdata[i])->id, TRUE);
    }
  assert_check (program, ROUNDEL_REASON_TOPIC, "topic-chosen", ROUNDEL_STATUS_MET, "Each member said yes");
}

static void
test_the_committee_is_looked_at_once_there_is_one (void)
{
  g_autoptr (RoundelDesign) made = design ("support");
  RoundelProgram *program = made->program;

  ((RoundelMember *) program->members->pdata[0])->name = g_strdup ("Ann");
  ((RoundelMember *) program->members->pdata[1])->reports_to = g_strdup ("Bo");
  g_ptr_array_add (program->people, roundel_person_new ("1", "Eve", ROUNDEL_PERSON_COMMITTEE));
  assert_check (program, ROUNDEL_REASON_SUPPORT, "people-around", ROUNDEL_STATUS_OPEN, "Ask a member");
  g_ptr_array_add (program->people, roundel_person_new ("2", "Ann", ROUNDEL_PERSON_COMMITTEE));
  assert_check (program, ROUNDEL_REASON_SUPPORT, "people-around", ROUNDEL_STATUS_MET, "Nobody of the committee");
  g_ptr_array_add (program->people, roundel_person_new ("3", "bo", ROUNDEL_PERSON_GUEST));
  assert_check (program, ROUNDEL_REASON_SUPPORT, "people-around", ROUNDEL_STATUS_FAILED, "bo is the boss of a member.");
}

static void
test_an_informal_program_needs_nobody_to_lead_it (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");

  assert_check (made->program, ROUNDEL_REASON_SUPPORT, "facilitator", ROUNDEL_STATUS_OPEN, "Name who leads");
  made->program->informal = TRUE;
  assert_check (made->program, ROUNDEL_REASON_SUPPORT, "facilitator", ROUNDEL_STATUS_MET, "lead it themselves");
}

static guint
find_step (const GArray *steps,
           const char   *id)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (g_array_index (steps, RoundelNextStep, i).check->id, id))
      return i;
  return G_MAXUINT;
}

static void
test_what_comes_before_inviting_people_comes_first (void)
{
  g_autoptr (RoundelDesign) made = design ("leadership-development");
  g_autoptr (GPtrArray) reasons = look_at (made->program);
  g_autoptr (GArray) steps = roundel_next_steps_list (reasons);
  g_autoptr (GPtrArray) later_reasons = NULL;
  g_autoptr (GArray) later = NULL;
  const char *first[] = { "topic-chosen", "work-time", "overheard" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      guint at = find_step (steps, first[i]);

      g_assert_cmpuint (at, <, steps->len);
      g_assert_cmpint (g_array_index (steps, RoundelNextStep, at).time, ==, ROUNDEL_STEP_BEFORE_INVITING);
      g_assert_cmpuint (at, <, find_step (steps, "letters"));
    }
  g_assert_cmpuint (find_step (steps, "charter"), ==, steps->len - 1);
  g_assert_cmpuint (find_step (steps, "plans"), ==, G_MAXUINT);
  for (guint i = 1; i < steps->len; i++)
    g_assert_cmpint (g_array_index (steps, RoundelNextStep, i - 1).time, <=, g_array_index (steps, RoundelNextStep, i).time);

  answer (made->program, "work-time", "The head of the office said so");
  later_reasons = look_at (made->program);
  later = roundel_next_steps_list (later_reasons);
  g_assert_cmpuint (later->len, ==, steps->len - 1);
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
  g_assert_no_error (error);
  patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/readiness/nothing-is-met-on-an-empty-answer", test_nothing_is_met_on_an_empty_answer);
  g_test_add_func ("/readiness/people-of-whom-nothing-is-known-are-no-peers-yet",
                   test_people_of_whom_nothing_is_known_are_no_peers_yet);
  g_test_add_func ("/readiness/a-topic-is-chosen-by-the-members", test_a_topic_is_chosen_by_the_members);
  g_test_add_func ("/readiness/a-plan-that-does-not-work-fails-the-structure", test_a_plan_that_does_not_work_fails_the_structure);
  g_test_add_func ("/readiness/each-session-needs-an-input-that-was-checked", test_each_session_needs_an_input_that_was_checked);
  g_test_add_func ("/readiness/application-takes-partners-practice-and-weeks",
                   test_application_takes_partners_practice_and_weeks);
  g_test_add_func ("/readiness/a-charter-is-due-in-the-first-session", test_a_charter_is_due_in_the_first_session);
  g_test_add_func ("/readiness/the-first-check-is-compared-with-now", test_the_first_check_is_compared_with_now);
  g_test_add_func ("/readiness/the-topic-is-chosen-when-each-says-yes", test_the_topic_is_chosen_when_each_says_yes);
  g_test_add_func ("/readiness/the-committee-is-looked-at-once-there-is-one", test_the_committee_is_looked_at_once_there_is_one);
  g_test_add_func ("/readiness/an-informal-program-needs-nobody-to-lead-it", test_an_informal_program_needs_nobody_to_lead_it);
  g_test_add_func ("/readiness/no-boss-leads-the-sessions", test_no_boss_leads_the_sessions);
  g_test_add_func ("/readiness/in-all-outcomes-slots-are-equal-and-plans-work",
                   test_in_all_outcomes_slots_are_equal_and_plans_work);
  g_test_add_func ("/readiness/what-comes-before-inviting-people-comes-first",
                   test_what_comes_before_inviting_people_comes_first);
  result = g_test_run ();

  g_ptr_array_unref (patterns);
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return result;
}
