/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "helper.h"

#include "store/leave.h"

static void
test_what_is_left_is_gone_here_alone_and_comes_back_with_a_file (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "notebook.db", NULL);
  g_autofree char *file = g_build_filename (folder, "skills.roundel", NULL);
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 1);
  g_autoptr (RoundelNotebook) notebook = roundel_notebook_open (path, env, 1000, NULL);
  g_autofree char *program = test_id_new (notebook);
  g_autofree char *other = test_id_new (notebook);
  g_autofree char *a = test_put (notebook, program, program, "program", "", NULL, "{\"title\":\"A marked program\"}");
  g_autofree char *b = test_put (notebook, program, program, "program", "", NULL, "{\"title\":\"Marked again\"}");
  g_autofree char *c = test_put (notebook, other, other, "program", "", NULL, "{\"title\":\"The other one\"}");
  RoundelMergeResult result;
  g_autoptr (GError) error = NULL;

  test_export (notebook, program, ROUNDEL_AUDIENCE_MEMBERS, file);
  roundel_notebook_leave (notebook, program, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_count (notebook, program), ==, 0);
  g_assert_cmpuint (test_count (notebook, other), ==, 1);
  g_assert_false (test_file_has (path, "arked"));

  g_assert_true (test_merge (notebook, file, ROUNDEL_MERGE_JOIN, &result, NULL));
  g_assert_cmpuint (result.revisions, ==, 2);
  g_assert_cmpuint (test_count (notebook, program), ==, 1);
  g_clear_object (&notebook);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leave/what-is-left-is-gone-here-alone-and-comes-back-with-a-file",
                   test_what_is_left_is_gone_here_alone_and_comes_back_with_a_file);
  return g_test_run ();
}
