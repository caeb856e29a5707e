/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/fit.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static RoundelRound *
add_round (GPtrArray *rounds,
           guint      seconds)
{
  RoundelRound *round = roundel_round_new (ROUNDEL_ROUND_STEP, "step", seconds);

  g_ptr_array_add (rounds, round);
  return round;
}

static RoundelRound *
add_optional (GPtrArray *rounds,
              guint      seconds,
              guint      least)
{
  RoundelRound *round = add_round (rounds, seconds);

  round->optional = TRUE;
  round->least = least;
  return round;
}

static RoundelRound *
add_open (GPtrArray *rounds,
          guint      seconds,
          guint      least)
{
  RoundelRound *round = add_round (rounds, seconds);

  round->open = TRUE;
  round->least = least;
  return round;
}

static void
add_in_hand (GPtrArray *rounds,
             guint      seconds)
{
  RoundelRound *round = add_round (rounds, seconds);

  round->kind = ROUNDEL_ROUND_IN_HAND;
  round->least = 0;
}

static GPtrArray *
no_rounds (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
}

/* 0 opening, 1 energiser, three cases with thanks (2–3, 4–5, 6–7), three table talks (8–10), 11 a break that can go,
 * 12 open floor, 13 time in hand, 14 close. */
static GPtrArray *
afternoon (void)
{
  GPtrArray *rounds = no_rounds ();

  add_round (rounds, 300);
  add_optional (rounds, 180, 60);
  for (guint turn = 1; turn <= 3; turn++)
    {
      RoundelRound *steps[] = { add_round (rounds, 600), add_round (rounds, 60) };

      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          steps[i]->part = 1;
          steps[i]->turn = turn;
          steps[i]->turns = 3;
          steps[i]->slot = turn;
          steps[i]->is_case = TRUE;
          g_array_append_val (steps[i]->speakers, turn);
        }
    }
  for (guint turn = 1; turn <= 3; turn++)
    {
      RoundelRound *talk = add_open (rounds, 300, 240);

      talk->part = 2;
      talk->turn = turn;
      talk->turns = 3;
    }
  add_optional (rounds, 240, 120);
  add_open (rounds, 300, 200);
  add_in_hand (rounds, 120);
  add_round (rounds, 300);
  return rounds;
}

static char *
plan_to_text (const RoundelFitPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; plan != NULL && i < plan->changes->len; i++)
    {
      const RoundelFitChange *c = &g_array_index (plan->changes, RoundelFitChange, i);

      g_string_append_printf (text, "%u:%u>%u ", c->round, c->from, c->to);
    }
  g_string_append_printf (text, "over %d", plan != NULL ? (int) plan->over : 9999);
  return g_string_free (text, FALSE);
}

static void
assert_plan (gint64      over,
             const char *expected)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelFit) fit = roundel_fit_rounds (rounds, over);
  g_autofree char *text = plan_to_text (fit->plan);

  g_assert_cmpint (fit->over, ==, over);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_plan_that_fits_is_left_alone (void)
{
  assert_plan (0, "over 0");
  assert_plan (-60, "over -60");
}

static void
test_time_in_hand_goes_first (void)
{
  assert_plan (90, "13:120>30 over 0");
  assert_plan (120, "13:120>0 over 0");
}

static void
test_then_the_last_optional_round_is_shortened (void)
{
  assert_plan (150, "11:240>210 13:120>0 over 0");
  assert_plan (300, "1:180>120 11:240>120 13:120>0 over 0");
}

static void
test_then_optional_rounds_are_left_out_and_others_get_their_time_back (void)
{
  /* 60 more than shortening gives: the break goes, the energiser has 60 of its seconds again */
  assert_plan (420, "1:180>120 11:240>0 13:120>0 over 0");
  /* the energiser has all of its time again, and the session ends early */
  assert_plan (360 + 1, "1:180>179 11:240>0 13:120>0 over 0");
  assert_plan (120 + 420, "1:180>0 11:240>0 13:120>0 over 0");
}

static void
test_then_open_discussion_and_in_all_turns_alike (void)
{
  assert_plan (540 + 100, "1:180>0 11:240>0 12:300>200 13:120>0 over 0");
  assert_plan (540 + 110, "1:180>0 8:300>296 9:300>296 10:300>296 11:240>0 12:300>200 13:120>0 over -2");
  assert_plan (540 + 280, "1:180>0 8:300>240 9:300>240 10:300>240 11:240>0 12:300>200 13:120>0 over 0");
}

