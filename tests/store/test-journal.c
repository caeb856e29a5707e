/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include "store/record-write.h"

#include <string.h>
#include <sys/stat.h>

static void
test_what_is_written_is_read (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *program = roundel_id_new (f->env);
  g_autofree char *session = roundel_id_new (f->env);
  g_autoptr (GTimeZone) oslo = g_time_zone_new_identifier ("Europe/Oslo");
  g_autoptr (GDateTime) at = g_date_time_new (oslo, 2027, 1, 14, 21, 4, 5);
  const char *const tags[] = { "my \"boss\"", "naïve\\", NULL };
  RoundelEntry entry = {
    .kind = "lesson", .text = "He said “no”.\n\n\"Why?\" \\ 聞く", .tags = tags, .program = program, .session = session, .written = at,
  };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelEntry) read = NULL;

  roundel_journal_put_entry (f->journal, &entry, &id, &error);
  g_assert_no_error (error);
  read = read_entry (f, id);
  g_assert_cmpstr (read->id, ==, id);
  g_assert_cmpstr (read->kind, ==, "lesson");
  g_assert_cmpstr (read->text, ==, entry.text);
  g_assert_true (g_strv_equal (read->tags, tags));
  g_assert_cmpstr (read->program, ==, program);
  g_assert_cmpstr (read->session, ==, session);
  g_assert_true (g_date_time_equal (read->written, at));
  g_assert_cmpint (g_date_time_get_hour (read->written), ==, 21);
  g_assert_cmpint (read->changed, ==, NOW);
  g_assert_cmpuint (read->versions, ==, 1);
  g_assert_false (read->deleted);
  g_assert_cmpuint (f->changes, ==, 1);
}

static void
test_an_edit_keeps_what_was_there (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "question", "First");
  g_autoptr (RoundelEntry) first = read_entry (f, id);
  g_autoptr (RoundelEntry) second = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  RoundelEntry edit = *first;

  roundel_env_advance (f->env, 60 * SECOND);
  edit.text = "Second";
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, &error));
  second = read_entry (f, id);
  g_assert_cmpstr (second->text, ==, "Second");
  g_assert_true (g_date_time_equal (first->written, second->written));

  versions = roundel_journal_list_versions (f->journal, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((RoundelEntry *) versions->pdata[0])->text, ==, "Second");
  g_assert_cmpstr (((RoundelEntry *) versions->pdata[1])->text, ==, "First");
  g_assert_cmpint (((RoundelEntry *) versions->pdata[1])->changed, ==, NOW);
}

static void
test_two_edits_of_one_text_stand_side_by_side (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "First");
  g_autoptr (RoundelEntry) first = read_entry (f, id);
  g_autoptr (RoundelEntry) shown = NULL;
  RoundelEntry edit = *first;

  edit.text = "Here";
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
  edit.text = "There";
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
  shown = read_entry (f, id);
  g_assert_cmpuint (shown->versions, ==, 2);
  /* without a revision it is written over what is shown */
  edit.text = "Both";
  edit.revision = NULL;
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
}

static void
test_keys_of_a_newer_version_stay (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  g_autoptr (RoundelEntry) entry = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (roundel_journal_get_db (f->journal),
                        "SELECT body FROM revision ORDER BY seq DESC LIMIT 1", NULL);
  RoundelRecord newer = {
    .entity = id, .kind = "entry",
    .body = "{\"kind\":\"dream\",\"text\":\"a\",\"mood\":{\"of\":12345678901234567890},\"written\":\"2027-01-14T21:04:05+01:00\"}",
  };

  g_assert_true (roundel_record_put (roundel_journal_get_records (f->journal), &newer, NULL, &error));
  entry = read_entry (f, id);
  g_assert_cmpstr (entry->kind, ==, "dream");
  entry->text = (g_free ((char *) entry->text), g_strdup ("b"));
  g_assert_true (roundel_journal_put_entry (f->journal, entry, NULL, &error));
  g_assert_true (roundel_db_next (roundel_journal_get_db (f->journal), statement, NULL));
  g_assert_nonnull (strstr ((const char *) sqlite3_column_text (statement, 0), "\"mood\":{\"of\":12345678901234567890}"));
  g_assert_nonnull (strstr ((const char *) sqlite3_column_text (statement, 0), "\"text\":\"b\""));
}

static void
test_the_list_goes_backwards_page_by_page (Fixture       *f,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  RoundelEntryFilter filter = { NULL };
  guint seen = 0;

  /* Several in one second keep their order. */
  for (guint i = 0; i < 25; i++)
    {
      g_ptr_array_add (ids, write_entry (f, i % 5 == 0 ? "lesson" : "note", "Text"));
      if (i % 3 == 0)
        roundel_env_advance (f->env, 10 * SECOND);
    }
  while (TRUE)
    {
      g_autoptr (GArray) page = list_entries (f, &filter, 10);

      for (guint i = 0; i < page->len; i++)
        {
          g_autofree char *id = id_at (page, i);

          g_assert_cmpstr (id, ==, ids->pdata[24 - seen]);
          seen++;
        }
      if (page->len < 10)
        break;
      filter.before = g_array_index (page, RoundelEntryRef, page->len - 1).place;
    }
  g_assert_cmpuint (seen, ==, 25);

  filter = (RoundelEntryFilter) { .kind = "lesson" };
  g_assert_cmpuint (count_entries (f, &filter), ==, 5);
  filter = (RoundelEntryFilter) { .from = NOW / SECOND + 80 };
  g_assert_cmpuint (count_entries (f, &filter), ==, 3);
  filter = (RoundelEntryFilter) { .program = "none" };
  g_assert_cmpuint (count_entries (f, &filter), ==, 0);
}

