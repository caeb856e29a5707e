/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "content/outcome.h"
#include "content/patch.h"
#include "content/program-json.h"
#include "core/design.h"
#include "core/plan-measure.h"

#define LEAST_PEOPLE 4
#define MOST_PEOPLE 12
#define EDITS 60

static RoundelLibrary *library;
static RoundelFormats formats;
static GPtrArray *outcomes;

static RoundelSession *
session_new (guint minutes)
{
  static RoundelProgram *program; /* keeps it */

  g_clear_pointer (&program, roundel_program_free);
  program = roundel_program_new ("p");
  roundel_program_add_session (program, "s", "c")->seconds = minutes * 60;
  return program->sessions->pdata[0];
}

static void
add (RoundelSession *session,
     const char     *format,
     guint           seconds,
     gboolean        optional)
{
  g_ptr_array_add (session->outline, roundel_outline_part_new (format, NULL, seconds, optional));
}

/* An hour: welcome, what is left for Troika, an open discussion that may go, a close. */
static RoundelSession *
hour (void)
{
  RoundelSession *session = session_new (60);

  add (session, "welcome", 5 * 60, FALSE);
  add (session, "troika", ROUNDEL_PLAN_REST, FALSE);
  add (session, "discussion", 6 * 60, TRUE);
  add (session, "closing", 2 * 60, FALSE);
  return session;
}

static const RoundelFormat *
format (const char *id)
{
  return formats.find (formats.library, id, NULL);
}

static const RoundelOutlinePart *
part (const RoundelSessionPlan *plan,
      guint                     at)
{
  return plan->outline->pdata[at];
}

static gboolean
is_left_out (const RoundelPlanMeasure *measure,
             guint                     at)
{
  for (guint i = 0; i < measure->left_out->len; i++)
    if (g_array_index (measure->left_out, guint, i) == at)
      return TRUE;
  return FALSE;
}

/* Blocks lie side by side, and their sum is what it says. */
static void
check_measure (const RoundelPlanMeasure *measure,
               const RoundelSessionPlan *plan)
{
  guint sum = 0;
  guint next = 0;

  for (guint i = 0; i < measure->blocks->len; i++)
    {
      const RoundelPlanBlock *block = measure->blocks->pdata[i];

      g_assert_cmpuint (block->starts, ==, sum);
      sum += measure->over == 0 && is_left_out (measure, block->part) ? 0 : block->seconds;
      if (block->part != ROUNDEL_PLAN_NO_PART)
        g_assert_cmpuint (block->part, ==, next++);
    }
  g_assert_cmpuint (next, ==, plan->outline->len);
  g_assert_cmpuint (measure->sum, ==, sum);
  g_assert_cmpuint (measure->sum, ==, measure->length + measure->over);
}

/* What is laid out is what is run: the same lengths, in the same order. */
static void
check_run (const RoundelPlanMeasure *measure,
           const RoundelSessionPlan *plan,
           guint                     people)
{
  RoundelExpansion expansion = { people, measure->length };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = roundel_outline_expand (plan->outline, &formats, &expansion, &error);
  g_autofree guint *seconds = NULL;
  guint at = 0;

  g_assert_cmpint (agenda == NULL, ==, measure->problem != NULL);
  if (agenda == NULL || measure->over > 0 || measure->left_out->len > 0)
    return;
  g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, measure->length);
  seconds = g_new0 (guint, agenda->parts->len);
  for (guint i = 0; i < agenda->rounds->len; i++)
    seconds[((RoundelRound *) agenda->rounds->pdata[i])->part] += ((RoundelRound *) agenda->rounds->pdata[i])->seconds;
  for (guint i = 0; i < measure->blocks->len; i++)
    {
      const RoundelPlanBlock *block = measure->blocks->pdata[i];

      if (block->seconds > 0)
        g_assert_cmpuint (block->seconds, ==, seconds[at++]);
    }
  g_assert_cmpuint (at, ==, agenda->parts->len);
}

static void
check (const RoundelSessionPlan *plan,
       guint                     people,
       guint                     length)
{
  g_autoptr (RoundelPlanMeasure) measure = roundel_plan_measure_new (plan->outline, &formats, people, length);

  check_measure (measure, plan);
  check_run (measure, plan, people);
}

