/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every single operation that writes fails once, and the disk is full from every single one on: afterwards there is the old
 * state or the new one, the files are sound, and what went wrong was said. */

#include "failing-disk.h"
#include "helper.h"

#include "store/backup.h"
#include "store/check.h"
#include "store/journal/entry.h"
#include "store/journal/journal-check.h"
#include "store/journal/restore.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *template; /* the folder that everything begins with */
  char *folder;   /* as it was when the disk began to fail, and what became of it */
  char *notebook;
  char *journal;
  char *file;     /* a share file: what is merged, and what an export replaces */
  char *backup;
  char *program;
  RoundelEnv *env;
} Fixture;

/* What is tried; FALSE with an error, or it is done. */
typedef gboolean (*Attempt) (Fixture  *f,
                             GError  **error);

/* What can be in the end: as text, equal for equal states. */
typedef char *(*Look) (Fixture *f);

static void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static RoundelNotebook *
open_notebook (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  RoundelNotebook *notebook = roundel_notebook_open (f->notebook, f->env, 0, &error);

  g_assert_no_error (error);
  return notebook;
}

static void
add_lessons (RoundelNotebook *notebook,
             const char      *program,
             guint            count)
{
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *entity = test_id_new (notebook);
      g_autofree char *revision = test_put (notebook, program, entity, "lesson", "", NULL, "{\"text\":\"learnt\"}");
    }
}

static void
put_entry (Fixture    *f,
           const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_journal_open (f->journal, f->env, 0, &error);
  RoundelEntry entry = { .kind = roundel_entry_kinds ()[0], .text = text };

  g_assert_true (roundel_journal_put_entry (journal, &entry, NULL, &error));
}

/* PATH is taken, and given back for the same name in another folder. */
static char *
move_to (char       *path,
         const char *folder)
{
  g_autofree char *taken = path;
  g_autofree char *name = g_path_get_basename (taken);

  return g_build_filename (folder, name, NULL);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *base = test_folder_new ();
  g_autoptr (RoundelNotebook) other = test_notebook_new (NOW, 5);
  g_autoptr (GError) error = NULL;

  f->env = roundel_env_new_simulated (NOW, 1);
  f->template = g_build_filename (base, "template", NULL);
  f->folder = g_build_filename (base, "folder", NULL);
  f->notebook = g_build_filename (f->template, "notebook.db", NULL);
  f->journal = g_build_filename (f->template, "journal.db", NULL);
  f->file = g_build_filename (f->template, "program.roundel", NULL);
  f->backup = g_build_filename (f->template, "copy.db", NULL);
  f->program = test_id_new (other);
  g_assert_cmpint (g_mkdir (f->template, 0700), ==, 0);
  add_lessons (other, f->program, 3);
  test_export (other, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->file);
  {
    g_autoptr (RoundelNotebook) notebook = open_notebook (f);

    add_lessons (notebook, f->program, 4);
    g_assert_true (roundel_notebook_close (notebook, &error));
  }
  put_entry (f, "before");
  g_assert_true (roundel_backup_write (f->notebook, f->backup, &error));
  {
    g_autoptr (RoundelNotebook) notebook = open_notebook (f);

    add_lessons (notebook, f->program, 1);
  }

  f->notebook = move_to (f->notebook, f->folder);
  f->journal = move_to (f->journal, f->folder);
  f->file = move_to (f->file, f->folder);
  f->backup = move_to (f->backup, f->folder);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *base = g_path_get_dirname (f->folder);

  test_folder_remove (base);
  g_free (f->template);
  g_free (f->folder);
  g_free (f->notebook);
  g_free (f->journal);
  g_free (f->file);
  g_free (f->backup);
  g_free (f->program);
  roundel_env_unref (f->env);
}

static void
begin_anew (Fixture *f)
{
  if (g_file_test (f->folder, G_FILE_TEST_EXISTS))
    test_folder_remove (f->folder);
  copy_folder (f->template, f->folder);
}

