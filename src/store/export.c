/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/export.h"

#include "core/kind.h"
#include "store/place.h"
#include "store/record-list.h"
#include "store/schema.h"
#include "store/seal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAIT 5000

/* The one way out. Everything that leaves is read through this view, and the authorizer knows no other. */
#define OUTGOING \
  "CREATE TEMP VIEW outgoing AS SELECT " ROUNDEL_RECORD_COLUMNS \
  " FROM temp.choice AS c CROSS JOIN main.revision AS r" \
  " WHERE r.program = c.program AND r.ring IN (SELECT ring FROM temp.choice_ring)" \
  "   AND (c.circle IS NULL OR r.circle = c.circle OR r.circle = zeroblob (16))" \
  "   AND (c.session IS NULL OR (r.kind IN (SELECT kind FROM temp.choice_kind)" \
  "                              AND (r.kind <> 'session' OR r.entity = c.session))" \
  "       OR r.id IN (SELECT id FROM temp.choice_own))" \
  "   AND r.id NOT IN (SELECT id FROM temp.choice_held)"

static gboolean
fail (const char  *path,
      const char  *what,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  gint error_code = code == ENOSPC || code == EDQUOT ? ROUNDEL_STORE_ERROR_NO_SPACE
                    : code == EACCES || code == EROFS || code == EPERM ? ROUNDEL_STORE_ERROR_READ_ONLY
                    : ROUNDEL_STORE_ERROR_FAILED;

  g_set_error (error, ROUNDEL_STORE_ERROR, error_code, "%s: %s (%s)", name, what, g_strerror (code));
  return FALSE;
}

/* The file that is replaced may be the only copy of something else, the notebook itself for one. */
static gboolean
may_replace (const char  *path,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) failed = NULL;
  RoundelFileHeader header;

  if (roundel_schema_read_header (path, &header, &failed))
    {
      if (header.size == 0 || header.application_id == ROUNDEL_SHARE_ID || header.sealed == ROUNDEL_SHARE_ID)
        return TRUE;
    }
  else if (g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_OURS,
               _("“%s” is there already and is no share file, so it stays as it is. Choose another name."), name);
  return FALSE;
}

static int
authorize (void       *data,
           int         action,
           const char *one,
           const char *two,
           const char *database,
           const char *view)
{
  gboolean from_notebook = g_strcmp0 (database, "main") == 0;

  switch (action)
    {
    case SQLITE_SELECT:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return SQLITE_OK;
    case SQLITE_READ:
      /* A table of which no column is read is asked for with an empty name. */
      return !from_notebook || (g_strcmp0 (one, "revision") == 0 && g_strcmp0 (view, "outgoing") == 0)
             ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_INSERT:
      return g_strcmp0 (database, "share") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return g_strcmp0 (two, "zeroblob") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
    }
}

/* What the session itself left of KIND: the body names the session. */
static gboolean
choose_own (RoundelDb     *db,
            const char    *kind,
            const guint8  *program,
            const guint8  *session,
            GError       **error)
{
  g_autofree char *id = roundel_id_text (session);
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "INSERT INTO temp.choice_own (id) SELECT id FROM main.revision"
                            " WHERE program = :program AND kind = :kind"
                            " AND CASE WHEN json_valid (body) THEN json_extract (body, '$.session') END = :session", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":program", program, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":kind", kind, -1);
  roundel_bind_text (statement, ":session", id, -1);
  return roundel_db_run (db, statement, error);
}

