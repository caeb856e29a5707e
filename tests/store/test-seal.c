/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/seal-file.h"
#include "store/secret.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define WHAT 0x526e6454u
#define PLENTY (64 * 1024 * 1024)
#define WORDS "correct horse battery staple"

typedef struct
{
  char *folder;
  char *path;
  char *recovery;
  RoundelSeal *seal;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("roundel-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "sealed", NULL);
  f->recovery = roundel_recovery_key_new ();
  f->seal = roundel_seal_new (WORDS, f->recovery, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
  roundel_secret_free (f->recovery);
  roundel_seal_unref (f->seal);
}

/* Bytes that are not the same anywhere. */
static guint8 *
make_content (gsize length)
{
  guint8 *content = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    content[i] = (guint8) ((i * 2654435761u) >> 13);
  return content;
}

static void
write_sealed (Fixture *f,
              gsize    length)
{
  g_autofree guint8 *content = make_content (length);
  g_autoptr (GError) error = NULL;

  roundel_seal_write_bytes (f->seal, WHAT, f->path, content, length, NULL, &error);
  g_assert_no_error (error);
}

static guint8 *
read_sealed (Fixture     *f,
             const char  *secret,
             gsize       *length,
             GError     **error)
{
  int fd = open (f->path, O_RDONLY | O_CLOEXEC);
  guint8 *content;

  g_assert_cmpint (fd, >=, 0);
  content = roundel_seal_read_bytes (fd, f->path, WHAT, secret, PLENTY, length, NULL, NULL, error);
  close (fd);
  return content;
}

static void
assert_reads (Fixture    *f,
              const char *secret,
              gsize       length)
{
  g_autofree guint8 *content = make_content (length);
  g_autoptr (GError) error = NULL;
  gsize got = 0;
  guint8 *read = read_sealed (f, secret, &got, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (read, got, content, length);
  sqlite3_free (read);
}

static void
assert_refuses (Fixture    *f,
                const char *secret,
                int         code)
{
  g_autoptr (GError) error = NULL;
  gsize got;

  g_assert_null (read_sealed (f, secret, &got, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, code);
}

static GByteArray *
load (Fixture *f)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &text, &length, NULL));
  return g_byte_array_new_take ((guint8 *) text, length);
}

static void
save (Fixture          *f,
      const GByteArray *bytes)
{
  g_assert_true (g_file_set_contents (f->path, (const char *) bytes->data, (gssize) bytes->len, NULL));
}

static void
test_every_length_comes_back (Fixture       *f,
                              gconstpointer  data)
{
  static const gsize lengths[] = { 0, 1, 100, ROUNDEL_SEAL_CHUNK - 1, ROUNDEL_SEAL_CHUNK, ROUNDEL_SEAL_CHUNK + 1,
                                   3 * ROUNDEL_SEAL_CHUNK, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      write_sealed (f, lengths[i]);
      assert_reads (f, WORDS, lengths[i]);
      assert_reads (f, f->recovery, lengths[i]);
    }
}

static void
test_the_same_content_never_looks_the_same (Fixture       *f,
                                            gconstpointer  data)
{
  g_autoptr (GByteArray) one = NULL;
  g_autoptr (GByteArray) two = NULL;
  gsize head;
  guint same = 0;

  write_sealed (f, 1000);
  one = load (f);
  write_sealed (f, 1000);
  two = load (f);
  g_assert_cmpuint (one->len, ==, two->len);
  head = roundel_seal_head_size (one->data);
  for (gsize i = head; i < one->len; i++)
    same += one->data[i] == two->data[i];
  g_assert_cmpuint (same, <, 40);
}

/* Case 49 of the design: a wrong passphrase is refused, quickly, and is not said to be damage. */
static void
test_a_wrong_passphrase_is_no_damage (Fixture       *f,
                                      gconstpointer  data)
{
  g_autofree char *other = roundel_recovery_key_new ();

  write_sealed (f, 1000);
  assert_refuses (f, "correct horse battery stable", ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  assert_refuses (f, other, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
  assert_refuses (f, NULL, ROUNDEL_STORE_ERROR_LOCKED);
  assert_refuses (f, "", ROUNDEL_STORE_ERROR_INVALID);
}

static void
test_an_accent_is_the_same_however_it_is_typed (Fixture       *f,
                                                gconstpointer  data)
{
  g_clear_pointer (&f->seal, roundel_seal_unref);
  f->seal = roundel_seal_new ("caf\303\251", NULL, NULL);
  write_sealed (f, 10);
  assert_reads (f, "cafe\314\201", 10);
  assert_refuses (f, "cafe", ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
}

/* Case 49: cut cipher text. */
static void
test_a_cut_file_is_damaged_at_every_length (Fixture       *f,
                                            gconstpointer  data)
{
  g_autoptr (GByteArray) whole = NULL;

  write_sealed (f, 2 * ROUNDEL_SEAL_CHUNK + 10);
  whole = load (f);
  for (guint length = 16; length < whole->len; length += length < 400 ? 1 : 997)
    {
      g_autoptr (GByteArray) cut = g_byte_array_new ();

      g_byte_array_append (cut, whole->data, length);
      save (f, cut);
      assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_CORRUPT);
    }
  g_byte_array_append (whole, (const guint8 *) "x", 1);
  save (f, whole);
  assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_CORRUPT);
}

static void
test_every_flipped_byte_is_damage (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr (GByteArray) whole = NULL;
  gsize length;

  write_sealed (f, 300);
  whole = load (f);
  for (guint i = 0; i < whole->len; i++)
    {
      g_autoptr (GError) error = NULL;

      whole->data[i] ^= 0x20;
      save (f, whole);
      g_assert_null (read_sealed (f, WORDS, &length, &error));
      /* What it is, and of which version, is looked at first. */
      if (i >= 9 && i != 12 && i != 13 && i != 14 && i != 15)
        g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT);
      whole->data[i] ^= 0x20;
    }
  whole->data[8] = 2;
  save (f, whole);
  assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_TOO_NEW);
}

