/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that is killed at any moment leaves a sound file in which everything is that it had confirmed. */

#include "helper.h"

#include "store/backup.h"
#include "store/check.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT "SELECT count (*) FROM revision"

static guint n_kills = 200;

/* The one who is killed: puts, and says so. */
static int
write_for_ever (const char *path)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 5000, &error);
  g_autofree char *program = roundel_id_new (env);

  g_assert_no_error (error);
  for (guint i = 0; ; i++)
    {
      g_autofree char *entity = roundel_id_new (env);
      g_autofree char *revision = test_put (notebook, program, entity, "lesson", "", NULL, "{\"text\":\"kept\"}");

      if (i % 7 == 0)
        g_assert_true (roundel_notebook_erase (notebook, program, entity, &error));
      if (i % 11 == 0)
        roundel_db_checkpoint (roundel_records_get_db (roundel_notebook_get_records (notebook)), NULL);
      printf ("%s\n", revision);
      fflush (stdout);
    }
  return 0;
}

/* The other one who is killed: merges. */
static int
merge_once (const char *path,
            const char *file)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 5000, &error);
  g_autoptr (RoundelMerge) merge = roundel_merge_new (notebook, NULL, &error);
  RoundelMergeResult result;

  roundel_merge_add_file (merge, file, &error);
  g_assert_no_error (error);
  printf ("ready\n");
  fflush (stdout);
  g_assert_true (roundel_merge_apply (merge, ROUNDEL_MERGE_JOIN, &result, &error));
  roundel_merge_free (g_steal_pointer (&merge));
  g_assert_true (roundel_notebook_close (notebook, &error));
  printf ("done\n");
  fflush (stdout);
  return 0;
}

/* Two more: a share file is written in the place of an older one, or a backup. */
static int
write_once (const char *path,
            const char *file,
            gboolean    share)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 5000, &error);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_kind (notebook, "program", &error);
  RoundelExport choice = { .program = ((RoundelRecord *) programs->pdata[0])->program };
  RoundelExported exported;

  printf ("ready\n");
  fflush (stdout);
  if (share)
    roundel_export_to_file (notebook, &choice, file, NULL, &exported, &error);
  else
    roundel_backup_write (path, file, &error);
  g_assert_no_error (error);
  printf ("done\n");
  fflush (stdout);
  return 0;
}

static GPid
spawn (FILE      **output,
       const char *mode,
       const char *path,
       const char *file)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *argv[] = { self, mode, path, file, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  GPid pid;
  int fd;

  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", folder, TRUE);
  g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &fd, NULL, &error);
  g_assert_no_error (error);
  *output = fdopen (fd, "r");
  return pid;
}

/* Lets one work to its end.
 * Returns: how long it was at work, microseconds */
static gint64
run_through (const char *mode,
             const char *path,
             const char *file)
{
  FILE *output;
  GPid pid = spawn (&output, mode, path, file);
  char line[100];
  gint64 begun = 0;

  while (fgets (line, sizeof line, output) != NULL)
    begun = begun != 0 ? begun : g_get_monotonic_time ();
  g_assert_cmpstr (line, ==, "done\n");
  waitpid (pid, NULL, 0);
  fclose (output);
  return g_get_monotonic_time () - begun;
}

/* Kills one at any moment of his work. */
static void
run_and_kill (const char *mode,
              const char *path,
              const char *file,
              gint64      lasts)
{
  FILE *output;
  GPid pid = spawn (&output, mode, path, file);
  char line[100];

  g_assert_nonnull (fgets (line, sizeof line, output));
  g_usleep ((gulong) g_test_rand_int_range (0, (gint32) lasts));
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  fclose (output);
}

static void
assert_sound (const char *path,
              const char *kind)
{
  g_auto (RoundelChecked) checked = { NULL, };
  g_autoptr (GError) error = NULL;

  roundel_check_file (path, &checked, &error);
  g_assert_no_error (error);
  if (checked.problems->len > 0)
    g_error ("%s", (char *) checked.problems->pdata[0]);
  g_assert_cmpstr (checked.kind, ==, kind);
}

static gint64
count_rows (const char *path,
            const char *sql)
{
  RoundelDb *db = roundel_db_open_to_read (path, NULL);
  gint64 number = -1;

  g_assert_true (roundel_db_number (db, sql, &number, NULL));
  roundel_db_close (db, NULL);
  return number;
}

