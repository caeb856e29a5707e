/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/share-file.h"

#include "core/kind.h"
#include "store/schema.h"
#include "store/seal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZE_MAX_BYTES (G_GINT64_CONSTANT (2) << 30)
#define SEALED_MAX_BYTES (G_GINT64_CONSTANT (1) << 30) /* it is opened in memory */
#define VALUE_MAX (256 * 1024) /* bytes in one row: a body, its parents and the rest */
#define OPS_A_CALLBACK 10000

/* Places in the header of a database, https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_WRITE_VERSION 18
#define HEADER_READ_VERSION 19
#define HEADER_CHANGES 24
#define HEADER_PAGES 28
#define HEADER_ENCODING 56
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

struct _RoundelShareFile
{
  char *path; /* as the person named it */
  sqlite3 *handle;
  guint8 *opened; /* the content of a sealed file, in memory of SQLite */
  gsize opened_size;
  sqlite3_stmt *rows;
  GCancellable *cancellable;
  guint64 patience; /* callbacks that one call may take */
  guint64 waited;
  guint8 program[ROUNDEL_ID_SIZE];
  RoundelAudience audience;
  guint8 last[ROUNDEL_HASH_SIZE];
  gboolean begun;
};

static const char * const audiences[] = {
  [ROUNDEL_AUDIENCE_MEMBERS] = "members",
  [ROUNDEL_AUDIENCE_ORGANISERS] = "organisers",
  [ROUNDEL_AUDIENCE_FACILITATOR] = "facilitator",
};

static gboolean
corrupt (RoundelShareFile  *self,
         const char        *what,
         GError           **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
               _("“%s” is damaged or was not made by Roundel (%s). Nothing was brought in; ask for it again."), name, what);
  return FALSE;
}

