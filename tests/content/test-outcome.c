/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/json.h"
#include "content/outcome.h"
#include "core/plan.h"

static RoundelLibrary *library;
static GPtrArray *outcomes;
static GPtrArray *patterns;

static guint
seconds_in_hand (const RoundelAgenda *agenda)
{
  guint seconds = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (round->kind == ROUNDEL_ROUND_IN_HAND)
        seconds += round->seconds;
    }
  return seconds;
}

/* Every session of a program comes out at its length, with a tenth in hand. Returns the most that is in hand. */
static guint
assert_plans_fit (const char            *id,
                  const RoundelTemplate *template,
                  guint                  count,
                  guint                  n,
                  guint                  seconds)
{
  guint most = 0;

  for (guint session = 1; session <= count; session++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) plan = roundel_template_plan (template, library, session, count, &error);
      RoundelExpansion expansion = { n, seconds };
      g_autoptr (RoundelAgenda) agenda = NULL;
      guint hand;

      g_assert_no_error (error);
      agenda = roundel_plan_expand (plan, &expansion, &error);
      if (agenda == NULL)
        {
          g_test_fail_printf ("%s, session %u of %u with %u: %s", id, session, count, n, error->message);
          continue;
        }
      g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, seconds);
      hand = seconds_in_hand (agenda);
      g_test_message ("%s, session %u with %u: %.1f of %u minutes in hand, %u waiting, %u of %u parts", id, session, n,
                      hand / 60.0, seconds / 60, agenda->waiting->len, agenda->parts->len - 1, plan->len);
      g_assert_cmpuint (hand, >=, seconds / ROUNDEL_PLAN_HAND_SHARE / 60 * 60);
      most = MAX (most, hand);
    }
  return most;
}

static void
test_the_ten_are_there (void)
{
  static const char *questions[][2] = {
    { "coaching-culture", "Coaching culture — Across the group members’ organization?" },
    { "core-coaching-skills", "Core coaching skills — For each group member?" },
    { "leadership-development", "Leadership development — Enhanced ability to create vision and influence others?" },
    { "management-development", "Management development — Skills in planning, organizing and coordinating?" },
    { "deep-networking", "Deep networking — Strong relationships among members of the group?" },
    { "problem-solving", "Problem solving — Solved problems and/or achieved goals for each member?" },
    { "supervisory-development", "Supervisory development — Stronger oversight and guidance of direct reports?" },
    { "support", "Support — Decreased burnout and increased renewal?" },
    { "team-building", "Team building — Increased productivity of a work team?" },
    { "transfer-of-training", "Transfer of training — Applied content from a training program?" },
  };

  g_assert_cmpuint (outcomes->len, ==, G_N_ELEMENTS (questions));
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];

      g_assert_cmpuint (outcome->number, ==, i + 1);
      g_assert_cmpstr (outcome->id, ==, questions[i][0]);
      g_assert_cmpstr (outcome->question, ==, questions[i][1]);
      g_assert_true (g_str_has_suffix (outcome->asks, "?"));
      g_assert_true (roundel_outcomes_find (outcomes, outcome->id) == outcome);
    }
  g_assert_null (roundel_outcomes_find (outcomes, "two-at-once"));
}

static void
test_each_outcome_has_a_whole_design (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];

      g_assert_cmpuint (outcome->circle_min, >=, 4);
      g_assert_cmpuint (outcome->rhythm.count, >=, 5);
      g_assert_cmpuint (g_strv_length (outcome->formats), >=, 3);
      for (guint f = 0; outcome->formats[f] != NULL; f++)
        g_assert_nonnull (roundel_library_find (library, outcome->formats[f], NULL));
      g_assert_cmpuint (outcome->between->len, >=, 2);
      g_assert_cmpuint (g_strv_length (outcome->measures), >=, 1);
      g_assert_cmpuint (outcome->results->len, >=, 2);
      for (guint v = 0; v < ROUNDEL_DESIGN_N_VALUES; v++)
        g_assert_true (outcome->provenance[v] == 'P' || outcome->provenance[v] == 'J');
    }
}

