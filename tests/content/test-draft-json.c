/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "content/draft-json.h"
#include "content/json.h"

static RoundelDraft *
read_back (const char *text)
{
  g_autoptr (GError) error = NULL;
  RoundelDraft *draft = roundel_draft_from_json (text, &error);

  g_assert_no_error (error);
  return draft;
}

/* DRAFT, which is taken over, with a plan of its own for the third session. */
static RoundelDraft *
planned (RoundelDraft *draft)
{
  g_autoptr (RoundelDraft) owned = draft;
  RoundelProgram *program = roundel_program_new ("p");
  RoundelSession *session = roundel_program_add_session (program, "s", NULL);
  g_autoptr (RoundelSessionPlan) plan = NULL;
  RoundelDraft *with;

  session->question = g_strdup ("What gives you energy?");
  g_ptr_array_add (session->outline, roundel_outline_part_new ("troika", NULL, ROUNDEL_PLAN_REST, TRUE));
  g_ptr_array_add (session->between, roundel_between_new (ROUNDEL_BETWEEN_REAL, "Try it", 2));
  plan = roundel_session_plan_new (session);
  with = roundel_draft_set_plan (owned, 3, plan);
  roundel_program_free (program);
  return with;
}

static void
test_what_was_typed_comes_back (void)
{
  g_autoptr (RoundelDraft) draft = roundel_draft_new ();
  g_autoptr (RoundelDraft) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  RoundelResult *result;
  RoundelMember *member = roundel_member_new ("7", "Dagny \"Dag\" Sørensen");
  const RoundelMember *read;

  member->level = g_strdup ("lead");
  member->reports_to = g_strdup ("Amara\nOkafor");
  member->goals = g_strsplit ("a;b", ";", -1);
  g_ptr_array_add (draft->members, member);
  draft->outcome = g_strdup ("support");
  draft->title = g_strdup (" half typed ");
  draft->starts = g_strdup ("2027-0");
  draft->days_off = g_strdup ("2027-02-");
  draft->n_sessions = 4;
  draft->seconds = 5400;
  draft->mode = ROUNDEL_MODE_MIXED;
  draft->n_seats = 9;
  draft->n_circles = 2;
  draft->second = g_strdup ("deep-networking");
  draft->by_products = g_strdup ("new ties");
  draft->page = g_strdup ("topic");
  draft->typed = g_strdup ("Benoît Le");
  draft->place = g_strdup ("Room 2.14");
  draft->event = g_strdup ("Giving feedback");
  draft->event_on = g_strdup ("2027-01-14");
  draft->facilitator = g_strdup ("Nora Holm");
  draft->logistics = g_strdup ("Chen Wei");
  draft->results = roundel_results_new ();
  result = roundel_result_new ("", "Calls are answered", "in an hour");
  result->baseline = g_strdup ("half");
  g_ptr_array_add (draft->results, result);
  draft = planned (g_steal_pointer (&draft));

  text = roundel_draft_to_json (draft);
  again = read_back (text);
  g_assert_cmpstr (again->title, ==, " half typed ");
  g_assert_cmpstr (again->starts, ==, "2027-0");
  g_assert_cmpstr (again->days_off, ==, "2027-02-");
  g_assert_null (again->topic);
  g_assert_cmpuint (again->n_sessions, ==, 4);
  g_assert_cmpuint (again->seconds, ==, 5400);
  g_assert_cmpint (again->mode, ==, ROUNDEL_MODE_MIXED);
  g_assert_cmpstr (again->page, ==, "topic");
  g_assert_cmpstr (again->typed, ==, "Benoît Le");
  g_assert_cmpstr (again->place, ==, "Room 2.14");
  g_assert_cmpstr (again->event, ==, "Giving feedback");
  g_assert_cmpstr (again->event_on, ==, "2027-01-14");
  g_assert_cmpuint (again->n_seats, ==, 9);
  g_assert_cmpuint (again->members->len, ==, 1);
  read = again->members->pdata[0];
  g_assert_cmpstr (read->id, ==, "7");
  g_assert_cmpstr (read->name, ==, "Dagny \"Dag\" Sørensen");
  g_assert_cmpstr (read->reports_to, ==, "Amara\nOkafor");
  g_assert_cmpstr (read->goals[1], ==, "b");
  g_assert_cmpuint (again->n_circles, ==, 2);
  g_assert_cmpstr (again->second, ==, "deep-networking");
  g_assert_cmpstr (((RoundelResult *) again->results->pdata[0])->baseline, ==, "half");
  g_assert_true (roundel_session_plan_equal (roundel_draft_find_plan (again, 3), roundel_draft_find_plan (draft, 3)));
  text_again = roundel_draft_to_json (again);
  g_assert_cmpstr (text, ==, text_again);
}

static void
test_what_makes_no_sense_is_as_if_not_said (void)
{
  g_autoptr (RoundelDraft) draft = read_back ("{\"title\": 7, \"topic\": \"t\", \"seconds\": -3, \"sessions\": \"many\","
                                              " \"mode\": \"by pigeon\", \"members\": [1, {\"name\": [], \"goals\": {}}, null],"
                                              " \"of\": {\"a\": [\"newer version\"]}}");

  g_assert_null (draft->title);
  g_assert_cmpstr (draft->topic, ==, "t");
  g_assert_cmpuint (draft->seconds, ==, 0);
  g_assert_cmpint (draft->mode, ==, ROUNDEL_MODE_IN_PERSON);
  g_assert_cmpuint (draft->members->len, ==, 3);
  g_assert_cmpstr (((RoundelMember *) draft->members->pdata[2])->id, ==, "3");
}

static void
test_what_is_no_json_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_draft_from_json ("{\"title\": ", &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_SYNTAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft-json/what-was-typed-comes-back", test_what_was_typed_comes_back);
  g_test_add_func ("/draft-json/what-makes-no-sense-is-as-if-not-said", test_what_makes_no_sense_is_as_if_not_said);
  g_test_add_func ("/draft-json/what-is-no-json-is-refused", test_what_is_no_json_is_refused);
  return g_test_run ();
}
