/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include <string.h>

static void
save (RoundelJournal     *journal,
      const RoundelEntry *entry,
      const char         *text)
{
  g_autoptr (GError) error = NULL;
  RoundelEntry draft = *entry;

  draft.text = text;
  roundel_journal_save_draft (journal, &draft, &error);
  g_assert_no_error (error);
}

static guint
count_versions (Fixture    *f,
                const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = roundel_journal_list_versions (f->journal, id, &error);

  g_assert_no_error (error);
  return versions->len;
}

static void
close_draft (Fixture    *f,
             const char *id)
{
  g_autoptr (GError) error = NULL;

  roundel_journal_close_draft (f->journal, id, &error);
  g_assert_no_error (error);
}

static void
test_an_hour_of_typing_is_one_version (Fixture       *f,
                                       gconstpointer  data)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  RoundelEntry entry = { .id = id, .kind = "reflection" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RoundelEntry) written = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  for (guint i = 0; i < 3600; i++)
    {
      g_string_append_c (text, (char) ('a' + i % 26));
      save (f->journal, &entry, text->str);
      roundel_env_advance (f->env, SECOND);
    }
  g_assert_cmpuint (count_versions (f, id), ==, 0);
  close_draft (f, id);
  g_assert_cmpuint (count_versions (f, id), ==, 1);
  written = read_entry (f, id);
  g_assert_cmpstr (written->text, ==, text->str);
  /* it is of the moment in which it was begun */
  g_assert_cmpint (g_date_time_to_unix (written->written), ==, NOW / SECOND);
  drafts = roundel_journal_list_drafts (f->journal, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
test_a_kill_loses_nothing_that_was_saved (Fixture       *f,
                                          gconstpointer  data)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  RoundelEntry entry = { .id = id, .kind = "story" };
  g_autoptr (RoundelJournal) again = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  const RoundelEntry *draft;

  save (f->journal, &entry, "It began");
  save (f->journal, &entry, "It began when");
  again = start_again (f);
  drafts = roundel_journal_list_drafts (again, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = drafts->pdata[0];
  g_assert_cmpstr (draft->id, ==, id);
  g_assert_cmpstr (draft->text, ==, "It began when");
  g_assert_cmpstr (draft->kind, ==, "story");
  g_assert_true (roundel_journal_close_draft (again, id, NULL));
  g_assert_cmpuint (count_versions (f, id), ==, 1);
}

static void
test_a_rest_of_five_minutes_closes_a_version (Fixture       *f,
                                              gconstpointer  data)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  RoundelEntry entry = { .id = id, .kind = "note" };
  g_autoptr (RoundelEntry) shown = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  save (f->journal, &entry, "Before lunch");
  roundel_env_advance (f->env, ROUNDEL_DRAFT_IDLE - 1);
  save (f->journal, &entry, "Before lunch.");
  g_assert_cmpuint (count_versions (f, id), ==, 0);
  roundel_env_advance (f->env, ROUNDEL_DRAFT_IDLE);
  save (f->journal, &entry, "Before lunch. After");
  g_assert_cmpuint (count_versions (f, id), ==, 1);
  close_draft (f, id);

  versions = roundel_journal_list_versions (f->journal, id, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (((RoundelEntry *) versions->pdata[1])->text, ==, "Before lunch.");
  shown = read_entry (f, id);
  g_assert_cmpuint (shown->versions, ==, 1);
}

static void
test_a_large_deletion_closes_the_version_before (Fixture       *f,
                                                 gconstpointer  data)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  g_autofree char *much = g_strnfill (500, 'x');
  RoundelEntry entry = { .id = id, .kind = "note" };
  g_autoptr (GPtrArray) versions = NULL;

  save (f->journal, &entry, much);
  save (f->journal, &entry, much + ROUNDEL_DRAFT_LARGE_DELETION - 1);
  g_assert_cmpuint (count_versions (f, id), ==, 0);
  save (f->journal, &entry, "");
  versions = roundel_journal_list_versions (f->journal, id, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpstr (((RoundelEntry *) versions->pdata[0])->text, ==, much + ROUNDEL_DRAFT_LARGE_DELETION - 1);

  /* characters, not bytes */
  g_assert_false (roundel_draft_is_new_version ("ありがとうございます。ありがとうございます。ありがとうございます。ありがとう", "", 0));
}

static void
test_what_says_nothing_new_is_no_version (Fixture       *f,
                                          gconstpointer  data)
{
  g_autofree char *blank = roundel_journal_new_id (f->journal);
  g_autofree char *id = write_entry (f, "note", "As it was");
  g_autoptr (RoundelEntry) entry = read_entry (f, id);
  RoundelEntry new_one = { .id = blank, .kind = "note" };
  g_autoptr (RoundelEntry) emptied = NULL;

  save (f->journal, &new_one, " \n");
  close_draft (f, blank);
  g_assert_cmpuint (count_entries (f, NULL), ==, 1);

  save (f->journal, entry, "As it was not");
  save (f->journal, entry, "As it was");
  close_draft (f, id);
  g_assert_cmpuint (count_versions (f, id), ==, 1);
  close_draft (f, id);

  /* whoever empties an entry means it */
  save (f->journal, entry, "");
  close_draft (f, id);
  emptied = read_entry (f, id);
  g_assert_cmpstr (emptied->text, ==, "");
}

static void
test_what_another_wrote_meanwhile_is_not_overwritten (Fixture       *f,
                                                      gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "First");
  g_autoptr (RoundelEntry) opened = read_entry (f, id);
  g_autoptr (RoundelEntry) shown = NULL;
  g_autoptr (RoundelJournal) other = start_again (f);
  RoundelEntry edit = *opened;

  save (f->journal, opened, "Typed here");
  edit.text = "Written there";
  edit.revision = NULL;
  g_assert_true (roundel_journal_put_entry (other, &edit, NULL, NULL));
  close_draft (f, id);
  shown = read_entry (f, id);
  g_assert_cmpuint (shown->versions, ==, 2);
}

static void
test_what_is_too_long_stays_a_draft (Fixture       *f,
                                     gconstpointer  data)
{
  g_autofree char *id = roundel_journal_new_id (f->journal);
  g_autofree char *much = g_strnfill (ROUNDEL_BODY_MAX, 'x');
  RoundelEntry entry = { .id = id, .kind = "note" };
  g_autoptr (RoundelEntry) draft = NULL;
  g_autoptr (GError) error = NULL;

  save (f->journal, &entry, much);
  g_assert_false (roundel_journal_close_draft (f->journal, id, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  draft = roundel_journal_get_draft (f->journal, id, NULL);
  g_assert_cmpstr (draft->text, ==, much);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-draft/an-hour-of-typing-is-one-version", test_an_hour_of_typing_is_one_version);
  ADD ("/journal-draft/a-kill-loses-nothing-that-was-saved", test_a_kill_loses_nothing_that_was_saved);
  ADD ("/journal-draft/a-rest-of-five-minutes-closes-a-version", test_a_rest_of_five_minutes_closes_a_version);
  ADD ("/journal-draft/a-large-deletion-closes-the-version-before", test_a_large_deletion_closes_the_version_before);
  ADD ("/journal-draft/what-says-nothing-new-is-no-version", test_what_says_nothing_new_is_no_version);
  ADD ("/journal-draft/what-another-wrote-meanwhile-is-not-overwritten", test_what_another_wrote_meanwhile_is_not_overwritten);
  ADD ("/journal-draft/what-is-too-long-stays-a-draft", test_what_is_too_long_stays_a_draft);
  return g_test_run ();
}