static guint32
header_number (const guint8 *header,
               guint         place)
{
  guint32 number;

  memcpy (&number, header + place, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
check_header (RoundelShareFile  *self,
              const guint8      *header,
              gint64             size,
              GError           **error)
{
  guint32 application_id = header_number (header, HEADER_APPLICATION_ID);
  guint32 version = header_number (header, HEADER_USER_VERSION);
  guint page_size = (guint) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  g_autofree char *name = g_filename_display_name (self->path);

  if (size < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    application_id = 0;
  if (application_id != ROUNDEL_SHARE_ID)
    {
      roundel_schema_refuse (application_id, self->path, error);
      return FALSE;
    }
  if (version / 1000 > ROUNDEL_SHARE_MAJOR)
    {
      g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_TOO_NEW,
                   _("“%s” was written by a newer Roundel. Install that version to bring it in."), name);
      return FALSE;
    }
  if (header[HEADER_WRITE_VERSION] != 1 || header[HEADER_READ_VERSION] != 1)
    return corrupt (self, _("it is in use by another program"), error);
  if (page_size != ROUNDEL_SHARE_PAGE_SIZE || version / 1000 < 1 || header_number (header, HEADER_ENCODING) != 1)
    return corrupt (self, _("its header is wrong"), error);
  if (header_number (header, HEADER_CHANGES) != header_number (header, HEADER_VALID_FOR)
      || size != (gint64) header_number (header, HEADER_PAGES) * page_size)
    return corrupt (self, _("a part of it is missing"), error);
  return TRUE;
}

static gboolean
fail (RoundelShareFile  *self,
      const char        *what,
      int                code,
      GError           **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_set_error (error, ROUNDEL_STORE_ERROR,
               code == ENOSPC ? ROUNDEL_STORE_ERROR_NO_SPACE : ROUNDEL_STORE_ERROR_FAILED,
               "%s: %s (%s)", name, what, g_strerror (code));
  return FALSE;
}

static gboolean
copy_bytes (RoundelShareFile  *self,
            int                from,
            int                to,
            gint64             size,
            GError           **error)
{
  g_autofree guint8 *buffer = g_malloc (1 << 18);
  gint64 copied = 0;
  ssize_t n;

  while ((n = read (from, buffer, 1 << 18)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (copied == 0 && (n < HEADER_SIZE || !check_header (self, buffer, size, error)))
        return n < HEADER_SIZE ? check_header (self, buffer, n, error) : FALSE;
      for (ssize_t done = 0, put; done < n; done += put)
        if ((put = write (to, buffer + done, (size_t) (n - done))) < 0)
          return fail (self, _("The copy for reading could not be written"), errno, error);
      copied += n;
    }
  if (n < 0)
    return fail (self, _("It could not be read"), errno, error);
  if (copied != size || size == 0)
    return size == 0 ? check_header (self, (const guint8[HEADER_SIZE]) { 0 }, 0, error)
                     : corrupt (self, _("it changed while it was read"), error);
  return TRUE;
}

/* What is read cannot change, cannot block and is no link to somewhere else. */
static int
open_source (RoundelShareFile  *self,
             struct stat       *st,
             GError           **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autoptr (GError) refused = NULL;
  int fd = roundel_schema_open_picked (self->path, &refused);

  if (refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return -1;
    }
  if (fd < 0 && errno != ELOOP)
    fail (self, _("It could not be opened"), errno, error);
  else if (fd < 0 || fstat (fd, st) != 0 || !S_ISREG (st->st_mode))
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
                 _("“%s” is not an ordinary file. Choose the share file itself."), name);
  else if (st->st_size > SIZE_MAX_BYTES)
    g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
                 _("“%s” is larger than any share file."), name);
  else
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static int
authorize (void       *data,
           int         action,
           const char *one,
           const char *two,
           const char *database,
           const char *trigger)
{
  static const char * const tables[] = { "about", "revision", "sqlite_master", "sqlite_schema", NULL };
  static const char * const pragmas[] = { "quick_check", "cell_size_check", "mmap_size", NULL };

  if (action == SQLITE_SELECT)
    return SQLITE_OK;
  if (action == SQLITE_READ && g_strv_contains (tables, one))
    return SQLITE_OK;
  if (action == SQLITE_PRAGMA && g_strv_contains (pragmas, one))
    return SQLITE_OK;
  return SQLITE_DENY;
}

static int
progress_cb (void *data)
{
  RoundelShareFile *self = data;

  return ++self->waited > self->patience || g_cancellable_is_cancelled (self->cancellable);
}

/* So that the file can do nothing: https://www.sqlite.org/security.html */
static gboolean
harden (RoundelShareFile  *self,
        gint64             size,
        GError           **error)
{
  static const int off[] = {
    SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
    SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, SQLITE_DBCONFIG_ENABLE_FKEY, SQLITE_DBCONFIG_WRITABLE_SCHEMA,
    SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE,
  };
  static const int limits[][2] = {
    { SQLITE_LIMIT_LENGTH, VALUE_MAX }, { SQLITE_LIMIT_SQL_LENGTH, 2000 }, { SQLITE_LIMIT_COLUMN, 20 },
    { SQLITE_LIMIT_EXPR_DEPTH, 10 }, { SQLITE_LIMIT_COMPOUND_SELECT, 2 }, { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_FUNCTION_ARG, 4 }, { SQLITE_LIMIT_VARIABLE_NUMBER, 2 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 }, { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 10 },
  };
  int code;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    sqlite3_db_config (self->handle, off[i], 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i][0], limits[i][1]);
  self->patience = 1000 + (guint64) size / OPS_A_CALLBACK;
  sqlite3_progress_handler (self->handle, OPS_A_CALLBACK, progress_cb, self);
  sqlite3_set_authorizer (self->handle, authorize, self);
  code = sqlite3_exec (self->handle, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", NULL, NULL, NULL);
  return code == SQLITE_OK || corrupt (self, sqlite3_errstr (code), error);
}

static gboolean
open_private_copy (RoundelShareFile  *self,
                   const char        *copy,
                   gint64             size,
                   GError           **error)
{
  g_autofree char *escaped = g_uri_escape_string (copy, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);
  int code = sqlite3_open_v2 (uri, &self->handle,
                              SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);

  return code == SQLITE_OK ? harden (self, size, error) : corrupt (self, sqlite3_errstr (code), error);
}

/* Nothing of what was sealed is written unencrypted, not even for reading it. */
static gboolean
open_sealed (RoundelShareFile  *self,
             int                fd,
             const char        *passphrase,
             GError           **error)
{
  int code;

  self->opened = roundel_seal_read_bytes (fd, self->path, ROUNDEL_SHARE_ID, passphrase, SEALED_MAX_BYTES,
                                          &self->opened_size, NULL, self->cancellable, error);
  if (self->opened == NULL)
    return FALSE;
  if (self->opened_size < HEADER_SIZE)
    return corrupt (self, _("it is empty"), error);
  if (!check_header (self, self->opened, (gint64) self->opened_size, error))
    return FALSE;
  code = sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_deserialize (self->handle, "main", self->opened, (sqlite3_int64) self->opened_size,
                                (sqlite3_int64) self->opened_size, SQLITE_DESERIALIZE_READONLY);
  return code == SQLITE_OK ? harden (self, (gint64) self->opened_size, error) : corrupt (self, sqlite3_errstr (code), error);
}

static gboolean
step (RoundelShareFile  *self,
      sqlite3_stmt      *statement,
      GError           **error)
{
  int code;

  self->waited = 0;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (code != SQLITE_DONE)
    corrupt (self, sqlite3_errmsg (self->handle), error);
  return FALSE;
}

/* Runs a query whose rows are all looked at by LOOK, which answers how many are to come or -1. */
static gboolean
each_row (RoundelShareFile  *self,
          const char        *sql,
          gboolean         (*look) (RoundelShareFile *self,
                                    sqlite3_stmt     *row,
                                    guint             index),
          guint              expected,
          const char        *what,
          GError           **error)
{
  sqlite3_stmt *statement = NULL;
  g_autoptr (GError) failed = NULL;
  gboolean sound = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) == SQLITE_OK;
  guint n = 0;

  while (sound && step (self, statement, &failed))
    sound = look (self, statement, n++);
  sqlite3_finalize (statement);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (sound && n >= expected)
    return TRUE;
  return corrupt (self, what, error);
}

static gboolean
column_is (sqlite3_stmt *row,
           int           column,
           const char   *text)
{
  return sqlite3_column_type (row, column) == SQLITE_TEXT
         && g_strcmp0 ((const char *) sqlite3_column_text (row, column), text) == 0;
}

static gboolean
look_at_schema (RoundelShareFile *self,
                sqlite3_stmt     *row,
                guint             index)
{
  static const char * const tables[][2] = {
    { "about", "CREATE TABLE " ROUNDEL_SHARE_ABOUT },
    { "revision", "CREATE TABLE " ROUNDEL_SHARE_REVISION },
  };

  return index < G_N_ELEMENTS (tables)
         && column_is (row, 0, "table") && column_is (row, 1, tables[index][0]) && column_is (row, 2, tables[index][0])
         && column_is (row, 3, tables[index][1]);
}

static gboolean
look_at_check (RoundelShareFile *self,
               sqlite3_stmt     *row,
               guint             index)
{
  return column_is (row, 0, "ok");
}

static gboolean
look_at_about (RoundelShareFile *self,
               sqlite3_stmt     *row,
               guint             index)
{
  const char *value = (const char *) sqlite3_column_text (row, 1);

  if (column_is (row, 0, "program"))
    return roundel_id_parse (value, self->program);
  if (!column_is (row, 0, "audience"))
    return index < 100;
  return roundel_audience_find (value, &self->audience);
}

static gboolean
check_contents (RoundelShareFile  *self,
                GError           **error)
{
  int code;

  if (!each_row (self, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name", look_at_schema, 2,
                 _("it has other tables than a share file"), error)
      || !each_row (self, "PRAGMA quick_check (1)", look_at_check, 1, _("its pages do not fit together"), error)
      || !each_row (self, "SELECT key, value FROM about WHERE key IN ('audience', 'program')", look_at_about, 2,
                    _("it does not say what it is"), error))
    return FALSE;
  code = sqlite3_prepare_v2 (self->handle, "SELECT " ROUNDEL_REVISION_COLUMNS " FROM revision ORDER BY id", -1,
                             &self->rows, NULL);
  return code == SQLITE_OK || corrupt (self, sqlite3_errmsg (self->handle), error);
}

static gboolean
open_plain (RoundelShareFile  *self,
            int                from,
            gint64             size,
            GError           **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "roundel", NULL);
  g_autofree char *copy = g_build_filename (folder, "incoming-XXXXXX", NULL);
  int to = -1;
  gboolean opened;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    to = g_mkstemp_full (copy, O_RDWR | O_CLOEXEC, 0600);
  if (to < 0)
    return fail (self, _("The copy for reading could not be made"), errno, error);
  opened = copy_bytes (self, from, to, size, error) && open_private_copy (self, copy, size, error);
  close (to);
  /* The connection keeps it; a crash leaves nothing behind. */
  unlink (copy);
  return opened;
}

