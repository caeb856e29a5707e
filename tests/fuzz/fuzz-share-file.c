/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A share file from anybody: it is merged or refused, nothing else. */

#include "store/merge.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static RoundelNotebook *notebook;
static RoundelMerge *merge;
static char *folder;
static char *path;

static void
clean_up (void)
{
  g_autofree char *cache = g_build_filename (folder, "roundel", NULL);

  g_unlink (path);
  g_rmdir (cache);
  g_rmdir (folder);
}

/* Where there is memory that is a folder, nothing waits for a disk. */
static void
set_up (void)
{
  const char *place = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_USEC_PER_SEC, 1);
  g_autoptr (GError) error = NULL;

  folder = g_mkdtemp (g_build_filename (place, "fuzz-XXXXXX", NULL));
  g_assert_nonnull (folder);
  path = g_build_filename (folder, "file", NULL);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  atexit (clean_up);
  notebook = roundel_notebook_open (NULL, env, 0, &error);
  g_assert_no_error (error);
}

static void
write_file (const guint8 *data,
            gsize         size)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  close (fd);
}

/* A merge that refused its file is as it was before; only one that took it is made anew. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  RoundelDb *db;
  RoundelMergeResult result;
  gboolean added;

  if (notebook == NULL)
    set_up ();
  if (merge == NULL)
    merge = roundel_merge_new (notebook, NULL, NULL);
  write_file (data, size);
  db = roundel_records_get_db (roundel_notebook_get_records (notebook));
  g_assert_true (roundel_db_begin (db, NULL));
  added = roundel_merge_add_file (merge, path, NULL);
  if (added)
    roundel_merge_apply (merge, ROUNDEL_MERGE_JOIN | ROUNDEL_MERGE_ERASE, &result, NULL);
  roundel_db_rollback (db);
  if (added)
    g_clear_pointer (&merge, roundel_merge_free);
  return 0;
}
