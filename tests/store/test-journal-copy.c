/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include "store/journal/bin.h"
#include "store/journal/commitment.h"
#include "store/journal/copy.h"

#include <string.h>

static RoundelCopied
read_into (RoundelJournal *journal,
           const char     *json)
{
  RoundelCopied copied;
  g_autoptr (GError) error = NULL;

  roundel_journal_read_json (journal, json, strlen (json), &copied, &error);
  g_assert_no_error (error);
  return copied;
}

static char *
write_json (RoundelJournal *journal)
{
  g_autoptr (GError) error = NULL;
  char *json = roundel_journal_write_json (journal, &error);

  g_assert_no_error (error);
  return json;
}

static void
test_nothing_is_lost_and_nothing_doubled (Fixture       *f,
                                          gconstpointer  data)
{
  g_autoptr (RoundelJournal) other = roundel_journal_open (NULL, f->env, 1000, NULL);
  g_autofree char *first = write_entry (f, "reflection", "Quotes \" and \\ and\nlines #tag 今日");
  g_autofree char *second = write_entry (f, "note", "Second");
  const RoundelCommitment promise = { .text = "Ask first", .rhythm = 3 };
  g_autofree char *promised = NULL;
  g_autofree char *practised = NULL;
  RoundelPractice practice = { .what = "She laughed", .confidence = 4 };
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RoundelEntry) entry = NULL;
  RoundelCopied copied;

  g_assert_true (roundel_journal_put_commitment (f->journal, &promise, &promised, NULL));
  practice.commitment = promised;
  g_assert_true (roundel_journal_put_practice (f->journal, &practice, &practised, NULL));
  json = write_json (f->journal);
  copied = read_into (other, json);
  g_assert_cmpuint (copied.added, ==, 4);
  copied = read_into (other, json);
  g_assert_cmpuint (copied.added + copied.changed, ==, 0);
  g_assert_cmpuint (copied.unchanged, ==, 4);
  again = write_json (other);
  g_assert_cmpstr (again, ==, json);
  entry = roundel_journal_get_entry (other, first, NULL);
  g_assert_cmpstr (entry->text, ==, "Quotes \" and \\ and\nlines #tag 今日");
  g_assert_cmpstr (entry->tags[0], ==, "tag");
}

static void
test_what_differs_stays_as_a_version (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "As it was");
  g_autofree char *json = write_json (f->journal);
  g_autoptr (RoundelEntry) entry = read_entry (f, id);
  g_autoptr (GPtrArray) versions = NULL;
  RoundelEntry edit = *entry;
  RoundelCopied copied;

  edit.text = "As it is";
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
  copied = read_into (f->journal, json);
  g_assert_cmpuint (copied.unchanged, ==, 1);
  versions = roundel_journal_list_versions (f->journal, id, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((RoundelEntry *) versions->pdata[0])->text, ==, "As it is");
}

static void
test_what_was_erased_does_not_come_back (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "Gone for good");
  g_autofree char *json = write_json (f->journal);

  g_assert_true (roundel_journal_delete_entry (f->journal, id, NULL));
  g_assert_true (roundel_journal_empty_bin (f->journal, NULL, NULL));
  read_into (f->journal, json);
  g_assert_cmpuint (count_entries (f, NULL), ==, 0);
}

static void
test_what_lies_in_the_bin_comes_out_of_it (Fixture       *f,
                                           gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "Deleted by mistake");
  g_autofree char *json = write_json (f->journal);
  RoundelCopied copied;

  g_assert_true (roundel_journal_delete_entry (f->journal, id, NULL));
  copied = read_into (f->journal, json);
  g_assert_cmpuint (copied.added, ==, 1);
  g_assert_cmpuint (count_entries (f, NULL), ==, 1);
  copied = read_into (f->journal, json);
  g_assert_cmpuint (copied.added + copied.changed, ==, 0);
}

static void
test_what_came_in_is_taken_back (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (RoundelJournal) other = roundel_journal_open (NULL, f->env, 1000, NULL);
  g_autofree char *shared = write_entry (f, "note", "As it was there");
  g_autofree char *json = write_json (f->journal);
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *second = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autoptr (RoundelEntry) entry = read_entry (f, shared);
  RoundelEntry edit = *entry;
  RoundelCopied copied = { .back = roundel_copies_new () };

  read_into (other, json);
  edit.text = "As it is here";
  edit.revision = NULL;
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
  second = write_entry (f, "note", "Only here");
  before = write_json (other);
  text = write_json (f->journal);

  copies = roundel_copies_read_json (text, strlen (text), NULL);
  g_assert_true (roundel_journal_take (other, copies, 0, copies->len, &copied, NULL));
  g_assert_cmpuint (copied.added, ==, 1);
  g_assert_cmpuint (copied.changed, ==, 1);
  while (copied.back->len > 0)
    g_assert_true (roundel_journal_take_back (other, copied.back, 1, NULL));
  after = write_json (other);
  g_assert_cmpstr (after, ==, before);
  g_ptr_array_unref (copied.back);
}

static void
test_anything_else_is_refused_whole (Fixture       *f,
                                     gconstpointer  data)
{
  static const char *const wrong[] = {
    "", "{", "[]", "null", "{\"records\":[]}", "{\"roundel-journal\":2,\"records\":[]}", "{\"roundel-journal\":1,\"records\":{}}",
    "{\"roundel-journal\":1,\"records\":[{\"kind\":\"entry\",\"id\":\"no id\",\"body\":{}}]}", "\xff",
  };
  static const char *const empty[] = {
    "{\"roundel-journal\":1,\"records\":[]}", "{\"roundel-journal\":1,\"records\":[1,null,\"x\",[],{}]}",
    "{\"roundel-journal\":1,\"records\":[{\"kind\":\"setting\",\"id\":\"x\",\"body\":{}}]}",
    "{\"roundel-journal\":1,\"records\":[{\"kind\":\"entry\",\"id\":7,\"body\":[]}]}",
  };
  RoundelCopied copied;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (roundel_journal_read_json (f->journal, wrong[i], strlen (wrong[i]), &copied, &error));
      g_assert_nonnull (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_cmpuint (read_into (f->journal, empty[i]).added, ==, 0);
  g_assert_cmpuint (count_entries (f, NULL), ==, 0);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-copy/nothing-is-lost-and-nothing-doubled", test_nothing_is_lost_and_nothing_doubled);
  ADD ("/journal-copy/what-differs-stays-as-a-version", test_what_differs_stays_as_a_version);
  ADD ("/journal-copy/what-was-erased-does-not-come-back", test_what_was_erased_does_not_come_back);
  ADD ("/journal-copy/what-lies-in-the-bin-comes-out-of-it", test_what_lies_in_the_bin_comes_out_of_it);
  ADD ("/journal-copy/what-came-in-is-taken-back", test_what_came_in_is_taken_back);
  ADD ("/journal-copy/anything-else-is-refused-whole", test_anything_else_is_refused_whole);
  return g_test_run ();
}
