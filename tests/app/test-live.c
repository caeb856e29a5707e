/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "app/live-record.h"
#include "app/live-text.h"
#include "app/run/turns.h"
#include "core/fit.h"
#include "session-fixture.h"

#define BEGIN G_GINT64_CONSTANT (1800000000000000)

typedef struct
{
  RoundelEnv *env;
  RoundelFormats formats;
  char *folder;
  RoundelJournal *journal;
  RoundelLive *live;
} Fixture;

static void
open_journal (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "journal.db", NULL);
  g_autoptr (GError) error = NULL;

  fixture->journal = roundel_journal_open (path, fixture->env, 0, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer here)
{
  g_autoptr (GError) error = NULL;

  fixture->env = roundel_env_new_simulated (BEGIN, 1);
  fixture->formats = fixture_formats ();
  fixture->folder = g_dir_make_tmp ("roundel-live-XXXXXX", &error);
  g_assert_no_error (error);
  open_journal (fixture);
  fixture->live = roundel_live_new (fixture->env, fixture_meeting (GPOINTER_TO_UINT (here)), &fixture->formats,
                                    fixture->journal, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer here)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&fixture->live);
  g_clear_object (&fixture->journal);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  roundel_env_unref (fixture->env);
}

static void
step (Fixture                 *fixture,
      RoundelSessionEventKind  kind,
      gint64                   amount)
{
  g_autoptr (GError) error = NULL;

  roundel_live_do (fixture->live, kind, amount, &error);
  g_assert_no_error (error);
}

static gboolean
is_ahead (RoundelLive *live,
          guint        member)
{
  const RoundelSessionView *view = roundel_live_get_view (live);

  for (guint i = view->round + 1; i < view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, i).round;

      for (guint g = 0; g < round->groups->len; g++)
        {
          const GArray *group = round->groups->pdata[g];

          for (guint s = 0; s < group->len; s++)
            if (g_array_index (group, RoundelSeat, s).member == member)
              return TRUE;
        }
    }
  return FALSE;
}

static void
test_killed_program_goes_on_in_the_same_second (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const RoundelSessionView *view;
  g_autofree char *title = NULL;
  gint64 shown;
  guint round;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (fixture->env, 100 * G_TIME_SPAN_SECOND);
  step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
  roundel_env_advance (fixture->env, 20 * G_TIME_SPAN_SECOND);
  step (fixture, ROUNDEL_SESSION_EVENT_ADD, 60);
  view = roundel_live_get_view (fixture->live);
  shown = view->shown;
  round = view->round;
  title = g_strdup (roundel_live_get_part (fixture->live, roundel_live_get_round (fixture->live)->part));

  /* nothing is closed in order */
  g_clear_object (&fixture->live);
  g_clear_object (&fixture->journal);
  roundel_env_advance (fixture->env, 7 * G_TIME_SPAN_SECOND);
  open_journal (fixture);
  fixture->live = roundel_live_resume (fixture->env, fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->live);
  view = roundel_live_get_view (fixture->live);
  g_assert_cmpuint (view->round, ==, round);
  g_assert_cmpint (view->shown, ==, shown - 7);
  g_assert_cmpstr (roundel_live_get_part (fixture->live, roundel_live_get_round (fixture->live)->part), ==, title);
  g_assert_cmpuint (roundel_live_get_meeting (fixture->live)->members->len, ==, 9);
  /* and what comes now is kept too */
  step (fixture, ROUNDEL_SESSION_EVENT_PAUSE, 0);
  g_clear_object (&fixture->live);
  fixture->live = roundel_live_resume (fixture->env, fixture->journal, &error);
  g_assert_cmpint (roundel_live_get_view (fixture->live)->phase, ==, ROUNDEL_SESSION_PHASE_PAUSED);
}

static void
test_nothing_is_resumed_before_the_start_or_after_the_close (Fixture      *fixture,
                                                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->live);
  g_assert_null (roundel_live_resume (fixture->env, fixture->journal, &error));
  g_assert_no_error (error);
  fixture->live = roundel_live_new (fixture->env, fixture_meeting (9), &fixture->formats, fixture->journal, &error);
  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  step (fixture, ROUNDEL_SESSION_EVENT_FINISH, 0);
  roundel_live_close (fixture->live);
  g_assert_null (roundel_live_resume (fixture->env, fixture->journal, &error));
  g_assert_no_error (error);
}

static void
test_rehearsal_leaves_no_trace (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  roundel_live_close (fixture->live);
  g_clear_object (&fixture->live);
  fixture->live = roundel_live_new (fixture->env, fixture_meeting (9), &fixture->formats, NULL, &error);
  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  g_assert_true (roundel_live_is_rehearsal (fixture->live));
  g_assert_null (roundel_live_resume (fixture->env, fixture->journal, &error));
}

