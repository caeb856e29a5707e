/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"

#include "store/backup.h"
#include "store/backups.h"
#include "store/journal/entry.h"
#include "store/journal/journal-lock.h"
#include "store/journal/restore.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
  char *journal_path;
  RoundelEnv *env;
  char *program;
} Fixture;

static void
write_title (Fixture    *f,
             const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (f->path, f->env, 0, &error);
  g_autofree char *body = g_strdup_printf ("{\"title\":\"%s\"}", title);
  g_autofree char *revision = test_put (notebook, f->program, f->program, "program", "", NULL, body);

  g_assert_no_error (error);
}

static void
write_entry (Fixture    *f,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) journal = roundel_journal_open (f->journal_path, f->env, 0, &error);
  RoundelEntry entry = { .kind = roundel_entry_kinds ()[0], .text = text };

  g_assert_true (roundel_journal_put_entry (journal, &entry, NULL, &error));
}

static char *
read_title (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (f->path, f->env, 0, &error);
  g_autoptr (RoundelRecord) record = test_get (notebook, f->program, f->program, "program", "");

  return g_strdup (record->body);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "notebook.db", NULL);
  f->journal_path = roundel_journal_path (f->path);
  f->env = roundel_env_new_simulated (NOW, 1);
  f->program = roundel_id_new (f->env);
  write_title (f, "first");
  write_entry (f, "mine");
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->journal_path);
  g_free (f->program);
  roundel_env_unref (f->env);
}

static void
make_daily (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  roundel_backups_make_daily (f->path, f->journal_path, f->env, &error);
  g_assert_no_error (error);
}

static void
test_one_a_day (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  const RoundelBackup *backup;
  g_autofree char *folder = NULL;
  struct stat st;

  make_daily (f);
  roundel_env_advance (f->env, 60 * G_USEC_PER_SEC);
  write_title (f, "second");
  make_daily (f);
  list = roundel_backups_list (f->path);
  g_assert_cmpuint (list->len, ==, 1);
  backup = list->pdata[0];
  g_assert_cmpint (backup->made, ==, NOW / G_USEC_PER_SEC);
  g_assert_nonnull (backup->journal);
  g_assert_cmpint (backup->reason, ==, ROUNDEL_BACKUP_DAILY);
  g_assert_cmpint (backup->bytes, >, 8192);
  g_assert_cmpint (g_stat (backup->journal, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
  folder = g_path_get_dirname (backup->path);
  g_assert_cmpint (g_stat (folder, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0700);
}

static void
test_nothing_to_back_up (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 1);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (roundel_backups_make_daily (path, path, env, &error));
  list = roundel_backups_list (path);
  g_assert_cmpuint (list->len, ==, 0);
  test_folder_remove (folder);
}

/* More than a year of days: 7 days, 4 weeks and 12 months stay, some of which are the same ones. */
static void
test_rows_thin_out (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  gint64 newest, oldest;

  for (guint i = 0; i < 400; i++)
    {
      roundel_env_advance (f->env, DAY);
      make_daily (f);
    }
  list = roundel_backups_list (f->path);
  g_assert_cmpuint (list->len, >=, 12 + 7);
  g_assert_cmpuint (list->len, <=, 12 + 7 + 4);
  newest = ((RoundelBackup *) list->pdata[0])->made;
  oldest = ((RoundelBackup *) list->pdata[list->len - 1])->made;
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (newest - ((RoundelBackup *) list->pdata[i])->made, ==, (gint64) i * 86400);
  g_assert_cmpint (newest - oldest, >, (gint64) 300 * 86400);
  g_assert_cmpint (newest - oldest, <, (gint64) 366 * 86400);
  for (guint i = 1; i < list->len; i++)
    g_assert_cmpint (((RoundelBackup *) list->pdata[i - 1])->made - ((RoundelBackup *) list->pdata[i])->made, <=, 31 * 86400);
}

/* Somebody else's file in the folder is neither listed nor removed. */
static void
test_other_files_stay (Fixture       *f,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);
  g_autofree char *thesis = g_build_filename (folder, "thesis.db", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (thesis, "words", -1, NULL));
  for (guint i = 0; i < 40; i++)
    {
      roundel_env_advance (f->env, DAY);
      make_daily (f);
    }
  g_assert_true (g_file_test (thesis, G_FILE_TEST_EXISTS));
}

static guint
count_entries (Fixture *f)
{
  g_autoptr (RoundelJournal) journal = roundel_journal_open (f->journal_path, f->env, 0, NULL);
  gint64 n = 0;

  g_assert_true (roundel_db_number (roundel_journal_get_db (journal), "SELECT count (DISTINCT entity) FROM current WHERE kind = 'entry'", &n, NULL));
  return (guint) n;
}

static void
test_preview_and_restore (Fixture       *f,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RoundelRestored) preview = { 0 };
  g_auto (RoundelRestored) restored = { 0 };
  g_auto (RoundelRestored) back = { 0 };
  g_autoptr (GPtrArray) all = NULL;
  const RoundelBackup *backup, *kept;
  g_autofree char *title = NULL;
  g_autofree char *again = NULL;

  make_daily (f);
  roundel_env_advance (f->env, DAY);
  write_title (f, "second");
  write_entry (f, "mine, too");
  list = roundel_backups_list (f->path);
  backup = list->pdata[0];

  g_assert_true (roundel_restore_preview (backup->path, &preview, &error));
  g_assert_true (preview.notebook && preview.journal);
  g_assert_cmpint (preview.contents.programs, ==, 1);
  g_assert_cmpint (preview.contents.entries, ==, 1);
  g_assert_cmpint (preview.contents.revisions, ==, 2);

  g_assert_true (roundel_restore_apply (backup->path, f->path, TRUE, f->env, &restored, &error));
  g_assert_true (restored.notebook && restored.journal);
  g_assert_cmpuint (restored.kept->len, ==, 2);
  title = read_title (f);
  g_assert_cmpstr (title, ==, "{\"title\":\"first\"}");

  g_assert_cmpuint (count_entries (f), ==, 1);

  /* In the same second, from what the first restore kept. */
  all = roundel_backups_list_all (f->path);
  g_assert_cmpuint (all->len, ==, 2);
  kept = all->pdata[0];
  g_assert_cmpint (kept->reason, ==, ROUNDEL_BACKUP_BEFORE_RESTORE);
  g_assert_cmpint (kept->made, ==, roundel_env_now (f->env) / G_USEC_PER_SEC);
  g_assert_cmpstr (kept->path, ==, restored.kept->pdata[1]);
  g_assert_cmpstr (kept->journal, ==, restored.kept->pdata[0]);
  g_assert_true (roundel_restore_apply (kept->path, f->path, TRUE, f->env, &back, &error));
  again = read_title (f);
  g_assert_cmpstr (again, ==, "{\"title\":\"second\"}");
  g_assert_cmpuint (count_entries (f), ==, 2);
  g_assert_cmpuint (back.kept->len, ==, 2);
  g_assert_cmpstr (back.kept->pdata[1], !=, kept->path);
}

