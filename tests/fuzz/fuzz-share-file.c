/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A share file from anybody: it is merged or refused, nothing else. */

#include "store/merge.h"

#include <glib/gstdio.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static RoundelNotebook *notebook;
static char *path;

static void
set_up (void)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_USEC_PER_SEC, 1);
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("fuzz-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_setenv ("XDG_CACHE_HOME", g_get_tmp_dir (), TRUE);
  notebook = roundel_notebook_open (NULL, env, 0, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  RoundelDb *db;
  g_autoptr (RoundelMerge) merge = NULL;
  RoundelMergeResult result;

  if (notebook == NULL)
    set_up ();
  g_assert_true (g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  db = roundel_records_get_db (roundel_notebook_get_records (notebook));
  g_assert_true (roundel_db_begin (db, NULL));
  merge = roundel_merge_new (notebook, NULL, NULL);
  if (roundel_merge_add_file (merge, path, NULL))
    roundel_merge_apply (merge, ROUNDEL_MERGE_JOIN | ROUNDEL_MERGE_ERASE, &result, NULL);
  roundel_db_rollback (db);
  return 0;
}