static gboolean
open_source_and_check (RoundelShareFile  *self,
                       const char        *passphrase,
                       GError           **error)
{
  guint8 prefix[ROUNDEL_SEAL_PREFIX_SIZE];
  struct stat st;
  int fd = open_source (self, &st, error);
  guint32 sealed = 0;
  gboolean opened;

  if (fd < 0)
    return FALSE;
  if (pread (fd, prefix, sizeof prefix, 0) == (ssize_t) sizeof prefix)
    sealed = roundel_seal_peek (prefix, sizeof prefix);
  if (sealed == 0)
    opened = open_plain (self, fd, st.st_size, error);
  else if (sealed == ROUNDEL_SHARE_ID)
    opened = open_sealed (self, fd, passphrase, error);
  else
    {
      roundel_schema_refuse_sealed (sealed, ROUNDEL_SHARE_ID, self->path, error);
      opened = FALSE;
    }
  close (fd);
  return opened && check_contents (self, error);
}

/**
 * roundel_share_file_open:
 * @path: a file from outside
 * @passphrase: (nullable): what opens it when it is encrypted
 * @cancellable: (nullable): ends the reading
 * @error: return location: %ROUNDEL_STORE_ERROR_LOCKED when it is encrypted and there is no passphrase,
 *   %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE when there is another one
 *
 * Copies the file and checks its structure. Its rows are checked one by one, as they are read.
 *
 * Returns: (transfer full) (nullable): the share file, or %NULL
 */