static void
test_chunks_cannot_change_places (Fixture       *f,
                                  gconstpointer  data)
{
  enum { SEALED = ROUNDEL_SEAL_CHUNK + ROUNDEL_SEAL_CHUNK_EXTRA };
  g_autoptr (GByteArray) one = NULL;
  g_autoptr (GByteArray) two = NULL;
  g_autofree guint8 *held = g_malloc (SEALED);
  guint8 *first;

  write_sealed (f, 3 * ROUNDEL_SEAL_CHUNK);
  one = load (f);
  first = one->data + roundel_seal_head_size (one->data);
  memcpy (held, first, SEALED);
  memcpy (first, first + SEALED, SEALED);
  memcpy (first + SEALED, held, SEALED);
  save (f, one);
  assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_CORRUPT);

  /* Nor come from another file of the same key. */
  write_sealed (f, 3 * ROUNDEL_SEAL_CHUNK);
  two = load (f);
  memcpy (two->data + roundel_seal_head_size (two->data), held, SEALED);
  save (f, two);
  assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_CORRUPT);
}

static void
set_cost (GByteArray *bytes,
          guint32     passes,
          guint32     kib)
{
  gsize head = roundel_seal_head_size (bytes->data);
  guint32 numbers[] = { GUINT32_TO_BE (passes), GUINT32_TO_BE (kib) };

  memcpy (bytes->data + ROUNDEL_SEAL_PREFIX_SIZE, numbers, sizeof numbers);
  crypto_generichash (bytes->data + head - ROUNDEL_SEAL_DIGEST_SIZE, ROUNDEL_SEAL_DIGEST_SIZE, bytes->data,
                      head - ROUNDEL_SEAL_DIGEST_SIZE, NULL, 0);
}

/* Case 49: a huge cost. */
static void
test_a_huge_cost_is_refused_before_it_is_paid (Fixture       *f,
                                               gconstpointer  data)
{
  static const guint32 costs[][2] = {
    /* the affordable ones first: who pays them says that the passphrase is wrong, instead of never coming back */
    { ROUNDEL_SEAL_PASSES_MAX + 1, 8 }, { 1, ROUNDEL_SEAL_KIB_MAX + 1 }, { 0, 8 }, { 1, 0 }, { 1, 7 },
    { G_MAXUINT32, 8 }, { 1, G_MAXUINT32 },
  };
  g_autoptr (GByteArray) bytes = NULL;

  write_sealed (f, 10);
  bytes = load (f);
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      set_cost (bytes, costs[i][0], costs[i][1]);
      save (f, bytes);
      assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_CORRUPT);
    }
  /* The digest alone makes nothing true. */
  set_cost (bytes, 2, 8);
  save (f, bytes);
  assert_refuses (f, WORDS, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
}

