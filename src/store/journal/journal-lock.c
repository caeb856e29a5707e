/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/journal-lock.h"

#include "store/journal/lock-steps.h"
#include "store/lock.h"
#include "store/schema.h"
#include "store/secret.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

static gboolean
lock_with (const char  *path,
           const char  *secret,
           const char  *passphrase,
           char       **recovery,
           GError     **error)
{
  g_autofree char *real = roundel_lock_real_path (path);
  g_autoptr (RoundelLock) lock = roundel_lock_take (real, error);
  g_autoptr (RoundelSeal) seal = lock != NULL ? roundel_lock_new_seal (passphrase, recovery, error) : NULL;
  g_autoptr (GError) failed = NULL;
  guint8 *content = NULL;
  gsize length = 0;
  gboolean sealed;

  if (seal == NULL)
    return FALSE;
  content = secret != NULL ? roundel_lock_read_sealed (real, secret, &length, error)
                           : roundel_lock_read_plain (real, &length, error);
  sealed = content != NULL && roundel_lock_seal_over (seal, real, content, length, secret == NULL, error);
  roundel_lock_drop (content, length);
  /* once it is locked its key must not be lost, whatever becomes of the copies */
  if (!sealed)
    g_clear_pointer (recovery, roundel_secret_free);
  else if (!roundel_lock_seal_copies (seal, path, secret, &failed))
    g_message ("%s", failed->message);
  return sealed;
}

/**
 * roundel_journal_lock:
 * @path: a journal that is open nowhere and not locked
 * @passphrase: what it is to open with
 * @recovery: (out) (transfer full): a key for paper that opens it, too; free it with roundel_secret_free()
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY when it is open
 *
 * Encrypts the whole file, index and bin included, and the older states beside it. The plain text is written over. An older
 * state that cannot be sealed now is told of, and sealed when the journal is opened next.
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
  g_autofree char *real = roundel_lock_real_path (path);
  g_autoptr (RoundelLock) lock = roundel_lock_take (real, error);
  guint8 *content;
  gsize length;
  gboolean unlocked;

  g_return_val_if_fail (secret != NULL, FALSE);

  content = lock != NULL ? roundel_lock_read_sealed (real, secret, &length, error) : NULL;
  if (content == NULL)
    return FALSE;
  unlocked = roundel_lock_write (NULL, real, content, length, NULL, error);
  roundel_lock_drop (content, length);
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
  copied = roundel_lock_write (NULL, to, (const guint8 *) content, length, NULL, error);
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
  content = roundel_lock_read_plain (path, &length, error);
  if (content != NULL)
    roundel_lock_drop (content, length);
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
  g_autofree char *real = roundel_lock_real_path (path);
  g_autofree char *place = roundel_lock_real_path (folder);
  g_autofree char *home = g_path_get_dirname (path);
  g_autofree char *real_home = roundel_lock_real_path (home);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *own = g_build_filename (real_home, name, NULL);
  g_autofree char *new_path = g_build_filename (place, name, NULL);
  g_autofree char *link = g_strconcat (own, ".link", NULL);
  g_autoptr (RoundelLock) lock = roundel_lock_take (real, error);
  gboolean back = g_str_equal (place, real_home);

  if (lock == NULL)
    return FALSE;
  if (g_str_equal (new_path, real) || (!back && g_file_test (new_path, G_FILE_TEST_EXISTS)))
    return roundel_lock_fail (new_path, _("the journal cannot be moved there"), EEXIST, error);
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
          return roundel_lock_fail (path, _("the journal cannot be moved"), saved, error);
        }
    }
  if (!g_str_equal (real, own))
    unlink (real);
  return TRUE;
}
