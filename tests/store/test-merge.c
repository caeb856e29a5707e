/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a merge would change, with the words, before it does. */

#include "helper.h"

#include <string.h>

#define TITLE(text) "{\"title\":\"" text "\"}"

typedef struct
{
  RoundelNotebook *ada;
  RoundelNotebook *ben;
  char *program;
  char *lesson;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  f->ada = test_notebook_new (NOW, 1);
  f->ben = test_notebook_new (NOW, 2);
  f->program = test_id_new (f->ada);
  f->lesson = test_id_new (f->ada);
  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "program.roundel", NULL);
  x = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("Skills"));
  y = test_put (f->ada, f->program, f->lesson, "lesson", "", NULL, "{\"text\":\"Ask early\"}");
  test_bring (f->ada, f->ben, f->program);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_unref (f->ada);
  g_object_unref (f->ben);
  test_folder_remove (f->folder);
  g_free (f->program);
  g_free (f->lesson);
  g_free (f->folder);
  g_free (f->path);
}

/* What Ben's file would change at Ada's. */
static GPtrArray *
look (Fixture            *f,
      guint               most,
      RoundelMergeResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->ada, NULL, &error);
  GPtrArray *changes;

  g_assert_no_error (error);
  test_export (f->ben, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  roundel_merge_add_file (merge, f->path, &error);
  g_assert_no_error (error);
  changes = roundel_merge_list_changes (merge, most, result, &error);
  g_assert_no_error (error);
  g_assert_true (result->revisions == 0 || roundel_merge_get_progress (merge) == 1);
  return changes;
}

static void
test_a_change_is_shown_before_and_after (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *x = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("Conscious skills"));
  g_autofree char *before = test_dump (f->ada);
  g_autofree char *after = NULL;
  RoundelMergeResult result;
  g_autoptr (GPtrArray) changes = look (f, 10, &result);
  const RoundelMergeChange *change;

  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpstr (change->before->body, ==, TITLE ("Skills"));
  g_assert_cmpstr (change->after->body, ==, TITLE ("Conscious skills"));
  g_assert_null (change->versions);
  g_assert_cmpstr (change->after->device, ==, roundel_notebook_get_device (f->ben));
  g_assert_cmpuint (result.changed, ==, 1);
  after = test_dump (f->ada);
  g_assert_cmpstr (before, ==, after);
}

static void
test_texts_in_conflict_are_shown_side_by_side (Fixture       *f,
                                               gconstpointer  data)
{
  g_autofree char *x = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("Ben's"));
  g_autofree char *y = test_put (f->ada, f->program, f->program, "program", "", NULL, TITLE ("Ada's"));
  RoundelMergeResult result;
  g_autoptr (GPtrArray) changes = look (f, 10, &result);
  const RoundelMergeChange *change = changes->pdata[0];

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_nonnull (change->versions);
  g_assert_cmpuint (change->versions->len, ==, 2);
  g_assert_cmpuint (result.conflicts, ==, 1);
  g_assert_cmpuint (result.added + result.changed, ==, 0);
}

static void
test_of_many_only_some_are_listed_and_all_counted (Fixture       *f,
                                                   gconstpointer  data)
{
  RoundelMergeResult result;
  g_autoptr (GPtrArray) changes = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *entity = test_id_new (f->ben);
      g_autofree char *x = test_put (f->ben, f->program, entity, "lesson", "", NULL, "{\"text\":\"Another\"}");
    }
  changes = look (f, 5, &result);
  g_assert_cmpuint (changes->len, ==, 5);
  g_assert_null (((RoundelMergeChange *) changes->pdata[0])->before);
  g_assert_cmpuint (result.added, ==, 20);
}

static void
test_what_another_erases_is_shown_while_it_stands (Fixture       *f,
                                                   gconstpointer  data)
{
  RoundelMergeResult result;
  g_autoptr (GPtrArray) changes = NULL;
  const RoundelMergeChange *change;

  g_assert_true (roundel_notebook_erase (f->ben, f->program, f->lesson, NULL));
  changes = look (f, 10, &result);
  g_assert_cmpuint (result.erased_by_others, ==, 1);
  change = changes->pdata[0];
  g_assert_null (change->after);
  g_assert_cmpstr (change->before->body, ==, "{\"text\":\"Ask early\"}");
  g_assert_cmpstr (change->eraser, ==, roundel_notebook_get_device (f->ben));
}

static void
test_what_its_writer_takes_back_is_counted_apart (Fixture       *f,
                                                  gconstpointer  data)
{
  g_autofree char *lesson = test_id_new (f->ben), *other = test_id_new (f->ben);
  g_autofree char *x = test_put (f->ben, f->program, lesson, "lesson", "", NULL, "{\"text\":\"Ben's\"}");
  g_autofree char *y = test_put (f->ben, f->program, other, "lesson", "", NULL, "{\"text\":\"Another\"}");
  g_auto (GStrv) deleted = NULL;
  RoundelMergeResult result;
  g_autoptr (GPtrArray) changes = NULL;
  const RoundelMergeChange *change;

  test_export (f->ben, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
  g_assert_true (test_merge (f->ada, f->path, 0, NULL, NULL));
  g_assert_true (roundel_notebook_erase (f->ben, f->program, lesson, NULL));
  deleted = roundel_notebook_delete (f->ben, f->program, (const char *[]) { other, NULL }, NULL);
  changes = look (f, 10, &result);
  g_assert_cmpuint (result.erased, ==, 1);
  g_assert_cmpuint (result.deleted, ==, 1);
  g_assert_cmpuint (result.added + result.changed + result.erased_by_others, ==, 0);
  g_assert_cmpuint (changes->len, ==, 2);
  change = changes->pdata[((RoundelMergeChange *) changes->pdata[0])->after->body == NULL ? 0 : 1];
  g_assert_cmpstr (change->before->body, ==, "{\"text\":\"Ben's\"}");
  g_assert_null (change->after->body);
}

static void
test_the_same_words_again_are_no_change (Fixture       *f,
                                         gconstpointer  data)
{
  g_autofree char *x = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("Once"));
  g_autofree char *y = NULL;
  RoundelMergeResult result;
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_true (roundel_notebook_erase (f->ben, f->program, f->lesson, NULL));
  y = test_put (f->ben, f->program, f->program, "program", "", NULL, TITLE ("Skills"));
  changes = look (f, 10, &result);
  g_assert_cmpuint (result.revisions, >, 0);
  g_assert_cmpuint (result.changed + result.added, ==, 0);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_nonnull (((RoundelMergeChange *) changes->pdata[0])->eraser);
}

#define add(name, function) g_test_add ("/merge/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("a-change-is-shown-before-and-after", test_a_change_is_shown_before_and_after);
  add ("texts-in-conflict-are-shown-side-by-side", test_texts_in_conflict_are_shown_side_by_side);
  add ("of-many-only-some-are-listed-and-all-counted", test_of_many_only_some_are_listed_and_all_counted);
  add ("what-another-erases-is-shown-while-it-stands", test_what_another_erases_is_shown_while_it_stands);
  add ("what-its-writer-takes-back-is-counted-apart", test_what_its_writer_takes_back_is_counted_apart);
  add ("the-same-words-again-are-no-change", test_the_same_words_again_are_no_change);
  return g_test_run ();
}
