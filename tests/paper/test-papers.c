/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper/papers.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/agreement.h"

/* Two circles of two, with two bosses; the first has a charter. */
static RoundelProgram *
make_program (void)
{
  RoundelProgram *program = roundel_program_new ("program");

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *name = g_strdup_printf ("Name %u", i);
      RoundelMember *member = roundel_member_new (id, name);

      member->reports_to = g_strdup (i < 3 ? "Ruth" : "Tomas");
      g_ptr_array_add (program->members, member);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      RoundelCircle *circle = roundel_program_add_circle (program, id);
      const char *members[] = { i == 0 ? "m0" : "m2", i == 0 ? "m1" : "m3", NULL };

      g_strfreev (circle->members);
      circle->members = g_strdupv ((char **) members);
    }
  return program;
}

static char *
list_ids (const RoundelProgram *program)
{
  g_autoptr (GPtrArray) papers = roundel_papers_list (program);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < papers->len; i++)
    {
      const RoundelPaper *paper = papers->pdata[i];

      g_string_append_printf (ids, "%s%s:%u", i > 0 ? " " : "", paper->id, g_strv_length (paper->texts));
    }
  return g_string_free (ids, FALSE);
}

static void
test_only_what_there_is_can_be_printed (void)
{
  g_autoptr (RoundelProgram) empty = roundel_program_new ("empty");
  g_autoptr (RoundelProgram) program = make_program ();
  const char *rules[] = { "Be kind", NULL };
  g_autofree char *none = list_ids (empty);
  g_autofree char *before = list_ids (program);
  g_autofree char *after = NULL;

  g_assert_cmpstr (none, ==, "expectation-letter:1 talk-sheet:1");
  g_assert_cmpstr (before, ==, "expectation-letter:1 support-letter:2 talk-sheet:1");
  g_ptr_array_add (program->topics, roundel_topic_new ("t", "Missed deadlines"));
  roundel_program_set_rules (program, "x", "c1", rules);
  after = list_ids (program);
  g_assert_cmpstr (after, ==, "expectation-letter:1 ballot:1 support-letter:2 talk-sheet:1 charter:1");
}

static void
test_a_charter_has_a_line_for_each_who_meets (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  const char *rules[] = { "Be kind", "Pass is an answer", NULL };
  g_autoptr (GPtrArray) papers = NULL;
  const char *text;

  roundel_program_set_rules (program, "x", "c1", rules);
  papers = roundel_papers_list (program);
  text = roundel_papers_find (papers, "charter")->texts[0];
  g_assert_true (g_str_has_prefix (text, "Charter of Circle 2\n"));
  g_assert_nonnull (strstr (text, "- Pass is an answer\n"));
  g_assert_nonnull (strstr (text, "__  Name 3\n"));
  g_assert_null (strstr (text, "Name 1"));
  g_assert_null (roundel_papers_find (papers, "plan"));
}

static void
test_each_letter_begins_a_page (void)
{
  g_autoptr (RoundelProgram) program = make_program ();
  g_autoptr (GPtrArray) papers = roundel_papers_list (program);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "letters.pdf", NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  g_assert_true (roundel_book_write_pdf ((RoundelBookFunc) roundel_book_add_paper, roundel_papers_find (papers, "support-letter"),
                                         path, &n_pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/papers/only-what-there-is-can-be-printed", test_only_what_there_is_can_be_printed);
  g_test_add_func ("/papers/a-charter-has-a-line-for-each-who-meets", test_a_charter_has_a_line_for_each_who_meets);
  g_test_add_func ("/papers/each-letter-begins-a-page", test_each_letter_begins_a_page);
  return g_test_run ();
}
