/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/draft.h"

/* Whether exactly the FIELD of DRAFT is found fault with. Takes DRAFT over. */
static void
assert_one_problem (RoundelDraft      *draft,
                    RoundelDraftField  field,
                    gboolean           missing)
{
  g_autoptr (RoundelDraft) owned = draft;
  g_autoptr (GPtrArray) problems = roundel_draft_list_problems (owned);
  const RoundelDraftProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = problems->pdata[0];
  g_assert_cmpint (problem->field, ==, field);
  g_assert_cmpint (problem->missing, ==, missing);
  g_assert_true (g_str_has_suffix (problem->why, "."));
}

static RoundelDraft *
whole_draft (void)
{
  RoundelDraft *draft = roundel_draft_new ();

  draft->outcome = g_strdup ("support");
  draft->title = g_strdup ("T");
  draft->topic = g_strdup ("what wears us out");
  draft->starts = g_strdup ("2027-01-14T15:00");
  draft->zone = g_strdup ("Europe/Oslo");
  draft->n_seats = 8;
  return draft;
}

static void
test_an_edit_leaves_the_draft_as_it_was (void)
{
  g_autoptr (RoundelDraft) draft = whole_draft ();
  g_autoptr (RoundelDraft) titled = roundel_draft_set_title (draft, "Another ");
  g_autoptr (RoundelDraft) longer = roundel_draft_set_session_length (titled, 3600);
  g_autoptr (RoundelDraft) blank = roundel_draft_set_topic (longer, "  ");

  g_assert_cmpstr (draft->title, ==, "T");
  g_assert_cmpstr (titled->title, ==, "Another ");
  g_assert_cmpuint (titled->seconds, ==, 0);
  g_assert_cmpuint (longer->seconds, ==, 3600);
  g_assert_cmpstr (longer->topic, ==, "what wears us out");
  g_assert_null (blank->topic);
  g_assert_cmpuint (blank->seconds, ==, 3600);
}

static void
test_members_are_copied (void)
{
  g_autoptr (RoundelDraft) draft = whole_draft ();
  g_autoptr (RoundelDraft) named = NULL;
  g_autoptr (RoundelDraft) later = NULL;
  GPtrArray *members = roundel_members_new ();

  g_ptr_array_add (members, roundel_member_new ("1", "Amara"));
  named = roundel_draft_set_members (draft, members);
  g_ptr_array_unref (members);
  later = roundel_draft_set_title (named, "Later");
  g_assert_cmpuint (draft->members->len, ==, 0);
  g_assert_cmpstr (((RoundelMember *) later->members->pdata[0])->name, ==, "Amara");
}

static void
test_an_empty_draft_asks_for_everything (void)
{
  const RoundelDraftField expected[] = { ROUNDEL_DRAFT_OUTCOME, ROUNDEL_DRAFT_TITLE, ROUNDEL_DRAFT_TOPIC,
                                         ROUNDEL_DRAFT_START, ROUNDEL_DRAFT_ZONE, ROUNDEL_DRAFT_PEOPLE };
  g_autoptr (RoundelDraft) draft = roundel_draft_new ();
  g_autoptr (GPtrArray) problems = roundel_draft_list_problems (draft);

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const RoundelDraftProblem *problem = problems->pdata[i];

      g_assert_cmpint (problem->field, ==, expected[i]);
      g_assert_true (problem->missing);
    }
}

static void
test_each_answer_is_judged (void)
{
  g_autoptr (RoundelDraft) draft = whole_draft ();
  g_autoptr (GPtrArray) none = roundel_draft_list_problems (draft);

  g_assert_cmpuint (none->len, ==, 0);
  assert_one_problem (roundel_draft_set_outcome (draft, NULL), ROUNDEL_DRAFT_OUTCOME, TRUE);
  assert_one_problem (roundel_draft_set_start (draft, "next week"), ROUNDEL_DRAFT_START, FALSE);
  assert_one_problem (roundel_draft_set_start (draft, "2027-02-30T15:00"), ROUNDEL_DRAFT_START, FALSE);
  assert_one_problem (roundel_draft_set_zone (draft, "Middle/Earth"), ROUNDEL_DRAFT_ZONE, FALSE);
  assert_one_problem (roundel_draft_set_session_length (draft, 9 * 60), ROUNDEL_DRAFT_LENGTH, FALSE);
  assert_one_problem (roundel_draft_set_session_length (draft, 11 * 3600), ROUNDEL_DRAFT_LENGTH, FALSE);
  assert_one_problem (roundel_draft_set_session_count (draft, 201), ROUNDEL_DRAFT_SESSIONS, FALSE);
  assert_one_problem (roundel_draft_set_seat_count (draft, 0), ROUNDEL_DRAFT_PEOPLE, TRUE);
  assert_one_problem (roundel_draft_set_seat_count (draft, 1), ROUNDEL_DRAFT_PEOPLE, FALSE);
  assert_one_problem (roundel_draft_set_seat_count (draft, 5001), ROUNDEL_DRAFT_PEOPLE, FALSE);
}

