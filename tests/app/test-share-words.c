/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/record-words.h"
#include "app/share/text-diff.h"

/* “[what] is marked” */
static void
assert_marked (const char *text,
               const char *other,
               const char *expected)
{
  g_autoptr (GArray) marked = roundel_text_diff (text, other);
  g_autoptr (GString) shown = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < marked->len; i++)
    {
      const RoundelStretch *stretch = &g_array_index (marked, RoundelStretch, i);

      g_string_append_len (shown, text + at, (gssize) (stretch->start - at));
      g_string_append_printf (shown, "[%.*s]", (int) (stretch->end - stretch->start), text + stretch->start);
      at = stretch->end;
    }
  g_string_append (shown, text + at);
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_what_the_other_has_not_is_marked (void)
{
  assert_marked ("What is said here stays here. Lessons leave the room, names do not. Whoever asks first.",
                 "What is said here stays here. Only positive lessons leave the room. Whoever asks first.",
                 "What is said here stays here. [Lessons] leave the [room, names do not.] Whoever asks first.");
  assert_marked ("the same", "the same", "the same");
  assert_marked ("", "new", "");
  assert_marked ("old", "", "[old]");
}

static void
test_long_texts_end_in_time (void)
{
  g_autoptr (GString) one = g_string_new ("begin ");
  g_autoptr (GString) two = g_string_new ("begin ");
  g_autoptr (GArray) marked = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (one, "a%u ", i);
      g_string_append_printf (two, "b%u ", i);
    }
  marked = roundel_text_diff (one->str, two->str);
  g_assert_cmpuint (marked->len, ==, 1);
  g_assert_cmpuint (g_array_index (marked, RoundelStretch, 0).start, ==, 6);
}

static void
test_only_words_that_differ_are_shown (void)
{
  RoundelRecord one = { .body = "{\"rules\":[\"Stay\",\"Ask\"],\"agreed\":[\"x\"]}" };
  RoundelRecord two = { .body = "{\"rules\":[\"Stay\",\"Wait\"],\"agreed\":[]}" };
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  g_auto (GStrv) keys = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (versions, &one);
  g_ptr_array_add (versions, &two);
  keys = roundel_words_differing (versions);
  g_assert_cmpuint (g_strv_length (keys), ==, 1);
  g_assert_cmpstr (keys[0], ==, "rules");
  text = roundel_words_version (two.body, (const char * const *) keys, NULL);
  g_assert_cmpstr (text, ==, "Stay\nWait");
}

static void
test_ids_and_instants_are_said_in_words (void)
{
  g_autofree char *program = roundel_words_all ("{\"outcome\":\"support\",\"pattern\":\"weekly-cycle\"}", NULL);
  g_autofree char *plan = roundel_words_all ("{\"parts\":[{\"format\":\"troika\",\"edition\":1,\"seconds\":1800}]}", NULL);
  g_autofree char *session = roundel_words_all ("{\"starts\":\"2027-01-14T15:00\"}", NULL);

  g_assert_cmpstr (program, ==, "Outcome: Support\nPattern: Weekly cycle");
  g_assert_cmpstr (plan, ==, "Plan: Troika Consulting · 30 minutes");
  g_assert_cmpstr (session, ==, "Begins: Thursday, 14 January 2027, 15:00");
}

static void
test_new_words_are_sound_json (void)
{
  g_autofree char *list = roundel_words_patch ("rules", "Say \"no\"\n\n  back\\slash ");
  g_autofree char *read = roundel_words_text (list, "rules");
  g_autofree char *single = roundel_words_patch ("text", "two\nlines\tand é");
  g_autofree char *again = roundel_words_text (single, "text");

  g_assert_cmpstr (list, ==, "{\"rules\":[\"Say \\\"no\\\"\",\"back\\\\slash\"]}");
  g_assert_cmpstr (read, ==, "Say \"no\"\nback\\slash");
  g_assert_cmpstr (again, ==, "two\nlines\tand é");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share-words/what-the-other-has-not-is-marked", test_what_the_other_has_not_is_marked);
  g_test_add_func ("/share-words/long-texts-end-in-time", test_long_texts_end_in_time);
  g_test_add_func ("/share-words/only-words-that-differ-are-shown", test_only_words_that_differ_are_shown);
  g_test_add_func ("/share-words/ids-and-instants-are-said-in-words", test_ids_and_instants_are_said_in_words);
  g_test_add_func ("/share-words/new-words-are-sound-json", test_new_words_are_sound_json);
  return g_test_run ();
}
