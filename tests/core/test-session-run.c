/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/session-run.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define TWO_O_CLOCK (G_GINT64_CONSTANT (1800021600) * SECOND)

/* An opening, three slots of five minutes, an optional round and a close: half an hour. */
static GPtrArray *
half_an_hour (void)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  guint seconds[] = { 300, 300, 300, 300, 240, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    {
      g_autofree char *title = g_strdup_printf ("round %u", i);
      RoundelRound *round = roundel_round_new (ROUNDEL_ROUND_STEP, title, seconds[i]);

      g_ptr_array_add (rounds, round);
      if (i >= 1 && i <= 3)
        {
          guint member = i - 1;

          round->slot = i;
          round->is_case = TRUE;
          round->part = 1;
          round->turn = i;
          round->turns = 3;
          g_array_append_val (round->speakers, member);
        }
      round->optional = i == 4;
      round->least = i == 4 ? 0 : round->seconds;
    }
  return rounds;
}

static RoundelSessionRun *
new_run (void)
{
  g_autoptr (GPtrArray) rounds = half_an_hour ();

  return roundel_session_run_new (rounds, 0, FALSE);
}

/* The computer was started an hour before two o'clock. */
static RoundelInstant
after (double seconds)
{
  gint64 span = (gint64) (seconds * SECOND);
  RoundelInstant now = { TWO_O_CLOCK + span, 3600 * SECOND + span, 0xb007 };

  return now;
}

static void
press_amount (RoundelSessionRun       *run,
              double                   at,
              RoundelSessionEventKind  kind,
              gint64                   amount)
{
  g_autoptr (GError) error = NULL;
  RoundelInstant now = after (at);

  roundel_session_run_do (run, kind, amount, &now, &error);
  g_assert_no_error (error);
}

static void
press (RoundelSessionRun       *run,
       double                   at,
       RoundelSessionEventKind  kind)
{
  press_amount (run, at, kind, 0);
}

static void
change (RoundelSessionRun       *run,
        double                   at,
        RoundelSessionEventKind  kind,
        guint                    round,
        guint                    seconds,
        gboolean                 refused)
{
  g_autoptr (GError) error = NULL;
  RoundelInstant now = after (at);
  RoundelChange change = { round, seconds };
  g_autoptr (RoundelSessionEvent) event = roundel_session_event_new (kind, &now, 0);

  event->changes = g_array_new (FALSE, FALSE, sizeof (RoundelChange));
  g_array_append_val (event->changes, change);
  roundel_session_run_apply (run, event, &error);
  if (refused)
    g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE);
  else
    g_assert_no_error (error);
}

