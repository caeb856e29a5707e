/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/pad.h"

#include <string.h>

static RoundelPad *
written_pad (void)
{
  RoundelPad *pad = roundel_pad_new ();

  roundel_pad_set_line (pad, 0, "Ask on the day you notice");
  roundel_pad_set_line (pad, 2, "  one question,\nthen silence ");
  roundel_pad_add_challenge (pad, "amara", "The estimate slips again")->keep = TRUE;
  roundel_pad_add_challenge (pad, "chen", "Two bosses, two dates")->chosen = TRUE;
  roundel_pad_set_promise (pad, "amara", ROUNDEL_PROMISE_MADE, NULL, "secret words");
  roundel_pad_set_promise (pad, "chen", ROUNDEL_PROMISE_CIRCLE, "p1", "Ask the same day");
  roundel_pad_set_promise (pad, "hiro", ROUNDEL_PROMISE_PASSED, NULL, NULL);
  return pad;
}

static void
test_comes_back_as_it_was (void)
{
  g_autoptr (RoundelPad) pad = written_pad ();
  g_autofree char *text = roundel_pad_to_text (pad);
  g_autoptr (RoundelPad) again = roundel_pad_from_text (text);
  g_autofree char *same = roundel_pad_to_text (again);

  g_assert_cmpstr (same, ==, text);
  g_assert_cmpstr (again->harvest[2], ==, "one question, then silence");
  g_assert_cmpuint (again->challenges->len, ==, 2);
  g_assert_cmpuint (roundel_pad_count_promises (again), ==, 2);
}

static void
test_words_of_a_promise_stay_with_its_owner (void)
{
  g_autoptr (RoundelPad) pad = written_pad ();
  g_autofree char *text = roundel_pad_to_text (pad);

  g_assert_null (strstr (text, "secret"));
  roundel_pad_set_promise (pad, "chen", ROUNDEL_PROMISE_PARTNER, NULL, "Ask the same day");
  g_free (text);
  text = roundel_pad_to_text (pad);
  g_assert_null (strstr (text, "Ask the same day"));
}

static void
test_leaves_only_what_may_stay (void)
{
  g_autoptr (RoundelPad) pad = written_pad ();
  g_autoptr (RoundelSessionLeft) left = roundel_session_left_new ("c", roundel_session_record_new ("r", "s"),
                                                                  roundel_attendance_new ("r", "s"));
  const RoundelHeldBy *kept;
  const RoundelSaidPromise *promise;

  roundel_pad_leave (pad, left);
  g_assert_cmpuint (left->record->promises, ==, 2);
  g_assert_cmpuint (g_strv_length (left->harvest->lines), ==, 2);
  g_assert_cmpuint (left->record->kept->len, ==, 1);
  kept = left->record->kept->pdata[0];
  g_assert_cmpstr (kept->member, ==, "amara");
  g_assert_cmpuint (left->promises->len, ==, 1);
  promise = left->promises->pdata[0];
  g_assert_cmpstr (promise->text, ==, "Ask the same day");
  g_assert_cmpstr (promise->by, ==, "chen");
}

static void
test_nonsense_is_an_empty_pad (void)
{
  g_autoptr (RoundelPad) none = roundel_pad_from_text (NULL);
  g_autoptr (RoundelPad) nonsense = roundel_pad_from_text ("[promise 0]\nmember=x\nword=99\n[pad]\nline-0=\xff");

  g_assert_cmpuint (roundel_pad_count_promises (none), ==, 0);
  g_assert_null (roundel_pad_add_challenge (none, NULL, " \n "));
  g_assert_nonnull (nonsense);
}

static RoundelEvaluation *
answered (guint fives,
          guint ones)
{
  RoundelEvaluation *evaluation = roundel_evaluation_new ("e", "s");

  evaluation->slips = fives + ones;
  evaluation->worth[5] = fives;
  evaluation->worth[1] = ones;
  return evaluation;
}

static void
test_an_evaluation_singles_nobody_out (void)
{
  g_autoptr (RoundelEvaluation) three = answered (2, 1);
  g_autoptr (RoundelEvaluation) seven = answered (6, 1);
  g_autoptr (RoundelEvaluation) eight = answered (7, 1);

  g_assert_false (roundel_evaluation_close (three));
  g_assert_true (roundel_evaluation_close (seven));
  g_assert_cmpuint (seven->mean, ==, 9);    /* 31 / 7 is 4.4, by halves 4½ */
  g_assert_cmpuint (seven->worth[1], ==, 0);
  g_assert_cmpuint (seven->worth[5], ==, 0);
  g_assert_true (roundel_evaluation_close (eight));
  g_assert_cmpuint (eight->worth[1], ==, 1);
  g_assert_cmpuint (eight->mean, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pad/comes-back-as-it-was", test_comes_back_as_it_was);
  g_test_add_func ("/pad/words-of-a-promise-stay-with-its-owner", test_words_of_a_promise_stay_with_its_owner);
  g_test_add_func ("/pad/leaves-only-what-may-stay", test_leaves_only_what_may_stay);
  g_test_add_func ("/pad/nonsense-is-an-empty-pad", test_nonsense_is_an_empty_pad);
  g_test_add_func ("/evaluation/singles-nobody-out", test_an_evaluation_singles_nobody_out);
  return g_test_run ();
}
