/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two people and a folder that something else keeps the same on both computers. */

#include "helper.h"

#include "store/sync.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  RoundelNotebook *dagny;
  RoundelNotebook *grace;
  char *program;
  char *lesson;
  char *place; /* of the program in the folder */
} Fixture;

static void
sync_one (Fixture           *f,
          RoundelNotebook   *notebook,
          RoundelSyncResult *result)
{
  const RoundelSync choice = { .program = f->program, .audience = ROUNDEL_AUDIENCE_MEMBERS, .folder = f->folder };
  g_autoptr (GError) error = NULL;

  roundel_sync_pass (notebook, &choice, ROUNDEL_MERGE_JOIN, NULL, result, &error);
  g_assert_no_error (error);
}

/* Passes of which nothing is wanted but that they went well. */
static void
sync_both (Fixture *f)
{
  RoundelNotebook *both[] = { f->dagny, f->grace, f->dagny };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_auto (RoundelSyncResult) result = { 0, };

      sync_one (f, both[i], &result);
      g_assert_no_error (result.unpublished);
      g_assert_cmpuint (result.skipped->len, ==, 0);
    }
}

static void
write_lesson (Fixture         *f,
              RoundelNotebook *notebook,
              const char      *text)
{
  g_autofree char *body = g_strdup_printf ("{\"text\":\"%s\"}", text);
  g_autofree char *revision = test_put (notebook, f->program, f->lesson, "lesson", "", NULL, body);

  g_assert_nonnull (revision);
}

static void
assert_lesson (Fixture         *f,
               RoundelNotebook *notebook,
               const char      *text)
{
  g_autoptr (RoundelRecord) record = test_get (notebook, f->program, f->lesson, "lesson", "");

  g_assert_nonnull (record);
  g_assert_nonnull (record->body);
  g_assert_nonnull (strstr (record->body, text));
}