static void
assert_refused (RoundelSessionRun       *run,
                double                   at,
                RoundelSessionEventKind  kind,
                gint64                   amount,
                int                      code)
{
  g_autoptr (GError) error = NULL;
  RoundelInstant now = after (at);
  guint events = roundel_session_run_get_events (run)->len;

  g_assert_false (roundel_session_run_do (run, kind, amount, &now, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, code);
  g_assert_cmpuint (roundel_session_run_get_events (run)->len, ==, events);
}

static RoundelSessionView *
look (RoundelSessionRun *run,
      double             at)
{
  RoundelInstant now = after (at);

  return roundel_session_run_view (run, &now);
}

static const RoundelRoundTime *
time_of (const RoundelSessionView *view,
         guint                     round)
{
  return &g_array_index (view->rounds, RoundelRoundTime, round);
}

static void
assert_left (RoundelSessionRun   *run,
             double               at,
             RoundelSessionPhase  phase,
             guint                round,
             double               left)
{
  g_autoptr (RoundelSessionView) view = look (run, at);

  g_assert_cmpstr (roundel_session_phase_to_text (view->phase), ==, roundel_session_phase_to_text (phase));
  g_assert_cmpuint (view->round, ==, round);
  g_assert_cmpint (view->left, ==, (gint64) (left * SECOND));
}

static void
test_nothing_runs_before_the_start (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = look (run, 90);

  assert_left (run, 90, ROUNDEL_SESSION_PHASE_READY, 0, 300);
  g_assert_cmpint (view->ends, ==, TWO_O_CLOCK + (90 + 1800) * SECOND);
  g_assert_cmpint (view->late, ==, 0);
  g_assert_cmpint (view->repaint, ==, 30 * SECOND);
  assert_refused (run, 90, ROUNDEL_SESSION_EVENT_NEXT, 0, ROUNDEL_CORE_ERROR_NOT_NOW);
  assert_refused (run, 90, ROUNDEL_SESSION_EVENT_UNDO, 0, ROUNDEL_CORE_ERROR_NOT_NOW);
}

static void
test_a_round_runs_down_and_then_counts_what_is_over (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  assert_left (run, 100, ROUNDEL_SESSION_PHASE_RUNNING, 0, 200);
  assert_left (run, 420, ROUNDEL_SESSION_PHASE_RUNNING, 0, -120);
  view = look (run, 420);
  g_assert_cmpint (view->late, ==, 120 * SECOND);
  g_assert_cmpint (view->ends, ==, TWO_O_CLOCK + 1920 * SECOND);
  g_assert_cmpint (time_of (view, 1)->starts, ==, TWO_O_CLOCK + 420 * SECOND);
  g_assert_cmpint (time_of (view, 2)->starts, ==, TWO_O_CLOCK + 720 * SECOND);
}

static void
test_unused_time_goes_back_to_the_session (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 200, ROUNDEL_SESSION_EVENT_NEXT);
  view = look (run, 230);
  g_assert_cmpint (time_of (view, 0)->returned, ==, 100 * SECOND);
  g_assert_cmpint (time_of (view, 0)->used, ==, 200 * SECOND);
  g_assert_cmpint (view->left, ==, 270 * SECOND);
  g_assert_cmpint (view->late, ==, -100 * SECOND);
}

static void
test_back_takes_the_returned_time_again (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 200, ROUNDEL_SESSION_EVENT_NEXT);
  press (run, 210, ROUNDEL_SESSION_EVENT_BACK);
  assert_left (run, 210, ROUNDEL_SESSION_PHASE_RUNNING, 0, 100);
  press (run, 260, ROUNDEL_SESSION_EVENT_NEXT);
  assert_left (run, 260, ROUNDEL_SESSION_PHASE_RUNNING, 1, 290);
  press (run, 260, ROUNDEL_SESSION_EVENT_BACK);
  assert_refused (run, 260, ROUNDEL_SESSION_EVENT_BACK, 0, ROUNDEL_CORE_ERROR_NOT_NOW);
}

static void
test_moving_does_not_end_a_pause (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 60, ROUNDEL_SESSION_EVENT_PAUSE);
  press (run, 70, ROUNDEL_SESSION_EVENT_NEXT);
  assert_left (run, 600, ROUNDEL_SESSION_PHASE_PAUSED, 1, 300);
  press (run, 600, ROUNDEL_SESSION_EVENT_BACK);
  press_amount (run, 610, ROUNDEL_SESSION_EVENT_JUMP, 3);
  assert_left (run, 660, ROUNDEL_SESSION_PHASE_PAUSED, 3, 300);
  press (run, 660, ROUNDEL_SESSION_EVENT_RESUME);
  assert_left (run, 670, ROUNDEL_SESSION_PHASE_RUNNING, 3, 290);
  view = look (run, 670);
  g_assert_cmpint (view->stood, ==, 600 * SECOND);
  g_assert_cmpint (view->elapsed, ==, 670 * SECOND);
}

