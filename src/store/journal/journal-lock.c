/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/journal-lock.h"

#include "store/lock.h"
#include "store/schema.h"
#include "store/seal-file.h"
#include "store/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE 5000 /* milliseconds that another program has to finish writing */
#define SIZE_MOST ((gsize) 8 << 30)

static gboolean
fail (const char  *path,
      const char  *said,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ROUNDEL_STORE_ERROR, code == ENOSPC ? ROUNDEL_STORE_ERROR_NO_SPACE : ROUNDEL_STORE_ERROR_FAILED,
               "%s: %s (%s)", name, said, g_strerror (code));
  return FALSE;
}

/* Where the file itself lies, behind links; one that is not there yet has no other place. */
static char *
real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/* The content of a plain journal. To leave its log it has to be open nowhere else. */
static guint8 *
take_plain (const char  *path,
            gsize       *length,
            GError     **error)
{
  RoundelDb *db = roundel_db_open (path, PATIENCE, error);
  guint8 *content = NULL;

  if (db == NULL)
    return NULL;
  sqlite3_busy_timeout (roundel_db_get_handle (db), 0);
  if (roundel_db_script (db, "PRAGMA journal_mode = DELETE", error))
    content = roundel_db_get_content (db, length);
  else if (error != NULL && g_error_matches (*error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY))
    {
      g_clear_error (error);
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY,
                           _("The journal is open in another window. Close it there first."));
    }
  roundel_db_close (db, NULL);
  if (content == NULL && error != NULL && *error == NULL)
    fail (path, _("it could not be read"), ENOMEM, error);
  return content;
}

static guint8 *
take_sealed (const char  *path,
             const char  *secret,
             gsize       *length,
             GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  guint8 *content;

  if (fd < 0)
    {
      fail (path, _("it could not be read"), errno, error);
      return NULL;
    }
  content = roundel_seal_read_bytes (fd, path, ROUNDEL_JOURNAL_ID, secret, SIZE_MOST, length, NULL, NULL, error);
  close (fd);
  return content;
}

static void
drop_content (guint8 *content,
              gsize   length)
{
  sodium_memzero (content, length);
  sqlite3_free (content);
}

/* What was there in plain text is written over; how much of it a disk keeps elsewhere is not known to a program. */
static void
wipe (int fd)
{
  static const guint8 zeros[4096];
  struct stat st;

  if (fstat (fd, &st) == 0)
    for (off_t at = 0; at < st.st_size; at += (off_t) sizeof zeros)
      if (pwrite (fd, zeros, sizeof zeros, at) < 0)
        break;
  fsync (fd);
}

static gboolean
seal_over (RoundelSeal   *seal,
           const char    *path,
           const guint8  *content,
           gsize          length,
           gboolean       was_plain,
           GError       **error)
{
  int old = was_plain ? open (path, O_WRONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  gboolean sealed = roundel_seal_write_bytes (seal, ROUNDEL_JOURNAL_ID, path, content, length, NULL, error);

  if (sealed && old >= 0)
    wipe (old);
  if (old >= 0)
    close (old);
  return sealed;
}

/* An older state beside the journal, from before a step of the schema or a restore. */
static gboolean
seal_copy (RoundelSeal  *seal,
           const char   *path,
           const char   *secret,
           GError      **error)
{
  RoundelFileHeader header;
  guint8 *content = NULL;
  gsize length = 0;
  gboolean sealed = TRUE;

  if (!roundel_schema_read_header (path, &header, NULL))
    return TRUE;
  if (header.application_id == ROUNDEL_JOURNAL_ID)
    content = take_plain (path, &length, error);
  else if (header.sealed == ROUNDEL_JOURNAL_ID && secret != NULL)
    content = take_sealed (path, secret, &length, NULL);
  else
    return TRUE;
  if (content != NULL)
    {
      sealed = seal_over (seal, path, content, length, header.sealed == 0, error);
      drop_content (content, length);
    }
  /* a copy of an older passphrase stays as it is */
  return sealed && (content != NULL || header.sealed != 0);
}

/* Those in FOLDER whose names begin and end like this. */
static gboolean
seal_folder (RoundelSeal  *seal,
             const char   *folder,
             const char   *prefix,
             const char   *suffix,
             const char   *except,
             const char   *secret,
             GError      **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix) && g_strcmp0 (name, except) != 0)
      g_ptr_array_add (copies, g_build_filename (folder, name, NULL));
  for (guint i = 0; i < copies->len; i++)
    if (!seal_copy (seal, copies->pdata[i], secret, error))
      return FALSE;
  return TRUE;
}