static void
test_the_notebook_alone (Fixture       *f,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RoundelRestored) restored = { 0 };
  g_autofree char *title = NULL;

  make_daily (f);
  write_title (f, "second");
  write_entry (f, "mine, too");
  list = roundel_backups_list (f->path);
  g_assert_true (roundel_restore_apply (((RoundelBackup *) list->pdata[0])->path, f->path, FALSE, f->env, &restored, &error));
  g_assert_true (restored.notebook && !restored.journal);
  g_assert_cmpuint (restored.kept->len, ==, 1);
  title = read_title (f);
  g_assert_cmpstr (title, ==, "{\"title\":\"first\"}");
  g_assert_cmpuint (count_entries (f), ==, 2);
}

/* A journal that is locked and open cannot be replaced, so the notebook is not either. */
static void
test_both_or_none (Fixture       *f,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RoundelRestored) restored = { 0 };
  g_autoptr (RoundelJournal) journal = NULL;
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;

  g_assert_true (roundel_journal_lock (f->journal_path, "a passphrase", &key, &error));
  make_daily (f);
  write_title (f, "second");
  journal = roundel_journal_open_with (f->journal_path, "a passphrase", f->env, 0, &error);
  g_assert_no_error (error);
  list = roundel_backups_list (f->path);
  g_assert_false (roundel_restore_apply (((RoundelBackup *) list->pdata[0])->path, f->path, TRUE, f->env, &restored, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  title = read_title (f);
  g_assert_cmpstr (title, ==, "{\"title\":\"second\"}");
}

/* The journal is restored first: when the notebook cannot be, since a file is no backup of itself, it goes back. */
static void
test_a_journal_goes_back_when_its_notebook_stays (Fixture       *f,
                                                  gconstpointer  data)
{
  g_autofree char *beside = roundel_backup_path (f->path);
  g_autoptr (GError) error = NULL;
  g_auto (RoundelRestored) restored = { 0 };
  g_auto (RoundelRestored) again = { 0 };

  g_assert_true (roundel_backup_write (f->journal_path, beside, &error));
  write_entry (f, "later");
  g_assert_cmpuint (count_entries (f), ==, 2);
  g_assert_false (roundel_restore_apply (f->path, f->path, TRUE, f->env, &restored, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (count_entries (f), ==, 2);

  g_assert_cmpint (g_unlink (f->journal_path), ==, 0);
  g_assert_false (roundel_restore_apply (f->path, f->path, TRUE, f->env, &again, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  g_assert_false (g_file_test (f->journal_path, G_FILE_TEST_EXISTS));
}

/* What cannot be opened is not lost when its successor does not fit on the disk. */
static void
test_a_restore_that_fails (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RoundelRestored) restored = { 0 };
  g_autofree char *bytes = NULL;

  make_daily (f);
  list = roundel_backups_list (f->path);
  g_assert_true (g_file_set_contents (f->path, "no longer a notebook", -1, NULL));
  g_assert_cmpint (g_chmod (f->folder, 0500), ==, 0);
  if (g_access (f->folder, W_OK) == 0)
    g_test_skip ("nothing is read-only for this user");
  else
    g_assert_false (roundel_restore_apply (((RoundelBackup *) list->pdata[0])->path, f->path, TRUE, f->env, &restored, &error));
  g_assert_cmpint (g_chmod (f->folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (f->path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "no longer a notebook");
}

/* A notebook that has COUNT lessons of one program, as a share file. */
static char *
share_lessons (Fixture *f,
               guint    count)
{
  g_autoptr (RoundelNotebook) source = test_notebook_new (NOW, 7);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = test_id_new (source);
  char *file = g_build_filename (f->folder, "lessons.roundel", NULL);

  roundel_notebook_begin (source);
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *entity = test_id_new (source);
      g_autofree char *revision = test_put (source, program, entity, "lesson", "", NULL, "{\"text\":\"learnt\"}");
    }
  g_assert_true (roundel_notebook_commit (source, &error));
  test_export (source, program, ROUNDEL_AUDIENCE_MEMBERS, file);
  return file;
}

static guint
merge_lessons (Fixture *f,
               guint    count)
{
  g_autofree char *file = share_lessons (f, count);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (f->path, f->env, 0, &error);
  g_autoptr (GPtrArray) list = NULL;

  test_merge (notebook, file, ROUNDEL_MERGE_JOIN, NULL, &error);
  g_assert_no_error (error);
  list = roundel_backups_list (f->path);
  return list->len;
}

static void
test_before_a_large_merge (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (RoundelRestored) preview = { 0 };
  const RoundelBackup *backup;

  g_assert_cmpuint (merge_lessons (f, ROUNDEL_MERGE_LARGE - 1), ==, 0);
  g_assert_cmpuint (merge_lessons (f, ROUNDEL_MERGE_LARGE), ==, 0); /* one is new */
  test_folder_remove (f->folder);
  g_assert_cmpint (g_mkdir (f->folder, 0700), ==, 0);
  write_title (f, "first");
  g_assert_cmpuint (merge_lessons (f, ROUNDEL_MERGE_LARGE), ==, 1);
  list = roundel_backups_list (f->path);
  backup = list->pdata[0];
  g_assert_cmpint (backup->reason, ==, ROUNDEL_BACKUP_BEFORE_MERGE);
  g_assert_null (backup->journal);
  g_assert_true (roundel_restore_preview (backup->path, &preview, &error));
  g_assert_cmpint (preview.contents.revisions, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/backups/one-a-day-of-both-files", Fixture, NULL, set_up, test_one_a_day, tear_down);
  g_test_add_func ("/backups/where-nothing-is-there-is-nothing-to-back-up", test_nothing_to_back_up);
  g_test_add ("/backups/rows-thin-out", Fixture, NULL, set_up, test_rows_thin_out, tear_down);
  g_test_add ("/backups/other-files-stay", Fixture, NULL, set_up, test_other_files_stay, tear_down);
  g_test_add ("/backups/a-preview-and-a-restore-that-keeps-what-was-there", Fixture, NULL, set_up, test_preview_and_restore, tear_down);
  g_test_add ("/backups/the-notebook-alone", Fixture, NULL, set_up, test_the_notebook_alone, tear_down);
  g_test_add ("/backups/both-files-or-none", Fixture, NULL, set_up, test_both_or_none, tear_down);
  g_test_add ("/backups/a-journal-goes-back-when-its-notebook-stays", Fixture, NULL, set_up,
              test_a_journal_goes_back_when_its_notebook_stays, tear_down);
  g_test_add ("/backups/a-restore-that-fails-leaves-what-was-there", Fixture, NULL, set_up, test_a_restore_that_fails, tear_down);
  g_test_add ("/backups/one-before-a-large-merge", Fixture, NULL, set_up, test_before_a_large_merge, tear_down);
  return g_test_run ();
}
