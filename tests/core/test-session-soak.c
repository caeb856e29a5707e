/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/fit.h"
#include "core/session-run.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define HOURS 8
#define ROUNDS 96
#define ROUND_SECONDS 300
#define PRESS_EVERY 97 /* seconds */

static GPtrArray *
eight_hours (void)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);

  for (guint i = 0; i < ROUNDS; i++)
    {
      RoundelRound *round = roundel_round_new (ROUNDEL_ROUND_STEP, "a round", ROUND_SECONDS);

      round->part = i / 8;
      round->slot = i % 3 == 0 ? i / 3 + 1 : 0;
      round->is_case = round->slot > 0;
      round->optional = i % 8 == 7 && round->slot == 0;
      round->least = round->slot > 0 ? ROUND_SECONDS : 0;
      g_ptr_array_add (rounds, round);
    }
  return rounds;
}

/* What is pressed now and then; what cannot be done now is refused. */
static void
press (RoundelSessionRun   *run,
       GPtrArray           *lines,
       const RoundelInstant *now,
       GRand               *rand)
{
  static const RoundelSessionEventKind kinds[] = {
    ROUNDEL_SESSION_EVENT_PAUSE, ROUNDEL_SESSION_EVENT_RESUME, ROUNDEL_SESSION_EVENT_RESUME, ROUNDEL_SESSION_EVENT_NEXT,
    ROUNDEL_SESSION_EVENT_BACK, ROUNDEL_SESSION_EVENT_JUMP, ROUNDEL_SESSION_EVENT_ADD, ROUNDEL_SESSION_EVENT_HOLD,
    ROUNDEL_SESSION_EVENT_RELEASE, ROUNDEL_SESSION_EVENT_RELEASE, ROUNDEL_SESSION_EVENT_UNDO, ROUNDEL_SESSION_EVENT_FIT,
  };
  RoundelSessionEventKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (RoundelSessionEvent) event = NULL;

  if (kind == ROUNDEL_SESSION_EVENT_FIT)
    {
      g_autoptr (RoundelSessionView) view = roundel_session_run_view (run, now);
      g_autoptr (RoundelFit) fit = roundel_fit_session (view, view->ends - view->late);

      event = roundel_fit_choose (fit, ROUNDEL_FIT_PLAIN, now);
    }
  else if (kind == ROUNDEL_SESSION_EVENT_UNDO && roundel_session_run_get_last_step (run)->kind == ROUNDEL_SESSION_EVENT_START)
    return;
  else
    event = roundel_session_event_new (kind, now, kind == ROUNDEL_SESSION_EVENT_ADD    ? 60
                                                  : kind == ROUNDEL_SESSION_EVENT_JUMP ? g_rand_int_range (rand, 0, ROUNDS / 2)
                                                                                       : 0);
  if (event != NULL && roundel_session_run_apply (run, event, NULL))
    g_ptr_array_add (lines, roundel_session_event_to_text (event));
}

static void
assert_conserved (const RoundelSessionView *view)
{
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      g_assert_cmpint (time->planned + time->added, ==, time->used + time->returned + time->left);
      if (time->round->slot > 0)
        g_assert_cmpint (time->planned + time->added, >=, ROUND_SECONDS * SECOND);
    }
}