static void
test_ours_cost_what_they_should (Fixture       *f,
                                 gconstpointer  data)
{
  g_autoptr (RoundelSeal) seal = NULL;
  guint8 stream[ROUNDEL_SEAL_STREAM_SIZE] = { 0, }, head[ROUNDEL_SEAL_HEAD_MAX];
  guint32 cost[2];

  roundel_seal_set_cost (ROUNDEL_SEAL_PASSES, ROUNDEL_SEAL_KIB);
  seal = roundel_seal_new (WORDS, NULL, NULL);
  roundel_seal_set_cost (1, 8);
  roundel_seal_write_head (seal, 1, stream, head);
  memcpy (cost, head + ROUNDEL_SEAL_PREFIX_SIZE, sizeof cost);
  g_assert_cmpuint (GUINT32_FROM_BE (cost[0]), >=, 2);
  g_assert_cmpuint (GUINT32_FROM_BE (cost[1]), >=, 64 * 1024);
}

static gboolean
fill_and_cancel (RoundelSealWriter  *writer,
                 gpointer            data,
                 GError            **error)
{
  g_autofree guint8 *content = make_content (3 * ROUNDEL_SEAL_CHUNK);

  g_cancellable_cancel (data);
  return roundel_seal_writer_add (writer, content, 3 * ROUNDEL_SEAL_CHUNK, error);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_cancelled_it_leaves_what_was_there (Fixture       *f,
                                         gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_sealed (f, 100);
  g_assert_false (roundel_seal_write_file (f->seal, WHAT, f->path, fill_and_cancel, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_reads (f, WORDS, 100);
  g_assert_cmpuint (count_files (f), ==, 1);
}

static void
test_it_is_for_its_owner_alone (Fixture       *f,
                                gconstpointer  data)
{
  GStatBuf st;

  write_sealed (f, 100);
  g_assert_cmpint (g_stat (f->path, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (f), ==, 1);
}

static void
test_another_kind_of_file_is_refused (Fixture       *f,
                                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gsize got;
  int fd;

  write_sealed (f, 100);
  fd = open (f->path, O_RDONLY | O_CLOEXEC);
  g_assert_null (roundel_seal_read_bytes (fd, f->path, WHAT + 1, WORDS, PLENTY, &got, NULL, NULL, &error));
  g_assert_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS);
  close (fd);
}

static void
test_a_recovery_key_is_read_as_it_is_copied (void)
{
  char *key = roundel_recovery_key_new ();
  g_autofree char *small = g_ascii_strdown (key, -1);
  g_autofree char *read = NULL;
  g_autoptr (GString) by_hand = g_string_new (small);
  g_autofree char *again = NULL;

  g_assert_cmpuint (strlen (key), ==, 35);
  read = roundel_recovery_key_parse (small);
  g_assert_cmpstr (read, ==, key);
  g_string_replace (by_hand, "-", "  ", 0);
  g_string_replace (by_hand, "0", "o", 0);
  g_string_replace (by_hand, "1", "l", 0);
  again = roundel_recovery_key_parse (by_hand->str);
  g_assert_cmpstr (again, ==, key);
  /* one slip */
  key[3] = key[3] == 'A' ? 'B' : 'A';
  g_assert_null (roundel_recovery_key_parse (key));
  key[3] = '\0';
  g_assert_null (roundel_recovery_key_parse (key));
  g_assert_null (roundel_recovery_key_parse (WORDS));
  roundel_secret_free (key);
}

#define ADD(path, test) g_test_add ("/seal/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  roundel_seal_set_cost (1, 8);
  ADD ("every-length-comes-back", test_every_length_comes_back);
  ADD ("the-same-content-never-looks-the-same", test_the_same_content_never_looks_the_same);
  ADD ("a-wrong-passphrase-is-no-damage", test_a_wrong_passphrase_is_no_damage);
  ADD ("an-accent-is-the-same-however-it-is-typed", test_an_accent_is_the_same_however_it_is_typed);
  ADD ("a-cut-file-is-damaged-at-every-length", test_a_cut_file_is_damaged_at_every_length);
  ADD ("every-flipped-byte-is-damage", test_every_flipped_byte_is_damage);
  ADD ("chunks-cannot-change-places", test_chunks_cannot_change_places);
  ADD ("ours-cost-what-they-should", test_ours_cost_what_they_should);
  ADD ("a-huge-cost-is-refused-before-it-is-paid", test_a_huge_cost_is_refused_before_it_is_paid);
  ADD ("cancelled-it-leaves-what-was-there", test_cancelled_it_leaves_what_was_there);
  ADD ("it-is-for-its-owner-alone", test_it_is_for_its_owner_alone);
  ADD ("another-kind-of-file-is-refused", test_another_kind_of_file_is_refused);
  g_test_add_func ("/seal/a-recovery-key-is-read-as-it-is-copied", test_a_recovery_key_is_read_as_it_is_copied);
  return g_test_run ();
}