static void
assert_sound (const char *path)
{
  g_auto (RoundelChecked) checked = { NULL };
  g_autoptr (GError) error = NULL;

  roundel_check_file (path, &checked, &error);
  g_assert_no_error (error);
  if (g_str_equal (checked.kind, "journal"))
    roundel_journal_check (path, &checked, &error);
  g_assert_no_error (error);
  if (checked.problems->len > 0)
    g_error ("%s: %s", path, (char *) checked.problems->pdata[0]);
}

/* What nobody asked for and nobody will remove. */
static void
assert_no_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".db") && !g_str_has_suffix (name, ".roundel") && !g_str_has_suffix (name, ".backups")
        && !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm") && strstr (name, ".before-") == NULL)
      g_error ("left behind: %s", name);
}

static char *
look_at_notebook (Fixture *f)
{
  g_autoptr (RoundelNotebook) notebook = NULL;

  assert_sound (f->notebook);
  notebook = open_notebook (f);
  return test_dump (notebook);
}

static char *
look_at_journal (Fixture *f)
{
  RoundelDb *db;
  gint64 entries;

  assert_sound (f->journal);
  db = roundel_db_open_to_read (f->journal, NULL);
  g_assert_true (roundel_db_number (db, "SELECT count (*) FROM entry", &entries, NULL));
  roundel_db_close (db, NULL);
  return g_strdup_printf ("%d entries", (int) entries);
}

/* How many revisions the file has that is at PATH. */
static char *
count_revisions (const char *path)
{
  RoundelDb *db;
  gint64 revisions;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup ("no file");
  assert_sound (path);
  db = roundel_db_open_to_read (path, NULL);
  g_assert_true (roundel_db_number (db, "SELECT count (*) FROM revision", &revisions, NULL));
  roundel_db_close (db, NULL);
  return g_strdup_printf ("%d revisions", (int) revisions);
}

static char *
look_at_share_file (Fixture *f)
{
  return count_revisions (f->file);
}

static char *
look_at_backup (Fixture *f)
{
  return count_revisions (f->backup);
}

/* Tries it with the first operation failing, the second, and so on until it is through. */
static void
fail_everywhere (Fixture *f,
                 Attempt  attempt,
                 Look     look)
{
  static const char * const words[] = { "full", "broken" };
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autoptr (GError) error = NULL;

  begin_anew (f);
  old = look (f);
  attempt (f, &error);
  g_assert_no_error (error);
  new = look (f);
  g_assert_cmpstr (old, !=, new);

  for (FailingDisk how = FAILING_DISK_FULL; how <= FAILING_DISK_BROKEN; how++)
    {
      guint nth = 0, refused = 0, no_space = 0;
      gboolean failed;

      do
        {
          g_autoptr (GError) said = NULL;
          g_autofree char *now = NULL;
          gboolean done;

          begin_anew (f);
          failing_disk_begin (how, ++nth);
          done = attempt (f, &said);
          failed = failing_disk_end ();
          now = look (f);
          if (g_getenv ("VERBOSE") != NULL)
            g_test_message ("%s %u: %s%s", words[how], nth, done ? "done" : "refused: ", done ? "" : said->message);
          if (done)
            {
              g_assert_no_error (said);
              g_assert_cmpstr (now, ==, new);
            }
          else
            {
              refused++;
              g_assert_nonnull (said);
              g_assert_true (said->domain == ROUNDEL_STORE_ERROR);
              g_assert_cmpint (said->code, !=, ROUNDEL_STORE_ERROR_CORRUPT);
              no_space += said->code == ROUNDEL_STORE_ERROR_NO_SPACE ? 1 : 0;
              g_assert_true (g_str_equal (now, old) || g_str_equal (now, new));
            }
          if (how == FAILING_DISK_FULL)
            assert_no_leftovers (f->folder);
        }
      while (failed);
      g_test_message ("%s: %u operations, %u times refused", words[how], nth - 1, refused);
      g_assert_cmpuint (refused, >, 2);
      /* SQLite does not tell why a file beside the database could not be made. */
      if (how == FAILING_DISK_FULL)
        g_assert_cmpuint (2 * no_space, >, refused);
    }
}