RoundelShareFile *
roundel_share_file_open (const char    *path,
                         const char    *passphrase,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (RoundelShareFile) self = g_new0 (RoundelShareFile, 1);

  self->path = g_strdup (path);
  g_set_object (&self->cancellable, cancellable);
  return open_source_and_check (self, passphrase, error) ? g_steal_pointer (&self) : NULL;
}

void
roundel_share_file_free (RoundelShareFile *self)
{
  sqlite3_finalize (self->rows);
  sqlite3_close (self->handle);
  if (self->opened != NULL)
    sodium_memzero (self->opened, self->opened_size);
  sqlite3_free (self->opened);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/**
 * roundel_share_file_get_program:
 * @self: a share file
 *
 * Returns: (transfer none) (array fixed-size=16): the one program it is about
 */
const guint8 *
roundel_share_file_get_program (RoundelShareFile *self)
{
  return self->program;
}

/**
 * roundel_share_file_get_audience:
 * @self: a share file
 *
 * Returns: whom it was made for
 */
RoundelAudience
roundel_share_file_get_audience (RoundelShareFile *self)
{
  return self->audience;
}

/**
 * roundel_share_file_is_sealed:
 * @self: a share file
 *
 * Returns: whether a passphrase opened it
 */
gboolean
roundel_share_file_is_sealed (RoundelShareFile *self)
{
  return self->opened != NULL;
}

/**
 * roundel_share_file_next:
 * @self: a share file
 * @error: return location
 *
 * Returns: (transfer none) (array fixed-size=32) (nullable): the id of the next revision, in ascending order, valid
 *   until the next call; %NULL at the end, or with @error set
 */
const guint8 *
roundel_share_file_next (RoundelShareFile  *self,
                         GError           **error)
{
  const guint8 *id;

  if (!step (self, self->rows, error))
    return NULL;
  id = sqlite3_column_blob (self->rows, 0);
  if (sqlite3_column_type (self->rows, 0) != SQLITE_BLOB || sqlite3_column_bytes (self->rows, 0) != ROUNDEL_HASH_SIZE
      || (self->begun && memcmp (self->last, id, ROUNDEL_HASH_SIZE) >= 0))
    {
      corrupt (self, _("its rows are out of order"), error);
      return NULL;
    }
  self->begun = TRUE;
  memcpy (self->last, id, ROUNDEL_HASH_SIZE);
  return id;
}

/* What a row may be: of this program, in a ring that its kind has and that this audience may see. */
static gboolean
belongs (RoundelShareFile      *self,
         const RoundelRevision *revision)
{
  const RoundelKind *kind = roundel_kind_find (revision->kind);
  gboolean members = g_str_equal (revision->ring, roundel_ring_name (ROUNDEL_RING_MEMBERS));

  if (memcmp (revision->program, self->program, ROUNDEL_ID_SIZE) != 0)
    return FALSE;
  if (!members && (self->audience != ROUNDEL_AUDIENCE_ORGANISERS
                   || !g_str_equal (revision->ring, roundel_ring_name (ROUNDEL_RING_ORGANISERS))))
    return FALSE;
  if (kind == NULL || kind->ring == ROUNDEL_RING_OF_ITS_OBJECT)
    return TRUE;
  return g_str_equal (revision->ring, roundel_ring_name (kind->ring));
}

static gboolean
body_is_json (RoundelDb             *trusted,
              const RoundelRevision *revision)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (trusted, "SELECT json_valid (:body)", NULL);

  roundel_bind_text (statement, ":body", revision->body, (gssize) revision->body_length);
  return roundel_db_next (trusted, statement, NULL) && sqlite3_column_int (statement, 0) == 1;
}

