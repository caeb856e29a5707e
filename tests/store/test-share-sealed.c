/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Case 49: share files with a passphrase. */

#include "helper.h"

#include "store/seal-file.h"

#include <string.h>

typedef struct
{
  RoundelNotebook *mine;
  RoundelNotebook *theirs;
  char *folder;
  char *path;
  char *program;
  char *before; /* what mine was */
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *member = NULL, *x = NULL, *y = NULL, *z = NULL;

  f->mine = test_notebook_new (NOW, 1);
  f->theirs = test_notebook_new (NOW, 2);
  f->folder = test_folder_new ();
  f->path = g_build_filename (f->folder, "program.roundel", NULL);
  f->program = test_id_new (f->mine);
  member = test_id_new (f->mine);
  x = test_put (f->mine, f->program, f->program, "program", "", NULL, "{\"title\":\"Skills\"}");
  test_bring (f->mine, f->theirs, f->program);
  y = test_put (f->theirs, f->program, member, "member", "", NULL, "{\"name\":\"Ada\"}");
  z = test_put (f->theirs, f->program, f->program, "program", "", NULL, "{\"title\":\"Conscious skills\"}");
  f->before = test_dump (f->mine);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->mine);
  g_clear_object (&f->theirs);
  test_folder_remove (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->program);
  g_free (f->before);
}

static void
assert_refused (Fixture    *f,
                const char *passphrase,
                int         code)
{
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  roundel_merge_set_passphrase (merge, passphrase);
  g_assert_false (roundel_merge_add_file (merge, f->path, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, code);
  after = test_dump (f->mine);
  g_assert_cmpstr (after, ==, f->before);
}

static void
export_sealed (Fixture    *f,
               const char *passphrase)
{
  RoundelExport choice = { .program = f->program, .passphrase = passphrase };
  g_autoptr (GError) error = NULL;
  RoundelExported exported;

  roundel_export_to_file (f->theirs, &choice, f->path, NULL, &exported, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (exported.revisions, ==, 3);
}

/* With a digest of its head that is true. */
static void
set_cost (Fixture *f,
          guint32  passes,
          guint32  kib)
{
  const guint32 cost[] = { GUINT32_TO_BE (passes), GUINT32_TO_BE (kib) };
  g_autofree char *content = NULL;
  guint8 *bytes;
  gsize length, head;

  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  bytes = (guint8 *) content;
  head = roundel_seal_head_size (bytes) - ROUNDEL_SEAL_DIGEST_SIZE;
  memcpy (bytes + ROUNDEL_SEAL_PREFIX_SIZE, cost, sizeof cost);
  crypto_generichash (bytes + head, ROUNDEL_SEAL_DIGEST_SIZE, bytes, head, NULL, 0);
  g_assert_true (g_file_set_contents (f->path, content, (gssize) length, NULL));
}

/* What is just more than allowed could be paid, and then the passphrase would be wrong: nobody waits for that. */
static void
test_a_huge_cost (Fixture       *f,
                  gconstpointer  data)
{
  export_sealed (f, "correct horse");
  set_cost (f, 2, 8);
  assert_refused (f, "correct horse", ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  set_cost (f, ROUNDEL_SEAL_PASSES_MAX + 1, 8);
  assert_refused (f, "correct horse", ROUNDEL_STORE_ERROR_CORRUPT);
  set_cost (f, 1, ROUNDEL_SEAL_KIB_MAX + 1);
  assert_refused (f, "correct horse", ROUNDEL_STORE_ERROR_CORRUPT);
  set_cost (f, G_MAXUINT32, G_MAXUINT32);
  assert_refused (f, "correct horse", ROUNDEL_STORE_ERROR_CORRUPT);
}

static void
test_wrong_passphrase_and_cut_cipher_text (Fixture       *f,
                                           gconstpointer  data)
{
  g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  RoundelMergeResult result;
  gsize length;

  export_sealed (f, "correct horse");
  g_assert_false (test_file_has (f->path, "Conscious"));
  assert_refused (f, NULL, ROUNDEL_STORE_ERROR_LOCKED);
  assert_refused (f, "wrong horse", ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (f->path, content, (gssize) length - 100, NULL));
  assert_refused (f, "correct horse", ROUNDEL_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (f->path, content, (gssize) length, NULL));
  roundel_merge_set_passphrase (merge, "correct horse");
  g_assert_true (roundel_merge_add_file (merge, f->path, &error));
  g_assert_true (roundel_merge_apply (merge, ROUNDEL_MERGE_DEFAULT, &result, &error));
  g_assert_cmpuint (result.revisions, ==, 2);
}

/* What is inside an encrypted file is believed no more than what is in a plain one. */
static void
test_what_is_sealed_is_checked_all_the_same (Fixture       *f,
                                                     gconstpointer  data)
{
  static const char *const wrongs[] = {
    "UPDATE revision SET hlc = 1", "CREATE TRIGGER t AFTER INSERT ON revision BEGIN SELECT 1; END", "DROP TABLE about",
    "PRAGMA journal_mode = WAL", "PRAGMA user_version = 2000", "PRAGMA application_id = 7",
  };
  g_autoptr (RoundelSeal) seal = roundel_seal_new ("x", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autoptr (RoundelMerge) merge = roundel_merge_new (f->mine, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;
      g_autofree char *after = NULL;
      gsize length;

      test_export (f->theirs, f->program, ROUNDEL_AUDIENCE_MEMBERS, f->path);
      test_sql (f->path, wrongs[i]);
      g_assert_true (g_file_get_contents (f->path, &content, &length, NULL));
      g_assert_true (roundel_seal_write_bytes (seal, ROUNDEL_SHARE_ID, f->path, (guint8 *) content, length, NULL, NULL));
      roundel_merge_set_passphrase (merge, "x");
      g_assert_false (roundel_merge_add_file (merge, f->path, &error));
      g_assert_cmpint (error->domain, ==, ROUNDEL_STORE_ERROR);
      g_assert_cmpint (error->code, !=, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
      after = test_dump (f->mine);
      g_assert_cmpstr (after, ==, f->before);
    }
}

static void
test_a_locked_journal_is_no_share_file (Fixture       *f,
                                                gconstpointer  data)
{
  g_autoptr (RoundelSeal) seal = roundel_seal_new ("x", NULL, NULL);

  g_assert_true (roundel_seal_write_bytes (seal, ROUNDEL_JOURNAL_ID, f->path, (const guint8 *) "x", 1, NULL, NULL));
  assert_refused (f, "x", ROUNDEL_STORE_ERROR_NOT_OURS);
}

#define ADD(name, func) g_test_add ("/share-sealed/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  roundel_seal_set_cost (1, 8);
  ADD ("case-49-wrong-passphrase-and-cut-cipher-text", test_wrong_passphrase_and_cut_cipher_text);
  ADD ("case-49-a-huge-cost", test_a_huge_cost);
  ADD ("case-49-what-is-sealed-is-checked-all-the-same", test_what_is_sealed_is_checked_all_the_same);
  ADD ("case-49-a-locked-journal-is-no-share-file", test_a_locked_journal_is_no_share_file);
  return g_test_run ();
}
