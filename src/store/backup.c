/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/backup.h"

#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE 5000 /* milliseconds to wait for another program to finish writing */

static gboolean
fail (const char  *said,
      const char  *path,
      int          saved,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GString) text =
    g_string_new (saved == ENOSPC ? _("There is no space left to write “%s”. Nothing was changed; make room and try again.") : said);

  g_string_replace (text, "%s", name, 1);
  g_string_append_printf (text, " (%s)", g_strerror (saved));
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, saved == ENOSPC ? ROUNDEL_STORE_ERROR_NO_SPACE : ROUNDEL_STORE_ERROR_FAILED,
                       text->str);
  return FALSE;
}

/* A name beside PATH that nobody has yet. */
static char *
name_beside (const char *path)
{
  g_autofree char *random = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (random, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    return NULL;
  close (fd);
  unlink (random);
  return g_steal_pointer (&random);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
copy_pages (sqlite3     *from,
            sqlite3     *to,
            const char  *path,
            GError     **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code = SQLITE_ERROR;

  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      code = sqlite3_backup_finish (backup);
    }
  if (code == SQLITE_OK)
    return TRUE;
  roundel_set_sqlite_error (error, to, code, path);
  return FALSE;
}

/**
 * roundel_backup_path:
 * @notebook_copy: where the backup of a notebook goes
 *
 * Returns: (transfer full): where that of the journal goes: beside it, with a name that follows its own. What was set aside lies
 *   beside the files themselves, and is named after them
 */
char *
roundel_backup_path (const char *notebook_copy)
{
  g_autofree char *stem = g_strdup (notebook_copy);
  g_autofree char *folder = g_path_get_dirname (notebook_copy);
  const char *aside = strrchr (notebook_copy, G_DIR_SEPARATOR);

  aside = strstr (aside != NULL ? aside : notebook_copy, ".before-");
  if (aside != NULL && (g_str_has_prefix (aside, ".before-restore-") || g_str_has_prefix (aside, ".before-moving-")))
    return g_strconcat (folder, G_DIR_SEPARATOR_S "journal.db", aside, NULL);
  if (g_str_has_suffix (stem, ".db"))
    stem[strlen (stem) - strlen (".db")] = '\0';
  return g_strconcat (stem, ".private.db", NULL);
}

/**
 * roundel_backup_read:
 * @path: a notebook or journal, or a backup of one
 * @error: return location
 *
 * Copies a file into memory, with what another program has written and not yet written back. The file itself is never
 * written.
 *
 * Returns: (transfer full): a connection to the copy, or %NULL
 */
RoundelDb *
roundel_backup_read (const char  *path,
                     GError     **error)
{
  RoundelDb *file = roundel_db_open_to_read (path, error);
  RoundelDb *copy = file != NULL ? roundel_db_open (NULL, 0, error) : NULL;

  if (copy != NULL && !copy_pages (roundel_db_get_handle (file), roundel_db_get_handle (copy), path, error))
    {
      roundel_db_close (copy, NULL);
      copy = NULL;
    }
  if (file != NULL)
    roundel_db_close (file, NULL);
  return copy;
}

static gboolean
is_the_same_file (const char *a,
                  const char *b)
{
  struct stat one, two;

  return stat (a, &one) == 0 && stat (b, &two) == 0 && one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* DB as a complete file beside PATH, under a name that nobody has yet. */
static char *
write_beside (RoundelDb   *db,
              const char  *path,
              GError     **error)
{
  g_autofree char *temporary = name_beside (path);

  if (temporary != NULL)
    return roundel_db_backup (db, temporary, error) ? g_steal_pointer (&temporary) : NULL;
  fail (_("“%s” cannot be written. Choose a folder that you may write to."), path, errno, error);
  return NULL;
}

static gboolean
put_in_place (const char  *temporary,
              const char  *path,
              GError     **error)
{
  if (rename (temporary, path) == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  fail (_("“%s” cannot be written. Choose another name."), path, errno, error);
  unlink (temporary);
  return FALSE;
}

/* DB into PATH, in whose place it appears whole or not at all. */
static gboolean
write_whole (RoundelDb   *db,
             const char  *path,
             GError     **error)
{
  g_autofree char *temporary = write_beside (db, path, error);

  return temporary != NULL && put_in_place (temporary, path, error);
}

/* A locked journal and one that is not are of one kind. */
static guint32
what_is (const RoundelFileHeader *header)
{
  return header->sealed != 0 ? header->sealed : header->application_id;
}

/* What is encrypted is copied as it is. */
static gboolean
copy_sealed (const char  *path,
             const char  *copy,
             GError     **error)
{
  g_autofree char *temporary = name_beside (copy);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = NULL;

  if (temporary == NULL)
    return fail (_("“%s” cannot be written. Choose a folder that you may write to."), copy, errno, error);
  to = g_file_new_for_path (temporary);
  if (!g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    return FALSE;
  (void) chmod (temporary, 0600);
  return put_in_place (temporary, copy, error);
}

static gboolean
is_sealed (const char *path)
{
  RoundelFileHeader header;

  return roundel_schema_read_header (path, &header, NULL) && header.sealed != 0;
}

/* A backup goes over an older one, and over nothing else. */
static gboolean
may_replace (const char  *path,
             const char  *copy,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (copy);
  RoundelFileHeader ours, there;

  if (!roundel_schema_read_header (path, &ours, error))
    return FALSE;
  if (!g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  if (is_the_same_file (path, copy))
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                 _("“%s” is the file itself. Choose another name for its backup."), name);
  else if (!roundel_schema_read_header (copy, &there, NULL) || what_is (&there) != what_is (&ours))
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                 _("“%s” is something else than a backup, and was left alone. Choose another name."), name);
  else
    return TRUE;
  return FALSE;
}

/**
 * roundel_backup_write:
 * @path: a notebook or journal
 * @copy: where the copy goes; an older backup is replaced, anything else is left alone
 * @error: return location
 *
 * Makes a private copy, readable by its owner alone, complete in one file, while others may write on.
 *
 * Returns: whether it is whole and on the disk
 */
gboolean
roundel_backup_write (const char  *path,
                      const char  *copy,
                      GError     **error)
{
  RoundelDb *db;
  gboolean written;

  if (!may_replace (path, copy, error))
    return FALSE;
  if (is_sealed (path))
    return copy_sealed (path, copy, error);
  db = roundel_db_open_to_read (path, error);
  if (db == NULL)
    return FALSE;
  written = write_whole (db, copy, error);
  roundel_db_close (db, NULL);
  return written;
}

/* PATH with its log becomes KEPT; what SQLite keeps in the third file it makes anew. */
static gboolean
set_aside (const char  *path,
           const char  *kept,
           GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *kept_log = g_strconcat (kept, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  if (rename (path, kept) != 0)
    return fail (_("“%s” cannot be set aside; nothing was changed."), path, errno, error);
  rename (log, kept_log);
  unlink (index);
  return TRUE;
}

/* What cannot be opened any more is not copied, but kept as it is; not before its successor is on the disk. */
static gboolean
replace (RoundelDb   *sound,
         const char  *path,
         const char  *kept,
         GError     **error)
{
  g_autofree char *temporary = write_beside (sound, path, error);

  if (temporary == NULL)
    return FALSE;
  if (!set_aside (path, kept, error))
    {
      unlink (temporary);
      return FALSE;
    }
  if (put_in_place (temporary, path, error))
    return TRUE;
  set_aside (kept, path, NULL);
  return FALSE;
}

static gboolean
restore (RoundelDb   *sound,
         const char  *path,
         const char  *kept,
         GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (kept);
  RoundelDb *live;
  gboolean restored;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (_("The folder of “%s” cannot be made."), path, errno, error);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return write_whole (sound, path, error);
  if (g_file_test (kept, G_FILE_TEST_EXISTS))
    return fail (_("“%s” is there already; nothing was changed."), name, EEXIST, error);
  live = roundel_db_open (path, PATIENCE, NULL);
  if (live == NULL || !roundel_db_backup (live, kept, NULL))
    {
      if (live != NULL)
        roundel_db_close (live, NULL);
      return replace (sound, path, kept, error);
    }
  restored = copy_pages (roundel_db_get_handle (sound), roundel_db_get_handle (live), path, error);
  roundel_db_close (live, NULL);
  return restored;
}

/* Here a file takes the place of another; who has the journal open holds its lock. */
static gboolean
restore_sealed (const char  *copy,
                const char  *path,
                const char  *kept,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (RoundelLock) lock = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (_("The folder of “%s” cannot be made."), path, errno, error);
  lock = roundel_lock_take (path, error);
  if (lock == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !set_aside (path, kept, error))
    return FALSE;
  return copy_sealed (copy, path, error);
}

/**
 * roundel_backup_restore:
 * @copy: a notebook or journal that roundel_check_file() found sound
 * @path: what is to be as @copy is; it may be missing or damaged
 * @kept: where that which lies at @path now is kept
 * @error: return location
 *
 * Keeps the present file, then replaces what is in it in one transaction: whoever has it open reads on from the restored
 * one.
 *
 * Returns: whether it is done
 */
gboolean
roundel_backup_restore (const char  *copy,
                        const char  *path,
                        const char  *kept,
                        GError     **error)
{
  RoundelDb *sound;
  gboolean restored;

  if (is_the_same_file (copy, path))
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                           _("A file cannot be restored from itself. Choose a backup of it."));
      return FALSE;
    }
  if (is_sealed (copy) || is_sealed (path))
    return restore_sealed (copy, path, kept, error);
  sound = roundel_backup_read (copy, error);
  if (sound == NULL)
    return FALSE;
  restored = restore (sound, path, kept, error);
  roundel_db_close (sound, NULL);
  return restored;
}
