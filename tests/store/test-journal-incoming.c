/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include "store/journal/incoming-log.h"

static void
log_one (Fixture    *f,
         gint64      when,
         const char *from)
{
  const RoundelIncomingEntry entry = {
    .when = when, .title = (char *) "Conscious skills", .files = (char *) "it's \"one\".roundel", .from = (char *) from,
    .added = 14, .changed = 3, .conflicts = 1, .revisions = 20, .backup = NULL,
  };
  g_autoptr (GError) error = NULL;

  roundel_journal_log_incoming (f->journal, &entry, &error);
  g_assert_no_error (error);
}

static void
test_what_came_in_is_listed_the_last_first (Fixture       *f,
                                            gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = roundel_journal_list_incoming (f->journal, NULL);
  const RoundelIncomingEntry *entry;

  g_assert_cmpuint (entries->len, ==, 0);
  log_one (f, NOW, "Grace Mbeki");
  log_one (f, NOW + SECOND, "someone");
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = roundel_journal_list_incoming (f->journal, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->from, ==, "someone");
  entry = entries->pdata[1];
  g_assert_cmpint (entry->when, ==, NOW);
  g_assert_cmpstr (entry->from, ==, "Grace Mbeki");
  g_assert_cmpstr (entry->files, ==, "it's \"one\".roundel");
  g_assert_cmpuint (entry->added, ==, 14);
  g_assert_cmpuint (entry->conflicts, ==, 1);
  g_assert_null (entry->backup);
}

static void
test_the_log_does_not_grow_without_end (Fixture       *f,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < 205; i++)
    log_one (f, NOW + i, "Grace Mbeki");
  entries = roundel_journal_list_incoming (f->journal, NULL);
  g_assert_cmpuint (entries->len, ==, 200);
  g_assert_cmpint (((RoundelIncomingEntry *) entries->pdata[0])->when, ==, NOW + 204);
}

#define add(name, function) g_test_add ("/journal-incoming/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("what-came-in-is-listed-the-last-first", test_what_came_in_is_listed_the_last_first);
  add ("the-log-does-not-grow-without-end", test_the_log_does_not_grow_without_end);
  return g_test_run ();
}