/* What is kept of it: beside the file, beside the notebook, and in the folders of daily backups there. */
static gboolean
seal_copies (RoundelSeal  *seal,
             const char   *path,
             const char   *real,
             const char   *secret,
             GError      **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *real_folder = g_path_get_dirname (real);
  g_autofree char *name = g_path_get_basename (real);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *other;

  if (!seal_folder (seal, real_folder, name, "", name, secret, error)
      || !seal_folder (seal, folder, name, "", name, secret, error))
    return FALSE;
  while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *backups = g_build_filename (folder, other, NULL);

      if (g_str_has_suffix (other, ".backups") && !seal_folder (seal, backups, "", ".private.db", NULL, secret, error))
        return FALSE;
    }
  return TRUE;
}

static RoundelSeal *
seal_with_recovery (const char  *passphrase,
                    char       **recovery,
                    GError     **error)
{
  RoundelSeal *seal;

  *recovery = roundel_recovery_key_new ();
  seal = roundel_seal_new (passphrase, *recovery, error);
  if (seal == NULL)
    g_clear_pointer (recovery, roundel_secret_free);
  return seal;
}

static gboolean
lock_with (const char  *path,
           const char  *secret,
           const char  *passphrase,
           char       **recovery,
           GError     **error)
{
  g_autofree char *real = real_path (path);
  g_autoptr (RoundelLock) lock = roundel_lock_take (real, error);
  g_autoptr (RoundelSeal) seal = lock != NULL ? seal_with_recovery (passphrase, recovery, error) : NULL;
  guint8 *content = NULL;
  gsize length = 0;
  gboolean sealed;

  if (seal == NULL)
    return FALSE;
  content = secret != NULL ? take_sealed (real, secret, &length, error) : take_plain (real, &length, error);
  sealed = content != NULL && seal_over (seal, real, content, length, secret == NULL, error)
           && seal_copies (seal, path, real, secret, error);
  if (content != NULL)
    drop_content (content, length);
  if (!sealed)
    g_clear_pointer (recovery, roundel_secret_free);
  return sealed;
}

/**
 * roundel_journal_lock:
 * @path: a journal that is open nowhere and not locked
 * @passphrase: what it is to open with
 * @recovery: (out) (transfer full): a key for paper that opens it, too; free it with roundel_secret_free()
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY when it is open
 *
 * Encrypts the whole file, index and bin included, and the older states beside it. The plain text is written over.
 *
 * Returns: whether it is locked
 */
gboolean
roundel_journal_lock (const char  *path,
                      const char  *passphrase,
                      char       **recovery,
                      GError     **error)
{
  RoundelFileHeader header;

  *recovery = NULL;
  if (!roundel_schema_read_header (path, &header, error))
    return FALSE;
  if (header.sealed == 0)
    return lock_with (path, NULL, passphrase, recovery, error);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                       _("The journal is locked already. Another passphrase can be chosen for it."));
  return FALSE;
}

/**
 * roundel_journal_relock:
 * @path: a locked journal that is open nowhere
 * @secret: its passphrase or recovery key
 * @passphrase: the new passphrase
 * @recovery: (out) (transfer full): a new key for paper; the old one opens it no more
 * @error: return location, as for roundel_journal_open_with()
 *
 * Encrypts it anew, with a new key, and the older states beside it: who kept a copy of the old file and knows the old
 * passphrase reads nothing that is written from now on.
 *
 * Returns: whether it has the new passphrase
 */
