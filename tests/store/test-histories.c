/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "histories.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>

static guint n_histories = 300;

static void
test_histories (void)
{
  guint32 first = (guint32) g_test_rand_int ();

  for (guint i = 0; i < n_histories; i++)
    {
      g_autofree char *wrong = history_live (first + i);

      if (wrong != NULL)
        g_error ("history %u: %s", first + i, wrong);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  /* A tenth of the time: memory neither counted nor handed back in between. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  mallopt (M_TRIM_THRESHOLD, 64 << 20);
  g_test_init (&argc, &argv, NULL);
  if (argc == 2)
    n_histories = (guint) atoi (argv[1]);
  g_test_add_func ("/store/histories-agree-with-the-causal-oracle", test_histories);
  status = g_test_run ();
  history_end ();
  return status;
}
