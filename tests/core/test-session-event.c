/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/session-event.h"

static void
test_nonsense_is_no_event (void)
{
  const char *wrong[] = {
    "", "start", "start 1 2", "start 1 2 ", "start 1 2 g", "start 01 2 3", "start +1 2 3", "start 1 -2 3",
    "Start 1 2 3",
    "start 1 2 3 ", "start  1 2 3", "start 1 2 3 4", "start 1 2 0x3", "start 1 2 03", "start 1 2 A", "start 1 2 3\n",
    "start 99999999999999999999 2 3", "add 1 2 3", "add 1 2 3 60s", "add 1 2 3 1e9", "add 1 2 3 999999999999",
    "add 1 2 3 60 60", "fit 1 2 3", "fit 1 2 3 4", "fit 1 2 3 4=", "fit 1 2 3 =4", "fit 1 2 3 4=5,", "fit 1 2 3 4=-5",
    "fit 1 2 3 4=5;6=7", "fit 1 2 3 99999=5", "extend 1 2 3 60 4", "replan 1 2 3", "replan 1 2 3 A",
    "replan 1 2 3 AAAA", "sing 1 2 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RoundelSessionEvent) event = roundel_session_event_from_text (wrong[i], &error);

      if (event != NULL)
        g_error ("“%s” was taken for an event", wrong[i]);
      g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-event/nonsense-is-no-event", test_nonsense_is_no_event);
  return g_test_run ();
}
