/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tags.h"

#include <string.h>

static void
check (const char *text,
       const char *expected)
{
  g_auto (GStrv) tags = roundel_tags_find (text);
  g_autofree char *joined = g_strjoinv (" ", tags);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_a_word_with_a_sign_is_a_tag (void)
{
  check ("I asked #Courage, and (#hard-talk) went well. #courage", "courage hard-talk");
  check ("#Ærlighet #今日 #e\314\201t\303\251", "ærlighet 今日 e\314\201t\303\251");
}

static void
test_headings_numbers_and_addresses_are_none (void)
{
  check ("# Heading\n## Another\nTicket #12, a#b, https://example.org/#part, C#, #, ##two", "");
  check ("", "");
  check ("#", "");
}

static void
test_what_is_too_long_is_no_tag (void)
{
  g_autofree char *letters = g_strnfill (41, 'a');
  g_autofree char *text = g_strconcat ("#", letters, " #short", NULL);

  check (text, "short");
}

static void
test_it_is_known_where_they_stand (void)
{
  const char *text = "Ærlig, #Mot og #ro";
  g_autoptr (GArray) spans = roundel_tags_scan (text);

  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_true (g_str_has_prefix (text + g_array_index (spans, RoundelTagSpan, 0).start, "Mot og"));
  g_assert_cmpstr (text + g_array_index (spans, RoundelTagSpan, 1).start, ==, "ro");
  g_assert_cmpuint (g_array_index (spans, RoundelTagSpan, 1).end, ==, strlen (text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/a-word-with-a-sign-is-a-tag", test_a_word_with_a_sign_is_a_tag);
  g_test_add_func ("/tags/headings-numbers-and-addresses-are-none", test_headings_numbers_and_addresses_are_none);
  g_test_add_func ("/tags/what-is-too-long-is-no-tag", test_what_is_too_long_is_no_tag);
  g_test_add_func ("/tags/it-is-known-where-they-stand", test_it_is_known_where_they_stand);
  return g_test_run ();
}
