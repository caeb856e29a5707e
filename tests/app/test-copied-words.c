/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/copied-words.h"

#include "store/journal/folder.h"

static void
assert_says (const RoundelCopied *copied,
             const GPtrArray     *skipped,
             const char          *wanted)
{
  g_autofree char *said = roundel_words_copied (copied, skipped);

  g_assert_cmpstr (said, ==, wanted);
}

static void
test_what_was_here_already_is_not_said_to_have_come (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  RoundelCopied nothing = { .unchanged = 7 };
  RoundelCopied promises = { .added = 2, .beside = 2 };
  RoundelCopied some = { .added = 5, .beside = 3, .changed = 1, .unchanged = 1 };

  assert_says (&nothing, none, "Everything in it was here already.");
  assert_says (&promises, none, "2 lines about promises and meetings came in.");
  assert_says (&some, none,
               "2 pages came in. 3 lines about promises and meetings came in. 1 page has another text now. 1 was here already.");
}

static void
test_files_passed_over_are_named_up_to_five (void)
{
  g_autoptr (GPtrArray) skipped = g_ptr_array_new ();
  RoundelSkipped one = { .file = (char *) "/home/grace/old/photo.md", .why = (char *) "It is no text." };
  RoundelCopied copied = { .added = 1 };

  g_ptr_array_add (skipped, &one);
  assert_says (&copied, skipped, "1 page came in.\nPassed over: photo.md. It is no text.");
  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (skipped, &one);
  {
    g_autofree char *said = roundel_words_copied (&copied, skipped);

    g_assert_true (g_str_has_suffix (said, "\n… and 2 others."));
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copied-words/what-was-here-already-is-not-said-to-have-come", test_what_was_here_already_is_not_said_to_have_come);
  g_test_add_func ("/copied-words/files-passed-over-are-named-up-to-five", test_files_passed_over_are_named_up_to_five);
  return g_test_run ();
}