static void
test_those_on_the_way_keep_a_place_until_turns_begin (Fixture      *fixture,
                                                      gconstpointer data)
{
  gint64 ends;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  g_assert_true (is_ahead (fixture->live, 8));
  ends = roundel_live_get_view (fixture->live)->ends;
  g_assert_true (roundel_live_leave_out_expected (fixture->live, &fixture->formats));
  g_assert_false (is_ahead (fixture->live, 8));
  g_assert_true (is_ahead (fixture->live, 6));
  g_assert_cmpint (roundel_meeting_get_presence (roundel_live_get_meeting (fixture->live), 8), ==,
                   ROUNDEL_PRESENCE_EXPECTED);
  g_assert_cmpint (roundel_live_get_view (fixture->live)->ends, ==, ends);
  /* no plan is made twice */
  step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
  g_assert_false (roundel_live_leave_out_expected (fixture->live, &fixture->formats));
}

static void
test_who_arrives_late_has_a_place_in_what_comes (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (fixture->env, 30 * G_TIME_SPAN_SECOND);
  roundel_live_set_presence (fixture->live, 8, ROUNDEL_PRESENCE_AWAY, &fixture->formats, &error);
  g_assert_no_error (error);
  g_assert_false (is_ahead (fixture->live, 8));
  roundel_live_set_presence (fixture->live, 8, ROUNDEL_PRESENCE_HERE, &fixture->formats, &error);
  g_assert_no_error (error);
  g_assert_true (is_ahead (fixture->live, 8));
  lines = roundel_plan_lines_of_live (fixture->live);
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (((RoundelPlanLine *) lines->pdata[1])->title, ==, "Troika Consulting");

  /* a replan is read back as well */
  g_clear_object (&fixture->live);
  fixture->live = roundel_live_resume (fixture->env, fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_true (is_ahead (fixture->live, 8));
  g_assert_cmpint (roundel_meeting_get_presence (roundel_live_get_meeting (fixture->live), 8), ==, ROUNDEL_PRESENCE_HERE);
}

static void
test_round_is_told_in_words (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (RoundelLiveText) welcome = NULL;
  g_autoptr (RoundelLiveText) turn = NULL;
  g_autoptr (GArray) turns = NULL;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  welcome = roundel_live_text_new (fixture->live);
  g_assert_cmpstr (welcome->part, ==, "Welcome");
  g_assert_cmpuint (welcome->number, ==, 1);
  g_assert_cmpuint (welcome->count, ==, 3);
  g_assert_cmpstr (welcome->next, ==, "Troika Consulting");
  turns = roundel_turns_of_part (roundel_live_get_view (fixture->live));
  g_assert_cmpuint (turns->len, ==, 0);
  g_clear_pointer (&turns, g_array_unref);
  for (guint i = 0; roundel_live_get_round (fixture->live)->speakers->len == 0; i++)
    {
      g_assert_cmpuint (i, <, 10);
      step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
    }
  turn = roundel_live_text_new (fixture->live);
  g_assert_cmpuint (turn->number, ==, 2);
  g_assert_nonnull (turn->turn);
  g_assert_nonnull (turn->words);
  g_assert_cmpstr (turn->instruction, ==, "The client says what the challenge is");
}

static void
test_ticks_are_computed_and_stored_nowhere (Fixture      *fixture,
                                            gconstpointer data)
{
  const RoundelRound *round;
  g_autoptr (GArray) turns = NULL;
  guint speaking = 0;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  while (roundel_live_get_round (fixture->live)->speakers->len == 0)
    step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
  round = roundel_live_get_round (fixture->live);
  roundel_env_advance (fixture->env, round->seconds * G_TIME_SPAN_SECOND / 2);
  step (fixture, ROUNDEL_SESSION_EVENT_PAUSE, 0);
  turns = roundel_turns_of_part (roundel_live_get_view (fixture->live));
  g_assert_cmpuint (turns->len, ==, 9);
  for (guint i = 0; i < turns->len; i++)
    {
      const RoundelSeatTurn *turn = &g_array_index (turns, RoundelSeatTurn, i);

      speaking += turn->speaks;
      g_assert_true (turn->speaks == (turn->used > 0));
      g_assert_cmpfloat (turn->used, <, .5); /* of all the steps of the own turn */
    }
  g_assert_cmpuint (speaking, ==, round->speakers->len);
}

static void
test_record_tells_of_cases_groups_and_parts_but_of_nobodys_speaking (Fixture      *fixture,
                                                                     gconstpointer data)
{
  g_autoptr (RoundelSessionRecord) record = NULL;
  g_autoptr (RoundelAttendance) attendance = NULL;
  g_autoptr (GDateTime) began = NULL;
  guint cases = 0;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (fixture->env, 3 * G_TIME_SPAN_MINUTE);
  roundel_live_leave_out_expected (fixture->live, &fixture->formats);
  /* the first turn of the Troika, and no more */
  while (roundel_live_get_round (fixture->live)->turn < 2)
    {
      if (roundel_live_get_round (fixture->live)->is_case && roundel_live_get_round (fixture->live)->turn == 1)
        cases = roundel_live_get_round (fixture->live)->speakers->len;
      roundel_env_advance (fixture->env, G_TIME_SPAN_MINUTE);
      step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
    }
  step (fixture, ROUNDEL_SESSION_EVENT_FINISH, 0);
  record = roundel_live_make_record (fixture->live, "r");
  attendance = roundel_live_make_attendance (fixture->live, "r");

  g_assert_cmpuint (g_strv_length (attendance->here), ==, 7);
  g_assert_cmpuint (attendance->guests, ==, 0);
  g_assert_cmpuint (g_strv_length (record->had), ==, cases);
  g_assert_cmpuint (g_strv_length (record->had) + g_strv_length (record->owed), ==, cases > 0 ? 7 : 0);
  g_assert_cmpuint (record->groups->len, ==, 2);
  for (guint i = 0; i < record->groups->len; i++)
    for (char **id = record->groups->pdata[i]; *id != NULL; id++)
      g_assert_true (g_strv_contains ((const char *const *) attendance->here, *id));
  began = g_date_time_new_from_iso8601 (record->began, NULL);
  g_assert_nonnull (began); /* with its offset, or it is none */
  g_assert_cmpuint (record->parts->len, ==, 3);
  g_assert_cmpstr (((RoundelHeldPart *) record->parts->pdata[0])->title, ==, "Welcome");
  g_assert_cmpuint (((RoundelHeldPart *) record->parts->pdata[0])->used, ==, 4 * 60);
  g_assert_cmpuint (((RoundelHeldPart *) record->parts->pdata[2])->used, ==, 0);
}

static void
test_turns_shortened_by_agreement_are_owed (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelSessionRecord) record = NULL;
  g_autoptr (RoundelFit) fit = NULL;
  g_autoptr (RoundelSessionEvent) event = NULL;
  const RoundelSessionView *view;
  RoundelInstant now;
  RoundelSessionEventKind kind;

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_env_advance (fixture->env, 30 * G_TIME_SPAN_MINUTE);
  step (fixture, ROUNDEL_SESSION_EVENT_PAUSE, 0);
  step (fixture, ROUNDEL_SESSION_EVENT_RESUME, 0);
  view = roundel_live_get_view (fixture->live);
  fit = roundel_fit_session (view, view->ends - view->late);
  g_assert_nonnull (fit->shorter);
  now = roundel_live_now (fixture->live);
  event = roundel_fit_choose (fit, ROUNDEL_FIT_SHORTER, &now);
  roundel_live_apply (fixture->live, event, &error);
  g_assert_no_error (error);
  while (roundel_live_get_view (fixture->live)->phase != ROUNDEL_SESSION_PHASE_FINISHED)
    {
      roundel_env_advance (fixture->env, G_TIME_SPAN_MINUTE);
      step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
    }
  record = roundel_live_make_record (fixture->live, "r");
  g_assert_cmpuint (g_strv_length (record->had), ==, 9);
  g_assert_cmpuint (g_strv_length (record->owed), ==, 9);
  g_clear_pointer (&record, roundel_session_record_free);

  /* back to before the agreement: nothing is owed */
  do
    {
      roundel_live_undo (fixture->live, &kind, &error);
      g_assert_no_error (error);
    }
  while (kind != ROUNDEL_SESSION_EVENT_AGREE);
  step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
  while (roundel_live_get_view (fixture->live)->phase != ROUNDEL_SESSION_PHASE_FINISHED)
    step (fixture, ROUNDEL_SESSION_EVENT_NEXT, 0);
  record = roundel_live_make_record (fixture->live, "r");
  g_assert_cmpuint (g_strv_length (record->had) + g_strv_length (record->owed), ==, 9);
}