gboolean
roundel_journal_relock (const char  *path,
                        const char  *secret,
                        const char  *passphrase,
                        char       **recovery,
                        GError     **error)
{
  g_return_val_if_fail (secret != NULL, FALSE);

  *recovery = NULL;
  return lock_with (path, secret, passphrase, recovery, error);
}

static gboolean
write_plain (const char    *path,
             const guint8  *content,
             gsize          length,
             GError       **error)
{
  g_autoptr (GError) failed = NULL;

  if (g_file_set_contents_full (path, (const char *) content, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failed))
    return TRUE;
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, failed->message);
  return FALSE;
}

/**
 * roundel_journal_unlock:
 * @path: a locked journal that is open nowhere
 * @secret: its passphrase or recovery key
 * @error: return location, as for roundel_journal_open_with()
 *
 * Takes the lock off for good: the file is an ordinary journal again. Older states beside it stay locked.
 *
 * Returns: whether it is unlocked
 */
gboolean
roundel_journal_unlock (const char  *path,
                        const char  *secret,
                        GError     **error)
{
  g_autofree char *real = real_path (path);
  g_autoptr (RoundelLock) lock = roundel_lock_take (real, error);
  guint8 *content;
  gsize length;
  gboolean unlocked;

  g_return_val_if_fail (secret != NULL, FALSE);

  content = lock != NULL ? take_sealed (real, secret, &length, error) : NULL;
  if (content == NULL)
    return FALSE;
  unlocked = write_plain (real, content, length, error);
  drop_content (content, length);
  return unlocked;
}

static gboolean
copy_over (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) failed = NULL;
  gboolean copied;

  if (!g_file_get_contents (from, &content, &length, &failed))
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, failed->message);
      return FALSE;
    }
  copied = write_plain (to, (const guint8 *) content, length, error);
  sodium_memzero (content, length);
  return copied;
}

/* Leaves no log: what is moved is one file. */
static gboolean
settle (const char  *path,
        GError     **error)
{
  RoundelFileHeader header;
  guint8 *content;
  gsize length;

  if (!roundel_schema_read_header (path, &header, error))
    return FALSE;
  if (header.sealed != 0)
    return TRUE;
  content = take_plain (path, &length, error);
  if (content != NULL)
    drop_content (content, length);
  return content != NULL;
}

/**
 * roundel_journal_move:
 * @path: the journal beside the notebook, open nowhere
 * @folder: where it is to live, a USB stick for one; the folder of the notebook takes it back
 * @error: return location
 *
 * Moves the file and leaves a link in its place. When the link leads nowhere, opening says which place is missing.
 *
 * Returns: whether it lives there
 */
gboolean
roundel_journal_move (const char  *path,
                      const char  *folder,
                      GError     **error)
{
  g_autofree char *real = real_path (path);
  g_autofree char *place = real_path (folder);
  g_autofree char *home = g_path_get_dirname (path);
  g_autofree char *real_home = real_path (home);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *own = g_build_filename (real_home, name, NULL);
  g_autofree char *new_path = g_build_filename (place, name, NULL);
  g_autofree char *link = g_strconcat (own, ".link", NULL);
  g_autoptr (RoundelLock) lock = roundel_lock_take (real, error);
  gboolean back = g_str_equal (place, real_home);

  if (lock == NULL)
    return FALSE;
  if (g_str_equal (new_path, real) || (!back && g_file_test (new_path, G_FILE_TEST_EXISTS)))
    return fail (new_path, _("the journal cannot be moved there"), EEXIST, error);
  if (!settle (real, error))
    return FALSE;
  /* Back home the copy takes the place of the link. */
  if (!copy_over (real, new_path, error))
    return FALSE;
  if (!back)
    {
      unlink (link);
      if (symlink (new_path, link) != 0 || rename (link, own) != 0)
        {
          int saved = errno;

          unlink (link);
          unlink (new_path);
          return fail (path, _("the journal cannot be moved"), saved, error);
        }
    }
  if (!g_str_equal (real, own))
    unlink (real);
  return TRUE;
}