static void
test_all_plans_of_all_outcomes_sum_to_their_length (void)
{
  for (guint o = 0; o < outcomes->len; o++)
    for (guint people = LEAST_PEOPLE; people <= MOST_PEOPLE; people += 3)
      {
        g_autoptr (RoundelDraft) empty = roundel_draft_new ();
        g_autoptr (RoundelDraft) draft = roundel_draft_set_seat_count (empty, people);
        g_autoptr (RoundelDesign) design = roundel_design_new (draft, outcomes->pdata[o], NULL, &formats, 1);

        for (guint s = 0; s < design->program->sessions->len; s++)
          {
            const RoundelSession *session = design->program->sessions->pdata[s];
            g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (session);
            g_autoptr (GArray) circle =
              roundel_program_list_circle (design->program, roundel_program_find_circle (design->program, session->circle));

            check (plan, circle->len, session->seconds);
          }
      }
}

static RoundelSessionPlan *
edit_by_chance (const RoundelSessionPlan *plan,
                GRand                    *rand)
{
  const char *const ids[] = { "troika", "check-in", "discussion", "dyad", "break", "conv-cafe", "harvest", "fifteen" };
  guint n = plan->outline->len;
  guint at = n > 0 ? (guint) g_rand_int_range (rand, 0, (int) n) : 0;
  guint minutes = (guint) g_rand_int_range (rand, 1, 30);

  switch (n == 0 ? 0 : g_rand_int_range (rand, 0, 9))
    {
    case 0:
      return roundel_session_plan_add_part (plan, at, format (ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]),
                                            g_rand_boolean (rand) ? minutes * 60 : 0);
    case 1:
      return roundel_session_plan_remove_part (plan, at);
    case 2:
      return roundel_session_plan_move_part (plan, at, (guint) g_rand_int_range (rand, 0, (int) n));
    case 3:
      return roundel_session_plan_set_seconds (plan, at, minutes * 60);
    case 4:
      return roundel_session_plan_set_seconds (plan, at, g_rand_boolean (rand) ? 0 : ROUNDEL_PLAN_REST);
    case 5:
      return roundel_session_plan_set_format (plan, at, format (ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]));
    case 6:
      return roundel_session_plan_set_optional (plan, at, g_rand_boolean (rand));
    case 7:
      return roundel_session_plan_set_begins (plan, at, g_rand_boolean (rand) ? 0 : minutes * 2 * 60);
    default:
      return roundel_session_plan_split_part (plan, at, 20 * 60, minutes / 2 * 60 + 60);
    }
}

static void
test_whatever_is_edited_sums_stay_exact_and_undo_goes_all_the_way (void)
{
  for (guint32 seed = 0; seed < 15; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint people = (guint) g_rand_int_range (rand, LEAST_PEOPLE, MOST_PEOPLE);
      g_autoptr (RoundelSessionPlan) opened = roundel_session_plan_new (hour ());
      g_autoptr (RoundelPlanHistory) history = roundel_plan_history_new (roundel_session_plan_ref (opened));
      g_autoptr (RoundelSessionPlan) last = NULL;
      guint n = 0;

      for (guint i = 0; i < EDITS; i++)
        {
          RoundelSessionPlan *edited = edit_by_chance (roundel_plan_history_get (history), rand);

          check (edited, people, 60 * 60);
          n += roundel_plan_history_push (history, edited, NULL);
        }
      last = roundel_session_plan_ref ((RoundelSessionPlan *) roundel_plan_history_get (history));
      for (guint i = 0; i < n; i++)
        g_assert_true (roundel_plan_history_undo (history));
      g_assert_false (roundel_plan_history_undo (history));
      g_assert_true (roundel_session_plan_equal (roundel_plan_history_get (history), opened));
      for (guint i = 0; i < n; i++)
        g_assert_true (roundel_plan_history_redo (history));
      g_assert_false (roundel_plan_history_redo (history));
      g_assert_true (roundel_session_plan_equal (roundel_plan_history_get (history), last));
    }
}

static void
test_what_is_over_is_said_and_what_a_run_leaves_out (void)
{
  RoundelSession *session = hour ();
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (session);
  g_autoptr (RoundelSessionPlan) longer = roundel_session_plan_set_seconds (plan, 2, 58 * 60);
  g_autoptr (RoundelPlanMeasure) measure = roundel_plan_measure_new (longer->outline, &formats, 8, 60 * 60);
  const RoundelPlanBlock *discussion = roundel_plan_measure_find (measure, 2);

  g_assert_cmpuint (measure->over, >=, 2 * 60);
  g_assert_cmpuint (measure->left_out->len, ==, 1);
  g_assert_cmpuint (g_array_index (measure->left_out, guint, 0), ==, 2);
  g_assert_null (measure->problem);
  g_assert_cmpuint (discussion->seconds, ==, 58 * 60);
}

