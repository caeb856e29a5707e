/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/schema.h"

#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

static const char *
describe (guint32 application_id)
{
  switch (application_id)
    {
    case ROUNDEL_NOTEBOOK_ID:
      return _("“%s” is a notebook. Open it, or restore from it; it cannot be brought in here.");
    case ROUNDEL_JOURNAL_ID:
      return _("“%s” is a journal. It is opened with the notebook it lies beside.");
    case ROUNDEL_SHARE_ID:
      return _("“%s” is a share file. Bring it in with “Open Shared File” or “roundel-cli merge”.");
    default:
      return _("“%s” was not made by Roundel.");
    }
}

/**
 * roundel_schema_refuse:
 * @application_id: what the file says it is; 0 for anything
 * @path: a file that is not what was asked for
 * @error: return location
 *
 * Says what it is instead, and what to do with it.
 */
void
roundel_schema_refuse (guint32      application_id,
                       const char  *path,
                       GError     **error)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : ":memory:");
  g_autoptr (GString) text = g_string_new (describe (application_id));

  g_string_replace (text, "%s", name, 1);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS, text->str);
}

/**
 * roundel_schema_refuse_sealed:
 * @sealed: what is inside
 * @wanted: what was asked for
 * @path: an encrypted file
 * @error: return location: %ROUNDEL_STORE_ERROR_LOCKED when a passphrase would help, else %ROUNDEL_STORE_ERROR_NOT_OURS
 *
 * Says what it is, and how it opens.
 */
void
roundel_schema_refuse_sealed (guint32      sealed,
                              guint32      wanted,
                              const char  *path,
                              GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *said = sealed == ROUNDEL_JOURNAL_ID ? _("“%s” is a locked journal. It opens with its passphrase.")
                     : sealed == ROUNDEL_SHARE_ID ? _("“%s” is an encrypted share file. Who made it knows its passphrase.")
                     : sealed == ROUNDEL_HOUSE_ID ? _("“%s” is an encrypted copy of a whole notebook and journal. “Move house” brings it in.")
                                                  : _("“%s” is encrypted, and not for this.");
  g_autoptr (GString) text = g_string_new (said);

  g_string_replace (text, "%s", name, 1);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR,
                       sealed == wanted ? ROUNDEL_STORE_ERROR_LOCKED : ROUNDEL_STORE_ERROR_NOT_OURS, text->str);
}

/* The first bytes of an ordinary file, by way of SQLite: when a process closes a descriptor of a file, all its locks on that
 * file are gone, also those of a connection (https://www.sqlite.org/howtocorrupt.html, 2.2); SQLite sees to that. It follows no
 * link. */
static int
read_first (const char *path,
            guint8     *bytes,
            int         length)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  g_autofree char *real = realpath (path, NULL);
  sqlite3_filename name = sqlite3_create_filename (real != NULL ? real : path, "", "", 0, NULL);
  int code = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);

  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, bytes, length, 0);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename (name);
  return code;
}

/**
 * roundel_schema_read_header:
 * @path: any file
 * @header: (out caller-allocates): what its first bytes say
 * @error: return location: not an ordinary file, or not to be read
 *
 * Looks before anything else touches the file, also at one that is open here.
 *
 * Returns: whether it is an ordinary file that can be read
 */
gboolean
roundel_schema_read_header (const char         *path,
                            RoundelFileHeader  *header,
                            GError            **error)
{
  guint8 bytes[HEADER_SIZE];
  struct stat st;
  int n;

  *header = (RoundelFileHeader) { 0, };
  if (stat (path, &st) != 0 || (S_ISREG (st.st_mode) && access (path, R_OK) != 0))
    {
      g_set_error (error, ROUNDEL_STORE_ERROR,
                   errno == ENOENT ? ROUNDEL_STORE_ERROR_NOT_FOUND : ROUNDEL_STORE_ERROR_FAILED,
                   _("“%s” cannot be read: %s."), path, g_strerror (errno));
      return FALSE;
    }
  header->size = st.st_size;
  if (!S_ISREG (st.st_mode))
    {
      roundel_schema_refuse (0, path, error);
      return FALSE;
    }
  n = (int) MIN (st.st_size, HEADER_SIZE);
  if (n == 0 || read_first (path, bytes, n) != SQLITE_OK)
    return TRUE;
  header->sealed = roundel_seal_peek (bytes, (gsize) n);
  if (n == HEADER_SIZE && memcmp (bytes, "SQLite format 3", 16) == 0)
    {
      header->page_size = (guint) bytes[HEADER_PAGE_SIZE] << 8 | bytes[HEADER_PAGE_SIZE + 1];
      memcpy (&header->application_id, bytes + HEADER_APPLICATION_ID, sizeof header->application_id);
      header->application_id = GUINT32_FROM_BE (header->application_id);
      memcpy (&header->version, bytes + HEADER_USER_VERSION, sizeof header->version);
      header->version = GUINT32_FROM_BE (header->version);
    }
  return TRUE;
}

/* The shared memory of a log, in which SQLite keeps its locks. */
static gboolean
is_beside (const char *path)
{
  return g_str_has_suffix (path, "-shm") || g_str_has_suffix (path, "-wal");
}