static void
test_hold_stops_everything_and_lets_go_to_what_was_before (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 60, ROUNDEL_SESSION_EVENT_HOLD);
  assert_left (run, 500, ROUNDEL_SESSION_PHASE_HELD, 0, 240);
  assert_refused (run, 500, ROUNDEL_SESSION_EVENT_NEXT, 0, ROUNDEL_CORE_ERROR_NOT_NOW);
  assert_refused (run, 500, ROUNDEL_SESSION_EVENT_RESUME, 0, ROUNDEL_CORE_ERROR_NOT_NOW);
  press (run, 500, ROUNDEL_SESSION_EVENT_RELEASE);
  assert_left (run, 510, ROUNDEL_SESSION_PHASE_RUNNING, 0, 230);
  press (run, 510, ROUNDEL_SESSION_EVENT_PAUSE);
  press (run, 520, ROUNDEL_SESSION_EVENT_HOLD);
  press (run, 530, ROUNDEL_SESSION_EVENT_RELEASE);
  assert_left (run, 600, ROUNDEL_SESSION_PHASE_PAUSED, 0, 230);
}

static void
test_adding_changes_this_round_only (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press_amount (run, 10, ROUNDEL_SESSION_EVENT_ADD, 60);
  assert_left (run, 10, ROUNDEL_SESSION_PHASE_RUNNING, 0, 350);
  view = look (run, 10);
  g_assert_cmpint (view->late, ==, 60 * SECOND);
  g_assert_cmpint (time_of (view, 0)->added, ==, 60 * SECOND);
  g_assert_cmpint (time_of (view, 1)->left, ==, 300 * SECOND);
}

static void
test_taking_away_stops_when_nothing_is_left (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press_amount (run, 270.5, ROUNDEL_SESSION_EVENT_ADD, -60);
  assert_left (run, 270.5, ROUNDEL_SESSION_PHASE_RUNNING, 0, 0);
  assert_refused (run, 280, ROUNDEL_SESSION_EVENT_ADD, -60, ROUNDEL_CORE_ERROR_NONSENSE);
  assert_left (run, 280, ROUNDEL_SESSION_PHASE_RUNNING, 0, -9.5);
}

static void
test_undo_makes_a_step_never_made_while_time_went_on (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 100, ROUNDEL_SESSION_EVENT_NEXT);
  press (run, 130, ROUNDEL_SESSION_EVENT_UNDO);
  assert_left (run, 140, ROUNDEL_SESSION_PHASE_RUNNING, 0, 160);
  press (run, 150, ROUNDEL_SESSION_EVENT_PAUSE);
  press (run, 170, ROUNDEL_SESSION_EVENT_UNDO);
  assert_left (run, 200, ROUNDEL_SESSION_PHASE_RUNNING, 0, 100);
  press (run, 200, ROUNDEL_SESSION_EVENT_FINISH);
  press (run, 210, ROUNDEL_SESSION_EVENT_UNDO);
  assert_left (run, 220, ROUNDEL_SESSION_PHASE_RUNNING, 0, 80);
}

static void
test_session_that_began_four_minutes_ago (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press_amount (run, 20, ROUNDEL_SESSION_EVENT_CORRECT, 240);
  assert_left (run, 20, ROUNDEL_SESSION_PHASE_RUNNING, 0, 60);
  view = look (run, 20);
  g_assert_cmpint (view->starts, ==, TWO_O_CLOCK - 220 * SECOND);
  g_assert_cmpint (view->ends, ==, TWO_O_CLOCK + (1800 - 220) * SECOND);
  g_assert_cmpint (view->late, ==, 0);
}

static void
test_correcting_the_start_later_on_leaves_the_present_round_alone (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 300, ROUNDEL_SESSION_EVENT_NEXT);
  press_amount (run, 360, ROUNDEL_SESSION_EVENT_CORRECT, 600);
  assert_left (run, 360, ROUNDEL_SESSION_PHASE_RUNNING, 1, 240);
  view = look (run, 360);
  g_assert_cmpint (time_of (view, 0)->used, ==, 540 * SECOND);
  g_assert_cmpint (time_of (view, 0)->returned, ==, -240 * SECOND);
  g_assert_cmpint (time_of (view, 1)->starts, ==, TWO_O_CLOCK + 300 * SECOND);
  assert_refused (run, 360, ROUNDEL_SESSION_EVENT_CORRECT, 10, ROUNDEL_CORE_ERROR_NONSENSE);
}

