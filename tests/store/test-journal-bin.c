/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "journal-test.h"

#include "store/check.h"
#include "store/journal/bin.h"
#include "store/journal/journal-check.h"
#include "store/journal/search.h"

#include <string.h>

#define CANARY "kanarifuglxq"

static gboolean
file_has (const char *path,
          const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (path, &bytes, &length, NULL) && memmem (bytes, length, text, strlen (text)) != NULL;
}

/* Whether the word, in upper or lower case, is anywhere in the file or its log. */
static gboolean
is_on_disk (Fixture *f)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);

  return file_has (f->path, CANARY) || file_has (log, CANARY) || file_has (f->path, "Kanarifuglxq");
}

static void
edit (Fixture    *f,
      const char *id,
      const char *text)
{
  g_autoptr (RoundelEntry) entry = read_entry (f, id);
  RoundelEntry changed = *entry;

  changed.text = text;
  g_assert_true (roundel_journal_put_entry (f->journal, &changed, NULL, NULL));
}

static void
fill (Fixture *f)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *text = g_strdup_printf ("Entry %u of many words that fill pages: kanari, fugl, kanarienvogel %u", i, i * 7919);
      g_autofree char *id = write_entry (f, "note", text);
    }
}

static void
assert_sound (Fixture *f)
{
  RoundelChecked checked = { .problems = g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GError) error = NULL;

  roundel_journal_check (f->path, &checked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (checked.problems->len, ==, 0);
  g_ptr_array_unref (checked.problems);
}

static guint
bin (Fixture *f)
{
  guint n = 0;

  g_assert_true (roundel_journal_count_bin (f->journal, &n, NULL));
  return n;
}

static void
test_an_erased_entry_leaves_the_bytes (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "reflection", "Kanarifuglxq said what " CANARY " says #" CANARY);
  g_autofree char *kept = write_entry (f, "note", "This one stays");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  RoundelEntry draft = { .id = id, .kind = "note", .text = "and once more " CANARY };

  fill (f);
  edit (f, id, "A second version with " CANARY);
  edit (f, id, "A third without it");
  g_assert_true (roundel_journal_save_draft (f->journal, &draft, NULL));
  g_assert_true (is_on_disk (f));
  g_assert_false (roundel_journal_erase_entry (f->journal, id, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (roundel_journal_delete_entry (f->journal, id, NULL));
  g_assert_true (is_on_disk (f));

  roundel_journal_erase_entry (f->journal, id, &error);
  g_assert_no_error (error);
  g_assert_false (is_on_disk (f));
  g_assert_null (roundel_journal_get_entry (f->journal, id, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
  g_assert_false (roundel_journal_undelete_entry (f->journal, id, NULL) && bin (f) > 0);
  g_assert_cmpuint (count_entries (f, NULL), ==, 301);
  hits = roundel_journal_search (f->journal, "stays", NULL, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  assert_sound (f);
}

static void
test_the_bin_is_emptied_whole (Fixture       *f,
                               gconstpointer  data)
{
  g_autofree char *first = write_entry (f, "note", "First " CANARY);
  g_autofree char *second = write_entry (f, "note", "Second " CANARY);
  g_autofree char *kept = write_entry (f, "note", "Kept");
  g_autoptr (GError) error = NULL;
  guint erased = 0;

  fill (f);
  g_assert_true (roundel_journal_delete_entry (f->journal, first, NULL));
  g_assert_true (roundel_journal_delete_entry (f->journal, second, NULL));
  g_assert_cmpuint (bin (f), ==, 2);
  roundel_journal_empty_bin (f->journal, &erased, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erased, ==, 2);
  g_assert_cmpuint (bin (f), ==, 0);
  g_assert_false (is_on_disk (f));
  g_assert_cmpuint (count_entries (f, NULL), ==, 301);
  g_assert_true (roundel_journal_empty_bin (f->journal, &erased, &error));
  g_assert_cmpuint (erased, ==, 0);
  assert_sound (f);
}

static void
test_what_is_taken_out_is_whole (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "Back again #found");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (RoundelEntry) entry = NULL;

  g_assert_true (roundel_journal_delete_entry (f->journal, id, NULL));
  g_assert_true (roundel_journal_undelete_entry (f->journal, id, NULL));
  g_assert_true (roundel_journal_empty_bin (f->journal, NULL, NULL));
  entry = read_entry (f, id);
  g_assert_cmpstr (entry->text, ==, "Back again #found");
  g_assert_cmpstr (entry->tags[0], ==, "found");
  hits = roundel_journal_search (f->journal, "#found", NULL, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-bin/an-erased-entry-leaves-the-bytes", test_an_erased_entry_leaves_the_bytes);
  ADD ("/journal-bin/the-bin-is-emptied-whole", test_the_bin_is_emptied_whole);
  ADD ("/journal-bin/what-is-taken-out-is-whole", test_what_is_taken_out_is_whole);
  return g_test_run ();
}