/**
 * roundel_schema_open_picked:
 * @path: a file that somebody picked
 * @error: return location: a notebook or a journal
 *
 * Opens what is none of our own files. One of those may be open in this process: it is not opened here, since to close it would
 * drop its locks. Follows no link and waits for nobody.
 *
 * Returns: a descriptor; -1 with @error set, or without, and `errno` then
 */
int
roundel_schema_open_picked (const char  *path,
                            GError     **error)
{
  RoundelFileHeader header;

  if (is_beside (path))
    {
      roundel_schema_refuse (0, path, error);
      return -1;
    }
  if (roundel_schema_read_header (path, &header, NULL)
      && (header.application_id == ROUNDEL_NOTEBOOK_ID || header.application_id == ROUNDEL_JOURNAL_ID))
    {
      roundel_schema_refuse (header.application_id, path, error);
      return -1;
    }
  return open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
}

/**
 * roundel_schema_check:
 * @type: what it should be
 * @path: a file that may be missing
 * @error: return location
 *
 * Returns: whether it is missing, empty or a file of this type
 */
gboolean
roundel_schema_check (const RoundelFileType  *type,
                      const char             *path,
                      GError                **error)
{
  RoundelFileHeader header;
  g_autoptr (GError) failed = NULL;

  if (!roundel_schema_read_header (path, &header, &failed))
    {
      if (g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  /* One page holds no table: a file whose making was broken off, or is still in its log. */
  if (header.size == 0 || header.application_id == type->application_id
      || (header.application_id == 0 && header.page_size > 0 && header.size == header.page_size))
    return TRUE;
  if (header.sealed != 0)
    roundel_schema_refuse_sealed (header.sealed, type->application_id, path, error);
  else
    roundel_schema_refuse (header.application_id, path, error);
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
apply_step (const RoundelFileType  *type,
            RoundelDb              *db,
            const char             *name,
            guint                   number,
            GError                **error)
{
  g_autofree char *path = g_build_path ("/", type->steps, name, NULL);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %u; PRAGMA user_version = %u;",
                                            type->application_id, number);
  g_autoptr (GBytes) sql = g_resource_lookup_data (type->resource, path, 0, NULL);

  g_assert (sql != NULL);
  if (!roundel_db_begin (db, error))
    return FALSE;
  if (roundel_db_script (db, g_bytes_get_data (sql, NULL), error) && roundel_db_script (db, marks, error))
    return roundel_db_commit (db, error);
  roundel_db_rollback (db);
  return FALSE;
}

static gboolean
back_up (RoundelDb  *db,
         guint       number,
         GError    **error)
{
  g_autofree char *copy = NULL;

  if (roundel_db_get_path (db) == NULL)
    return TRUE;
  copy = g_strdup_printf ("%s.before-%04u", roundel_db_get_path (db), number);
  if (roundel_db_is_in_memory (db))
    {
      /* What is encrypted is copied as it is. */
      g_autoptr (GFile) from = g_file_new_for_path (roundel_db_get_path (db));
      g_autoptr (GFile) to = g_file_new_for_path (copy);

      return g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
    }
  /* From an earlier attempt at the same step. */
  unlink (copy);
  return roundel_db_backup (db, copy, error);
}

/**
 * roundel_schema_apply:
 * @type: what the file is
 * @db: a connection to it
 * @error: return location
 *
 * Brings the file to the newest schema, step by step, each in a transaction of its own and after a backup named after
 * the step, beside the file. A file of a newer Roundel is refused and left as it is.
 *
 * Returns: whether the file has the newest schema
 */
gboolean
roundel_schema_apply (const RoundelFileType  *type,
                      RoundelDb              *db,
                      GError                **error)
{
  g_auto (GStrv) names = g_resource_enumerate_children (type->resource, type->steps, 0, NULL);
  guint n_steps = g_strv_length (names);
  gint64 version, application_id;

  if (!roundel_db_number (db, "PRAGMA user_version", &version, error)
      || !roundel_db_number (db, "PRAGMA application_id", &application_id, error))
    return FALSE;
  if (application_id != (gint64) type->application_id && (application_id != 0 || version != 0))
    {
      roundel_schema_refuse ((guint32) application_id, roundel_db_get_path (db), error);
      return FALSE;
    }
  if (version > n_steps)
    {
      const char *path = roundel_db_get_path (db);
      g_autofree char *name = g_filename_display_name (path != NULL ? path : ":memory:");

      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_TOO_NEW,
                   _("“%s” was written by a newer Roundel. Install that version to open it; nothing was changed."), name);
      return FALSE;
    }
  qsort (names, n_steps, sizeof *names, compare_names);
  if (version == n_steps)
    return TRUE;
  for (guint number = (guint) version + 1; number <= n_steps; number++)
    if ((version > 0 && !back_up (db, number, error))
        || !apply_step (type, db, names[number - 1], number, error))
      return FALSE;
  /* So that the file says what it is, also while its log is not written back. */
  roundel_db_checkpoint (db, NULL);
  return TRUE;
}