static void
test_an_older_date_moves_an_entry (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *old = write_entry (f, "note", "Old");
  g_autofree char *new = (roundel_env_advance (f->env, 60 * SECOND), write_entry (f, "note", "New"));
  g_autoptr (RoundelEntry) entry = read_entry (f, new);
  g_autoptr (GDateTime) earlier = g_date_time_add_days (entry->written, -3);
  g_autoptr (GArray) refs = NULL;
  g_autofree char *first = NULL;
  RoundelEntry edit = *entry;

  edit.written = earlier;
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
  refs = list_entries (f, NULL, 10);
  g_assert_cmpuint (refs->len, ==, 2);
  first = id_at (refs, 0);
  g_assert_cmpstr (first, ==, old);
}

static void
test_delete_and_undo (Fixture       *f,
                      gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "Text");
  g_autoptr (RoundelEntry) binned = NULL;
  g_autoptr (GError) error = NULL;
  const RoundelEntryFilter bin = { .deleted = TRUE };
  guint n;

  g_assert_true (roundel_journal_delete_entry (f->journal, id, &error));
  g_assert_cmpuint (count_entries (f, NULL), ==, 0);
  g_assert_cmpuint (count_entries (f, &bin), ==, 1);
  binned = read_entry (f, id);
  g_assert_true (binned->deleted);
  g_assert_cmpstr (binned->text, ==, "Text");
  g_assert_true (roundel_journal_count_entries (f->journal, &n, NULL));
  g_assert_cmpuint (n, ==, 0);

  g_assert_true (roundel_journal_undelete_entry (f->journal, id, &error));
  g_assert_cmpuint (count_entries (f, NULL), ==, 1);
  g_assert_cmpuint (count_entries (f, &bin), ==, 0);

  g_assert_false (roundel_journal_delete_entry (f->journal, "nonsense", &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
}

static void
test_the_file_is_private (Fixture       *f,
                          gconstpointer  data)
{
  struct stat st;
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelNotebook) notebook = NULL;
  RoundelJournal *journal;

  g_assert_cmpint (stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  notebook = roundel_notebook_open (f->path, f->env, 0, &error);
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  journal = roundel_journal_open (f->notebook_path, f->env, 0, &error);
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  g_assert_null (journal);
}

static void
test_a_notebook_takes_nothing_private (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *program = roundel_id_new (f->env);
  g_autoptr (GError) error = NULL;
  RoundelRecord record = { .program = program, .entity = program, .kind = "entry", .body = "{}" };

  g_assert_false (roundel_notebook_put (f->notebook, &record, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  record.kind = "lesson";
  g_assert_false (roundel_record_put (roundel_journal_get_records (f->journal), &record, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
}

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
test_a_busy_file_makes_nobody_wait (Fixture       *f,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelJournal) hasty = roundel_journal_open (f->path, f->env, 0, &error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *id = roundel_journal_new_id (hasty);
  RoundelEntry draft = { .id = id, .kind = "note", .text = "While another writes" };
  g_autoptr (RoundelEntry) read = NULL;

  g_assert_no_error (error);
  g_assert_true (roundel_db_begin (roundel_journal_get_db (f->journal), NULL));
  g_assert_true (roundel_journal_save_draft (hasty, &draft, &error));
  draft.text = "While another writes on";
  g_assert_true (roundel_journal_save_draft (hasty, &draft, &error));
  g_assert_false (roundel_journal_close_draft (hasty, id, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY);
  g_clear_error (&error);
  roundel_db_rollback (roundel_journal_get_db (f->journal));

  g_timeout_add (400, quit, loop);
  g_main_loop_run (loop);
  read = roundel_journal_get_draft (f->journal, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->text, ==, "While another writes on");
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/what-is-written-is-read", test_what_is_written_is_read);
  ADD ("/journal/an-edit-keeps-what-was-there", test_an_edit_keeps_what_was_there);
  ADD ("/journal/two-edits-of-one-text-stand-side-by-side", test_two_edits_of_one_text_stand_side_by_side);
  ADD ("/journal/keys-of-a-newer-version-stay", test_keys_of_a_newer_version_stay);
  ADD ("/journal/the-list-goes-backwards-page-by-page", test_the_list_goes_backwards_page_by_page);
  ADD ("/journal/an-older-date-moves-an-entry", test_an_older_date_moves_an_entry);
  ADD ("/journal/delete-and-undo", test_delete_and_undo);
  ADD ("/journal/the-file-is-private", test_the_file_is_private);
  ADD ("/journal/a-notebook-takes-nothing-private", test_a_notebook_takes_nothing_private);
  ADD ("/journal/a-busy-file-makes-nobody-wait", test_a_busy_file_makes_nobody_wait);
  return g_test_run ();
}
