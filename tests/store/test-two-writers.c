/* SPDX-License-Identifier: GPL-3.0-or-later */

/* POSIX drops all locks of a process on a file when it closes any descriptor of that file
 * (https://www.sqlite.org/howtocorrupt.html, 2.2): what looks at a live file beside SQLite may not, or another program takes
 * the log away under the connection that is open here. */

#include "helper.h"

#include "store/backup.h"
#include "store/check.h"
#include "store/journal/house.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  RoundelEnv *env;
  RoundelNotebook *notebook;
  char *program;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "notebook.db", NULL);
  f->env = roundel_env_new_system ();
  f->notebook = roundel_notebook_open (f->path, f->env, 0, &error);
  g_assert_no_error (error);
  f->program = test_id_new (f->notebook);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->notebook);
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->program);
  roundel_env_unref (f->env);
}

/* Somebody else writes one lesson, and leaves. */
static int
write_one (const char *path,
           const char *program)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 5000, &error);
  g_autofree char *entity = roundel_id_new (env);
  g_autofree char *revision = test_put (notebook, program, entity, "lesson", "", NULL, "{\"text\":\"theirs\"}");

  return roundel_notebook_close (notebook, &error) ? 0 : 1;
}

static void
let_another_write (Fixture *f)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { self, "--write", f->path, f->program, NULL };
  g_autoptr (GError) error = NULL;
  gint status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
write_here (Fixture *f)
{
  g_autofree char *entity = test_id_new (f->notebook);
  g_autofree char *revision = test_put (f->notebook, f->program, entity, "lesson", "", NULL, "{\"text\":\"mine\"}");
}

/* Both write in turn, after BETWEEN was done here; nothing is lost. */
static void
write_in_turn (Fixture *f,
               void   (*between) (Fixture *f))
{
  g_auto (RoundelChecked) checked = { NULL };
  g_autoptr (GError) error = NULL;

  write_here (f);
  between (f);
  for (guint i = 0; i < 3; i++)
    {
      let_another_write (f);
      write_here (f);
      between (f);
    }
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 7);
  g_assert_true (roundel_notebook_close (f->notebook, &error));
  g_clear_object (&f->notebook);
  roundel_check_file (f->path, &checked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (checked.problems->len, ==, 0);
  f->notebook = roundel_notebook_open (f->path, f->env, 0, &error);
  g_assert_cmpuint (test_count (f->notebook, f->program), ==, 7);
}

static void
do_nothing (Fixture *f)
{
}

static void
test_alone (Fixture       *f,
            gconstpointer  data)
{
  write_in_turn (f, do_nothing);
}

static void
open_and_close (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->notebook, NULL, &error);

  g_assert_no_error (error);
}

static void
test_a_second_connection (Fixture       *f,
                          gconstpointer  data)
{
  write_in_turn (f, open_and_close);
}

static void
back_up (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);

  g_assert_true (roundel_backup_write (f->path, copy, &error));
}

static void
test_a_backup (Fixture       *f,
               gconstpointer  data)
{
  write_in_turn (f, back_up);
}

static void
check (Fixture *f)
{
  g_auto (RoundelChecked) checked = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_check_file (f->path, &checked, &error));
}

static void
test_a_check (Fixture       *f,
              gconstpointer  data)
{
  write_in_turn (f, check);
}

static void
bring_in (Fixture *f)
{
  /* SQLite keeps the locks of a log in it */
  g_autofree char *shared = g_strconcat (f->path, "-shm", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->notebook, NULL, &error);

  g_assert_false (roundel_merge_add_file (merge, f->path, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (roundel_merge_add_file (merge, shared, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
}

static void
test_the_notebook_as_a_share_file (Fixture       *f,
                                   gconstpointer  data)
{
  write_in_turn (f, bring_in);
}

static void
move_in (Fixture *f)
{
  const char *suffixes[] = { "", "-shm", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *picked = g_strconcat (f->path, suffixes[i], NULL);
      g_autofree char *elsewhere = g_build_filename (f->folder, "elsewhere", "notebook.db", NULL);
      g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      g_assert_false (roundel_house_unpack (picked, "correct horse", elsewhere, f->env, kept, NULL, &error));
      g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
    }
}

static void
test_the_notebook_as_a_file_of_everything (Fixture       *f,
                                           gconstpointer  data)
{
  write_in_turn (f, move_in);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4)
    return write_one (argv[2], argv[3]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/two-writers/in-turn", Fixture, NULL, set_up, test_alone, tear_down);
  g_test_add ("/two-writers/after-a-second-connection-here", Fixture, NULL, set_up, test_a_second_connection, tear_down);
  g_test_add ("/two-writers/after-a-backup-here", Fixture, NULL, set_up, test_a_backup, tear_down);
  g_test_add ("/two-writers/after-a-check-here", Fixture, NULL, set_up, test_a_check, tear_down);
  g_test_add ("/two-writers/after-the-notebook-was-taken-for-a-share-file", Fixture, NULL, set_up,
              test_the_notebook_as_a_share_file, tear_down);
  g_test_add ("/two-writers/after-the-notebook-was-taken-for-everything-from-another-computer", Fixture, NULL, set_up,
              test_the_notebook_as_a_file_of_everything, tear_down);
  return g_test_run ();
}