static void
test_nothing_left_makes_three_offers (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelFit) fit = roundel_fit_rounds (rounds, 820 + 200);
  g_autofree char *plan = plan_to_text (fit->plan);
  g_autofree char *carry = plan_to_text (fit->carry);
  g_autofree char *shorter = plan_to_text (fit->shorter);

  g_assert_cmpstr (plan, ==, "1:180>0 8:300>240 9:300>240 10:300>240 11:240>0 12:300>200 13:120>0 over 200");
  g_assert_cmpint (fit->plan->taken[ROUNDEL_FIT_TURN], ==, 0);
  /* the case gives 660 of 1020 seconds, so that the talks and the energiser are there again */
  g_assert_cmpstr (carry, ==, "6:600>0 7:60>0 11:240>0 13:120>0 over 0");
  g_assert_cmpuint (fit->carried->len, ==, 1);
  g_assert_cmpuint (g_array_index (fit->carried, guint, 0), ==, 3);
  g_assert_cmpstr (shorter, ==, "1:180>0 2:600>539 3:60>54 4:600>539 5:60>54 6:600>539 7:60>54 8:300>240 9:300>240 "
                                "10:300>240 11:240>0 12:300>200 13:120>0 over -1");
  g_assert_cmpint (fit->shorter->taken[ROUNDEL_FIT_TURN], ==, 201);
}

static void
test_turns_are_carried_whole_and_the_last_ones_first (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelFit) fit = roundel_fit_rounds (rounds, 1320 + 600);
  g_autofree char *carry = plan_to_text (fit->carry);

  g_assert_cmpstr (carry, ==, "1:180>0 4:600>0 5:60>0 6:600>0 7:60>0 11:240>0 12:300>240 13:120>0 over 0");
  g_assert_cmpuint (fit->carried->len, ==, 2);
  g_assert_cmpuint (g_array_index (fit->carried, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (fit->carried, guint, 1), ==, 3);
}

static void
test_slots_are_not_offered_below_half (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelFit) half = roundel_fit_rounds (rounds, 820 + 990);
  g_autoptr (RoundelFit) less = roundel_fit_rounds (rounds, 820 + 991);

  g_assert_nonnull (half->shorter);
  g_assert_null (less->shorter);
}

static void
test_what_cannot_be_done_at_all_is_no_offer (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelFit) fit = roundel_fit_rounds (rounds, 100000);

  g_assert_null (fit->carry);
  g_assert_null (fit->shorter);
  g_assert_cmpuint (fit->carried->len, ==, 0);
}

static void
press (RoundelSessionRun       *run,
       double                   at,
       RoundelSessionEventKind  kind,
       gint64                   amount)
{
  RoundelInstant now = { (gint64) (at * SECOND), (gint64) (at * SECOND), 1 };
  g_autoptr (GError) error = NULL;

  roundel_session_run_do (run, kind, amount, &now, &error);
  g_assert_no_error (error);
}

static gint64
late_after (RoundelSessionRun *run,
            double             at,
            RoundelFitChoice   choice)
{
  RoundelInstant now = { (gint64) (at * SECOND), (gint64) (at * SECOND), 1 };
  g_autoptr (RoundelSessionView) view = roundel_session_run_view (run, &now);
  g_autoptr (RoundelFit) fit = roundel_fit_session (view, view->ends - view->late);
  g_autoptr (RoundelSessionEvent) event = roundel_fit_choose (fit, choice, &now);
  g_autoptr (RoundelSessionView) then = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (event);
  roundel_session_run_apply (run, event, &error);
  g_assert_no_error (error);
  then = roundel_session_run_view (run, &now);
  return then->late;
}

