/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"
#include "steps-resources.h"
#include "store/schema.h"

#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
  char *backup;
} Fixture;

static RoundelFileType
type_of (const char *steps)
{
  return (RoundelFileType) { .application_id = 0x54657374, .steps = steps, .resource = steps_get_resource () };
}

static gint64
number (const char *path,
        const char *sql)
{
  RoundelDb *db = roundel_db_open_to_read (path, NULL);
  gint64 found = -1;

  roundel_db_number (db, sql, &found, NULL);
  roundel_db_close (db, NULL);
  return found;
}

static gboolean
apply (Fixture     *f,
       const char  *steps,
       GError     **error)
{
  RoundelFileType type = type_of (steps);
  RoundelDb *db;
  gboolean applied;

  if (!roundel_schema_check (&type, f->path, error))
    return FALSE;
  db = roundel_db_open (f->path, 0, error);
  g_assert_nonnull (db);
  applied = roundel_schema_apply (&type, db, error);
  if (applied)
    roundel_db_script (db, "INSERT INTO first VALUES (7)", NULL);
  roundel_db_close (db, NULL);
  return applied;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "test.db", NULL);
  f->backup = g_strconcat (f->path, ".before-0002", NULL);
  apply (f, "/one", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->backup);
}

static void
test_a_fresh_file_needs_no_backup (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *backup = g_strconcat (f->path, ".before-0001", NULL);

  g_assert_cmpint (number (f->path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (number (f->path, "PRAGMA application_id"), ==, 0x54657374);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_a_step_is_taken_after_a_backup (Fixture       *f,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  struct stat st;

  apply (f, "/two", &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (f->path, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (number (f->path, "SELECT x FROM second"), ==, 7);
  g_assert_cmpint (number (f->backup, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (number (f->backup, "SELECT x FROM first"), ==, 7);
  g_assert_cmpint (stat (f->backup, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
test_a_step_that_fails_changes_nothing (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (apply (f, "/wrong", &error));
  g_assert_nonnull (error);
  g_assert_cmpint (number (f->path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (number (f->path, "SELECT count (*) FROM sqlite_schema"), ==, 1);
  g_clear_error (&error);
  g_assert_true (apply (f, "/two", &error));
}

static void
test_a_newer_file_is_refused (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (apply (f, "/two", &error));
  g_assert_false (apply (f, "/one", &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_TOO_NEW);
  g_assert_cmpint (number (f->path, "PRAGMA user_version"), ==, 2);
}

static void
test_a_file_whose_making_was_broken_off_is_made (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "broken-off.db", NULL);
  RoundelFileType type = type_of ("/one");
  g_autoptr (GError) error = NULL;
  RoundelDb *db = roundel_db_open (path, 0, &error);

  /* Only the header is there. */
  roundel_db_close (db, NULL);
  g_assert_cmpint (number (path, "PRAGMA application_id"), ==, 0);
  g_assert_true (roundel_schema_check (&type, path, &error));
  db = roundel_db_open (path, 0, &error);
  g_assert_true (roundel_schema_apply (&type, db, &error));
  roundel_db_close (db, NULL);
}

#define ADD(name, func) g_test_add ("/schema/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("a-fresh-file-needs-no-backup", test_a_fresh_file_needs_no_backup);
  ADD ("a-step-is-taken-after-a-backup", test_a_step_is_taken_after_a_backup);
  ADD ("a-step-that-fails-changes-nothing", test_a_step_that_fails_changes_nothing);
  ADD ("a-newer-file-is-refused", test_a_newer_file_is_refused);
  ADD ("a-file-whose-making-was-broken-off-is-made", test_a_file_whose_making_was_broken_off_is_made);
  return g_test_run ();
}