static void
test_results_are_of_the_outcome_until_they_are_changed (void)
{
  g_autoptr (RoundelDraft) draft = whole_draft ();
  g_autoptr (GPtrArray) wanted = roundel_results_new ();
  g_autoptr (RoundelDraft) own = NULL;
  g_autoptr (RoundelDraft) back = NULL;

  g_ptr_array_add (wanted, roundel_result_new ("", "Calls are answered", "in an hour"));
  own = roundel_draft_set_results (draft, wanted);
  back = roundel_draft_set_results (own, NULL);
  g_assert_null (draft->results);
  g_assert_true (own->results != wanted);
  g_assert_true (roundel_results_have (own->results, "Calls are answered"));
  g_assert_null (back->results);
}

static void
test_plans_stand_by_their_numbers (void)
{
  const guint numbers[] = { 4, 1, 3, 4 };
  RoundelDraft *draft = whole_draft ();
  RoundelProgram *program = roundel_program_new ("p");
  g_autoptr (RoundelSessionPlan) plan = roundel_session_plan_new (roundel_program_add_session (program, "s", NULL));
  g_autoptr (RoundelDraft) fewer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      RoundelDraft *before = draft;

      draft = roundel_draft_set_plan (before, numbers[i], plan);
      roundel_draft_unref (before);
    }
  g_assert_cmpuint (draft->plans->len, ==, 3);
  for (guint i = 0; i + 1 < draft->plans->len; i++)
    g_assert_cmpuint (((RoundelDraftPlan *) draft->plans->pdata[i])->number, <,
                      ((RoundelDraftPlan *) draft->plans->pdata[i + 1])->number);
  fewer = roundel_draft_set_plan (draft, 3, NULL);
  g_assert_null (roundel_draft_find_plan (fewer, 3));
  g_assert_true (roundel_draft_find_plan (fewer, 4) == plan);
  g_assert_nonnull (roundel_draft_find_plan (draft, 3));
  roundel_draft_unref (draft);
  roundel_program_free (program);
}

static void
test_a_second_outcome_keeps_the_people_alone (void)
{
  g_autoptr (RoundelDraft) draft = whole_draft ();
  g_autoptr (RoundelDraft) none = roundel_draft_make_second (draft);
  g_autoptr (RoundelDraft) longer = roundel_draft_set_session_length (draft, 3600);
  g_autoptr (RoundelDraft) both = roundel_draft_set_second (longer, "deep-networking");
  g_autoptr (RoundelDraft) second = roundel_draft_make_second (both);

  g_assert_null (none);
  g_assert_cmpstr (second->outcome, ==, "deep-networking");
  g_assert_null (second->second);
  g_assert_null (second->topic);
  g_assert_cmpuint (second->seconds, ==, 0);
  g_assert_cmpuint (second->n_seats, ==, 8);
  g_assert_cmpstr (second->starts, ==, "2027-01-14T15:00");
  g_assert_cmpstr (both->outcome, ==, "support");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/an-edit-leaves-the-draft-as-it-was", test_an_edit_leaves_the_draft_as_it_was);
  g_test_add_func ("/draft/members-are-copied", test_members_are_copied);
  g_test_add_func ("/draft/an-empty-draft-asks-for-everything", test_an_empty_draft_asks_for_everything);
  g_test_add_func ("/draft/each-answer-is-judged", test_each_answer_is_judged);
  g_test_add_func ("/draft/results-are-of-the-outcome-until-they-are-changed",
                   test_results_are_of_the_outcome_until_they_are_changed);
  g_test_add_func ("/draft/plans-stand-by-their-numbers", test_plans_stand_by_their_numbers);
  g_test_add_func ("/draft/a-second-outcome-keeps-the-people-alone", test_a_second_outcome_keeps_the_people_alone);
  return g_test_run ();
}