static void
test_running_session_ends_as_promised_after_each_choice (void)
{
  struct
  {
    double waited;
    RoundelFitChoice choice;
    double early;
  } cases[] = {
    { 200.5, ROUNDEL_FIT_PLAIN, 0.5 },
    { 900, ROUNDEL_FIT_LATER, 0 },
    { 650, ROUNDEL_FIT_CARRY, 10 },
    { 900, ROUNDEL_FIT_CARRY, 0 },
    { 899.5, ROUNDEL_FIT_SHORTER, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rounds = afternoon ();
      g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, FALSE);
      double now = 480 + 600 + 60 + cases[i].waited;
      gint64 late;

      press (run, 0, ROUNDEL_SESSION_EVENT_START, 0);
      press (run, 300, ROUNDEL_SESSION_EVENT_NEXT, 0);
      press (run, 480, ROUNDEL_SESSION_EVENT_NEXT, 0);
      press (run, 1080, ROUNDEL_SESSION_EVENT_NEXT, 0);
      late = late_after (run, now, cases[i].choice);
      g_assert_cmpint (late, ==, (gint64) (-cases[i].early * SECOND));
      press (run, now, ROUNDEL_SESSION_EVENT_UNDO, 0);
      press (run, now, ROUNDEL_SESSION_EVENT_NEXT, 0);
    }
}

static void
test_a_step_that_comes_back_is_one_line (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, FALSE);
  RoundelInstant now = { 0, 0, 1 };
  g_autoptr (RoundelSessionView) view = NULL;
  g_autoptr (RoundelFit) fit = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  press (run, 0, ROUNDEL_SESSION_EVENT_START, 0);
  view = roundel_session_run_view (run, &now);
  fit = roundel_fit_session (view, view->ends - 820 * SECOND);
  lines = roundel_fit_plan_list_lines (fit->plan, view);
  for (guint i = 0; i < lines->len; i++)
    {
      const RoundelFitLine *line = &g_array_index (lines, RoundelFitLine, i);

      g_string_append_printf (text, "%u×%u>%u ", line->count, line->from, line->to);
    }
  /* energiser, the three table talks, break, open floor, time in hand */
  g_assert_cmpstr (text->str, ==, "1×180>0 3×300>240 1×240>0 1×300>200 1×120>0 ");
}

static void
test_rounds_that_have_begun_are_never_changed (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, FALSE);
  g_autoptr (RoundelSessionView) view = NULL;
  g_autoptr (RoundelFit) fit = NULL;
  g_autofree char *plan = NULL;
  RoundelInstant now = { 1000 * SECOND, 1000 * SECOND, 1 };

  press (run, 0, ROUNDEL_SESSION_EVENT_START, 0);
  press (run, 10, ROUNDEL_SESSION_EVENT_JUMP, 11);
  press (run, 20, ROUNDEL_SESSION_EVENT_JUMP, 12);
  press (run, 30, ROUNDEL_SESSION_EVENT_JUMP, 10);
  view = roundel_session_run_view (run, &now);
  fit = roundel_fit_session (view, now.wall);
  plan = plan_to_text (fit->plan);
  g_assert_true (g_str_has_prefix (plan, "13:120>0 over "));
}

static void
test_case_that_has_begun_is_not_carried_over (void)
{
  g_autoptr (GPtrArray) rounds = afternoon ();
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, FALSE);
  g_autoptr (RoundelSessionView) view = NULL;
  g_autoptr (RoundelFit) fit = NULL;
  RoundelInstant now = { 100 * SECOND, 100 * SECOND, 1 };

  press (run, 0, ROUNDEL_SESSION_EVENT_START, 0);
  press (run, 10, ROUNDEL_SESSION_EVENT_JUMP, 6);
  view = roundel_session_run_view (run, &now);
  fit = roundel_fit_session (view, view->ends - 700 * SECOND);
  g_assert_cmpint (fit->plan->over, >, 0);
  g_assert_null (fit->carry);
}

/* Invented plans: rounds of a few seconds, so that all that can be given is soon counted. */
static GPtrArray *
invent (GRand *rand)
{
  GPtrArray *rounds = no_rounds ();
  guint turns = g_rand_int_range (rand, 0, 4);
  guint slot = g_rand_int_range (rand, 1, 9);
  guint talk = g_rand_int_range (rand, 0, 6);
  guint least = g_rand_int_range (rand, 0, talk + 1);
  guint pieces = g_rand_int_range (rand, 1, 6);

  for (guint i = 0; i < pieces; i++)
    {
      guint seconds = g_rand_int_range (rand, 0, 7);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          add_round (rounds, seconds);
          break;
        case 1:
          add_optional (rounds, seconds, g_rand_int_range (rand, 0, seconds + 1));
          break;
        case 2:
          add_open (rounds, seconds, g_rand_int_range (rand, 0, seconds + 1));
          break;
        default:
          add_in_hand (rounds, seconds);
        }
    }
  for (guint turn = 1; turn <= turns; turn++)
    {
      RoundelRound *own = add_round (rounds, slot);
      RoundelRound *all = add_open (rounds, talk, least);

      own->slot = turn;
      own->is_case = TRUE;
      own->part = all->part = 1;
      own->turn = all->turn = turn;
      own->turns = all->turns = turns;
      g_array_append_val (own->speakers, turn);
    }
  return rounds;
}

