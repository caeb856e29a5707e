/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "content/json.h"
#include "content/library.h"

static char *folder;

static void
write_own (const char *name,
           const char *id)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("{\"id\": \"%s\", \"name\": \"Own\", \"purpose\": \"p\", \"when\": \"w\", "
                                           "\"when_not\": \"n\", \"people\": [2, null], \"turns\": \"none\", "
                                           "\"paste\": \"Hello\", \"steps\": [], \"licence\": \"CC0-1.0\"}", id);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_own (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_own_formats_stand_beside_those_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLibrary) library = NULL;

  write_own ("own.json", "own");
  write_own ("notes.txt", "troika");
  library = roundel_library_new (folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (roundel_library_get_formats (library)->len, ==, 37);
  g_assert_cmpstr (roundel_library_find (library, "own", NULL)->name, ==, "Own");
  g_assert_nonnull (roundel_library_find (library, "harvest", NULL));
  remove_own ("own.json");
  remove_own ("notes.txt");
}

static void
test_an_id_that_is_taken_is_refused_with_the_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("%s/mine.json: id: there is a format “troika” already; give yours another id",
                                               folder);

  write_own ("mine.json", "troika");
  g_assert_null (roundel_library_new (folder, &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, expected);
  remove_own ("mine.json");
}

static void
test_a_folder_need_not_exist (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLibrary) library = roundel_library_new ("/nowhere/at/all", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (roundel_library_get_formats (library)->len, ==, 36);
}

static void
test_what_is_not_there_is_said_by_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLibrary) library = roundel_library_new (NULL, NULL);

  g_assert_null (roundel_library_find (library, "troyka", &error));
  g_assert_error (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no format “troyka”.");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("roundel-library-XXXXXX", NULL);
  g_test_add_func ("/library/own-formats-stand-beside-those-built-in", test_own_formats_stand_beside_those_built_in);
  g_test_add_func ("/library/an-id-that-is-taken-is-refused-with-the-file", test_an_id_that_is_taken_is_refused_with_the_file);
  g_test_add_func ("/library/a-folder-need-not-exist", test_a_folder_need_not_exist);
  g_test_add_func ("/library/what-is-not-there-is-said-by-name", test_what_is_not_there_is_said_by_name);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
