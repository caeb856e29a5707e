/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal as an encrypted file. */

#include "journal-test.h"

#include "store/backup.h"
#include "store/journal/journal-lock.h"
#include "store/journal/passphrase.h"
#include "store/journal/search.h"
#include "store/seal.h"
#include "store/secret.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WORDS "correct horse battery staple"
#define MARK "marjoram-and-thyme"

static gboolean
file_has (const char *path,
          const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return FALSE;
  for (gsize i = 0; i + strlen (text) <= length; i++)
    if (memcmp (content + i, text, strlen (text)) == 0)
      return TRUE;
  return FALSE;
}

/* Whether any file of the folder has MARK in it. */
static gboolean
folder_has (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      if (file_has (path, MARK))
        return TRUE;
    }
  return FALSE;
}

static void
close_journal (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  roundel_journal_close (f->journal, &error);
  g_assert_no_error (error);
  g_clear_object (&f->journal);
}

static char *
lock_it (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  char *recovery = NULL;

  close_journal (f);
  roundel_journal_lock (f->path, WORDS, &recovery, &error);
  g_assert_no_error (error);
  return recovery;
}

static void
open_with (Fixture    *f,
           const char *secret,
           guint       wait)
{
  g_autoptr (GError) error = NULL;

  f->journal = roundel_journal_open_with (f->path, secret, f->env, wait, &error);
  g_assert_no_error (error);
}

static void
assert_does_not_open (Fixture    *f,
                      const char *secret,
                      int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_journal_open_with (f->path, secret, f->env, 0, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, code);
}

static void
assert_text (Fixture    *f,
             const char *id,
             const char *text)
{
  g_autoptr (RoundelEntry) entry = read_entry (f, id);

  g_assert_cmpstr (entry->text, ==, text);
}

