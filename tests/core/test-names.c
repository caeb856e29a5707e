/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/names.h"

#include <locale.h>

static GPtrArray *
members_of (const char *first,
            ...)
{
  GPtrArray *members = roundel_members_new ();
  va_list names;

  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    g_ptr_array_add (members, roundel_member_new (name, name));
  va_end (names);
  return members;
}

/* “m0:Amara Okafor o:Jonas r:my boss” */
static char *
find (const char *text,
      GPtrArray  *members)
{
  g_autoptr (GArray) found = roundel_names_find (text, members);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const RoundelName *name = &g_array_index (found, RoundelName, i);
      g_autofree char *words = g_strndup (text + name->start, name->end - name->start);

      if (all->len > 0)
        g_string_append_c (all, ' ');
      if (name->kind == ROUNDEL_NAME_MEMBER)
        g_string_append_printf (all, "m%u:%s", name->member, words);
      else
        g_string_append_printf (all, "%c:%s", name->kind == ROUNDEL_NAME_ROLE ? 'r' : 'o', words);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_found (const char *text,
              const char *expected)
{
  g_autoptr (GPtrArray) members = members_of ("Amara Okafor", "Dagny \"Dag\" Sørensen", "Farida Nazari, PhD", "Chen Wei", NULL);
  g_autofree char *found = find (text, members);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_a_members_name_is_found_in_any_case (void)
{
  assert_found ("I asked amara the same day.", "m0:amara");
  assert_found ("SØRENSEN waited.", "m1:SØRENSEN");
  assert_found ("Farida's question", "m2:Farida");
  assert_found ("Farida’s question", "m2:Farida");
}

static void
test_the_parts_of_a_name_are_one (void)
{
  assert_found ("Then Amara Okafor spoke.", "m0:Amara Okafor");
  assert_found ("I asked Amara. Okafor agreed.", "m0:Amara m0:Okafor");
  assert_found ("With Dag and Chen", "m1:Dag m3:Chen");
}

static void
test_titles_and_initials_are_no_names (void)
{
  assert_found ("about a phd in c", "");
}

static void
test_other_words_with_a_capital_are_pointed_out (void)
{
  assert_found ("Today I asked Jonas at ten.", "o:Jonas");
  assert_found ("I told Jonas Berg.", "o:Jonas Berg");
  assert_found ("Jonas was late.", "o:Jonas");
}

static void
test_how_a_sentence_begins_is_no_name (void)
{
  assert_found ("The estimate slipped. When it does, I ask. What was in the way?", "");
  assert_found ("- Ask on the day\n- Don’t wait\n# Today", "");
  assert_found ("He waited until Friday, in January.", "");
  assert_found ("I’m glad. I've asked. I", "");
}

static void
test_words_that_tell_who_is_meant_are_pointed_out (void)
{
  assert_found ("I was afraid of my boss.", "r:my boss");
  assert_found ("My new manager listened.", "r:My new manager");
  assert_found ("A good boss listens. I lead now.", "");
  assert_found ("This is my. Boss it.", "o:Boss");
}

static void
test_nothing_is_found_in_nothing (void)
{
  g_autofree char *found = find ("", NULL);

  g_assert_cmpstr (found, ==, "");
  assert_found ("…—* #", "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/a-members-name-is-found-in-any-case", test_a_members_name_is_found_in_any_case);
  g_test_add_func ("/names/the-parts-of-a-name-are-one", test_the_parts_of_a_name_are_one);
  g_test_add_func ("/names/titles-and-initials-are-no-names", test_titles_and_initials_are_no_names);
  g_test_add_func ("/names/other-words-with-a-capital-are-pointed-out", test_other_words_with_a_capital_are_pointed_out);
  g_test_add_func ("/names/how-a-sentence-begins-is-no-name", test_how_a_sentence_begins_is_no_name);
  g_test_add_func ("/names/words-that-tell-who-is-meant-are-pointed-out", test_words_that_tell_who_is_meant_are_pointed_out);
  g_test_add_func ("/names/nothing-is-found-in-nothing", test_nothing_is_found_in_nothing);
  return g_test_run ();
}
