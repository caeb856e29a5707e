/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-test.h"

#include "store/journal/entry-index.h"
#include "store/journal/search.h"

#include <string.h>

static GPtrArray *
search (Fixture    *f,
        const char *typed)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = roundel_journal_search (f->journal, typed, NULL, 100, &error);

  g_assert_no_error (error);
  return hits;
}

static guint
count (Fixture    *f,
       const char *typed)
{
  g_autoptr (GPtrArray) hits = search (f, typed);

  return hits->len;
}

/* What is marked in the first hit. */
static char *
marked (Fixture    *f,
        const char *typed)
{
  g_autoptr (GPtrArray) hits = search (f, typed);
  g_autoptr (GString) text = g_string_new (NULL);
  const RoundelHit *hit;

  g_assert_cmpuint (hits->len, >, 0);
  hit = hits->pdata[0];
  for (guint i = 0; i < hit->marks->len; i++)
    {
      const RoundelMark *mark = &g_array_index (hit->marks, RoundelMark, i);

      g_string_append_printf (text, "%s%.*s", i > 0 ? "|" : "", (int) (mark->end - mark->start), hit->text + mark->start);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_marked (Fixture    *f,
               const char *typed,
               const char *expected)
{
  g_autofree char *text = marked (f, typed);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_as_you_type (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "A missed deadline, and how I spoke about it.");
  const char *typed = "missed deadl";

  for (gsize n = 1; n <= strlen (typed); n++)
    {
      g_autofree char *so_far = g_strndup (typed, n);

      g_assert_cmpuint (count (f, so_far), ==, 1);
    }
  g_assert_cmpuint (count (f, "deadline mis"), ==, 1);
  g_assert_cmpuint (count (f, "mis deadline"), ==, 0);
  g_assert_cmpuint (count (f, "deadl "), ==, 0);
  g_assert_cmpuint (count (f, "deadline "), ==, 1);
  assert_marked (f, "miss", "missed");
  assert_marked (f, "DEADLINE, how", "deadline|how");
}

static void
test_newest_first (Fixture       *f,
                   gconstpointer  data)
{
  g_autofree char *first = write_entry (f, "note", "fear fear fear fear");
  g_autofree char *second = (roundel_env_advance (f->env, SECOND), write_entry (f, "lesson", "A long text about other things, and fear"));
  g_autoptr (GPtrArray) hits = search (f, "fear");
  g_autoptr (GPtrArray) page = NULL;
  const RoundelEntryFilter older = { .before = ((RoundelHit *) hits->pdata[0])->place };
  const RoundelEntryFilter lessons = { .kind = "lesson" };

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpstr (((RoundelHit *) hits->pdata[0])->id, ==, second);
  page = roundel_journal_search (f->journal, "fear", &older, 10, NULL);
  g_assert_cmpuint (page->len, ==, 1);
  g_assert_cmpstr (((RoundelHit *) page->pdata[0])->id, ==, first);
  g_clear_pointer (&page, g_ptr_array_unref);
  page = roundel_journal_search (f->journal, "fear", &lessons, 10, NULL);
  g_assert_cmpuint (page->len, ==, 1);
}

static void
test_chinese_and_japanese_are_found_inside (Fixture       *f,
                                            gconstpointer  data)
{
  g_autofree char *japanese = write_entry (f, "note", "今日は上司に締め切りの話をした。Helpを頼んだ");
  g_autofree char *chinese = write_entry (f, "note", "我今天和老板谈了截止日期");

  g_assert_cmpuint (count (f, "締め切り"), ==, 1);
  g_assert_cmpuint (count (f, "切り"), ==, 1);
  g_assert_cmpuint (count (f, "り切"), ==, 0);
  g_assert_cmpuint (count (f, "今"), ==, 2);
  g_assert_cmpuint (count (f, "截止日期"), ==, 1);
  g_assert_cmpuint (count (f, "help"), ==, 1);
  g_assert_cmpuint (count (f, "頼ん help"), ==, 1);
  assert_marked (f, "締め切り", "締め切り");
  assert_marked (f, "老板", "老板");
}

static void
test_letters_of_all_kinds (Fixture       *f,
                           gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "Ærlighet koster, sa Åse. Café, Ελλάδα, мысль, 말씀을");

  g_assert_cmpuint (count (f, "ærlig"), ==, 1);
  g_assert_cmpuint (count (f, "ase"), ==, 1);
  g_assert_cmpuint (count (f, "cafe"), ==, 1);
  g_assert_cmpuint (count (f, "cafe\314\201"), ==, 1);
  g_assert_cmpuint (count (f, "ελλάδα"), ==, 1);
  g_assert_cmpuint (count (f, "МЫСЛ"), ==, 1);
  g_assert_cmpuint (count (f, "말씀"), ==, 1);
}

static void
test_nothing_typed_is_a_command (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *id = write_entry (f, "note", "or not near text and \"quoted\" don't C++ a*b");
  static const char *const harmless[] = {
    "or", "NOT", "near(", "AND", "\"", "\"quoted", "quoted\"", "don't", "don’t", "c++", "a*b", "*", "^or", "text:", "-text",
    "{text}:x", "(", ")", "' OR 1=1 --", "%", "a\nb", "\\", "NEAR(or text, 2)", "text + and", "\xff\xfe", "😀", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autoptr (GPtrArray) hits = search (f, harmless[i]);

      g_assert_nonnull (hits);
    }
  g_assert_cmpuint (count (f, "OR NOT"), ==, 1);
  g_assert_cmpuint (count (f, "\"quoted"), ==, 1);
  g_assert_cmpuint (count (f, "don't"), ==, 1);
  g_assert_cmpuint (count (f, "-text"), ==, 0);
  g_assert_cmpuint (count (f, "\" * ^ ( )"), ==, 0);
  g_assert_null (roundel_search_query (" \"* "));
}

static void
test_operators (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *first = write_entry (f, "note", "I asked him early about the deadline #courage");
  g_autofree char *second = write_entry (f, "note", "About the early deadline I said nothing. Courage (#hard-talk)");

  g_assert_cmpuint (count (f, "early deadline"), ==, 2);
  g_assert_cmpuint (count (f, "\"early deadline\""), ==, 1);
  g_assert_cmpuint (count (f, "\"the early dead"), ==, 1);
  g_assert_cmpuint (count (f, "\"the early dead\""), ==, 0);
  g_assert_cmpuint (count (f, "deadline -asked"), ==, 1);
  g_assert_cmpuint (count (f, "deadline -ask"), ==, 2);
  g_assert_cmpuint (count (f, "deadline - asked"), ==, 1);
  g_assert_cmpuint (count (f, "deadline -\"said nothing\""), ==, 1);
  g_assert_cmpuint (count (f, "-asked deadline -nothing"), ==, 0);
  g_assert_cmpuint (count (f, "courage"), ==, 2);
  g_assert_cmpuint (count (f, "#courage"), ==, 1);
  g_assert_cmpuint (count (f, "#cour"), ==, 1);
  g_assert_cmpuint (count (f, "#hard-talk"), ==, 1);
  g_assert_cmpuint (count (f, "early -#courage"), ==, 1);
  g_assert_null (roundel_search_query ("-asked"));
}

static void
test_random_bytes_are_harmless (Fixture       *f,
                                gconstpointer  data)
{
  static const char *const pieces[] = {
    "\"", " -", " #", "-\"", "*", "(", ")", "AND", "OR", "NOT", "NEAR", "^", ":", "+", "-", ",", "{", "}", " ", "a", "日", "\xcc\x81", "\xf0\x9f", "'", ";", "\n",
  };
  g_autofree char *id = write_entry (f, "note", "a 日 b");

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      int n = g_test_rand_int_range (0, 12);

      while (n-- > 0)
        g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      count (f, typed->str);
    }
}

