/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/db.h"

#include "store/tokenizer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

struct _RoundelDb
{
  sqlite3 *handle;
  char *path;             /* NULL: in memory */
  GHashTable *statements; /* SQL text, by its address → RoundelStatement */
  guint depth;            /* of transactions */
  GCancellable *cancellable;

  gboolean in_memory;     /* the content of PATH, not PATH itself */
  gboolean committed;     /* and WRITTEN does not know yet */
  gboolean (*written) (gpointer   data,
                       GError   **error);
  gpointer written_data;
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* One sentence that says what was tried and what to do. */
static const char *
advice (int      code,
        gint    *error_code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *error_code = ROUNDEL_STORE_ERROR_BUSY;
      return _("“%s” is being written by another program. Try again in a moment.");
    case SQLITE_FULL:
      *error_code = ROUNDEL_STORE_ERROR_NO_SPACE;
      return _("There is no space left to write “%s”. Nothing was changed; make room and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      *error_code = ROUNDEL_STORE_ERROR_READ_ONLY;
      return _("“%s” may not be written. Look at its permissions.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
      *error_code = ROUNDEL_STORE_ERROR_CORRUPT;
      return _("“%s” is damaged. Restore it from a backup.");
    case SQLITE_TOOBIG:
    case SQLITE_CONSTRAINT:
      *error_code = ROUNDEL_STORE_ERROR_INVALID;
      return _("What was to be written to “%s” does not fit its format.");
    case SQLITE_CANTOPEN:
      return _("“%s” cannot be opened. Look whether it exists and whether you may read and write it.");
    default:
      return _("“%s” could not be read or written.");
    }
}

/**
 * roundel_set_sqlite_error:
 * @error: return location
 * @handle: (nullable): the connection on which it happened
 * @code: SQLite's result code
 * @path: (nullable): the file; %NULL for one in memory
 */
void
roundel_set_sqlite_error (GError    **error,
                          sqlite3    *handle,
                          int         code,
                          const char *path)
{
  gint error_code = ROUNDEL_STORE_ERROR_FAILED;
  const char *said = advice (code, &error_code);
  g_autofree char *name = g_filename_display_name (path != NULL ? path : ":memory:");
  g_autoptr (GString) text = g_string_new (said);

  /* SQLite says so only when it was writing a page. */
  if (handle != NULL && ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN)
      && (sqlite3_system_errno (handle) == ENOSPC || sqlite3_system_errno (handle) == EDQUOT))
    said = advice (SQLITE_FULL, &error_code);
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled; nothing was changed."));
      return;
    }
  g_string_replace (text, "%s", name, 1);
  g_string_append_printf (text, " (SQLite: %s)", handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, error_code, text->str);
}

static gboolean
check_code (RoundelDb  *self,
            int         code,
            GError    **error)
{
  if (code == SQLITE_OK)
    return TRUE;
  roundel_set_sqlite_error (error, self->handle, code, self->path);
  return FALSE;
}

/* SQLite gives the files beside a database the permissions of the database itself. A file that is there is not opened: to
 * close it would drop the locks of another connection of this process (https://www.sqlite.org/howtocorrupt.html, 2.2). */
static gboolean
make_private (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat st;
  gboolean there = stat (path, &st) == 0;
  int fd = -1;

  if (there && S_ISREG (st.st_mode) && (st.st_mode & 0077) != 0)
    (void) chmod (path, 0600);
  if (there ? access (path, R_OK | W_OK) != 0
            : g_mkdir_with_parents (folder, 0700) != 0
              || ((fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) < 0 && errno != EEXIST))
    {
      int saved = errno;

      roundel_set_sqlite_error (error, NULL, saved == EROFS || saved == EACCES ? SQLITE_READONLY
                                             : saved == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, path);
      return FALSE;
    }
  if (fd >= 0)
    close (fd);
  return TRUE;
}