/* What all rounds of a kind can give. */
static gint64
can_give (GPtrArray      *rounds,
          RoundelFitKind  kind)
{
  gint64 all = 0;

  for (guint i = 0; i < rounds->len; i++)
    {
      const RoundelRound *round = rounds->pdata[i];

      if (kind == ROUNDEL_FIT_IN_HAND && round->kind == ROUNDEL_ROUND_IN_HAND)
        all += round->seconds;
      else if (kind == ROUNDEL_FIT_OPTIONAL && round->optional)
        all += round->seconds;
      else if (kind == ROUNDEL_FIT_OPEN && round->open)
        all += round->seconds - round->least;
    }
  return all;
}

static gint64
all_can_give (GPtrArray *rounds)
{
  return can_give (rounds, ROUNDEL_FIT_IN_HAND) + can_give (rounds, ROUNDEL_FIT_OPTIONAL) +
         can_give (rounds, ROUNDEL_FIT_OPEN);
}

static void
assert_sound (const RoundelFitPlan *plan,
              GPtrArray            *rounds,
              gint64                over)
{
  gboolean odd = plan->taken[ROUNDEL_FIT_OPEN] > 0 || plan->taken[ROUNDEL_FIT_TURN] > 0;
  gint64 sum = 0;
  gint64 by_kind = 0;

  for (guint i = 0; i < plan->changes->len; i++)
    {
      const RoundelFitChange *c = &g_array_index (plan->changes, RoundelFitChange, i);
      const RoundelRound *round = rounds->pdata[c->round];

      g_assert_cmpuint (c->from, ==, round->seconds);
      g_assert_cmpuint (c->to, <, c->from);
      sum += c->from - c->to;
      if (c->kind == ROUNDEL_FIT_OPTIONAL)
        g_assert_true (c->to == 0 || (c->to >= round->least && c->to * 2 >= c->from));
      if (c->kind == ROUNDEL_FIT_OPEN)
        g_assert_cmpuint (c->to, >=, round->least);
      /* it could not have had more, but for the odd seconds of rounds that stay equal */
      if (c->kind == ROUNDEL_FIT_OPTIONAL && plan->over < 0 && !odd)
        g_assert_cmpint (c->to == 0 ? MAX (round->least, (c->from + 1) / 2) : 1, >, -plan->over);
    }
  for (guint kind = 0; kind < ROUNDEL_FIT_N_KINDS; kind++)
    by_kind += plan->taken[kind];
  g_assert_cmpint (sum, ==, by_kind);
  g_assert_cmpint (plan->over, ==, over - sum);
}

static void
assert_plain (const RoundelFit *fit,
              GPtrArray        *rounds)
{
  const RoundelFitPlan *plan = fit->plan;
  gint64 in_hand = can_give (rounds, ROUNDEL_FIT_IN_HAND);
  gint64 optional = can_give (rounds, ROUNDEL_FIT_OPTIONAL);

  assert_sound (plan, rounds, fit->over);
  g_assert_cmpuint (plan->taken[ROUNDEL_FIT_TURN], ==, 0);
  g_assert_cmpint (plan->taken[ROUNDEL_FIT_IN_HAND], ==, CLAMP (fit->over, 0, in_hand));
  g_assert_true ((plan->taken[ROUNDEL_FIT_OPTIONAL] > 0) == (optional > 0 && fit->over > in_hand));
  if (fit->over > in_hand + optional)
    g_assert_cmpint (plan->taken[ROUNDEL_FIT_OPTIONAL], ==, optional);
  else
    g_assert_cmpuint (plan->taken[ROUNDEL_FIT_OPEN], ==, 0);
  g_assert_true ((plan->over > 0) == (fit->over > all_can_give (rounds)));
}