static void
test_undone_arrival_is_on_the_way_again (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  RoundelSessionEventKind kind;
  RoundelMeeting *meeting = roundel_live_get_meeting (fixture->live);

  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  roundel_live_leave_out_expected (fixture->live, &fixture->formats);
  g_assert_true (roundel_live_set_presence (fixture->live, 8, ROUNDEL_PRESENCE_HERE, &fixture->formats, &error));
  g_assert_true (is_ahead (fixture->live, 8));
  g_assert_true (roundel_live_undo (fixture->live, &kind, &error));
  g_assert_cmpint (kind, ==, ROUNDEL_SESSION_EVENT_REPLAN);
  g_assert_false (is_ahead (fixture->live, 8));
  g_assert_cmpint (roundel_meeting_get_presence (meeting, 8), ==, ROUNDEL_PRESENCE_EXPECTED);
  g_assert_cmpint (roundel_meeting_get_presence (meeting, 0), ==, ROUNDEL_PRESENCE_HERE);

  g_clear_object (&fixture->live);
  fixture->live = roundel_live_resume (fixture->env, fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (roundel_meeting_get_presence (roundel_live_get_meeting (fixture->live), 8), ==,
                   ROUNDEL_PRESENCE_EXPECTED);
}

static void
chimed_cb (GArray *chimes,
           int     chime)
{
  g_array_append_val (chimes, chime);
}

/* On a clock 60 times as fast, a twentieth is longer than a busy machine sleeps; a warning that is left out or comes twice would change the row. */
static void
test_a_fifth_and_a_twentieth_sound_softly_and_the_end_otherwise (Fixture      *fixture,
                                                                 gconstpointer data)
{
  static const int all[] = { ROUNDEL_CHIME_SOFT, ROUNDEL_CHIME_SOFT, ROUNDEL_CHIME_END };
  g_autoptr (RoundelEnv) quick = roundel_env_new_scaled (60);
  g_autoptr (GArray) chimes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GError) error = NULL;
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  roundel_live_close (fixture->live);
  g_clear_object (&fixture->live);
  fixture->live = roundel_live_new (quick, fixture_meeting (9), &fixture->formats, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->live, "chimed", G_CALLBACK (chimed_cb), chimes);
  step (fixture, ROUNDEL_SESSION_EVENT_START, 0);
  while (roundel_live_get_view (fixture->live)->warning != ROUNDEL_SESSION_WARNING_OVER)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (chimes->len, ==, G_N_ELEMENTS (all));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpint (g_array_index (chimes, int, i), ==, all[i]);
  g_signal_handlers_disconnect_by_data (fixture->live, chimes);
}