static void
test_the_index_follows (Fixture       *f,
                        gconstpointer  data)
{
  const char *const tags[] = { "courage", NULL };
  g_autofree char *id = write_entry (f, "note", "apples");
  g_autoptr (RoundelEntry) entry = read_entry (f, id);
  RoundelEntry edit = *entry;

  edit.text = "pears";
  edit.tags = tags;
  g_assert_true (roundel_journal_put_entry (f->journal, &edit, NULL, NULL));
  g_assert_cmpuint (count (f, "apples"), ==, 0);
  g_assert_cmpuint (count (f, "pears"), ==, 1);
  g_assert_cmpuint (count (f, "courage"), ==, 1);
  g_assert_true (roundel_journal_delete_entry (f->journal, id, NULL));
  g_assert_cmpuint (count (f, "pears"), ==, 0);
  g_assert_true (roundel_journal_undelete_entry (f->journal, id, NULL));
  g_assert_cmpuint (count (f, "pears"), ==, 1);
  g_assert_true (roundel_db_script (roundel_journal_get_db (f->journal),
                                    "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", NULL));
}

static void
test_a_rebuilt_index_is_the_same (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  static const char *const words[] = { "fear", "boss", "deadline", "late", "今日" };

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s and %s", words[i % 5], words[i * 7 % 5]);
      g_autofree char *id = write_entry (f, "note", text);

      if (i % 4 == 0)
        g_assert_true (roundel_journal_delete_entry (f->journal, id, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_append_printf (before, "%u ", count (f, words[i]));
  g_assert_true (roundel_entry_index_rebuild (roundel_journal_get_db (f->journal), &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u ", count (f, words[i]));

      g_assert_true (g_str_has_prefix (before->str, number));
      g_string_erase (before, 0, (gssize) strlen (number));
    }
}

static void
test_each_tag_is_listed_once (Fixture       *f,
                              gconstpointer  data)
{
  g_autofree char *first = write_entry (f, "note", "A walk #Woods");
  g_autofree char *second = write_entry (f, "note", "Another #woods #hard-talk");
  g_autofree char *gone = write_entry (f, "note", "In the bin #gone");
  g_auto (GStrv) tags = NULL;

  g_assert_true (roundel_journal_delete_entry (f->journal, gone, NULL));
  tags = roundel_journal_list_tags (f->journal, NULL);
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[0], ==, "hard-talk");
  g_assert_true (g_ascii_strcasecmp (tags[1], "woods") == 0);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal-search/as-you-type", test_as_you_type);
  ADD ("/journal-search/newest-first", test_newest_first);
  ADD ("/journal-search/chinese-and-japanese-are-found-inside", test_chinese_and_japanese_are_found_inside);
  ADD ("/journal-search/letters-of-all-kinds", test_letters_of_all_kinds);
  ADD ("/journal-search/nothing-typed-is-a-command", test_nothing_typed_is_a_command);
  ADD ("/journal-search/operators", test_operators);
  ADD ("/journal-search/random-bytes-are-harmless", test_random_bytes_are_harmless);
  ADD ("/journal-search/the-index-follows", test_the_index_follows);
  ADD ("/journal-search/a-rebuilt-index-is-the-same", test_a_rebuilt_index_is_the_same);
  ADD ("/journal-search/each-tag-is-listed-once", test_each_tag_is_listed_once);
  return g_test_run ();
}