static void
test_promised_end_is_what_counts_as_late (void)
{
  g_autoptr (GPtrArray) rounds = half_an_hour ();
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, TWO_O_CLOCK + 1800 * SECOND, FALSE);
  g_autoptr (RoundelSessionView) before = look (run, 180);
  g_autoptr (RoundelSessionView) started = NULL;
  g_autoptr (RoundelSessionView) extended = NULL;
  g_autoptr (RoundelSessionView) corrected = NULL;

  g_assert_cmpint (before->late, ==, 180 * SECOND);
  press (run, 240, ROUNDEL_SESSION_EVENT_START);
  started = look (run, 300);
  g_assert_cmpint (started->late, ==, 240 * SECOND);
  press_amount (run, 300, ROUNDEL_SESSION_EVENT_EXTEND, 180);
  extended = look (run, 300);
  g_assert_cmpint (extended->late, ==, 60 * SECOND);
  g_assert_cmpint (extended->ends, ==, started->ends);
  /* it began two minutes before the clock, and is to end when it was: it then ends as much earlier */
  press_amount (run, 300, ROUNDEL_SESSION_EVENT_CORRECT, 180);
  corrected = look (run, 300);
  g_assert_cmpint (corrected->late, ==, -60 * SECOND);
  g_assert_cmpint (corrected->ends - corrected->late, ==, extended->ends - extended->late);
}

static void
test_fit_changes_later_rounds_and_never_a_slot (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  change (run, 10, ROUNDEL_SESSION_EVENT_FIT, 2, 200, TRUE);
  change (run, 10, ROUNDEL_SESSION_EVENT_FIT, 0, 200, TRUE);
  change (run, 10, ROUNDEL_SESSION_EVENT_FIT, 6, 200, TRUE);
  change (run, 10, ROUNDEL_SESSION_EVENT_CARRY, 3, 200, TRUE);
  change (run, 10, ROUNDEL_SESSION_EVENT_AGREE, 3, 0, TRUE);
  change (run, 10, ROUNDEL_SESSION_EVENT_FIT, 4, 0, FALSE);
  change (run, 10, ROUNDEL_SESSION_EVENT_CARRY, 3, 0, FALSE);
  change (run, 10, ROUNDEL_SESSION_EVENT_AGREE, 2, 240, FALSE);
  view = look (run, 10);
  g_assert_cmpint (view->late, ==, -(240 + 300 + 60) * SECOND);
  g_assert_cmpint (time_of (view, 4)->state, ==, ROUNDEL_ROUND_STATE_LEFT_OUT);
  g_assert_cmpint (time_of (view, 2)->left, ==, 240 * SECOND);
}

static void
test_session_begins_with_the_first_round_that_is_not_left_out (void)
{
  g_autoptr (GPtrArray) rounds = half_an_hour ();
  g_autoptr (RoundelSessionRun) run = NULL;

  g_ptr_array_remove_range (rounds, 0, 4);
  run = roundel_session_run_new (rounds, 0, FALSE);
  change (run, 0, ROUNDEL_SESSION_EVENT_FIT, 0, 0, FALSE);
  assert_left (run, 0, ROUNDEL_SESSION_PHASE_READY, 1, 360);
  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  assert_left (run, 10, ROUNDEL_SESSION_PHASE_RUNNING, 1, 350);
}

static void
test_round_left_out_is_passed_over_but_can_be_had (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  change (run, 10, ROUNDEL_SESSION_EVENT_FIT, 4, 0, FALSE);
  press_amount (run, 20, ROUNDEL_SESSION_EVENT_JUMP, 3);
  press (run, 30, ROUNDEL_SESSION_EVENT_NEXT);
  assert_left (run, 30, ROUNDEL_SESSION_PHASE_RUNNING, 5, 360);
  press (run, 40, ROUNDEL_SESSION_EVENT_BACK);
  assert_left (run, 40, ROUNDEL_SESSION_PHASE_RUNNING, 3, 290);
  press_amount (run, 50, ROUNDEL_SESSION_EVENT_JUMP, 4);
  assert_left (run, 50, ROUNDEL_SESSION_PHASE_RUNNING, 4, 240);
}