static int
progress_cb (void *data)
{
  RoundelDb *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static RoundelDb *
open_connection (const char  *path,
                 int          flags,
                 guint        wait,
                 GError     **error)
{
  RoundelDb *self = g_new0 (RoundelDb, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  code = sqlite3_open_v2 (path != NULL ? path : ":memory:", &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    code = roundel_tokenizer_register (self->handle);
  if (!check_code (self, code, error))
    {
      roundel_db_close (self, NULL);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, (int) wait);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  return self;
}

/**
 * roundel_db_open:
 * @path: (nullable): the file, made when missing, readable by its owner alone; %NULL for one in memory
 * @wait: milliseconds to wait while another program writes; 0 never waits
 * @error: return location
 *
 * Opens one of our own files: write-ahead log, every commit on the disk before it returns, deleted content overwritten.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
RoundelDb *
roundel_db_open (const char  *path,
                 guint        wait,
                 GError     **error)
{
  RoundelDb *self = NULL;

  if (path == NULL || make_private (path, error))
    self = open_connection (path, SQLITE_OPEN_READWRITE, wait, error);
  if (self == NULL)
    return NULL;
  if (roundel_db_script (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                               "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;", error))
    return self;
  roundel_db_close (self, NULL);
  return NULL;
}

/* Some hundred million words. */
#define CONTENT_MAX (G_GINT64_CONSTANT (8) << 30)

/**
 * roundel_db_open_content:
 * @path: the file whose content it is; it is not touched
 * @content: (transfer full): a database in memory of sqlite3_malloc64()
 * @length: its bytes
 * @error: return location
 *
 * Opens in memory what may not be on the disk as it is. Temporary tables and what is sorted stay in memory, too.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
RoundelDb *
roundel_db_open_content (const char  *path,
                         guint8      *content,
                         gsize        length,
                         GError     **error)
{
  RoundelDb *self = open_connection (NULL, SQLITE_OPEN_READWRITE, 0, error);
  sqlite3_int64 most = CONTENT_MAX;

  if (self == NULL)
    {
      sqlite3_free (content);
      return NULL;
    }
  self->path = g_strdup (path);
  self->in_memory = TRUE;
  /* A file that was kept with a log says so in two bytes, https://www.sqlite.org/fileformat2.html#file_format_version_numbers */
  if (length > 19)
    content[18] = content[19] = 1;
  if (check_code (self, sqlite3_deserialize (self->handle, "main", content, (sqlite3_int64) length, (sqlite3_int64) length,
                                             SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE), error)
      && roundel_db_script (self, "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON;", error))
    {
      sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_SIZE_LIMIT, &most);
      return self;
    }
  roundel_db_close (self, NULL);
  return NULL;
}

/**
 * roundel_db_get_content:
 * @self: a connection
 * @length: (out): bytes
 *
 * Returns: (transfer full) (nullable): the database as it stands, in memory of SQLite; %NULL when there is not enough
 */
guint8 *
roundel_db_get_content (RoundelDb *self,
                        gsize     *length)
{
  sqlite3_int64 size = 0;
  guint8 *content = sqlite3_serialize (self->handle, "main", &size, 0);

  *length = content != NULL ? (gsize) size : 0;
  return content;
}

/**
 * roundel_db_is_in_memory:
 * @self: a connection
 *
 * Returns: whether it is of roundel_db_open_content()
 */
gboolean
roundel_db_is_in_memory (RoundelDb *self)
{
  return self->in_memory;
}

static int
commit_cb (void *data)
{
  RoundelDb *self = data;

  self->committed = TRUE;
  return 0;
}

/**
 * roundel_db_set_written:
 * @self: a connection
 * @written: (nullable): called when something was written and no transaction is open; it may refuse
 * @data: for @written
 */
void
roundel_db_set_written (RoundelDb  *self,
                        gboolean  (*written) (gpointer   data,
                                              GError   **error),
                        gpointer    data)
{
  self->written = written;
  self->written_data = data;
  sqlite3_commit_hook (self->handle, written != NULL ? commit_cb : NULL, self);
}

static gboolean
tell_written (RoundelDb  *self,
              GError    **error)
{
  if (!self->committed || !sqlite3_get_autocommit (self->handle))
    return TRUE;
  self->committed = FALSE;
  return self->written == NULL || self->written (self->written_data, error);
}

/**
 * roundel_db_open_to_read:
 * @path: one of our own files
 * @error: return location
 *
 * Leaves the file, its permissions and its form as they are.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
RoundelDb *
roundel_db_open_to_read (const char  *path,
                         GError     **error)
{
  return open_connection (path, SQLITE_OPEN_READONLY, 5000, error);
}

/* What was decrypted is not left in memory that others get. */
static void
forget_content (RoundelDb *self)
{
  sqlite3_int64 size = 0;
  guint8 *content = sqlite3_serialize (self->handle, "main", &size, SQLITE_SERIALIZE_NOCOPY);

  if (content != NULL)
    sodium_memzero (content, (gsize) size);
}

/* Unlike roundel_db_checkpoint() this never takes the lock of the one who writes, so that nobody who only read keeps another
 * program from writing (https://www.sqlite.org/c3ref/wal_checkpoint_v2.html). */
static gboolean
write_log_back (RoundelDb  *self,
                GError    **error)
{
  return check_code (self, sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL), error);
}