/**
 * roundel_share_file_read:
 * @self: a share file, at a row
 * @trusted: a connection of our own, which looks at the JSON
 * @revision: (out caller-allocates): the row, valid until the next call
 * @digest: (out caller-allocates): of its salt and body
 * @error: return location
 *
 * Checks everything about the row that can be known from the row.
 *
 * Returns: whether it is sound
 */
gboolean
roundel_share_file_read (RoundelShareFile  *self,
                         RoundelDb         *trusted,
                         RoundelRevision   *revision,
                         guint8             digest[ROUNDEL_HASH_SIZE],
                         GError           **error)
{
  guint8 id[ROUNDEL_HASH_SIZE];

  if (!roundel_revision_read (revision, self->rows))
    return corrupt (self, _("a row has a wrong form"), error);
  if (!belongs (self, revision))
    return corrupt (self, _("a row does not belong here"), error);
  if (revision->body != NULL
      && (!roundel_body_is_sound (revision->body, revision->body_length) || !body_is_json (trusted, revision)))
    return corrupt (self, _("a text is no JSON object"), error);
  roundel_revision_digest (revision, digest);
  roundel_revision_hash (revision, digest, id);
  if (memcmp (id, revision->id, ROUNDEL_HASH_SIZE) != 0)
    return corrupt (self, _("a row was altered"), error);
  return TRUE;
}

/**
 * roundel_audience_name:
 * @audience: whom a share file is for
 *
 * Returns: (transfer none): the word in the file and on the command line
 */
const char *
roundel_audience_name (RoundelAudience audience)
{
  return audiences[audience];
}

/**
 * roundel_audience_find:
 * @word: (nullable): a word of a file, or of the command line
 * @audience: (out): whom it names
 *
 * Returns: whether it names somebody
 */
gboolean
roundel_audience_find (const char      *word,
                       RoundelAudience *audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (g_strcmp0 (word, audiences[i]) == 0)
      {
        *audience = (RoundelAudience) i;
        return TRUE;
      }
  return FALSE;
}