static void
test_writer (void)
{
  g_autofree char *folder = test_folder_new ();
  guint confirmed_in_all = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *name = g_strdup_printf ("notebook-%u.db", i / 20);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GString) list = g_string_new (NULL);
      g_autofree char *sql = NULL;
      guint confirmed = 0;
      FILE *output;
      GPid pid = spawn (&output, "--write", path, NULL);
      char line[100];

      /* The first word means that it is at work. */
      g_assert_nonnull (fgets (line, sizeof line, output));
      do
        {
          line[strcspn (line, "\n")] = '\0';
          g_string_append_printf (list, "%sx'%s'", confirmed++ > 0 ? "," : "", line);
          if (confirmed == 1)
            {
              g_usleep ((gulong) g_test_rand_int_range (0, 20000));
              kill (pid, SIGKILL);
            }
        }
      while (fgets (line, sizeof line, output) != NULL && strlen (line) == 65);
      fclose (output);
      waitpid (pid, NULL, 0);

      assert_sound (path, "notebook");
      sql = g_strdup_printf ("SELECT count (*) FROM revision WHERE id IN (%s)", list->str);
      g_assert_cmpint (count_rows (path, sql), ==, confirmed);
      confirmed_in_all += confirmed;
    }
  g_test_message ("%u kills, %u confirmed edits, all there", n_kills, confirmed_in_all);
  test_folder_remove (folder);
}

static void
test_case_35_merge (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "program.roundel", NULL);
  g_autoptr (RoundelNotebook) source = test_notebook_new (NOW, 3);
  g_autofree char *program = test_id_new (source);
  g_autoptr (GError) error = NULL;
  guint nothing = 0, everything = 0;
  gint64 lasts = 60000;
  const guint n_rows = ROUNDEL_MERGE_LARGE;

  roundel_notebook_begin (source);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *entity = test_id_new (source);
      g_autofree char *x = test_put (source, program, entity, "lesson", "", NULL, "{\"text\":\"some text that is merged\"}");
    }
  g_assert_true (roundel_notebook_commit (source, &error));
  test_export (source, program, ROUNDEL_AUDIENCE_MEMBERS, file);

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *name = g_strdup_printf ("merged-%u.db", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gint64 rows;

      run_and_kill ("--merge", path, file, lasts);
      assert_sound (path, "notebook");
      rows = count_rows (path, COUNT);
      g_assert_true (rows == 0 || rows == n_rows);
      if (rows == 0)
        nothing++;
      else
        everything++;

      lasts = run_through ("--merge", path, file);
      g_assert_cmpint (count_rows (path, COUNT), ==, n_rows);
      g_unlink (path);
    }
  g_test_message ("%u times nothing, %u times everything", nothing, everything);
  test_folder_remove (folder);
}

/* What is there before has one revision; in its place comes what has them all. */
static void
kill_while_writing (const char *mode,
                    const char *kind)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  RoundelNotebook *notebook = roundel_notebook_open (path, env, 0, &error);
  g_autofree char *program = test_id_new (notebook);
  g_autofree char *first = test_put (notebook, program, program, "program", "", NULL, "{\"title\":\"one\"}");
  g_autofree char *old = NULL;
  gsize length;
  guint n_old = 0, n_new = 0;
  gint64 lasts = 60000;
  const guint n_rows = ROUNDEL_MERGE_LARGE;

  if (g_str_equal (kind, "share-file"))
    test_export (notebook, program, ROUNDEL_AUDIENCE_MEMBERS, file);
  else
    g_assert_true (roundel_backup_write (path, file, &error));
  g_assert_true (g_file_get_contents (file, &old, &length, &error));
  roundel_notebook_begin (notebook);
  for (guint i = 1; i < n_rows; i++)
    {
      g_autofree char *entity = test_id_new (notebook);
      g_autofree char *x = test_put (notebook, program, entity, "lesson", "", NULL, "{\"text\":\"some text that goes out\"}");
    }
  g_assert_true (roundel_notebook_commit (notebook, &error));
  g_object_unref (notebook);

  for (guint i = 0; i < n_kills; i++)
    {
      gint64 rows;

      g_assert_true (g_file_set_contents (file, old, (gssize) length, &error));
      run_and_kill (mode, path, file, lasts);
      assert_sound (path, "notebook");
      assert_sound (file, kind);
      rows = count_rows (file, COUNT);
      g_assert_true (rows == 1 || rows == n_rows);
      *(rows == 1 ? &n_old : &n_new) += 1;

      lasts = run_through (mode, path, file);
      g_assert_cmpint (count_rows (file, COUNT), ==, n_rows);
    }
  g_test_message ("%u times the old file, %u times the new one", n_old, n_new);
  test_folder_remove (folder);
}

static void
test_export_killed (void)
{
  kill_while_writing ("--export", "share-file");
}

static void
test_backup_killed (void)
{
  kill_while_writing ("--backup", "notebook");
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_for_ever (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "--merge"))
    return merge_once (argv[2], argv[3]);
  if (argc == 4)
    return write_once (argv[2], argv[3], g_str_equal (argv[1], "--export"));
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (argc == 2)
    n_kills = (guint) atoi (argv[1]);
  g_test_add_func ("/kill/a-writer-leaves-everything-it-confirmed", test_writer);
  g_test_add_func ("/kill/case-35-a-merge-is-there-or-not", test_case_35_merge);
  g_test_add_func ("/kill/an-export-leaves-the-old-file-or-the-new-one", test_export_killed);
  g_test_add_func ("/kill/a-backup-leaves-the-old-file-or-the-new-one", test_backup_killed);
  return g_test_run ();
}