static void
test_locked_it_says_nothing_and_opens_with_both (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  char *recovery;

  g_assert_true (folder_has (f));
  recovery = lock_it (f);
  g_assert_false (folder_has (f));
  g_assert_false (file_has (f->path, "SQLite"));
  assert_does_not_open (f, NULL, ROUNDEL_STORE_ERROR_LOCKED);
  assert_does_not_open (f, "correct horse", ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  open_with (f, WORDS, 1000);
  g_assert_true (roundel_journal_is_locked (f->journal));
  assert_text (f, id, MARK);
  close_journal (f);
  open_with (f, recovery, 1000);
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

static void
test_what_is_written_is_there_again_and_found (Fixture       *f,
                                               gconstpointer  data)
{
  char *recovery = lock_it (f);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  RoundelEntry draft = { .kind = "note", .text = "a draft of " MARK };

  open_with (f, WORDS, 1000);
  id = write_entry (f, "lesson", MARK " twice");
  draft.id = id;
  g_assert_true (roundel_journal_save_draft (f->journal, &draft, &error));
  close_journal (f);
  g_assert_false (folder_has (f));
  open_with (f, WORDS, 1000);
  assert_text (f, id, MARK " twice");
  hits = roundel_journal_search (f->journal, "marjoram", NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  roundel_secret_free (recovery);
}

/* Each commit is on the disk before it returns when the caller may wait. */
static void
test_who_waits_has_it_on_the_disk (Fixture       *f,
                                   gconstpointer  data)
{
  char *recovery = lock_it (f);
  g_autofree char *copy = g_strconcat (f->path, ".copy", NULL);
  g_autofree char *id = NULL;
  g_autofree char *content = NULL;
  gsize length;

  open_with (f, WORDS, 1000);
  id = write_entry (f, "lesson", MARK);
  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy, content, (gssize) length, NULL));
  close_journal (f);
  g_free (f->path);
  f->path = g_steal_pointer (&copy);
  open_with (f, WORDS, 1000);
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

/* A window never waits: a thread writes, and less than a second is ever at risk. */
static void
test_who_does_not_wait_has_it_within_a_second (Fixture       *f,
                                               gconstpointer  data)
{
  char *recovery = lock_it (f);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GTimer) timer = NULL;
  gsize length = 0, longer = 0;

  open_with (f, WORDS, 0);
  g_assert_true (g_file_get_contents (f->path, &before, &length, NULL));
  id = write_entry (f, "lesson", MARK);
  timer = g_timer_new ();
  while (after == NULL || (length == longer && memcmp (before, after, length) == 0))
    {
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&after, g_free);
      g_assert_true (g_file_get_contents (f->path, &after, &longer, NULL));
    }
  g_test_message ("on the disk after %.2f s", g_timer_elapsed (timer, NULL));
  close_journal (f);
  open_with (f, WORDS, 0);
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

static void
take_trouble (RoundelJournal *journal,
              const char     *said,
              gpointer        data)
{
  char **trouble = data;

  g_free (*trouble);
  *trouble = g_strdup (said != NULL ? said : "well");
}

/* A stick that is pulled out and put back. */
static void
test_a_place_that_goes_is_told_and_waited_for (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *stick = g_build_filename (f->folder, "stick", NULL);
  g_autofree char *away = g_build_filename (f->folder, "away", NULL);
  g_autofree char *moved = g_build_filename (stick, "journal.db", NULL);
  g_autofree char *trouble = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  char *recovery = lock_it (f);

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  roundel_journal_move (f->path, stick, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (moved, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));

  open_with (f, WORDS, 0);
  g_signal_connect (f->journal, "trouble", G_CALLBACK (take_trouble), &trouble);
  g_assert_cmpint (rename (stick, away), ==, 0);
  id = write_entry (f, "lesson", MARK);
  while (trouble == NULL)
    {
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_nonnull (strstr (trouble, "not there any more"));
  g_assert_cmpint (rename (away, stick), ==, 0);
  while (!g_str_equal (trouble, "well"))
    {
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
      g_main_context_iteration (NULL, TRUE);
    }
  close_journal (f);

  g_assert_cmpint (rename (stick, away), ==, 0);
  assert_does_not_open (f, WORDS, ROUNDEL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (rename (away, stick), ==, 0);
  open_with (f, WORDS, 0);
  assert_text (f, id, MARK);
  close_journal (f);
  roundel_journal_move (f->path, f->folder, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (moved, G_FILE_TEST_EXISTS));
  open_with (f, WORDS, 0);
  assert_text (f, id, MARK);
  close_journal (f);
  {
    g_autofree char *lock = g_strconcat (moved, ".lock", NULL);

    unlink (lock);
    g_rmdir (stick);
  }
  roundel_secret_free (recovery);
}

static void
test_two_windows_do_not_write_over_one_another (Fixture       *f,
                                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  char *recovery = NULL;

  g_assert_false (roundel_journal_lock (f->path, WORDS, &recovery, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_assert_null (recovery);
  recovery = lock_it (f);
  open_with (f, WORDS, 0);
  assert_does_not_open (f, WORDS, ROUNDEL_STORE_ERROR_BUSY);
  roundel_secret_free (recovery);
}

static void
test_somebody_elses_file_is_kept (Fixture       *f,
                                  gconstpointer  data)
{
  char *recovery = lock_it (f);
  g_autofree char *other = g_strconcat (f->path, ".other-1", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *id = NULL;

  open_with (f, WORDS, 1000);
  g_assert_true (g_file_set_contents (f->path, "from a synced folder", -1, NULL));
  id = write_entry (f, "lesson", MARK);
  g_assert_true (g_file_get_contents (other, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "from a synced folder");
  close_journal (f);
  open_with (f, WORDS, 1000);
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

static void
test_older_states_are_locked_with_it (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autofree char *older = g_strconcat (f->path, ".before-0002", NULL);
  g_autoptr (GError) error = NULL;
  char *recovery;

  g_assert_true (roundel_backup_write (f->path, older, &error));
  g_assert_true (file_has (older, MARK));
  recovery = lock_it (f);
  g_assert_false (file_has (older, MARK));
  g_free (f->path);
  f->path = g_steal_pointer (&older);
  open_with (f, recovery, 1000);
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

static void
test_another_passphrase (Fixture       *f,
                         gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autoptr (GError) error = NULL;
  char *recovery = lock_it (f), *again = NULL;

  g_assert_false (roundel_journal_relock (f->path, "wrong", "new words", &again, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (roundel_journal_relock (f->path, recovery, "new words", &again, &error));
  assert_does_not_open (f, WORDS, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  assert_does_not_open (f, recovery, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  open_with (f, again, 1000);
  close_journal (f);
  open_with (f, "new words", 1000);
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
  roundel_secret_free (again);
}

static void
test_unlocked_for_good (Fixture       *f,
                        gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autoptr (GError) error = NULL;
  char *recovery = lock_it (f);
  GStatBuf st;

  g_assert_false (roundel_journal_unlock (f->path, "wrong", &error));
  g_clear_error (&error);
  g_assert_true (roundel_journal_unlock (f->path, WORDS, &error));
  g_assert_cmpint (g_stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  open_journal (f);
  g_assert_false (roundel_journal_is_locked (f->journal));
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

static void
test_a_backup_is_locked_and_can_be_restored (Fixture       *f,
                                             gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autofree char *copy = g_build_filename (f->folder, "copy.db", NULL);
  g_autofree char *kept = g_build_filename (f->folder, "kept.db", NULL);
  g_autofree char *later = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery = lock_it (f);

  g_assert_true (roundel_backup_write (f->path, copy, &error));
  g_assert_false (folder_has (f));
  open_with (f, WORDS, 1000);
  later = write_entry (f, "lesson", "later");
  g_assert_false (roundel_backup_restore (copy, f->path, kept, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  close_journal (f);
  g_assert_true (roundel_backup_restore (copy, f->path, kept, &error));
  open_with (f, WORDS, 1000);
  g_assert_cmpuint (count_entries (f, NULL), ==, 1);
  assert_text (f, id, MARK);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  roundel_secret_free (recovery);
}

typedef struct
{
  GAsyncResult *result;
  GCancellable *cancellable;
  Fixture *fixture;
  guint turns; /* of the main loop */
  char *last;  /* what was written in the last one */
} Change;

static void
changed_cb (GObject      *journal,
            GAsyncResult *result,
            gpointer      data)
{
  ((Change *) data)->result = g_object_ref (result);
}

/* Somebody who writes meanwhile. */
static gboolean
write_cb (gpointer data)
{
  Change *change = data;

  g_free (change->last);
  change->last = write_entry (change->fixture, "lesson", MARK " meanwhile");
  change->turns++;
  return G_SOURCE_CONTINUE;
}

static gboolean
set_passphrase (Change      *change,
                const char  *secret,
                const char  *passphrase,
                char       **recovery,
                GError     **error)
{
  RoundelJournal *journal = change->fixture->journal;
  gboolean done;

  roundel_journal_set_passphrase_async (journal, secret, passphrase, change->cancellable, changed_cb, change);
  while (change->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = roundel_journal_set_passphrase_finish (journal, change->result, recovery, error);
  g_clear_object (&change->result);
  return done;
}

static void
test_an_open_one_is_locked_and_unlocked (Fixture       *f,
                                         gconstpointer  data)
{
  Change change = { .fixture = f };
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  char *recovery = NULL, *again = NULL, *none;

  g_assert_true (set_passphrase (&change, NULL, WORDS, &recovery, &error));
  g_assert_true (roundel_journal_is_locked (f->journal));
  g_assert_false (folder_has (f));
  assert_text (f, id, MARK);
  other = write_entry (f, "lesson", MARK " again");
  g_assert_true (roundel_journal_opens_with (f->journal, recovery, &error));
  g_assert_false (set_passphrase (&change, "wrong", "new words", &again, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  g_clear_error (&error);
  g_assert_true (set_passphrase (&change, recovery, "new words", &again, &error));
  g_assert_false (roundel_journal_opens_with (f->journal, WORDS, &error));
  g_clear_error (&error);
  assert_text (f, other, MARK " again");
  g_assert_true (set_passphrase (&change, "new words", NULL, &none, &error));
  g_assert_null (none);
  g_assert_false (roundel_journal_is_locked (f->journal));
  assert_text (f, other, MARK " again");
  g_assert_true (folder_has (f));
  roundel_secret_free (recovery);
  roundel_secret_free (again);
}

static void
test_one_that_is_open_elsewhere_stays_as_it_was (Fixture       *f,
                                                 gconstpointer  data)
{
  Change change = { .fixture = f };
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) other = roundel_journal_open (f->path, f->env, 0, &error);
  gint64 before, after;
  char *recovery;

  g_assert_no_error (error);
  g_assert_true (roundel_db_number (roundel_journal_get_db (f->journal), "PRAGMA busy_timeout", &before, &error));
  g_assert_cmpint (before, >, 0);
  g_assert_false (set_passphrase (&change, NULL, WORDS, &recovery, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (recovery);
  g_assert_false (roundel_journal_is_locked (f->journal));
  g_assert_true (roundel_db_number (roundel_journal_get_db (f->journal), "PRAGMA busy_timeout", &after, &error));
  g_assert_cmpint (after, ==, before);
  g_assert_true (roundel_journal_close (other, &error));
  assert_text (f, id, MARK);
}

/* Its key is handed over all the same: without it a forgotten passphrase would be the end of it. */
static void
test_an_older_state_in_use_is_locked_later (Fixture       *f,
                                            gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autofree char *one = g_strconcat (f->path, ".before-0001", NULL);
  g_autofree char *two = g_strconcat (f->path, ".before-0002", NULL);
  g_autoptr (GError) error = NULL;
  RoundelDb *in_use;
  char *recovery;
  gint64 n;

  g_assert_true (roundel_backup_write (f->path, one, &error));
  g_assert_true (roundel_backup_write (f->path, two, &error));
  in_use = roundel_db_open (one, 0, &error);
  g_assert_true (roundel_db_script (in_use, "PRAGMA journal_mode = WAL", &error));
  g_assert_true (roundel_db_number (in_use, "SELECT count (*) FROM entry", &n, &error));
  recovery = lock_it (f);
  g_assert_nonnull (recovery);
  g_assert_true (file_has (one, MARK));
  g_assert_false (file_has (two, MARK));
  roundel_db_close (in_use, NULL);
  open_with (f, recovery, 1000);
  g_assert_false (folder_has (f));
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

/* The pages go on while the key is derived, and each word is in the new form, on the disk. */
static void
test_who_writes_meanwhile_loses_nothing (Fixture       *f,
                                         gconstpointer  data)
{
  static const char *const steps[][2] = { { NULL, WORDS }, { WORDS, "new words" }, { "new words", NULL } };
  Change change = { .fixture = f };
  guint writer;

  roundel_seal_set_cost (2, 16 * 1024); /* some turns of the main loop */
  writer = g_idle_add (write_cb, &change);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      char *recovery;

      change.turns = 0;
      set_passphrase (&change, steps[i][0], steps[i][1], &recovery, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (change.turns, >, 0);
      close_journal (f);
      g_assert_cmpint (folder_has (f), ==, steps[i][1] == NULL);
      open_with (f, steps[i][1], 1000);
      assert_text (f, change.last, MARK " meanwhile");
      roundel_secret_free (recovery);
    }
  g_source_remove (writer);
  g_free (change.last);
  roundel_seal_set_cost (1, 8);
}

static void
test_cancelled_it_is_as_it_was (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autofree char *beside = g_strconcat (f->path, ".changing", NULL);
  Change change = { .fixture = f, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  char *recovery;

  g_cancellable_cancel (cancellable);
  g_assert_false (set_passphrase (&change, NULL, WORDS, &recovery, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (recovery);
  g_assert_false (roundel_journal_is_locked (f->journal));
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  close_journal (f);
  open_journal (f);
  assert_text (f, id, MARK);
}

static void
test_what_was_broken_off_is_ended_by_the_next_opening (Fixture       *f,
                                                       gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "lesson", MARK);
  g_autofree char *older = g_strconcat (f->path, ".before-0002", NULL);
  g_autofree char *beside = g_strconcat (f->path, ".changing", NULL);
  g_autoptr (GError) error = NULL;
  char *recovery = lock_it (f);

  g_assert_true (g_file_set_contents (beside, MARK, -1, NULL));
  open_with (f, WORDS, 1000);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  close_journal (f);
  g_assert_true (roundel_journal_unlock (f->path, WORDS, &error));
  g_assert_true (roundel_backup_write (f->path, older, &error));
  roundel_secret_free (recovery);
  g_assert_true (g_file_set_contents (beside, "half of it", -1, NULL));
  open_journal (f);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  recovery = lock_it (f);
  {
    /* one that was not sealed yet */
    g_autofree char *plain = g_build_filename (f->folder, "plain.db", NULL);
    g_autofree char *copy = g_strconcat (f->path, ".before-0003", NULL);
    g_autoptr (RoundelJournal) other = roundel_journal_open (plain, f->env, 1000, &error);
    RoundelEntry entry = { .kind = "lesson", .text = MARK };

    g_assert_true (roundel_journal_put_entry (other, &entry, NULL, &error));
    g_assert_true (roundel_journal_close (other, &error));
    g_assert_cmpint (rename (plain, copy), ==, 0);
    g_assert_true (folder_has (f));
  }
  open_with (f, WORDS, 1000);
  g_assert_false (folder_has (f));
  assert_text (f, id, MARK);
  roundel_secret_free (recovery);
}

#define ADD(path, test) g_test_add ("/journal-lock/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  roundel_seal_set_cost (1, 8);
  ADD ("locked-it-says-nothing-and-opens-with-both", test_locked_it_says_nothing_and_opens_with_both);
  ADD ("what-is-written-is-there-again-and-found", test_what_is_written_is_there_again_and_found);
  ADD ("who-waits-has-it-on-the-disk", test_who_waits_has_it_on_the_disk);
  ADD ("who-does-not-wait-has-it-within-a-second", test_who_does_not_wait_has_it_within_a_second);
  ADD ("a-place-that-goes-is-told-and-waited-for", test_a_place_that_goes_is_told_and_waited_for);
  ADD ("two-windows-do-not-write-over-one-another", test_two_windows_do_not_write_over_one_another);
  ADD ("somebody-elses-file-is-kept", test_somebody_elses_file_is_kept);
  ADD ("older-states-are-locked-with-it", test_older_states_are_locked_with_it);
  ADD ("another-passphrase", test_another_passphrase);
  ADD ("an-open-one-is-locked-and-unlocked", test_an_open_one_is_locked_and_unlocked);
  ADD ("one-that-is-open-elsewhere-stays-as-it-was", test_one_that_is_open_elsewhere_stays_as_it_was);
  ADD ("an-older-state-in-use-is-locked-later", test_an_older_state_in_use_is_locked_later);
  ADD ("who-writes-meanwhile-loses-nothing", test_who_writes_meanwhile_loses_nothing);
  ADD ("cancelled-it-is-as-it-was", test_cancelled_it_is_as_it_was);
  ADD ("what-was-broken-off-is-ended-by-the-next-opening", test_what_was_broken_off_is_ended_by_the_next_opening);
  ADD ("unlocked-for-good", test_unlocked_for_good);
  ADD ("a-backup-is-locked-and-can-be-restored", test_a_backup_is_locked_and_can_be_restored);
  return g_test_run ();
}
