/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/journal-file.h"

#include "store/journal/entry-index.h"
#include "store/journal/journal-resources.h"
#include "store/journal/lock-steps.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/**
 * roundel_journal_file_type: (skip)
 *
 * Returns: what a journal is as a file
 */
RoundelFileType
roundel_journal_file_type (void)
{
  return (RoundelFileType) {
    .application_id = ROUNDEL_JOURNAL_ID,
    .steps = "/org/roundel/store/journal",
    .resource = roundel_journal_get_resource (),
    .index = roundel_entry_index,
  };
}

/**
 * roundel_journal_path:
 * @notebook: path of a notebook
 *
 * Returns: (transfer full): path of the journal beside it
 */
char *
roundel_journal_path (const char *notebook)
{
  g_autofree char *folder = g_path_get_dirname (notebook);

  return g_build_filename (folder, "journal.db", NULL);
}

/* A link to a stick that is not there: SQLite would make a new file behind it. */
static gboolean
check_link (const char  *path,
            GError     **error)
{
  char target[4096];
  ssize_t length;
  g_autofree char *name = NULL;

  if (access (path, F_OK) == 0)
    return TRUE;
  length = readlink (path, target, sizeof target - 1);
  if (length < 0)
    return TRUE;
  target[length] = '\0';
  name = g_filename_display_name (target);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
               _("Your journal lies at “%s”, which is not there now. Put in the stick, or whatever it lies on, and try again."), name);
  return FALSE;
}

static gboolean
is_sealed (const char *path)
{
  RoundelFileHeader header;

  return roundel_schema_read_header (path, &header, NULL) && header.sealed == ROUNDEL_JOURNAL_ID;
}

/* Who holds the lock is about to use what lies there. */
static void
tidy (const char *path)
{
  g_autofree char *real = roundel_lock_real_path (path);
  g_autofree char *beside = roundel_lock_beside (real);
  g_autoptr (RoundelLock) lock = NULL;

  if (access (beside, F_OK) == 0)
    lock = roundel_lock_take (real, NULL);
  if (lock != NULL)
    roundel_lock_tidy (real);
}

/* What was broken off when it was locked, or its lock taken off: nothing of it stays in plain text. */
static void
finish_locking (RoundelLockedFile *locked,
                const char        *path)
{
  g_autofree char *real = roundel_lock_real_path (path);
  g_autoptr (GError) error = NULL;

  roundel_lock_tidy (real);
  if (!roundel_lock_seal_copies (roundel_locked_file_get_seal (locked), path, NULL, &error))
    g_message ("%s", error->message);
}

/**
 * roundel_journal_open_file: (skip)
 * @path: (nullable): as for roundel_journal_open()
 * @secret: (nullable): as for roundel_journal_open_with()
 * @env: the world
 * @wait: as for roundel_journal_open_with()
 * @locked: (out) (transfer full) (nullable): the encrypted file, of one that is locked
 * @error: return location, as for roundel_journal_open_with()
 *
 * Returns: (transfer full): what is in it, or %NULL
 */
RoundelRecords *
roundel_journal_open_file (const char         *path,
                           const char         *secret,
                           RoundelEnv         *env,
                           guint               wait,
                           RoundelLockedFile **locked,
                           GError            **error)
{
  RoundelFileType type = roundel_journal_file_type ();
  RoundelRecords *records;
  RoundelDb *db;

  *locked = NULL;
  if (path != NULL && !check_link (path, error))
    return NULL;
  if (path == NULL || secret == NULL || !is_sealed (path))
    {
      if (path != NULL)
        tidy (path);
      return roundel_records_open (&type, path, env, wait, error);
    }
  *locked = roundel_locked_file_open (path, secret, wait, &db, error);
  if (*locked == NULL)
    return NULL;
  finish_locking (*locked, path);
  records = roundel_records_open_db (&type, db, env, wait, error);
  if (records == NULL)
    g_clear_pointer (locked, roundel_locked_file_free);
  return records;
}