static void
test_what_is_left_out_makes_room_for_the_rest (void)
{
  const RoundelOutcome *support = roundel_outcomes_find (outcomes, "support");
  g_autoptr (RoundelDraft) empty = roundel_draft_new ();
  g_autoptr (RoundelDraft) eight = roundel_draft_set_seat_count (empty, 8);
  g_autoptr (RoundelDesign) made = roundel_design_new (eight, support, NULL, &formats, 1);
  const RoundelSession *first = made->program->sessions->pdata[0];
  g_autoptr (RoundelPlanMeasure) measure = roundel_plan_measure_new (first->outline, &formats, 8, first->seconds);

  g_assert_cmpuint (measure->left_out->len, ==, 1);
  g_assert_cmpuint (measure->over, ==, 0);
  for (guint i = 0; i < measure->blocks->len; i++)
    g_assert_null (((RoundelPlanBlock *) measure->blocks->pdata[i])->problem);
}

static void
test_a_split_keeps_the_time (void)
{
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (hour ());
  g_autoptr (RoundelSessionPlan) split = roundel_session_plan_split_part (plan, 2, 6 * 60, 2 * 60);
  g_autoptr (RoundelSessionPlan) rest = roundel_session_plan_split_part (plan, 1, 40 * 60, 15 * 60);

  g_assert_cmpuint (split->outline->len, ==, 5);
  g_assert_cmpuint (part (split, 2)->seconds, ==, 2 * 60);
  g_assert_cmpuint (part (split, 3)->seconds, ==, 4 * 60);
  g_assert_true (part (split, 3)->optional);
  g_assert_cmpuint (part (rest, 1)->seconds, ==, 15 * 60);
  g_assert_cmpuint (part (rest, 2)->seconds, ==, ROUNDEL_PLAN_REST);
  g_assert_cmpuint (plan->outline->len, ==, 4);
}

static void
test_what_is_repeated_takes_no_more_of_the_rest (void)
{
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (hour ());
  g_autoptr (RoundelSessionPlan) fixed = roundel_session_plan_set_begins (plan, 2, 50 * 60);
  g_autoptr (RoundelSessionPlan) twice = roundel_session_plan_repeat_part (fixed, 2, 6 * 60);
  g_autoptr (RoundelSessionPlan) rest = roundel_session_plan_repeat_part (plan, 1, 20 * 60);

  g_assert_cmpuint (twice->outline->len, ==, 5);
  g_assert_cmpstr (part (twice, 3)->format, ==, part (plan, 2)->format);
  g_assert_cmpuint (part (twice, 3)->seconds, ==, part (plan, 2)->seconds);
  g_assert_true (part (twice, 3)->optional);
  g_assert_cmpuint (part (twice, 2)->begins, ==, 50 * 60);
  g_assert_cmpuint (part (twice, 3)->begins, ==, 0);
  g_assert_cmpuint (part (rest, 1)->seconds, ==, ROUNDEL_PLAN_REST);
  g_assert_cmpuint (part (rest, 2)->seconds, ==, 20 * 60);
}

static void
test_a_step_back_leads_to_what_it_changed (void)
{
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (hour ());
  g_autoptr (RoundelSessionPlan) twice = roundel_session_plan_repeat_part (plan, 2, 6 * 60);
  g_autoptr (RoundelSessionPlan) split = roundel_session_plan_split_part (plan, 1, 20 * 60, 8 * 60);
  g_autoptr (RoundelSessionPlan) shorter = roundel_session_plan_remove_part (plan, 1);
  g_autoptr (RoundelSessionPlan) none = roundel_session_plan_remove_part (plan, 0);
  g_autoptr (RoundelSessionPlan) asked = roundel_session_plan_set_text (plan, ROUNDEL_PLAN_QUESTION, "What is said?");

  g_assert_cmpuint (roundel_session_plan_find_change (plan, twice, 9), ==, 3);
  g_assert_cmpuint (roundel_session_plan_find_change (twice, plan, 9), ==, 2);
  g_assert_cmpuint (roundel_session_plan_find_change (split, plan, 9), ==, 1);
  g_assert_cmpuint (roundel_session_plan_find_change (shorter, plan, 9), ==, 1);
  g_assert_cmpuint (roundel_session_plan_find_change (plan, shorter, 9), ==, 0);
  g_assert_cmpuint (roundel_session_plan_find_change (plan, none, 9), ==, 0);
  g_assert_cmpuint (roundel_session_plan_find_change (asked, plan, 9), ==, 9);
}