/**
 * roundel_db_close:
 * @self: (transfer full): a connection
 * @error: return location
 *
 * Writes the log back and closes. With the last connection the log goes, so that the file is complete when it is copied
 * alone.
 *
 * Returns: whether the log could be written back; the connection is closed either way and nothing is lost
 */
gboolean
roundel_db_close (RoundelDb  *self,
                  GError    **error)
{
  gboolean written = self->path == NULL || self->in_memory || sqlite3_db_readonly (self->handle, "main") != 0
                     || write_log_back (self, error);
  int code;

  g_hash_table_unref (self->statements);
  if (self->in_memory)
    forget_content (self);
  code = sqlite3_close (self->handle);
  g_assert (code == SQLITE_OK);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
  return written;
}

sqlite3 *
roundel_db_get_handle (RoundelDb *self)
{
  return self->handle;
}

/**
 * roundel_db_get_path:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): the file; %NULL for one in memory
 */
const char *
roundel_db_get_path (RoundelDb *self)
{
  return self->path;
}

/**
 * roundel_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): cancelled from another thread, it ends what runs here with %G_IO_ERROR_CANCELLED
 */
void
roundel_db_set_cancellable (RoundelDb    *self,
                            GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? 10000 : 0, progress_cb, self);
}

GCancellable *
roundel_db_get_cancellable (RoundelDb *self)
{
  return self->cancellable;
}

/**
 * roundel_db_begin:
 * @self: a connection
 * @error: return location
 *
 * Begins a transaction, or one inside another.
 *
 * Returns: whether it has begun; otherwise nothing is to be rolled back
 */
gboolean
roundel_db_begin (RoundelDb  *self,
                  GError    **error)
{
  if (!roundel_db_do (self, self->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner", error))
    return FALSE;
  self->depth++;
  return TRUE;
}

/**
 * roundel_db_commit:
 * @self: a connection
 * @error: return location
 *
 * Returns: whether it is on the disk; otherwise it has been rolled back
 */
gboolean
roundel_db_commit (RoundelDb  *self,
                   GError    **error)
{
  g_assert (self->depth > 0);

  if (roundel_db_do (self, self->depth == 1 ? "COMMIT" : "RELEASE inner", error))
    {
      self->depth--;
      return TRUE;
    }
  roundel_db_rollback (self);
  return FALSE;
}

void
roundel_db_rollback (RoundelDb *self)
{
  g_assert (self->depth > 0);

  self->depth--;
  /* A full disk may have rolled back by itself. */
  if (sqlite3_get_autocommit (self->handle))
    return;
  roundel_db_script (self, self->depth == 0 ? "ROLLBACK" : "ROLLBACK TO inner; RELEASE inner", NULL);
}

/**
 * roundel_db_checkpoint:
 * @self: a connection
 * @error: return location
 *
 * Writes the log back and empties it.
 *
 * Returns: whether all of it could be written back
 */
gboolean
roundel_db_checkpoint (RoundelDb  *self,
                       GError    **error)
{
  return check_code (self, sqlite3_wal_checkpoint_v2 (self->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL), error);
}

/* With what SQLite could not remove itself. */
static void
remove_copy (const char *path)
{
  static const char * const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      unlink (file);
    }
}

/**
 * roundel_db_backup:
 * @self: a connection
 * @path: a new file beside which nothing of this name may lie
 * @error: return location
 *
 * Copies the file as it stands into one that only its owner may read.
 *
 * Returns: whether the copy is whole and on the disk
 */
gboolean
roundel_db_backup (RoundelDb   *self,
                   const char  *path,
                   GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  int code;

  if (fd < 0)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED, _("The copy “%s” cannot be made: %s."),
                   path, g_strerror (errno));
      return FALSE;
    }
  code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    backup = sqlite3_backup_init (copy, "main", self->handle, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }
  if (code == SQLITE_OK)
    code = sqlite3_errcode (copy);
  /* A complete file: no log beside it. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    roundel_set_sqlite_error (error, copy, code, path);
  sqlite3_close (copy);
  if (code == SQLITE_OK && fsync (fd) != 0)
    {
      code = SQLITE_IOERR;
      roundel_set_sqlite_error (error, NULL, code, path);
    }
  close (fd);
  if (code != SQLITE_OK)
    remove_copy (path);
  return code == SQLITE_OK;
}

/**
 * roundel_db_prepare:
 * @self: a connection
 * @sql: constant text with named parameters: it is known again by its address
 * @error: return location
 *
 * Returns: (transfer full): the statement, or %NULL; let its autoptr cleanup give it back
 */