static void
test_replan_keeps_what_ran (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;
  g_autoptr (GError) error = NULL;
  RoundelInstant now = after (400);
  g_autoptr (RoundelSessionEvent) event = roundel_session_event_new (ROUNDEL_SESSION_EVENT_REPLAN, &now, 0);

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 280, ROUNDEL_SESSION_EVENT_NEXT);
  event->rounds = half_an_hour ();
  roundel_session_run_apply (run, event, &error);
  g_assert_no_error (error);
  assert_left (run, 410, ROUNDEL_SESSION_PHASE_RUNNING, 1, 170);
  view = look (run, 410);
  g_assert_cmpuint (view->rounds->len, ==, 8);
  g_assert_cmpint (time_of (view, 0)->used, ==, 280 * SECOND);
  g_assert_cmpint (time_of (view, 2)->left, ==, 300 * SECOND);
  g_assert_cmpint (view->late, ==, (-20 + 600) * SECOND);
}

static void
test_session_ends_after_its_last_round (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press_amount (run, 60, ROUNDEL_SESSION_EVENT_JUMP, 5);
  press (run, 500, ROUNDEL_SESSION_EVENT_NEXT);
  view = look (run, 5000);
  g_assert_cmpint (view->phase, ==, ROUNDEL_SESSION_PHASE_FINISHED);
  g_assert_cmpint (view->ends, ==, TWO_O_CLOCK + 500 * SECOND);
  g_assert_cmpint (view->repaint, ==, G_MAXINT64);
  g_assert_cmpint (time_of (view, 1)->state, ==, ROUNDEL_ROUND_STATE_LEFT_OUT);
  g_assert_cmpint (time_of (view, 1)->starts, ==, 0);
  g_assert_cmpint (time_of (view, 5)->returned, ==, -80 * SECOND);
  assert_refused (run, 600, ROUNDEL_SESSION_EVENT_BACK, 0, ROUNDEL_CORE_ERROR_NOT_NOW);
}

static void
test_session_that_moves_on_by_itself_ends_when_its_last_round_does (void)
{
  g_autoptr (GPtrArray) rounds = half_an_hour ();
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, TRUE);
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  assert_left (run, 300, ROUNDEL_SESSION_PHASE_RUNNING, 1, 300);
  assert_left (run, 910.5, ROUNDEL_SESSION_PHASE_RUNNING, 3, 289.5);
  view = look (run, 9999);
  g_assert_cmpint (view->phase, ==, ROUNDEL_SESSION_PHASE_FINISHED);
  g_assert_cmpint (view->ends, ==, TWO_O_CLOCK + 1800 * SECOND);
  g_assert_cmpint (time_of (view, 5)->starts, ==, TWO_O_CLOCK + 1440 * SECOND);
  g_assert_cmpint (view->late, ==, 0);
}

static void
test_turns_follow_from_the_rounds (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 10, ROUNDEL_SESSION_EVENT_NEXT);
  press (run, 20, ROUNDEL_SESSION_EVENT_NEXT);
  view = look (run, 30);
  g_assert_cmpint (roundel_session_view_turn (view, 0), ==, ROUNDEL_TURN_HAD);
  g_assert_cmpint (roundel_session_view_turn (view, 1), ==, ROUNDEL_TURN_NOW);
  g_assert_cmpint (roundel_session_view_turn (view, 2), ==, ROUNDEL_TURN_WAITING);
  g_assert_cmpint (roundel_session_view_turn (view, 3), ==, ROUNDEL_TURN_NONE);
}

static void
test_turn_passed_over_is_still_waited_for (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press_amount (run, 10, ROUNDEL_SESSION_EVENT_JUMP, 3);
  press (run, 20, ROUNDEL_SESSION_EVENT_FINISH);
  view = look (run, 30);
  g_assert_cmpint (roundel_session_view_turn (view, 0), ==, ROUNDEL_TURN_WAITING);
  g_assert_cmpint (roundel_session_view_turn (view, 2), ==, ROUNDEL_TURN_HAD);
}

