/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../app/session-fixture.h"

#define SECONDS 20

/* How long after the second the label of a running round changes, and how often it is painted: a real clock, no display. */
typedef struct
{
  GMainLoop *loop;
  gint64 shown;
  gint64 most;
  gint64 sum;
  guint changes;
  guint seconds;
} Watch;

static void
changed_cb (RoundelLive *live,
            Watch       *watch)
{
  const RoundelSessionView *view = roundel_live_get_view (live);
  gint64 delay;

  watch->changes++;
  if (view->shown == watch->shown)
    return;
  watch->shown = view->shown;
  delay = view->shown * G_TIME_SPAN_SECOND - view->left;
  watch->most = MAX (watch->most, delay);
  watch->sum += delay;
  if (++watch->seconds == SECONDS)
    g_main_loop_quit (watch->loop);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  RoundelFormats formats = fixture_formats ();
  g_autoptr (RoundelLive) live = roundel_live_new (env, fixture_meeting (9), &formats, NULL, &error);
  Watch watch = { .loop = g_main_loop_new (NULL, FALSE) };

  g_assert_no_error (error);
  roundel_live_do (live, ROUNDEL_SESSION_EVENT_START, 0, &error);
  g_assert_no_error (error);
  watch.shown = roundel_live_get_view (live)->shown;
  g_signal_connect (live, "changed", G_CALLBACK (changed_cb), &watch);
  g_main_loop_run (watch.loop);
  g_print ("after the second: %.1f ms at most, %.1f ms on average; %.2f paints a second; at most 100 ms and 1\n",
           (double) watch.most / 1000, (double) watch.sum / watch.seconds / 1000, (double) watch.changes / watch.seconds);
  g_main_loop_unref (watch.loop);
  return 0;
}