static char *
device_folder (Fixture         *f,
               RoundelNotebook *notebook)
{
  return g_build_filename (f->place, roundel_notebook_get_device (notebook), NULL);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* The paths of what a device has there, in their order. */
static GPtrArray *
list_files (Fixture         *f,
            RoundelNotebook *notebook)
{
  g_autofree char *folder = device_folder (f, notebook);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *made = test_folder_new ();
  g_autofree char *name = NULL;
  g_autofree char *a = NULL;

  f->folder = g_strdup (made);
  f->dagny = test_notebook_new (NOW, 1);
  f->grace = test_notebook_new (NOW, 2);
  f->program = test_id_new (f->dagny);
  f->lesson = test_id_new (f->dagny);
  a = test_put (f->dagny, f->program, f->program, "program", "", NULL, "{\"title\":\"Conscious skills\"}");
  name = g_strdup_printf ("%s-members", f->program);
  f->place = g_build_filename (f->folder, name, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_unref (f->dagny);
  g_object_unref (f->grace);
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->program);
  g_free (f->lesson);
  g_free (f->place);
}

static void
test_two_agree_through_a_folder (Fixture       *f,
                                 gconstpointer  data)
{
  g_auto (RoundelSyncResult) first = { 0, }, again = { 0, }, got = { 0, };
  g_autofree char *dagnys = NULL, *graces = NULL;

  sync_one (f, f->dagny, &first);
  g_assert_cmpuint (first.published, ==, 1);
  sync_one (f, f->dagny, &again);
  g_assert_cmpuint (again.published, ==, 0);
  sync_one (f, f->grace, &got);
  g_assert_cmpuint (got.read, ==, 1);
  g_assert_cmpuint (got.merged.added, ==, 1);
  /* what lies there is not put there twice */
  g_assert_cmpuint (got.published, ==, 0);

  write_lesson (f, f->grace, "Ask on the day");
  write_lesson (f, f->dagny, "Silence is a question");
  sync_both (f);
  dagnys = test_dump (f->dagny);
  sync_both (f);
  graces = test_dump (f->grace);
  g_assert_cmpstr (dagnys, ==, graces);
}

static void
test_what_organisers_write_stays_out_of_the_members_folder (Fixture       *f,
                                                            gconstpointer  data)
{
  const RoundelSync organisers = { .program = f->program, .audience = ROUNDEL_AUDIENCE_ORGANISERS, .folder = f->folder };
  g_autofree char *a = test_put (f->dagny, f->program, f->lesson, "readiness", "", NULL, "{\"note\":\"sleepless-canary\"}");
  g_autofree char *for_organisers = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_auto (RoundelSyncResult) members = { 0, }, everything = { 0, }, strange = { 0, };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s-organisers", f->program);
  g_autofree char *folder = g_build_filename (f->folder, name, roundel_notebook_get_device (f->dagny), NULL);
  g_autoptr (GDir) dir = NULL;
  g_autofree char *moved = NULL;

  sync_one (f, f->dagny, &members);
  g_assert_cmpuint (members.published, ==, 1);
  files = list_files (f, f->dagny);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_false (test_file_has (files->pdata[0], "sleepless-canary"));

  roundel_sync_pass (f->dagny, &organisers, ROUNDEL_MERGE_DEFAULT, NULL, &everything, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (everything.published, ==, 2);

  /* Moved to the members by mistake, it is not read there. */
  dir = g_dir_open (folder, 0, NULL);
  for_organisers = g_build_filename (folder, g_dir_read_name (dir), NULL);
  moved = g_strconcat ((char *) files->pdata[0], ".sync-conflict-1.roundel", NULL);
  g_assert_cmpint (g_rename (for_organisers, moved), ==, 0);
  sync_one (f, f->grace, &strange);
  g_assert_cmpuint (strange.skipped->len, ==, 1);
  g_assert_cmpuint (strange.merged.added, ==, 1);
}

/* What tools that copy files put beside them is a file or is not. */
static void
test_copies_in_conflict_are_read_and_half_files_wait (Fixture       *f,
                                                      gconstpointer  data)
{
  g_auto (RoundelSyncResult) first = { 0, }, half = { 0, }, whole = { 0, };
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *folder = device_folder (f, f->dagny);
  g_autofree char *conflict = g_build_filename (folder, "1-0.sync-conflict-20270114-1.roundel", NULL);
  g_autofree char *temporary = g_build_filename (folder, ".syncthing.1-0.roundel.tmp", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  sync_one (f, f->dagny, &first);
  files = list_files (f, f->dagny);
  g_assert_true (g_file_get_contents (files->pdata[0], &bytes, &length, NULL));
  g_assert_cmpint (g_unlink (files->pdata[0]), ==, 0);
  g_assert_true (g_file_set_contents (temporary, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (conflict, bytes, (gssize) length / 2, NULL));
  sync_one (f, f->grace, &half);
  g_assert_cmpuint (half.skipped->len, ==, 1);
  g_assert_cmpuint (half.read, ==, 0);
  g_assert_true (g_file_set_contents (conflict, bytes, (gssize) length, NULL));
  sync_one (f, f->grace, &whole);
  g_assert_cmpuint (whole.skipped->len, ==, 0);
  g_assert_cmpuint (whole.merged.added, ==, 1);
}

/* Eight files are enough: the next is all of it, and the others go. */
static void
test_many_own_files_become_one (Fixture       *f,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = g_strdup_printf ("Lesson %u", i);
      g_auto (RoundelSyncResult) result = { 0, };

      write_lesson (f, f->dagny, text);
      sync_one (f, f->dagny, &result);
      g_assert_cmpuint (result.published, >, 0);
    }
  files = list_files (f, f->dagny);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_nonnull (strstr (files->pdata[0], "/9-"));
  sync_both (f);
  assert_lesson (f, f->grace, "Lesson 8");
}

static void
test_what_is_taken_back_goes_from_ones_own_files (Fixture       *f,
                                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_auto (RoundelSyncResult) result = { 0, };
  g_autoptr (RoundelRecord) record = NULL;

  write_lesson (f, f->dagny, "marjoram-and-thyme");
  sync_both (f);
  assert_lesson (f, f->grace, "marjoram-and-thyme");
  g_assert_true (roundel_notebook_erase (f->dagny, f->program, f->lesson, NULL));
  sync_one (f, f->dagny, &result);
  files = list_files (f, f->dagny);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_false (test_file_has (files->pdata[0], "marjoram"));
  sync_both (f);
  record = test_get (f->grace, f->program, f->lesson, "lesson", "");
  g_assert_null (record->body);
}

static void
test_case_42_the_name_is_taken (Fixture       *f,
                                gconstpointer  data)
{
  g_autofree char *folder = device_folder (f, f->dagny);
  g_autofree char *taken = g_build_filename (folder, "1-00000000.roundel", NULL);
  g_autofree char *still = NULL;
  g_auto (RoundelSyncResult) result = { 0, };
  g_autoptr (GPtrArray) files = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (taken, "somebody's", -1, NULL));
  sync_one (f, f->dagny, &result);
  g_assert_cmpuint (result.published, ==, 1);
  files = list_files (f, f->dagny);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (files->pdata[0], ==, taken);
  g_assert_nonnull (strstr (files->pdata[1], "/2-"));
  g_assert_true (g_file_get_contents (taken, &still, NULL, NULL));
  g_assert_cmpstr (still, ==, "somebody's");
}

static void
test_case_43_my_part_is_deleted (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *folder = device_folder (f, f->dagny);
  g_autofree char *before = NULL, *after = NULL;
  g_auto (RoundelSyncResult) result = { 0, };
  g_autoptr (GPtrArray) files = NULL;

  write_lesson (f, f->dagny, "Ask on the day");
  sync_both (f);
  before = test_dump (f->dagny);
  test_folder_remove (folder);
  sync_one (f, f->dagny, &result);
  g_assert_cmpuint (result.published, ==, 2);
  g_assert_false (result.emptied);
  after = test_dump (f->dagny);
  g_assert_cmpstr (before, ==, after);
  files = list_files (f, f->dagny);
  g_assert_cmpuint (files->len, ==, 1);
}

static void
test_case_44_the_folder_is_emptied (Fixture       *f,
                                    gconstpointer  data)
{
  RoundelSync choice = { .program = f->program, .audience = ROUNDEL_AUDIENCE_MEMBERS, .folder = f->folder };
  g_autofree char *before = NULL, *after = NULL;
  g_auto (RoundelSyncResult) empty = { 0, }, gone = { 0, }, anew = { 0, };
  g_autoptr (GError) error = NULL;

  sync_both (f);
  before = test_dump (f->dagny);
  test_folder_remove (f->place);
  sync_one (f, f->dagny, &empty);
  g_assert_true (empty.emptied);
  g_assert_cmpuint (empty.published, ==, 0);
  g_assert_false (g_file_test (f->place, G_FILE_TEST_EXISTS));

  g_rmdir (f->folder);
  g_assert_false (roundel_sync_pass (f->dagny, &choice, ROUNDEL_MERGE_DEFAULT, NULL, &gone, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  after = test_dump (f->dagny);
  g_assert_cmpstr (before, ==, after);

  g_mkdir (f->folder, 0700);
  choice.anew = TRUE;
  g_assert_true (roundel_sync_pass (f->dagny, &choice, ROUNDEL_MERGE_DEFAULT, NULL, &anew, &error));
  g_assert_cmpuint (anew.published, ==, 1);
}

static void
test_case_45_the_live_file_is_inside (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->folder, "notebook.db", NULL);
  g_autofree char *real = NULL;
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (NOW, 5);
  RoundelNotebook *inside = roundel_notebook_open (path, env, 1000, NULL);
  g_auto (RoundelSyncResult) result = { 0, }, outside = { 0, };

  sync_one (f, f->dagny, &outside);
  g_assert_null (outside.live_inside);
  sync_one (f, inside, &result);
  real = realpath (path, NULL);
  g_assert_cmpstr (result.live_inside, ==, real);
  g_assert_cmpuint (result.merged.added, ==, 1);
  g_object_unref (inside);
}

static void
test_one_program_has_one_folder (Fixture       *f,
                                 gconstpointer  data)
{
  g_autofree char *other = test_folder_new ();
  g_autofree char *real = realpath (other, NULL);
  g_autofree char *bound = NULL;
  RoundelSync choice = { .program = f->program, .audience = ROUNDEL_AUDIENCE_MEMBERS, .folder = other };
  g_auto (RoundelSyncResult) refused = { 0, }, anew = { 0, };
  g_autoptr (GError) error = NULL;

  sync_both (f);
  g_assert_false (roundel_sync_pass (f->dagny, &choice, ROUNDEL_MERGE_DEFAULT, NULL, &refused, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  choice.anew = TRUE;
  g_assert_true (roundel_sync_pass (f->dagny, &choice, ROUNDEL_MERGE_DEFAULT, NULL, &anew, &error));
  bound = roundel_sync_get_folder (f->dagny, f->program, ROUNDEL_AUDIENCE_MEMBERS);
  g_assert_cmpstr (bound, ==, real);
  test_folder_remove (other);
}

/* Of one who enters no passphrase, or a wrong one, nothing goes out in clear among what others encrypted. */
static void
test_a_passphrase_is_kept_and_nothing_goes_out_without_it (Fixture       *f,
                                                           gconstpointer  data)
{
  RoundelSync sealed = { .program = f->program, .audience = ROUNDEL_AUDIENCE_MEMBERS, .folder = f->folder, .passphrase = "sparrow" };
  g_auto (RoundelSyncResult) clear = { 0, }, first = { 0, }, again = { 0, }, without = { 0, }, with = { 0, }, back = { 0, };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  write_lesson (f, f->dagny, "clear-canary");
  sync_one (f, f->dagny, &clear);
  files = list_files (f, f->dagny);
  g_assert_true (test_file_has (files->pdata[0], "clear-canary"));
  g_clear_pointer (&files, g_ptr_array_unref);

  /* with a passphrase, what lay there in clear goes, and the next time it need not be said */
  g_assert_true (roundel_sync_pass (f->dagny, &sealed, ROUNDEL_MERGE_DEFAULT, NULL, &first, &error));
  sync_one (f, f->dagny, &again);
  g_assert_cmpuint (again.skipped->len, ==, 0);
  g_assert_cmpuint (again.published, ==, 0);
  files = list_files (f, f->dagny);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_false (test_file_has (files->pdata[0], "clear-canary"));
  g_clear_pointer (&files, g_ptr_array_unref);

  id = test_put (f->grace, f->program, f->program, "program", "", NULL, "{\"title\":\"grace-canary\"}");
  sync_one (f, f->grace, &without);
  g_assert_true (without.sealed);
  g_assert_error (without.unpublished, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  files = list_files (f, f->grace);
  g_assert_cmpuint (files->len, ==, 0);

  g_assert_true (roundel_sync_pass (f->grace, &sealed, ROUNDEL_MERGE_JOIN, NULL, &with, &error));
  g_assert_no_error (with.unpublished);
  g_assert_cmpuint (with.read, ==, 1);
  g_assert_cmpuint (with.published, ==, 1);
  sync_one (f, f->dagny, &back);
  g_assert_cmpuint (back.read, ==, 1);
  g_assert_true (roundel_sync_set_folder (f->dagny, f->program, ROUNDEL_AUDIENCE_MEMBERS, NULL, &error));
  g_assert_null (roundel_sync_dup_passphrase (f->dagny, f->program, ROUNDEL_AUDIENCE_MEMBERS));
}

/* Case 38, of a folder. */
static void
test_what_can_only_be_read_is_read (Fixture       *f,
                                    gconstpointer  data)
{
  g_auto (RoundelSyncResult) first = { 0, }, result = { 0, };
  g_autofree char *blocked = device_folder (f, f->grace);

  sync_one (f, f->dagny, &first);
  /* root may write everywhere but where a file lies in the way */
  g_assert_true (g_file_set_contents (blocked, "", 0, NULL));
  write_lesson (f, f->grace, "Mine");
  sync_one (f, f->grace, &result);
  g_assert_nonnull (result.unpublished);
  g_assert_cmpuint (result.merged.added, ==, 1);
}

#define ADD(name, func) g_test_add ("/sync/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("two-agree-through-a-folder", test_two_agree_through_a_folder);
  ADD ("what-organisers-write-stays-out-of-the-members-folder", test_what_organisers_write_stays_out_of_the_members_folder);
  ADD ("copies-in-conflict-are-read-and-half-files-wait", test_copies_in_conflict_are_read_and_half_files_wait);
  ADD ("many-own-files-become-one", test_many_own_files_become_one);
  ADD ("what-is-taken-back-goes-from-ones-own-files", test_what_is_taken_back_goes_from_ones_own_files);
  ADD ("a-passphrase-is-kept-and-nothing-goes-out-without-it", test_a_passphrase_is_kept_and_nothing_goes_out_without_it);
  ADD ("case-42-the-name-is-taken", test_case_42_the_name_is_taken);
  ADD ("case-43-my-part-is-deleted", test_case_43_my_part_is_deleted);
  ADD ("case-44-the-folder-is-emptied", test_case_44_the_folder_is_emptied);
  ADD ("case-45-the-live-file-is-inside", test_case_45_the_live_file_is_inside);
  ADD ("one-program-has-one-folder", test_one_program_has_one_folder);
  ADD ("what-can-only-be-read-is-read", test_what_can_only_be_read_is_read);
  return g_test_run ();
}
