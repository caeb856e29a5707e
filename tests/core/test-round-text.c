/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/round-text.h"

static void
test_plan_that_cannot_be_meant_is_refused (void)
{
  const char *wrong[] = {
    "[{'title': <'a'>, 'seconds': <uint32 999999>}]",
    "[{'title': <'a'>, 'seconds': <uint32 60>, 'least': <uint32 61>}]",
    "[{'title': <'a'>, 'seconds': <60>}]",
    "[{'title': <'a'>, 'seconds': <uint32 60>, 'kind': <uint32 9>}]",
    "[{'title': <'a'>, 'seconds': <uint32 60>, 'gather': <uint32 9>}]",
    "[{'title': <'a'>, 'seconds': <uint32 60>, 'colour': <'red'>}]",
    "[{'seconds': <uint32 60>}]",
    "[{'seconds': <uint32 60>, 'title': <'a'>, 'title': <'b'>}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) plan = g_variant_parse (G_VARIANT_TYPE ("aa{sv}"), wrong[i], NULL, NULL, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_base64_encode (g_variant_get_data (plan), g_variant_get_size (plan));
      g_assert_null (roundel_rounds_from_text (text, &error));
      g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE);
    }
}

static void
test_plan_is_read_back_as_it_was_written (void)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GArray *group = g_array_new (FALSE, FALSE, sizeof (RoundelSeat));
  RoundelSeat seat = { 7, g_intern_string ("client"), g_intern_string ("timekeeper") };
  RoundelRound *round = roundel_round_new (ROUNDEL_ROUND_STEP, "round 2", 300);
  guint speaker = 1;
  const RoundelRound *same;
  const RoundelSeat *sat;

  g_ptr_array_add (rounds, round);
  round->slot = 2;
  round->is_case = TRUE;
  round->turn = 2;
  round->turns = 3;
  round->part = 1;
  round->least = 300;
  g_array_append_val (round->speakers, speaker);
  g_array_append_val (group, seat);
  g_ptr_array_add (round->groups, group);
  round->say = g_strdup ("“It's your turn”,\nsays \"nobody\".");
  round->spare = g_strdup ("Think of your next step.");
  round->open = TRUE;
  round->gather = ROUNDEL_GATHER_TRIO;
  text = roundel_rounds_to_text (rounds);
  g_assert_null (strpbrk (text, " \n"));
  again = roundel_rounds_from_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, rounds->len);
  same = again->pdata[0];
  g_assert_cmpstr (same->title, ==, "round 2");
  g_assert_cmpstr (same->say, ==, round->say);
  g_assert_cmpuint (same->seconds, ==, 300);
  g_assert_cmpuint (same->least, ==, 300);
  g_assert_cmpuint (same->part, ==, 1);
  g_assert_cmpuint (same->turn, ==, 2);
  g_assert_cmpuint (same->turns, ==, 3);
  g_assert_cmpint (same->gather, ==, ROUNDEL_GATHER_TRIO);
  g_assert_true (same->is_case && same->open && !same->optional);
  g_assert_cmpuint (same->slot, ==, 2);
  g_assert_cmpstr (same->spare, ==, "Think of your next step.");
  g_assert_cmpuint (g_array_index (same->speakers, guint, 0), ==, 1);
  g_assert_cmpuint (same->groups->len, ==, 1);
  sat = &g_array_index ((GArray *) same->groups->pdata[0], RoundelSeat, 0);
  g_assert_cmpuint (sat->member, ==, 7);
  g_assert_cmpstr (sat->role, ==, "client");
  g_assert_cmpstr (sat->also, ==, "timekeeper");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-text/plan-that-cannot-be-meant-is-refused", test_plan_that_cannot_be_meant_is_refused);
  g_test_add_func ("/round-text/plan-is-read-back-as-it-was-written", test_plan_is_read_back_as_it_was_written);
  return g_test_run ();
}