static void
assert_shorter (const RoundelFit *fit,
                GPtrArray        *rounds)
{
  guint to = 0;
  guint slots = 0;

  assert_sound (fit->shorter, rounds, fit->over);
  for (guint i = 0; i < fit->shorter->changes->len; i++)
    {
      const RoundelFitChange *c = &g_array_index (fit->shorter->changes, RoundelFitChange, i);

      if (c->kind != ROUNDEL_FIT_TURN)
        continue;
      g_assert_true (slots++ == 0 || c->to == to);
      to = c->to;
      g_assert_cmpuint (c->to * 2, >=, c->from);
    }
  g_assert_cmpuint (slots, >, 0);
  g_assert_cmpint (fit->shorter->over, <=, 0);
  g_assert_cmpint (fit->shorter->over, >, -(gint64) slots); /* a second less each would not do */
}

static void
assert_carry (const RoundelFit *fit,
              GPtrArray        *rounds)
{
  guint turns = ((RoundelRound *) rounds->pdata[rounds->len - 1])->turns;
  guint first = turns - fit->carried->len + 1;
  gint64 each = ((RoundelRound *) rounds->pdata[rounds->len - 2])->seconds;

  assert_sound (fit->carry, rounds, fit->over);
  g_assert_cmpint (fit->carry->over, <=, 0);
  for (guint i = 0; i < fit->carried->len; i++)
    g_assert_cmpuint (g_array_index (fit->carried, guint, i), ==, first + i);
  g_assert_cmpint (fit->carry->taken[ROUNDEL_FIT_TURN], ==, each * fit->carried->len);
  /* one turn less would not do */
  g_assert_cmpint (all_can_give (rounds) + each * (fit->carried->len - 1), <, fit->over);
}

static void
test_invented_plans_are_fitted_by_the_rules (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);
  guint carried = 0, shorter = 0;

  for (guint i = 0; i < 50000; i++)
    {
      g_autoptr (GPtrArray) rounds = invent (rand);
      g_autoptr (RoundelFit) fit = roundel_fit_rounds (rounds, g_rand_int_range (rand, -3, 40));

      assert_plain (fit, rounds);
      g_assert_true (fit->plan->over > 0 || (fit->carry == NULL && fit->shorter == NULL));
      if (fit->shorter != NULL)
        assert_shorter (fit, rounds);
      if (fit->carry != NULL)
        assert_carry (fit, rounds);
      shorter += fit->shorter != NULL;
      carried += fit->carry != NULL;
    }
  g_assert_cmpuint (shorter, >, 1000);
  g_assert_cmpuint (carried, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/fit/" name, test)
  ADD ("plan-that-fits-is-left-alone", test_plan_that_fits_is_left_alone);
  ADD ("a-step-that-comes-back-is-one-line", test_a_step_that_comes_back_is_one_line);
  ADD ("time-in-hand-goes-first", test_time_in_hand_goes_first);
  ADD ("then-the-last-optional-round-is-shortened", test_then_the_last_optional_round_is_shortened);
  ADD ("then-optional-rounds-are-left-out-and-others-get-their-time-back",
       test_then_optional_rounds_are_left_out_and_others_get_their_time_back);
  ADD ("then-open-discussion-and-in-all-turns-alike", test_then_open_discussion_and_in_all_turns_alike);
  ADD ("nothing-left-makes-three-offers", test_nothing_left_makes_three_offers);
  ADD ("turns-are-carried-whole-and-the-last-ones-first", test_turns_are_carried_whole_and_the_last_ones_first);
  ADD ("slots-are-not-offered-below-half", test_slots_are_not_offered_below_half);
  ADD ("what-cannot-be-done-at-all-is-no-offer", test_what_cannot_be_done_at_all_is_no_offer);
  ADD ("running-session-ends-as-promised-after-each-choice", test_running_session_ends_as_promised_after_each_choice);
  ADD ("rounds-that-have-begun-are-never-changed", test_rounds_that_have_begun_are_never_changed);
  ADD ("case-that-has-begun-is-not-carried-over", test_case_that_has_begun_is_not_carried_over);
  ADD ("invented-plans-are-fitted-by-the-rules", test_invented_plans_are_fitted_by_the_rules);
#undef ADD
  return g_test_run ();
}