static void
test_warnings_and_milestones_come_in_time (void)
{
  struct
  {
    double at;
    RoundelSessionWarning warning;
    RoundelSessionMilestone milestone;
    gint64 shown;
  } moments[] = {
    { 0, ROUNDEL_SESSION_WARNING_NONE, ROUNDEL_SESSION_MILESTONE_NONE, 300 },
    { 0.2, ROUNDEL_SESSION_WARNING_NONE, ROUNDEL_SESSION_MILESTONE_NONE, 300 },
    { 149.9, ROUNDEL_SESSION_WARNING_NONE, ROUNDEL_SESSION_MILESTONE_NONE, 151 },
    { 150, ROUNDEL_SESSION_WARNING_NONE, ROUNDEL_SESSION_MILESTONE_HALF, 150 },
    { 239.9, ROUNDEL_SESSION_WARNING_NONE, ROUNDEL_SESSION_MILESTONE_HALF, 61 },
    { 240, ROUNDEL_SESSION_WARNING_FIFTH, ROUNDEL_SESSION_MILESTONE_MINUTE, 60 },
    { 285, ROUNDEL_SESSION_WARNING_TWENTIETH, ROUNDEL_SESSION_MILESTONE_MINUTE, 15 },
    { 290, ROUNDEL_SESSION_WARNING_TWENTIETH, ROUNDEL_SESSION_MILESTONE_TEN_SECONDS, 10 },
    { 299.999, ROUNDEL_SESSION_WARNING_TWENTIETH, ROUNDEL_SESSION_MILESTONE_TEN_SECONDS, 1 },
    { 300, ROUNDEL_SESSION_WARNING_OVER, ROUNDEL_SESSION_MILESTONE_TIME, 0 },
    { 300.5, ROUNDEL_SESSION_WARNING_OVER, ROUNDEL_SESSION_MILESTONE_TIME, 0 },
    { 301, ROUNDEL_SESSION_WARNING_OVER, ROUNDEL_SESSION_MILESTONE_TIME, -1 },
  };
  g_autoptr (RoundelSessionRun) run = new_run ();

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (RoundelSessionView) view = look (run, moments[i].at);

      g_assert_cmpint (view->warning, ==, moments[i].warning);
      g_assert_cmpint (view->milestone, ==, moments[i].milestone);
      g_assert_cmpint (view->shown, ==, moments[i].shown);
    }
}

static void
test_repaint_is_at_the_next_whole_second (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;
  g_autoptr (RoundelSessionView) paused = NULL;

  press (run, 0.25, ROUNDEL_SESSION_EVENT_START);
  view = look (run, 10);
  g_assert_cmpint (view->repaint, ==, SECOND / 4);
  press (run, 30, ROUNDEL_SESSION_EVENT_PAUSE);
  paused = look (run, 40);
  g_assert_cmpint (paused->repaint, ==, 19750 * (SECOND / 1000));
}

static void
test_changed_clock_changes_nothing (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;
  RoundelInstant now = after (100);

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  now.wall -= 7200 * SECOND;
  view = roundel_session_run_view (run, &now);
  g_assert_cmpint (view->left, ==, 200 * SECOND);
  g_assert_cmpint (view->late, ==, 0);
  g_assert_cmpint (view->ends, ==, now.wall + 1700 * SECOND);
}

static void
test_after_a_new_start_of_the_computer_the_wall_clock_counts (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionView) view = NULL;
  g_autoptr (RoundelSessionView) earlier = NULL;
  RoundelInstant now = { TWO_O_CLOCK + 130 * SECOND, 20 * SECOND, 0xb008 };

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  view = roundel_session_run_view (run, &now);
  g_assert_cmpint (view->left, ==, 170 * SECOND);
  now.wall = TWO_O_CLOCK - 86400 * SECOND;
  earlier = roundel_session_run_view (run, &now);
  g_assert_cmpint (earlier->left, ==, 300 * SECOND);
}

