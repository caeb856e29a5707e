/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/lock-steps.h"

#include "store/schema.h"
#include "store/seal-file.h"
#include "store/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE 5000 /* milliseconds that another program has to finish writing */
#define SIZE_MOST ((gsize) 8 << 30)

/**
 * roundel_lock_fail: (skip)
 * @path: a file
 * @said: (transfer none): what could not be done, as the end of a sentence about it
 * @code: why, of `errno`
 * @error: return location
 *
 * Returns: %FALSE, with @error set
 */
gboolean
roundel_lock_fail (const char  *path,
                   const char  *said,
                   int          code,
                   GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ROUNDEL_STORE_ERROR, code == ENOSPC ? ROUNDEL_STORE_ERROR_NO_SPACE : ROUNDEL_STORE_ERROR_FAILED,
               "%s: %s (%s)", name, said, g_strerror (code));
  return FALSE;
}

/**
 * roundel_lock_real_path: (skip)
 * @path: a journal
 *
 * Returns: (transfer full): where the file itself lies, behind links; one that is not there yet has no other place
 */
char *
roundel_lock_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

/**
 * roundel_lock_leave_log: (skip)
 * @db: a journal that is not locked
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY when another connection is there
 *
 * Returns: whether the file is complete without a log beside it
 */
gboolean
roundel_lock_leave_log (RoundelDb  *db,
                        GError    **error)
{
  g_autoptr (GError) failed = NULL;

  sqlite3_busy_timeout (roundel_db_get_handle (db), 0);
  if (roundel_db_script (db, "PRAGMA journal_mode = DELETE", &failed))
    return TRUE;
  if (g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY))
    g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY,
                         _("The journal is open in another window. Close it there first."));
  else
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_lock_read_plain: (skip)
 * @path: a journal that is not locked
 * @length: (out): bytes
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY when it is open elsewhere; else it could not leave its log
 *
 * Returns: (transfer full): its content, for roundel_lock_drop(), or %NULL
 */
guint8 *
roundel_lock_read_plain (const char  *path,
                         gsize       *length,
                         GError     **error)
{
  RoundelDb *db = roundel_db_open (path, PATIENCE, error);
  guint8 *content = NULL;

  if (db == NULL)
    return NULL;
  if (roundel_lock_leave_log (db, error))
    {
      content = roundel_db_get_content (db, length);
      if (content == NULL)
        roundel_lock_fail (path, _("it could not be read"), ENOMEM, error);
    }
  roundel_db_close (db, NULL);
  return content;
}

/**
 * roundel_lock_read_sealed: (skip)
 * @path: a journal that is locked
 * @secret: its passphrase or recovery key
 * @length: (out): bytes
 * @error: return location, as for roundel_journal_open_with()
 *
 * Returns: (transfer full): its content, for roundel_lock_drop(), or %NULL
 */
guint8 *
roundel_lock_read_sealed (const char  *path,
                          const char  *secret,
                          gsize       *length,
                          GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  guint8 *content;

  if (fd < 0)
    {
      roundel_lock_fail (path, _("it could not be read"), errno, error);
      return NULL;
    }
  content = roundel_seal_read_bytes (fd, path, ROUNDEL_JOURNAL_ID, secret, SIZE_MOST, length, NULL, NULL, error);
  close (fd);
  return content;
}

/**
 * roundel_lock_drop: (skip)
 * @content: (transfer full) (nullable): the plain text of a journal, which is written over
 * @length: its bytes
 */
void
roundel_lock_drop (guint8 *content,
                   gsize   length)
{
  if (content == NULL)
    return;
  sodium_memzero (content, length);
  sqlite3_free (content);
}

/**
 * roundel_lock_new_seal: (skip)
 * @passphrase: what it is to open with
 * @recovery: (out) (transfer full): a key for paper that opens it, too
 * @error: return location
 *
 * Returns: (transfer full): the seal; to make it takes some tenths of a second
 */
