/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/rehearsal.h"

static GPtrArray *
half_an_hour (void)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  guint seconds[] = { 300, 300, 300, 300, 240, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    g_ptr_array_add (rounds, roundel_round_new (ROUNDEL_ROUND_STEP, "round", seconds[i]));
  return rounds;
}

static char *
rehearse (const RoundelRehearsalStep  *steps,
          guint                        n_steps,
          gint64                      *actual,
          GError                     **error)
{
  g_autoptr (GPtrArray) rounds = half_an_hour ();
  g_autoptr (RoundelRehearsal) rehearsal = roundel_session_rehearse (rounds, steps, n_steps, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; rehearsal != NULL && i < rehearsal->transitions->len; i++)
    {
      const RoundelTransition *t = &g_array_index (rehearsal->transitions, RoundelTransition, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT ":%u%c ", t->at, t->round,
                              roundel_session_phase_to_text (t->phase)[0]);
    }
  if (rehearsal != NULL)
    {
      g_assert_cmpint (rehearsal->planned, ==, 1800);
      *actual = rehearsal->actual;
    }
  return g_string_free (text, FALSE);
}

static void
test_rehearsal_without_events_takes_the_planned_time (void)
{
  g_autoptr (GError) error = NULL;
  gint64 actual = 0;
  g_autofree char *text = rehearse (NULL, 0, &actual, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "0:0r 300:1r 600:2r 900:3r 1200:4r 1440:5r 1800:5f ");
  g_assert_cmpint (actual, ==, 1800);
}

static void
test_rehearsal_counts_pauses_and_added_time (void)
{
  RoundelRehearsalStep steps[] = {
    { 100, ROUNDEL_SESSION_EVENT_PAUSE, 0 },
    { 220, ROUNDEL_SESSION_EVENT_RESUME, 0 },
    { 500, ROUNDEL_SESSION_EVENT_ADD, 60 },
  };
  g_autoptr (GError) error = NULL;
  gint64 actual = 0;
  g_autofree char *text = rehearse (steps, G_N_ELEMENTS (steps), &actual, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "0:0r 100:0p 220:0r 420:1r 780:2r 1080:3r 1380:4r 1620:5r 1980:5f ");
  g_assert_cmpint (actual, ==, 1980);
}

static void
test_rehearsal_moves_by_hand (void)
{
  RoundelRehearsalStep steps[] = {
    { 200, ROUNDEL_SESSION_EVENT_NEXT, 0 },
    { 210, ROUNDEL_SESSION_EVENT_BACK, 0 },
    { 230, ROUNDEL_SESSION_EVENT_NEXT, 0 },
  };
  g_autoptr (GError) error = NULL;
  gint64 actual = 0;
  g_autofree char *text = rehearse (steps, G_N_ELEMENTS (steps), &actual, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "0:0r 200:1r 210:0r 230:1r 520:2r 820:3r 1120:4r 1360:5r 1720:5f ");
  g_assert_cmpint (actual, ==, 1720);
}

static void
test_rehearsal_says_what_cannot_be (void)
{
  RoundelRehearsalStep forever[] = { { 10, ROUNDEL_SESSION_EVENT_PAUSE, 0 } };
  RoundelRehearsalStep twice[] = { { 10, ROUNDEL_SESSION_EVENT_PAUSE, 0 }, { 11, ROUNDEL_SESSION_EVENT_PAUSE, 0 } };
  RoundelRehearsalStep disorder[] = { { 10, ROUNDEL_SESSION_EVENT_NEXT, 0 }, { 9, ROUNDEL_SESSION_EVENT_NEXT, 0 } };
  RoundelRehearsalStep too_late[] = { { 1800, ROUNDEL_SESSION_EVENT_PAUSE, 0 } };
  struct
  {
    RoundelRehearsalStep *steps;
    guint n_steps;
    const char *message;
  } wrong[] = {
    { forever, 1, "Second 10 of the rehearsal: Nothing lets the session go on." },
    { twice, 2, "Second 11 of the rehearsal: The session is paused already." },
    { disorder, 2, "Second 10 of the rehearsal: The events are not in the order of time." },
    { too_late, 1, "Second 1800 of the rehearsal: The session is over." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 actual;
      g_autofree char *text = rehearse (wrong[i].steps, wrong[i].n_steps, &actual, &error);

      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, wrong[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rehearsal/rehearsal-without-events-takes-the-planned-time",
                   test_rehearsal_without_events_takes_the_planned_time);
  g_test_add_func ("/rehearsal/rehearsal-counts-pauses-and-added-time", test_rehearsal_counts_pauses_and_added_time);
  g_test_add_func ("/rehearsal/rehearsal-moves-by-hand", test_rehearsal_moves_by_hand);
  g_test_add_func ("/rehearsal/rehearsal-says-what-cannot-be", test_rehearsal_says_what_cannot_be);
  return g_test_run ();
}