/* The values of the table of outcomes that are published. */
static void
test_published_values_are_kept (void)
{
  const RoundelOutcome *leadership = roundel_outcomes_find (outcomes, "leadership-development");
  const RoundelOutcome *management = roundel_outcomes_find (outcomes, "management-development");
  const RoundelOutcome *problems = roundel_outcomes_find (outcomes, "problem-solving");
  const RoundelOutcome *support = roundel_outcomes_find (outcomes, "support");
  const RoundelOutcome *transfer = roundel_outcomes_find (outcomes, "transfer-of-training");

  g_assert_cmpuint (leadership->circle_min, ==, 6);
  g_assert_cmpuint (leadership->circle_max, ==, 10);
  g_assert_cmpint (leadership->provenance[ROUNDEL_DESIGN_CIRCLE], ==, 'P');
  g_assert_cmpuint (management->circle_max, ==, 6);
  g_assert_cmpint (management->facilitation, ==, ROUNDEL_FACILITATION_MEMBERS);
  g_assert_cmpint (problems->rhythm.unit, ==, ROUNDEL_RHYTHM_WEEKS);
  g_assert_cmpuint (problems->rhythm.every, ==, 4);
  g_assert_cmpuint (support->rhythm.count, ==, 12);
  g_assert_cmpuint (support->handover, ==, 0);
  g_assert_cmpint (support->facilitation, ==, ROUNDEL_FACILITATION_MEMBERS);
  g_assert_cmpuint (transfer->rhythm.count, ==, 5);
  g_assert_cmpuint (g_array_index (transfer->rhythm.at, guint, 4), ==, 12);
}

static void
test_only_a_team_may_have_its_reporting_lines_inside (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];

      g_assert_cmpint (outcome->reporting_lines_conflict, ==, !g_str_equal (outcome->id, "team-building"));
    }
}

static void
test_each_plan_fills_its_session (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];
      guint seconds = outcome->minutes * 60;
      guint hand = assert_plans_fit (outcome->id, &outcome->plan, outcome->rhythm.count, outcome->circle_best, seconds);

      /* what is left over beyond the tenth is less than a twentieth */
      if (hand > seconds * 3 / 20)
        g_test_fail_printf ("%s: %u of %u seconds in hand", outcome->id, hand, seconds);
      for (guint n = outcome->circle_min; n <= outcome->circle_max; n++)
        assert_plans_fit (outcome->id, &outcome->plan, outcome->rhythm.count, n, seconds);
    }
}

/* R3: a session opens with the charter and the last commitments, and ends with harvest, commitments and a slip. */
static void
test_sessions_open_and_close_as_they_should (void)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const RoundelOutcome *outcome = outcomes->pdata[i];

      for (guint session = 1; session <= outcome->rhythm.count; session++)
        {
          g_autoptr (GPtrArray) plan = roundel_template_plan (&outcome->plan, library, session, outcome->rhythm.count, NULL);
          const RoundelPlanPart *first = plan->pdata[0];
          const RoundelPlanPart *second = plan->pdata[1];
          const RoundelPlanPart *slip = plan->pdata[plan->len - 2];
          const RoundelPlanPart *last = plan->pdata[plan->len - 1];

          g_assert_cmpstr (first->format->id, ==, "welcome");
          if (session == 1)
            g_assert_cmpstr (second->format->id, ==, "charter-agree");
          g_assert_cmpstr (slip->format->id, ==, "evaluation");
          g_assert_cmpstr (last->format->id, ==, "closing");
        }
    }
}

static void
test_patterns_are_whole (void)
{
  static const char *ids[] = { "book-club", "fortnightly", "lesson-slot", "monthly", "onboarding-cohort",
                               "training-follow-up", "weekly-cycle" };
  const RoundelPattern *weekly;

  g_assert_cmpuint (patterns->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < patterns->len; i++)
    {
      const RoundelPattern *pattern = patterns->pdata[i];

      g_assert_cmpstr (pattern->id, ==, ids[i]);
      g_assert_cmpuint (pattern->rhythm.count, >, 0);
      if (pattern->plan != NULL)
        for (guint n = 6; n <= 10; n++)
          assert_plans_fit (pattern->id, pattern->plan, pattern->rhythm.count, n, pattern->minutes * 60);
    }

  /* 003: four weeks, each with an overview, a practice with one peer, one for real, and one live hour */
  weekly = roundel_patterns_find (patterns, "weekly-cycle");
  g_assert_cmpuint (weekly->rhythm.count, ==, 4);
  g_assert_cmpuint (weekly->minutes, ==, 60);
  g_assert_cmpuint (weekly->between->len, ==, 3);
  g_assert_cmpint (((RoundelBetween *) weekly->between->pdata[0])->kind, ==, ROUNDEL_BETWEEN_OVERVIEW);
  g_assert_cmpint (((RoundelBetween *) weekly->between->pdata[1])->kind, ==, ROUNDEL_BETWEEN_PARTNER);
  g_assert_cmpint (((RoundelBetween *) weekly->between->pdata[2])->kind, ==, ROUNDEL_BETWEEN_REAL);
}

