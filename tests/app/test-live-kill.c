/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "session-fixture.h"

#define KILLS 50
#define LONGEST_LIFE 60000 /* microseconds after the first step */

/* What a program that is killed had shown last. */
typedef struct
{
  guint n_events;
  guint round;
  RoundelSessionPhase phase;
  gint64 left;
  RoundelInstant at;
} Shown;

static RoundelLive *
open_live (RoundelEnv      *env,
           const char      *path,
           RoundelFormats  *formats,
           RoundelJournal **journal)
{
  g_autoptr (GError) error = NULL;
  RoundelLive *live;

  *journal = roundel_journal_open (path, env, 0, &error);
  g_assert_no_error (error);
  live = roundel_live_resume (env, *journal, &error);
  g_assert_no_error (error);
  if (live == NULL)
    {
      live = roundel_live_new (env, fixture_meeting (7), formats, *journal, &error);
      g_assert_no_error (error);
      roundel_live_do (live, ROUNDEL_SESSION_EVENT_START, 0, &error);
      g_assert_no_error (error);
    }
  return live;
}

static void
look (RoundelLive *live,
      RoundelEnv  *env,
      Shown       *shown)
{
  const RoundelSessionView *view = roundel_live_get_view (live);

  shown->n_events = roundel_live_get_events (live)->len;
  shown->round = view->round;
  shown->phase = view->phase;
  shown->left = view->left;
  shown->at = roundel_instant_now (env);
}

/* Presses at random until it is killed, and tells after each step what it shows. */
static void
press (const char *path,
       int         pipe,
       guint32     seed)
{
  static const RoundelSessionEventKind kinds[] = {
    ROUNDEL_SESSION_EVENT_NEXT, ROUNDEL_SESSION_EVENT_BACK, ROUNDEL_SESSION_EVENT_PAUSE, ROUNDEL_SESSION_EVENT_RESUME,
    ROUNDEL_SESSION_EVENT_ADD, ROUNDEL_SESSION_EVENT_JUMP, ROUNDEL_SESSION_EVENT_HOLD, ROUNDEL_SESSION_EVENT_RELEASE,
    ROUNDEL_SESSION_EVENT_UNDO,
  };
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  RoundelFormats formats = fixture_formats ();
  RoundelJournal *journal;
  RoundelLive *live = open_live (env, path, &formats, &journal);

  while (TRUE)
    {
      RoundelSessionEventKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
      gint64 amount = kind == ROUNDEL_SESSION_EVENT_ADD ? 60 : g_rand_int_range (rand, 0, 12);
      guint member = (guint) g_rand_int_range (rand, 6, 9);
      Shown shown;

      if (g_rand_int_range (rand, 0, 10) == 0)
        roundel_live_set_presence (live, member, g_rand_boolean (rand) ? ROUNDEL_PRESENCE_HERE : ROUNDEL_PRESENCE_AWAY,
                                   &formats, NULL);
      else if (kind != ROUNDEL_SESSION_EVENT_UNDO || roundel_live_get_events (live)->len > 3)
        roundel_live_do (live, kind, amount, NULL);
      look (live, env, &shown);
      if (write (pipe, &shown, sizeof shown) != sizeof shown)
        _exit (2);
      g_usleep (200);
    }
}

/* Kills it at MOMENT after its first sign of life. Returns whether it said anything. */
static gboolean
live_and_die (const char *path,
              guint32     seed,
              gulong      moment,
              Shown      *last)
{
  gboolean said = FALSE;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      press (path, ends[1], seed);
    }
  close (ends[1]);
  said = read (ends[0], last, sizeof *last) == sizeof *last;
  g_usleep (moment);
  kill (child, SIGKILL);
  while (read (ends[0], last, sizeof *last) == sizeof *last)
    said = TRUE;
  close (ends[0]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  return said;
}

static void
test_fifty_kills_lose_no_step_and_no_second (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("roundel-kill-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  RoundelFormats formats = fixture_formats ();
  guint same = 0;
  guint steps = 0;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  for (guint i = 0; i < KILLS; i++)
    {
      Shown last, now;
      RoundelJournal *journal;
      RoundelLive *live;
      gulong moment = (gulong) g_rand_int_range (rand, 0, LONGEST_LIFE);

      g_assert_true (live_and_die (path, g_rand_int (rand), moment, &last));
      live = open_live (env, path, &formats, &journal);
      look (live, env, &now);
      /* at most the step that was being made is there besides those that were told of */
      g_assert_cmpuint (now.n_events, >=, last.n_events);
      g_assert_cmpuint (now.n_events, <=, last.n_events + 1);
      if (now.n_events == last.n_events)
        {
          gint64 span = roundel_instant_span (&last.at, &now.at);
          gint64 ran = last.phase == ROUNDEL_SESSION_PHASE_RUNNING ? span : 0;

          g_assert_cmpuint (now.round, ==, last.round);
          g_assert_cmpint (now.phase, ==, last.phase);
          g_assert_cmpint (ABS (now.left - (last.left - ran)), <, G_TIME_SPAN_SECOND);
          same++;
        }
      steps = MAX (steps, now.n_events);
      /* over the end of a session a new one is begun */
      if (now.phase == ROUNDEL_SESSION_PHASE_FINISHED)
        roundel_live_close (live);
      g_object_unref (live);
      g_object_unref (journal);
    }
  g_test_message ("%u kills, %u between two steps, up to %u steps", KILLS, same, steps);
  g_assert_cmpuint (same, >, 0);
  g_assert_cmpuint (steps, >, KILLS / 2);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live/fifty-kills-lose-no-step-and-no-second", test_fifty_kills_lose_no_step_and_no_second);
  return g_test_run ();
}
