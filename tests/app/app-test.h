/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/app-resources.h"

/* A test that stands still is no test that waits. */
#define APP_TEST_DEADLINE_MS 10000

static inline void
app_test_init (int    *argc,
               char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  g_resources_register (roundel_app_get_resource ());
  adw_init ();
}

static inline gboolean
app_test_too_late (gpointer user_data)
{
  g_error ("not so within %d ms: %s", APP_TEST_DEADLINE_MS, (const char *) user_data);
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until CONDITION holds. */
#define app_test_wait(condition)                                                              \
  G_STMT_START                                                                                \
    {                                                                                         \
      guint deadline = g_timeout_add (APP_TEST_DEADLINE_MS, app_test_too_late, (gpointer) #condition); \
      while (!(condition))                                                                    \
        g_main_context_iteration (NULL, TRUE);                                                \
      g_source_remove (deadline);                                                             \
    }                                                                                         \
  G_STMT_END