static void
test_a_fixed_start_holds_to_the_second (void)
{
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (hour ());
  g_autoptr (RoundelSessionPlan) fixed = roundel_session_plan_set_begins (plan, 3, 55 * 60);
  g_autoptr (RoundelPlanMeasure) measure = roundel_plan_measure_new (fixed->outline, &formats, 8, 60 * 60);
  RoundelExpansion expansion = { 8, 60 * 60 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = roundel_outline_expand (fixed->outline, &formats, &expansion, &error);
  guint starts = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (roundel_plan_measure_find (measure, 3)->starts, ==, 55 * 60);
  g_assert_cmpuint (roundel_plan_measure_find (measure, 3)->late, ==, 0);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (g_str_equal (agenda->parts->pdata[round->part], format ("closing")->name))
        break;
      starts += round->seconds;
    }
  g_assert_cmpuint (starts, ==, 55 * 60);
  g_assert_cmpuint (roundel_agenda_seconds (agenda), ==, 60 * 60);
}

static void
test_a_fixed_start_that_comes_too_early_says_so (void)
{
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (hour ());
  g_autoptr (RoundelSessionPlan) long_welcome = roundel_session_plan_set_seconds (plan, 0, 15 * 60);
  g_autoptr (RoundelSessionPlan) fixed = roundel_session_plan_set_begins (long_welcome, 1, 10 * 60);
  g_autoptr (RoundelPlanMeasure) measure = roundel_plan_measure_new (fixed->outline, &formats, 8, 60 * 60);

  g_assert_cmpuint (roundel_plan_measure_find (measure, 1)->late, ==, 5 * 60);
  g_assert_nonnull (measure->problem);
  g_assert_nonnull (strstr (measure->problem, format ("troika")->name));
}

static void
test_typing_is_one_step_back (void)
{
  g_autoptr (RoundelPlanHistory) history = roundel_plan_history_new (roundel_session_plan_new (hour ()));

  for (const char *const *text = (const char *const[]) { "W", "Wh", "Why", NULL }; *text != NULL; text++)
    g_assert_true (roundel_plan_history_push (history,
                                              roundel_session_plan_set_text (roundel_plan_history_get (history),
                                                                             ROUNDEL_PLAN_QUESTION, *text), "question"));
  g_assert_true (roundel_plan_history_undo (history));
  g_assert_null (roundel_plan_history_get (history)->texts[ROUNDEL_PLAN_QUESTION]);
  g_assert_false (roundel_plan_history_can_undo (history));
  g_assert_true (roundel_plan_history_redo (history));
  g_assert_cmpstr (roundel_plan_history_get (history)->texts[ROUNDEL_PLAN_QUESTION], ==, "Why");
}

static void
test_a_change_writes_the_keys_it_changes_and_no_others (void)
{
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (hour ());
  g_autoptr (RoundelSessionPlan) asked = roundel_session_plan_set_text (plan, ROUNDEL_PLAN_QUESTION, " What helped? ");
  g_autoptr (RoundelSessionPlan) timed = roundel_session_plan_set_seconds (plan, 0, 4 * 60);
  g_autoptr (RoundelSessionPlan) done = roundel_session_plan_set_between (plan, 0, ROUNDEL_BETWEEN_REAL, "Try it", 3);
  g_autofree char *nothing = roundel_session_plan_to_patch (plan, plan);
  g_autofree char *question = roundel_session_plan_to_patch (asked, plan);
  g_autofree char *no_question = roundel_session_plan_to_patch (plan, asked);
  g_autofree char *parts = roundel_session_plan_to_patch (timed, plan);
  g_autofree char *between = roundel_session_plan_to_patch (done, plan);

  g_assert_null (nothing);
  g_assert_cmpstr (question, ==, "{\"question\":\"What helped?\"}");
  g_assert_cmpstr (no_question, ==, "{\"question\":null}");
  g_assert_true (g_str_has_prefix (parts, "{\"parts\":[{\"format\":\"welcome\",\"seconds\":240}"));
  g_assert_null (strstr (parts, "between"));
  g_assert_cmpstr (between, ==, "{\"between\":[{\"kind\":\"real\",\"text\":\"Try it\",\"before\":3}]}");
}