#define add(name, function, here) \
  g_test_add ("/live/" name, Fixture, GUINT_TO_POINTER (here), set_up, function, tear_down)

static void
test_a_second_of_a_rehearsal_is_a_tenth_of_one (void)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_scaled (10);
  RoundelFormats formats = fixture_formats ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLive) live = roundel_live_new (env, fixture_meeting (7), &formats, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (roundel_live_wait (live, G_TIME_SPAN_SECOND), ==, 101);
  g_assert_cmpuint (roundel_live_wait (live, 1), >, 1); /* no more often than can be seen */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("killed-program-goes-on-in-the-same-second", test_killed_program_goes_on_in_the_same_second, 9);
  add ("nothing-is-resumed-before-the-start-or-after-the-close",
       test_nothing_is_resumed_before_the_start_or_after_the_close, 9);
  add ("rehearsal-leaves-no-trace", test_rehearsal_leaves_no_trace, 9);
  add ("those-on-the-way-keep-a-place-until-turns-begin", test_those_on_the_way_keep_a_place_until_turns_begin, 7);
  add ("who-arrives-late-has-a-place-in-what-comes", test_who_arrives_late_has_a_place_in_what_comes, 9);
  add ("round-is-told-in-words", test_round_is_told_in_words, 9);
  add ("ticks-are-computed-and-stored-nowhere", test_ticks_are_computed_and_stored_nowhere, 9);
  add ("record-tells-of-cases-groups-and-parts-but-of-nobodys-speaking",
       test_record_tells_of_cases_groups_and_parts_but_of_nobodys_speaking, 7);
  add ("turns-shortened-by-agreement-are-owed", test_turns_shortened_by_agreement_are_owed, 9);
  add ("undone-arrival-is-on-the-way-again", test_undone_arrival_is_on_the_way_again, 7);
  add ("a-fifth-and-a-twentieth-sound-softly-and-the-end-otherwise",
       test_a_fifth_and_a_twentieth_sound_softly_and_the_end_otherwise, 9);
  g_test_add_func ("/live/a-second-of-a-rehearsal-is-a-tenth-of-one", test_a_second_of_a_rehearsal_is_a_tenth_of_one);
  return g_test_run ();
}