static void
test_killed_session_goes_on_in_the_same_second (void)
{
  g_autoptr (RoundelSessionRun) run = new_run ();
  g_autoptr (RoundelSessionRun) again = new_run ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GPtrArray *events;

  press (run, 0, ROUNDEL_SESSION_EVENT_START);
  press (run, 290.5, ROUNDEL_SESSION_EVENT_NEXT);
  press_amount (run, 300, ROUNDEL_SESSION_EVENT_ADD, 60);
  change (run, 310, ROUNDEL_SESSION_EVENT_FIT, 4, 120, FALSE);
  press (run, 320, ROUNDEL_SESSION_EVENT_NEXT);
  press (run, 330, ROUNDEL_SESSION_EVENT_UNDO);
  events = roundel_session_run_get_events (run);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (lines, roundel_session_event_to_text (events->pdata[i]));
  g_ptr_array_add (lines, NULL);
  g_assert_cmpstr (lines->pdata[2], ==, "add 1800021900000000 3900000000 b007 60");
  g_assert_cmpstr (lines->pdata[3], ==, "fit 1800021910000000 3910000000 b007 4=120");

  roundel_session_run_replay (again, (const char *const *) lines->pdata, &error);
  g_assert_no_error (error);
  assert_left (again, 400, ROUNDEL_SESSION_PHASE_RUNNING, 1, 360 - 109.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/session-run/" name, test)
  ADD ("nothing-runs-before-the-start", test_nothing_runs_before_the_start);
  ADD ("a-round-runs-down-and-then-counts-what-is-over", test_a_round_runs_down_and_then_counts_what_is_over);
  ADD ("unused-time-goes-back-to-the-session", test_unused_time_goes_back_to_the_session);
  ADD ("back-takes-the-returned-time-again", test_back_takes_the_returned_time_again);
  ADD ("moving-does-not-end-a-pause", test_moving_does_not_end_a_pause);
  ADD ("hold-stops-everything-and-lets-go-to-what-was-before",
       test_hold_stops_everything_and_lets_go_to_what_was_before);
  ADD ("adding-changes-this-round-only", test_adding_changes_this_round_only);
  ADD ("taking-away-stops-when-nothing-is-left", test_taking_away_stops_when_nothing_is_left);
  ADD ("undo-makes-a-step-never-made-while-time-went-on", test_undo_makes_a_step_never_made_while_time_went_on);
  ADD ("session-that-began-four-minutes-ago", test_session_that_began_four_minutes_ago);
  ADD ("correcting-the-start-later-on-leaves-the-present-round-alone",
       test_correcting_the_start_later_on_leaves_the_present_round_alone);
  ADD ("promised-end-is-what-counts-as-late", test_promised_end_is_what_counts_as_late);
  ADD ("fit-changes-later-rounds-and-never-a-slot", test_fit_changes_later_rounds_and_never_a_slot);
  ADD ("session-begins-with-the-first-round-that-is-not-left-out",
       test_session_begins_with_the_first_round_that_is_not_left_out);
  ADD ("round-left-out-is-passed-over-but-can-be-had", test_round_left_out_is_passed_over_but_can_be_had);
  ADD ("replan-keeps-what-ran", test_replan_keeps_what_ran);
  ADD ("session-ends-after-its-last-round", test_session_ends_after_its_last_round);
  ADD ("session-that-moves-on-by-itself-ends-when-its-last-round-does",
       test_session_that_moves_on_by_itself_ends_when_its_last_round_does);
  ADD ("turns-follow-from-the-rounds", test_turns_follow_from_the_rounds);
  ADD ("turn-passed-over-is-still-waited-for", test_turn_passed_over_is_still_waited_for);
  ADD ("warnings-and-milestones-come-in-time", test_warnings_and_milestones_come_in_time);
  ADD ("repaint-is-at-the-next-whole-second", test_repaint_is_at_the_next_whole_second);
  ADD ("changed-clock-changes-nothing", test_changed_clock_changes_nothing);
  ADD ("after-a-new-start-of-the-computer-the-wall-clock-counts",
       test_after_a_new_start_of_the_computer_the_wall_clock_counts);
  ADD ("killed-session-goes-on-in-the-same-second", test_killed_session_goes_on_in_the_same_second);
#undef ADD
  return g_test_run ();
}