static void
test_a_shorter_session_waits_with_turns_rather_than_break (void)
{
  const RoundelOutcome *problems = roundel_outcomes_find (outcomes, "problem-solving");
  g_autoptr (GPtrArray) plan = roundel_template_plan (&problems->plan, library, 2, 5, NULL);
  RoundelExpansion expansion = { 5, 120 * 60 };
  g_autoptr (RoundelAgenda) agenda = roundel_plan_expand (plan, &expansion, NULL);

  g_assert_nonnull (agenda);
  g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, 120 * 60);
  g_assert_cmpuint (agenda->waiting->len, >, 0);
}

/* Replaces the first OLD in a sound file by NEW, and expects MESSAGE. */
static void
assert_mistake (const char *path,
                const char *old,
                const char *new,
                const char *message)
{
  g_autoptr (GBytes) bytes = roundel_content_read (path, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *at = strstr (text, old);
  g_autoptr (GString) broken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (at);
  broken = g_string_new_len (text, at - text);
  g_string_append (broken, new);
  g_string_append (broken, at + strlen (old));
  if (g_str_has_prefix (path, "outcomes/"))
    g_assert_null (roundel_outcome_load (broken->str, broken->len, "mine.json", &error));
  else
    g_assert_null (roundel_pattern_load (broken->str, broken->len, "mine.json", &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_a_mistake_is_told_with_its_place (void)
{
  static const char *outcome = "outcomes/08-support.json";
  static const char *pattern = "patterns/training-follow-up.json";

  assert_mistake (outcome, "\"number\": 8", "\"number\": \"8\"", "mine.json: number: expected a whole number from 1 to 1000");
  assert_mistake (outcome, "\"question\"", "\"questoin\"",
                  "mine.json: questoin: is not known here; known are: number id name question asks description why_one "
                  "circle reporting_lines_conflict minutes rhythm formats facilitation between measures results "
                  "evaluation plan provenance");
  assert_mistake (outcome, "\"best\": 8", "\"best\": 3", "mine.json: circle.best: expected a whole number from 6 to 5000");
  assert_mistake (outcome, "\"unit\": \"weeks\"", "\"unit\": \"years\"",
                  "mine.json: rhythm.unit: “years” is none of the words expected here: days weeks months");
  assert_mistake (outcome, "\"count\": 12", "\"count\": 12.5",
                  "mine.json: rhythm.count: expected a whole number from 1 to 200");
  assert_mistake (outcome, "{\"format\": \"welcome\"", "{\"minuets\": 4, \"format\": \"welcome\"",
                  "mine.json: plan.first[0].minuets: is not known here; known are: format title minutes optional");
  assert_mistake (outcome, "\"measures\": \"J\"", "\"measures\": \"R\"",
                  "mine.json: provenance.measures: “R” is none of the words expected here: P J");
  assert_mistake (pattern, "[0, 2, 4", "[0, 4, 4",
                  "mine.json: rhythm.at[2]: expected a number greater than the one before");
  assert_mistake (pattern, "\"kind\": \"partner\"", "\"kind\": \"boss\"",
                  "mine.json: between[0].kind: “boss” is none of the words expected here: overview partner real prompt");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);

  g_test_add_func ("/outcome/the-ten-are-there-with-their-questions", test_the_ten_are_there);
  g_test_add_func ("/outcome/each-has-a-whole-design", test_each_outcome_has_a_whole_design);
  g_test_add_func ("/outcome/published-values-are-kept", test_published_values_are_kept);
  g_test_add_func ("/outcome/only-a-team-may-have-its-reporting-lines-inside",
                   test_only_a_team_may_have_its_reporting_lines_inside);
  g_test_add_func ("/outcome/each-plan-fills-its-session-a-tenth-in-hand", test_each_plan_fills_its_session);
  g_test_add_func ("/outcome/sessions-open-and-close-as-they-should", test_sessions_open_and_close_as_they_should);
  g_test_add_func ("/outcome/a-short-session-lets-turns-wait", test_a_shorter_session_waits_with_turns_rather_than_break);
  g_test_add_func ("/outcome/a-mistake-is-told-with-its-place", test_a_mistake_is_told_with_its_place);
  g_test_add_func ("/pattern/all-are-whole-and-their-plans-fit", test_patterns_are_whole);
  status = g_test_run ();
  g_ptr_array_unref (patterns);
  g_ptr_array_unref (outcomes);
  roundel_library_free (library);
  return status;
}