RoundelStatement *
roundel_db_prepare (RoundelDb   *self,
                    const char  *sql,
                    GError     **error)
{
  RoundelStatement *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (!check_code (self, code, error))
    return NULL;
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/**
 * roundel_db_next:
 * @self: a connection
 * @statement: a bound statement
 * @error: return location
 *
 * Returns: %TRUE with a row; %FALSE at the end, or with @error set
 */
gboolean
roundel_db_next (RoundelDb         *self,
                 RoundelStatement  *statement,
                 GError           **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    roundel_set_sqlite_error (error, self->handle, code, self->path);
  return FALSE;
}

/**
 * roundel_db_run:
 * @self: a connection
 * @statement: a bound statement that gives no rows
 * @error: return location
 *
 * Runs it and makes it ready for the next binding.
 *
 * Returns: whether it was carried out
 */
gboolean
roundel_db_run (RoundelDb         *self,
                RoundelStatement  *statement,
                GError           **error)
{
  int code = sqlite3_step (statement);
  gboolean done = code == SQLITE_DONE || code == SQLITE_ROW;

  if (!done)
    roundel_set_sqlite_error (error, self->handle, code, self->path);
  sqlite3_reset (statement);
  return done && tell_written (self, error);
}

/**
 * roundel_db_do:
 * @self: a connection
 * @sql: constant text of one statement without parameters or rows
 * @error: return location
 *
 * Returns: whether it was carried out
 */
gboolean
roundel_db_do (RoundelDb   *self,
               const char  *sql,
               GError     **error)
{
  RoundelStatement *statement = roundel_db_prepare (self, sql, error);

  return statement != NULL && roundel_db_run (self, statement, error);
}

/**
 * roundel_db_script:
 * @self: a connection
 * @sql: statements whose rows, if any, are not wanted
 * @error: return location
 *
 * Returns: whether all were carried out
 */
gboolean
roundel_db_script (RoundelDb   *self,
                   const char  *sql,
                   GError     **error)
{
  return check_code (self, sqlite3_exec (self->handle, sql, NULL, NULL, NULL), error) && tell_written (self, error);
}

/**
 * roundel_db_number:
 * @self: a connection
 * @sql: constant text of a statement that gives one number
 * @number: (out): the number; 0 when there is no row
 * @error: return location
 *
 * Returns: whether it could be asked
 */
gboolean
roundel_db_number (RoundelDb   *self,
                   const char  *sql,
                   gint64      *number,
                   GError     **error)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (self, sql, error);
  g_autoptr (GError) failed = NULL;

  *number = 0;
  if (statement == NULL)
    return FALSE;
  if (roundel_db_next (self, statement, &failed))
    *number = sqlite3_column_int64 (statement, 0);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_statement_reset:
 * @statement: a statement of the cache
 *
 * Makes it ready for the next use and forgets what was bound.
 */
void
roundel_statement_reset (RoundelStatement *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

static int
parameter (RoundelStatement *statement,
           const char       *name)
{
  int index = sqlite3_bind_parameter_index (statement, name);

  g_assert (index > 0);
  return index;
}

void
roundel_bind_int64 (RoundelStatement *statement,
                    const char       *name,
                    gint64            value)
{
  sqlite3_bind_int64 (statement, parameter (statement, name), value);
}

/**
 * roundel_bind_text:
 * @statement: a statement
 * @name: the parameter
 * @text: (nullable): UTF-8 that lives until the statement is reset; %NULL binds NULL
 * @length: its bytes, or -1
 */
void
roundel_bind_text (RoundelStatement *statement,
                   const char       *name,
                   const char       *text,
                   gssize            length)
{
  sqlite3_bind_text (statement, parameter (statement, name), text, (int) length, SQLITE_STATIC);
}

/**
 * roundel_bind_blob:
 * @statement: a statement
 * @name: the parameter
 * @bytes: (nullable): bytes that live until the statement is reset; %NULL binds NULL
 * @length: how many
 */
void
roundel_bind_blob (RoundelStatement *statement,
                   const char       *name,
                   const guint8     *bytes,
                   gsize             length)
{
  int index = parameter (statement, name);

  if (bytes != NULL && length == 0)
    sqlite3_bind_zeroblob (statement, index, 0);
  else
    sqlite3_bind_blob (statement, index, bytes, (int) length, SQLITE_STATIC);
}