static void
test_what_is_written_is_read (void)
{
  RoundelSession *session = hour ();
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (session);
  g_autoptr (RoundelSessionPlan) fixed = roundel_session_plan_set_begins (plan, 2, 50 * 60);
  g_autoptr (RoundelSessionPlan) named = roundel_session_plan_set_name (fixed, 1, "In threes");
  g_autofree char *body = roundel_session_plan_to_patch (named, plan);
  const RoundelProgramRecord record = { "session", "plan", "s", "c", body };
  g_autoptr (RoundelProgram) program = roundel_program_read ("p", &record, 1);
  g_autoptr (RoundelSessionPlan) read = roundel_session_plan_new (program->sessions->pdata[0]);

  g_assert_true (roundel_session_plan_equal (read, named));
}

/* Of two parts with one case each, the second goes to the next in line, and nobody waits whom it serves. */
static void
test_the_same_format_twice_gives_cases_to_two (void)
{
  RoundelSession *session = session_new (150);
  guint claims_in_order[] = { 3, 1, 0, 2, 4, 5 };
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (guint));
  RoundelExpansion expansion = { .n_members = 6, .seconds = 150 * 60, .claims = claims };
  g_autoptr (RoundelAgenda) agenda = NULL;
  g_autoptr (GError) error = NULL;
  guint last_part = G_MAXUINT;
  guint n = 0;

  add (session, "case-clinic", 68 * 60, FALSE);
  add (session, "case-clinic", 68 * 60, FALSE);
  g_array_append_vals (claims, claims_in_order, 6);
  agenda = roundel_outline_expand (session->outline, &formats, &expansion, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      if (!round->is_case || round->speakers->len == 0 || round->part == last_part)
        continue;
      g_assert_cmpuint (round->speakers->len, ==, 1);
      g_assert_cmpuint (g_array_index (round->speakers, guint, 0), ==, claims_in_order[n++]);
      last_part = round->part;
    }
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < agenda->waiting->len; i++)
    g_assert_true (g_array_index (agenda->waiting, guint, i) != 3 && g_array_index (agenda->waiting, guint, i) != 1);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  formats = roundel_library_formats (library);
  outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  g_test_add_func ("/session-plan/the-same-format-twice-gives-cases-to-two", test_the_same_format_twice_gives_cases_to_two);
  g_test_add_func ("/session-plan/all-plans-of-all-outcomes-sum-to-their-length",
                   test_all_plans_of_all_outcomes_sum_to_their_length);
  g_test_add_func ("/session-plan/whatever-is-edited-sums-stay-exact-and-undo-goes-all-the-way",
                   test_whatever_is_edited_sums_stay_exact_and_undo_goes_all_the_way);
  g_test_add_func ("/session-plan/what-is-over-is-said-and-what-a-run-leaves-out",
                   test_what_is_over_is_said_and_what_a_run_leaves_out);
  g_test_add_func ("/session-plan/what-is-left-out-makes-room-for-the-rest", test_what_is_left_out_makes_room_for_the_rest);
  g_test_add_func ("/session-plan/a-split-keeps-the-time", test_a_split_keeps_the_time);
  g_test_add_func ("/session-plan/what-is-repeated-takes-no-more-of-the-rest", test_what_is_repeated_takes_no_more_of_the_rest);
  g_test_add_func ("/session-plan/a-step-back-leads-to-what-it-changed", test_a_step_back_leads_to_what_it_changed);
  g_test_add_func ("/session-plan/a-fixed-start-holds-to-the-second", test_a_fixed_start_holds_to_the_second);
  g_test_add_func ("/session-plan/a-fixed-start-that-comes-too-early-says-so",
                   test_a_fixed_start_that_comes_too_early_says_so);
  g_test_add_func ("/session-plan/typing-is-one-step-back", test_typing_is_one_step_back);
  g_test_add_func ("/session-plan/a-change-writes-the-keys-it-changes-and-no-others",
                   test_a_change_writes_the_keys_it_changes_and_no_others);
  g_test_add_func ("/session-plan/what-is-written-is-read", test_what_is_written_is_read);
  return g_test_run ();
}