static gboolean
choose_kinds (RoundelDb     *db,
              const guint8  *program,
              const guint8  *session,
              GError       **error)
{
  guint n;
  const RoundelKind *kinds = roundel_kinds (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RoundelStatement) statement = NULL;

      if (kinds[i].led == ROUNDEL_LED_OWN && !choose_own (db, kinds[i].name, program, session, error))
        return FALSE;
      if (kinds[i].led != ROUNDEL_LED_ALL)
        continue;
      statement = roundel_db_prepare (db, "INSERT INTO temp.choice_kind (kind) VALUES (:kind)", error);
      if (statement == NULL)
        return FALSE;
      roundel_bind_text (statement, ":kind", kinds[i].name, -1);
      if (!roundel_db_run (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
choose_ring (RoundelDb   *db,
             RoundelRing  ring,
             GError     **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "INSERT INTO temp.choice_ring (ring) VALUES (:ring)", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":ring", roundel_ring_name (ring), -1);
  return roundel_db_run (db, statement, error);
}

static gboolean
leave_out (RoundelDb   *db,
           GHashTable  *held,
           GError     **error)
{
  GHashTableIter iter;
  gpointer id;

  if (held == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, "INSERT INTO temp.choice_held (id) VALUES (:id)", error);

      if (statement == NULL)
        return FALSE;
      roundel_bind_blob (statement, ":id", g_bytes_get_data (id, NULL), ROUNDEL_HASH_SIZE);
      if (!roundel_db_run (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The circle of the session that is to be led, zeros for none. */
static gboolean
find_circle (RoundelDb            *db,
             const RoundelExport  *choice,
             guint8               *circle,
             GError              **error)
{
  g_autoptr (RoundelRecord) session = NULL;
  RoundelGroup group;
  RoundelRecord named = { .program = choice->program, .entity = choice->session, .kind = "session", .reg = "schedule" };

  if (roundel_record_find_group (&named, roundel_ring_name (ROUNDEL_RING_MEMBERS), &group))
    session = roundel_record_get (db, &group, error);
  else
    g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is no such session here."));
  if (session != NULL && session->circle != NULL)
    roundel_id_parse (session->circle, circle);
  return session != NULL;
}

static gboolean
choose (RoundelDb            *db,
        const RoundelExport  *choice,
        GError              **error)
{
  gboolean facilitator = choice->audience == ROUNDEL_AUDIENCE_FACILITATOR;
  guint8 program[ROUNDEL_ID_SIZE], circle[ROUNDEL_ID_SIZE] = { 0, }, session[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) statement = NULL;

  if (!roundel_id_parse (choice->program, program)
      || (choice->circle != NULL && !roundel_id_parse (choice->circle, circle))
      || (facilitator && !roundel_id_parse (choice->session, session)))
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND,
                           _("There is no such program, circle or session here."));
      return FALSE;
    }
  if (facilitator && !find_circle (db, choice, circle, error))
    return FALSE;
  if (!roundel_db_script (db,
                          "DROP VIEW IF EXISTS temp.outgoing; DROP TABLE IF EXISTS temp.choice;"
                          "DROP TABLE IF EXISTS temp.choice_ring; DROP TABLE IF EXISTS temp.choice_kind;"
                          "DROP TABLE IF EXISTS temp.choice_held; DROP TABLE IF EXISTS temp.choice_own;"
                          "CREATE TEMP TABLE choice (program BLOB, circle BLOB, session BLOB);"
                          "CREATE TEMP TABLE choice_ring (ring TEXT); CREATE TEMP TABLE choice_kind (kind TEXT);"
                          "CREATE TEMP TABLE choice_held (id BLOB PRIMARY KEY) WITHOUT ROWID;"
                          "CREATE TEMP TABLE choice_own (id BLOB PRIMARY KEY) WITHOUT ROWID;"
                          OUTGOING, error)
      || (facilitator && !choose_kinds (db, program, session, error))
      || !leave_out (db, choice->held, error)
      || !choose_ring (db, ROUNDEL_RING_MEMBERS, error)
      || (choice->audience == ROUNDEL_AUDIENCE_ORGANISERS && !choose_ring (db, ROUNDEL_RING_ORGANISERS, error)))
    return FALSE;
  statement = roundel_db_prepare (db, "INSERT INTO temp.choice (program, circle, session)"
                                      " VALUES (:program, :circle, :session)", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":program", program, sizeof program);
  roundel_bind_blob (statement, ":circle", choice->circle != NULL || facilitator ? circle : NULL, sizeof circle);
  roundel_bind_blob (statement, ":session", facilitator ? session : NULL, sizeof session);
  return roundel_db_run (db, statement, error);
}

static gboolean
write_about (RoundelDb   *db,
             const char  *key,
             const char  *value,
             GError     **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "INSERT INTO share.about (key, value) VALUES (:key, :value)", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":key", key, -1);
  roundel_bind_text (statement, ":value", value, -1);
  return roundel_db_run (db, statement, error);
}

static gboolean
fill_attached (RoundelDb            *db,
               const RoundelExport  *choice,
               GError              **error)
{
  return roundel_db_begin (db, error)
         && ((roundel_db_script (db, "INSERT INTO share.revision (" ROUNDEL_REVISION_COLUMNS ")"
                                     " SELECT " ROUNDEL_REVISION_COLUMNS " FROM temp.outgoing ORDER BY id", error)
              && write_about (db, "audience", roundel_audience_name (choice->audience), error)
              && write_about (db, "program", choice->program, error))
             || (roundel_db_rollback (db), FALSE))
         && roundel_db_commit (db, error);
}

/* A fresh file takes nothing along from the pages of the notebook. With PATH ":memory:" it is built there, and handed
 * out as CONTENT, in memory of SQLite. */
static gboolean
fill (RoundelDb            *db,
      const RoundelExport  *choice,
      const char           *path,
      guint8              **content,
      sqlite3_int64        *length,
      GError              **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA share.application_id = %u; PRAGMA share.user_version = %u;",
                                              ROUNDEL_SHARE_ID, ROUNDEL_SHARE_VERSION);
  g_autoptr (RoundelStatement) attach = roundel_db_prepare (db, "ATTACH :path AS share", error);
  gboolean filled;

  if (attach == NULL)
    return FALSE;
  roundel_bind_text (attach, ":path", path, -1);
  if (!roundel_db_run (db, attach, error))
    return FALSE;
  filled = roundel_db_script (db, "PRAGMA share.page_size = " G_STRINGIFY (ROUNDEL_SHARE_PAGE_SIZE) ";"
                                  "PRAGMA share.journal_mode = MEMORY; PRAGMA share.synchronous = OFF;", error)
           && roundel_db_script (db, version, error)
           && roundel_db_script (db, "CREATE TABLE share." ROUNDEL_SHARE_ABOUT ";"
                                       "CREATE TABLE share." ROUNDEL_SHARE_REVISION, error);
  sqlite3_set_authorizer (roundel_db_get_handle (db), authorize, NULL);
  filled = filled && fill_attached (db, choice, error);
  sqlite3_set_authorizer (roundel_db_get_handle (db), NULL, NULL);
  if (filled && content != NULL)
    *content = sqlite3_serialize (roundel_db_get_handle (db), "share", length, 0);
  return roundel_db_script (db, "DETACH share", filled ? error : NULL) && filled;
}

/* Reads what was built as one who gets it would, and once more whether each row may be in it. */
static gboolean
verify (RoundelDb        *db,
        const char       *path,
        const char       *passphrase,
        GCancellable     *cancellable,
        RoundelExported  *exported,
        GError          **error)
{
  g_autoptr (RoundelShareFile) file = roundel_share_file_open (path, passphrase, cancellable, error);
  g_autoptr (GError) failed = NULL;
  struct stat st;

  if (file == NULL)
    return FALSE;
  while (roundel_share_file_next (file, &failed) != NULL)
    {
      RoundelRevision revision;
      guint8 digest[ROUNDEL_HASH_SIZE];

      if (!roundel_share_file_read (file, db, &revision, digest, error))
        return FALSE;
      exported->revisions++;
    }
  if (failed == NULL && stat (path, &st) == 0)
    {
      exported->bytes = st.st_size;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
move_into_place (int          fd,
                 const char  *temporary,
                 const char  *path,
                 GError     **error)
{
  int code = roundel_place (fd, temporary, path);

  return code == 0 || fail (path, _("The share file could not be written"), code, error);
}

/* Built in memory: what is encrypted is on no disk before it is. */
static gboolean
fill_sealed (RoundelDb            *db,
             const RoundelExport  *choice,
             const char           *path,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (RoundelSeal) seal = roundel_seal_new (choice->passphrase, NULL, error);
  guint8 *content = NULL;
  sqlite3_int64 length = 0;
  gboolean sealed;

  if (seal == NULL || !fill (db, choice, ":memory:", &content, &length, error))
    return FALSE;
  if (content == NULL)
    return fail (path, _("The share file could not be built"), ENOMEM, error);
  sealed = roundel_seal_write_bytes (seal, ROUNDEL_SHARE_ID, path, content, (gsize) length, cancellable, error);
  sodium_memzero (content, (gsize) length);
  sqlite3_free (content);
  return sealed;
}

/**
 * roundel_export_list:
 * @notebook: a notebook
 * @choice: what goes out
 * @error: return location
 *
 * Looks through the same view that a share file is filled from. A file has the earlier texts of these records too, and what
 * was deleted.
 *
 * Returns: (transfer full) (element-type RoundelRecord): what would be shown of the file to who gets it, by kind
 */
GPtrArray *
roundel_export_list (RoundelNotebook      *notebook,
                     const RoundelExport  *choice,
                     GError              **error)
{
  RoundelDb *db = roundel_records_get_db (roundel_notebook_get_records (notebook));
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  if (!choose (db, choice, error))
    return NULL;
  statement = roundel_db_prepare (db,
                                  "SELECT " ROUNDEL_RECORD_COLUMNS " FROM temp.outgoing AS r"
                                  " JOIN main.revision AS m ON m.id = r.id JOIN main.current AS c ON c.seq = m.seq"
                                  " AND c.program = m.program AND c.kind = m.kind AND c.entity = m.entity"
                                  " AND c.register = m.register AND c.ring = m.ring"
                                  " WHERE c.live ORDER BY r.kind, r.entity, r.register", error);
  if (statement == NULL)
    return NULL;
  while (roundel_db_next (db, statement, &failed))
    {
      RoundelRecord *record = roundel_record_new (statement);

      if (record != NULL)
        g_ptr_array_add (list, record);
    }
  if (failed == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/**
 * roundel_export_to_file:
 * @notebook: a notebook; it stays usable meanwhile, from its own thread
 * @choice: what goes out
 * @path: the file to be written; a share file that is there is replaced when the new one is whole, anything else stays
 * @cancellable: (nullable): ends it; nothing is left behind
 * @exported: (out caller-allocates): what went out
 * @error: return location
 *
 * Writes a share file: all revisions of the program that the audience may see, and nothing else. With a passphrase it is
 * built in memory and encrypted on its way to the disk. When all of it is held elsewhere already, no file is written.
 *
 * Returns: whether the file is whole and on the disk
 */
gboolean
roundel_export_to_file (RoundelNotebook      *notebook,
                        const RoundelExport  *choice,
                        const char           *path,
                        GCancellable         *cancellable,
                        RoundelExported      *exported,
                        GError              **error)
{
  const char *source = roundel_notebook_get_path (notebook);
  RoundelDb *shared = roundel_records_get_db (roundel_notebook_get_records (notebook));
  RoundelDb *db = source != NULL ? roundel_db_open (source, WAIT, error) : shared;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  gboolean chosen, done;
  gint64 any = 0;
  int fd = -1;

  *exported = (RoundelExported) { 0, };
  if (db == NULL)
    return FALSE;
  roundel_db_set_cancellable (db, cancellable);
  if (choice->passphrase != NULL && db != shared)
    roundel_db_script (db, "PRAGMA temp_store = MEMORY", NULL);
  chosen = may_replace (path, error) && choose (db, choice, error)
           && roundel_db_number (db, "SELECT count (*) FROM (SELECT 1 FROM temp.outgoing LIMIT 1)", &any, error);
  done = chosen && any == 0 && choice->held != NULL;
  if (chosen && !done)
    {
      fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
      if (fd < 0)
        fail (path, _("The share file could not be made"), errno, error);
    }
  if (fd >= 0)
    {
      done = (choice->passphrase != NULL ? fill_sealed (db, choice, temporary, cancellable, error)
                                         : fill (db, choice, temporary, NULL, NULL, error))
             && verify (db, temporary, choice->passphrase, cancellable, exported, error)
             && move_into_place (fd, temporary, path, error);
      if (!done)
        unlink (temporary);
      close (fd);
    }
  roundel_db_set_cancellable (db, NULL);
  if (db != shared)
    roundel_db_close (db, NULL);
  return done;
}