RoundelSeal *
roundel_lock_new_seal (const char  *passphrase,
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
write_plain (const char    *path,
             const guint8  *content,
             gsize          length,
             GError       **error)
{
  g_autoptr (GError) failed = NULL;

  if (g_file_set_contents_full (path, (const char *) content, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failed))
    return TRUE;
  g_set_error_literal (error, ROUNDEL_STORE_ERROR,
                       g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? ROUNDEL_STORE_ERROR_NO_SPACE
                                                                                  : ROUNDEL_STORE_ERROR_FAILED,
                       failed->message);
  return FALSE;
}

/**
 * roundel_lock_write: (skip)
 * @seal: (nullable): what it is sealed with; %NULL for plain text
 * @path: the file; what is there is replaced when the new one is whole
 * @content: a journal
 * @length: its bytes
 * @cancellable: (nullable): ends it; nothing is left behind
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
roundel_lock_write (RoundelSeal   *seal,
                    const char    *path,
                    const guint8  *content,
                    gsize          length,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (seal == NULL)
    return write_plain (path, content, length, error);
  return roundel_seal_write_bytes (seal, ROUNDEL_JOURNAL_ID, path, content, length, cancellable, error);
}

/**
 * roundel_lock_wipe: (skip)
 * @fd: a file with plain text whose name is gone, or soon will be
 *
 * Writes zeros over it; how much of it a disk keeps elsewhere is not known to a program.
 */
void
roundel_lock_wipe (int fd)
{
  static const guint8 zeros[4096];
  struct stat st;

  if (fstat (fd, &st) == 0)
    for (off_t at = 0; at < st.st_size; at += (off_t) sizeof zeros)
      if (pwrite (fd, zeros, sizeof zeros, at) < 0)
        break;
  fsync (fd);
}

/**
 * roundel_lock_seal_over: (skip)
 * @seal: what it is sealed with
 * @path: the file
 * @content: what it holds
 * @length: its bytes
 * @was_plain: whether it is plain text now, which is written over
 * @error: return location
 *
 * Returns: whether it is sealed
 */
gboolean
roundel_lock_seal_over (RoundelSeal   *seal,
                        const char    *path,
                        const guint8  *content,
                        gsize          length,
                        gboolean       was_plain,
                        GError       **error)
{
  int old = was_plain ? open (path, O_WRONLY | O_CLOEXEC | O_NONBLOCK) : -1;
  gboolean sealed = roundel_lock_write (seal, path, content, length, NULL, error);

  if (sealed && old >= 0)
    roundel_lock_wipe (old);
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
    content = roundel_lock_read_plain (path, &length, error);
  else if (header.sealed == ROUNDEL_JOURNAL_ID && secret != NULL)
    content = roundel_lock_read_sealed (path, secret, &length, NULL);
  else
    return TRUE;
  if (content != NULL)
    sealed = roundel_lock_seal_over (seal, path, content, length, header.sealed == 0, error);
  roundel_lock_drop (content, length);
  /* a copy of an older passphrase stays as it is */
  return sealed && (content != NULL || header.sealed != 0);
}

/* Those in FOLDER whose names begin and end like this; one that cannot be sealed keeps no other from it. */
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
  gboolean sealed = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix) && g_strcmp0 (name, except) != 0)
      g_ptr_array_add (copies, g_build_filename (folder, name, NULL));
  for (guint i = 0; i < copies->len; i++)
    sealed &= seal_copy (seal, copies->pdata[i], secret, sealed ? error : NULL);
  return sealed;
}

/**
 * roundel_lock_seal_copies: (skip)
 * @seal: that of the journal
 * @path: the journal
 * @secret: (nullable): what opens those of its copies that are sealed already
 * @error: return location: why the first that is left in plain text could not be sealed
 *
 * Seals what is kept of it: beside the file, beside the notebook, and in the folders of daily backups there.
 *
 * Returns: whether none is left in plain text
 */
gboolean
roundel_lock_seal_copies (RoundelSeal  *seal,
                          const char   *path,
                          const char   *secret,
                          GError      **error)
{
  g_autofree char *real = roundel_lock_real_path (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *real_folder = g_path_get_dirname (real);
  g_autofree char *name = g_path_get_basename (real);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean sealed;
  const char *other;

  sealed = seal_folder (seal, real_folder, name, "", name, secret, error);
  sealed &= seal_folder (seal, folder, name, "", name, secret, sealed ? error : NULL);
  while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *backups = g_build_filename (folder, other, NULL);

      if (g_str_has_suffix (other, ".backups"))
        sealed &= seal_folder (seal, backups, "", ".private.db", NULL, secret, sealed ? error : NULL);
    }
  return sealed;
}

/**
 * roundel_lock_beside: (skip)
 * @real: where the journal lies
 *
 * Returns: (transfer full): where its new form lies until it takes its place
 */
char *
roundel_lock_beside (const char *real)
{
  return g_strconcat (real, ".changing", NULL);
}

/**
 * roundel_lock_tidy: (skip)
 * @real: where the journal lies
 *
 * Takes away what a change that was broken off left beside it, which may be plain text.
 */
void
roundel_lock_tidy (const char *real)
{
  g_autofree char *beside = roundel_lock_beside (real);
  int fd = open (beside, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);

  if (fd < 0)
    return;
  roundel_lock_wipe (fd);
  close (fd);
  unlink (beside);
}