static void
test_eight_hours_second_by_second (void)
{
  g_autoptr (GPtrArray) rounds = eight_hours ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_GINT64_CONSTANT (1800000000000000), 1);
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, FALSE);
  g_autoptr (RoundelSessionRun) again = roundel_session_run_new (rounds, 0, FALSE);
  g_autoptr (RoundelSessionView) last = NULL;
  g_autoptr (RoundelSessionView) told = NULL;
  RoundelInstant now = roundel_instant_now (env);
  guint ran = 0;

  g_assert_true (roundel_session_run_do (run, ROUNDEL_SESSION_EVENT_START, 0, &now, NULL));
  g_ptr_array_add (lines, roundel_session_event_to_text (roundel_session_run_get_last_step (run)));
  for (guint second = 1; second <= HOURS * 3600; second++)
    {
      g_autoptr (RoundelSessionView) view = NULL;

      roundel_env_advance (env, SECOND);
      now = roundel_instant_now (env);
      view = roundel_session_run_view (run, &now);
      assert_conserved (view);
      g_assert_cmpint (view->elapsed, ==, second * SECOND);
      g_assert_cmpint (view->repaint, >, 0);
      if (view->phase == ROUNDEL_SESSION_PHASE_RUNNING)
        {
          g_assert_cmpint (view->repaint, <=, SECOND);
          ran++;
        }
      /* a second is a second, wherever nothing was pressed */
      if (last != NULL && (second - 1) % PRESS_EVERY != 0)
        {
          g_assert_cmpuint (view->round, ==, last->round);
          g_assert_cmpint (last->shown - view->shown, ==, view->phase == ROUNDEL_SESSION_PHASE_RUNNING);
        }
      g_clear_pointer (&last, roundel_session_view_free);
      last = g_steal_pointer (&view);
      if (second % PRESS_EVERY == 0)
        press (run, lines, &now, rand);
    }
  g_assert_cmpuint (ran, >, HOURS * 3600 / 4);
  g_assert_cmpuint (lines->len, >, 100);

  /* and what was stored tells the same after all that time */
  g_ptr_array_add (lines, NULL);
  g_assert_true (roundel_session_run_replay (again, (const char *const *) lines->pdata, NULL));
  g_clear_pointer (&last, roundel_session_view_free);
  last = roundel_session_run_view (run, &now);
  told = roundel_session_run_view (again, &now);
  g_assert_cmpuint (told->round, ==, last->round);
  g_assert_cmpint (told->left, ==, last->left);
  g_assert_cmpint (told->ends, ==, last->ends);
  g_assert_cmpint (told->phase, ==, last->phase);
}

/* Two hours of pause, a closed lid (the boot clock sleeps through), another time zone, a night in which the clock changes:
 * none is a second of the round. */
static void
test_two_hours_of_pause_and_another_zone (void)
{
  g_autoptr (GPtrArray) rounds = eight_hours ();
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, FALSE);
  g_autoptr (RoundelSessionView) view = NULL;
  /* 31 October 2027, 00:30 UTC: half an hour before Europe turns its clocks back */
  RoundelInstant at = { G_GINT64_CONSTANT (1824942600) * SECOND, 1000 * SECOND, 7 };
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  g_assert_true (roundel_session_run_do (run, ROUNDEL_SESSION_EVENT_START, 0, &at, NULL));
  at.wall += 100 * SECOND;
  at.boot += 100 * SECOND;
  g_assert_true (roundel_session_run_do (run, ROUNDEL_SESSION_EVENT_PAUSE, 0, &at, NULL));
  at.wall += 2 * 3600 * SECOND;
  at.boot += 2 * 3600 * SECOND;
  g_setenv ("TZ", "America/New_York", TRUE);
  g_assert_true (roundel_session_run_do (run, ROUNDEL_SESSION_EVENT_RESUME, 0, &at, NULL));
  /* somebody sets the clock back by an hour by hand; the lid is closed for a minute */
  at.wall += (60 - 3600) * SECOND;
  at.boot += 60 * SECOND;
  view = roundel_session_run_view (run, &at);
  g_assert_cmpuint (view->round, ==, 0);
  g_assert_cmpint (view->shown, ==, ROUND_SECONDS - 160);
  g_assert_cmpint (view->elapsed, ==, (7200 + 160) * SECOND);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-soak/eight-hours-second-by-second", test_eight_hours_second_by_second);
  g_test_add_func ("/session-soak/two-hours-of-pause-and-another-zone", test_two_hours_of_pause_and_another_zone);
  return g_test_run ();
}
