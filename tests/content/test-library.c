/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

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

static void
test_a_copy_is_kept_changed_and_read_again (void)
{
  g_autofree char *own = g_build_filename (folder, "kept", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelLibrary) library = roundel_library_new (NULL, &error);
  g_autofree char *copy = roundel_library_dup_copy (library, own, "troika", &error);
  g_autoptr (GString) changed = g_string_new (copy);
  g_autofree char *mine = NULL;
  g_autofree char *exported = NULL;
  g_autofree char *file = g_build_filename (own, "my-troika.json", NULL);
  g_autoptr (RoundelLibrary) again = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (roundel_library_keep (library, own, copy, -1, "mine", &error));
  g_string_replace (changed, "Troika Consulting", "Threes", 1);
  g_assert_cmpstr (roundel_library_keep (library, own, changed->str, -1, "mine", &error)->name, ==, "Threes");
  mine = roundel_library_dup_copy (library, own, "my-troika", &error);
  g_assert_cmpstr (mine, ==, changed->str);
  exported = roundel_library_dup_source (library, own, "my-troika", &error);
  g_assert_cmpstr (exported, ==, changed->str);
  again = roundel_library_new (own, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (roundel_library_find (again, "my-troika", &error)->name, ==, "Threes");
  g_assert_cmpstr (roundel_library_find (again, "troika", &error)->name, ==, "Troika Consulting");
  g_unlink (file);
  g_rmdir (own);
}

static void
test_what_is_wrong_is_named_with_its_place_and_nothing_is_kept (void)
{
  g_autofree char *own = g_build_filename (folder, "wrong", NULL);
  g_autoptr (RoundelLibrary) library = roundel_library_new (NULL, NULL);
  g_autofree char *copy = roundel_library_dup_copy (library, own, "dyad", NULL);
  g_autofree char *source = roundel_library_dup_source (library, own, "dyad", NULL);
  g_autoptr (GString) bad = g_string_new (copy);
  g_autoptr (GString) outside = g_string_new (copy);
  g_autoptr (GError) minutes = NULL;
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) away = NULL;

  g_string_replace (bad, "\"minutes\": [", "\"minutes\": [0, ", 1);
  g_assert_null (roundel_library_keep (library, own, bad->str, -1, "mine", &minutes));
  g_assert_nonnull (strstr (minutes->message, "minutes"));
  g_assert_nonnull (strstr (minutes->message, "mine"));
  g_assert_null (roundel_library_keep (library, own, source, -1, "mine", &taken));
  g_assert_error (taken, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE);
  g_string_replace (outside, "\"my-dyad\"", "\"../my-dyad\"", 1);
  g_assert_null (roundel_library_keep (library, own, outside->str, -1, "mine", &away));
  g_assert_nonnull (away);
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
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
  g_test_add_func ("/library/a-copy-is-kept-changed-and-read-again", test_a_copy_is_kept_changed_and_read_again);
  g_test_add_func ("/library/what-is-wrong-is-named-with-its-place-and-nothing-is-kept",
                   test_what_is_wrong_is_named_with_its_place_and_nothing_is_kept);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