static gboolean
try_merge (Fixture  *f,
           GError  **error)
{
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (f->notebook, f->env, 0, error);

  return notebook != NULL && test_merge (notebook, f->file, ROUNDEL_MERGE_JOIN, NULL, error);
}

static void
test_merge_fails (Fixture       *f,
                  gconstpointer  data)
{
  fail_everywhere (f, try_merge, look_at_notebook);
}

static gboolean
try_export (Fixture  *f,
            GError  **error)
{
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (f->notebook, f->env, 0, error);
  RoundelExported exported;

  return notebook != NULL
         && roundel_export_to_file (notebook, &(RoundelExport) { .program = f->program, .audience = ROUNDEL_AUDIENCE_MEMBERS },
                                    f->file, NULL, &exported, error);
}

static void
test_export_fails (Fixture       *f,
                   gconstpointer  data)
{
  fail_everywhere (f, try_export, look_at_share_file);
}

static gboolean
try_backup (Fixture  *f,
            GError  **error)
{
  return roundel_backup_write (f->notebook, f->backup, error);
}

static void
test_backup_fails (Fixture       *f,
                   gconstpointer  data)
{
  fail_everywhere (f, try_backup, look_at_backup);
}

static gboolean
try_restore (Fixture  *f,
             GError  **error)
{
  g_auto (RoundelRestored) restored = { 0 };

  return roundel_restore_apply (f->backup, f->notebook, TRUE, f->env, &restored, error);
}

static void
test_restore_fails (Fixture       *f,
                    gconstpointer  data)
{
  fail_everywhere (f, try_restore, look_at_notebook);
}

static gboolean
try_entry (Fixture  *f,
           GError  **error)
{
  g_autoptr (RoundelJournal) journal = roundel_journal_open (f->journal, f->env, 0, error);
  RoundelEntry entry = { .kind = roundel_entry_kinds ()[0], .text = "after" };

  return journal != NULL && roundel_journal_put_entry (journal, &entry, NULL, error);
}

static void
test_entry_fails (Fixture       *f,
                  gconstpointer  data)
{
  fail_everywhere (f, try_entry, look_at_journal);
}

/* What others put where only they may write can be brought in; what cannot be put there is said. */
static void
test_read_only_folder (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (RoundelNotebook) notebook = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *file = NULL;
  g_autofree char *elsewhere = NULL;
  RoundelExport choice = { .program = f->program };
  RoundelExported exported;
  RoundelMergeResult result;

  begin_anew (f);
  sealed = g_build_filename (f->folder, "sealed", NULL);
  copy_folder (f->template, sealed);
  file = g_build_filename (sealed, "program.roundel", NULL);
  elsewhere = g_build_filename (sealed, "new.roundel", NULL);
  notebook = open_notebook (f);
  failing_disk_seal (sealed);
  test_merge (notebook, file, ROUNDEL_MERGE_JOIN, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.revisions, ==, 3);
  g_assert_false (roundel_export_to_file (notebook, &choice, file, NULL, &exported, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (roundel_export_to_file (notebook, &choice, elsewhere, NULL, &exported, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_READ_ONLY);
  failing_disk_seal (NULL);
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/failing-disk/case-36-merge", Fixture, NULL, set_up, test_merge_fails, tear_down);
  g_test_add ("/failing-disk/case-37-export", Fixture, NULL, set_up, test_export_fails, tear_down);
  g_test_add ("/failing-disk/case-38-read-only-folder", Fixture, NULL, set_up, test_read_only_folder, tear_down);
  g_test_add ("/failing-disk/backup", Fixture, NULL, set_up, test_backup_fails, tear_down);
  g_test_add ("/failing-disk/restore", Fixture, NULL, set_up, test_restore_fails, tear_down);
  g_test_add ("/failing-disk/an-entry-of-the-journal", Fixture, NULL, set_up, test_entry_fails, tear_down);
  return g_test_run ();
}
