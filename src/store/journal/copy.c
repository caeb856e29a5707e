/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/copy.h"

#include "store/journal/journal-body.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define MOST_BYTES (256 * 1024 * 1024)

/* What its owner wrote; what the program keeps for itself (drafts, runs, tallies, settings) is not copied. */
#define OF_ITS_OWNER "('entry', 'promise', 'practice', 'partner-meeting', 'me')"

/**
 * roundel_journal_write_json:
 * @self: a journal
 * @error: return location
 *
 * The whole journal in one document: `roundel-journal` is its version, and each of its `records` has `kind`, `id` and the
 * `body` as data/schema/README.md says. What is in the bin is left out.
 *
 * Returns: (transfer full): JSON, or %NULL
 */
char *
roundel_journal_write_json (RoundelJournal  *self,
                            GError         **error)
{
  RoundelDb *db;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;
  const char *comma = "\n";

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  db = roundel_journal_get_db (self);
  statement = roundel_db_prepare (db,
                                  "SELECT c.kind, c.entity, r.body FROM current AS c JOIN revision AS r ON r.seq = c.seq"
                                  " WHERE c.program = zeroblob (16) AND c.kind IN " OF_ITS_OWNER " AND c.live"
                                  " ORDER BY c.kind, c.entity", error);
  if (statement == NULL)
    return NULL;
  g_string_append_printf (json, "{\"roundel-journal\":%d,\"records\":[", FORMAT);
  while (roundel_db_next (db, statement, &failed))
    {
      g_autofree char *id = roundel_column_id (statement, 1);

      g_string_append_printf (json, "%s{\"kind\":\"%s\",\"id\":\"%s\",\"body\":%s}", comma, roundel_column_text (statement, 0), id,
                              roundel_column_text (statement, 2));
      comma = ",\n";
    }
  g_string_append (json, "\n]}\n");
  if (failed == NULL)
    return g_string_free (g_steal_pointer (&json), FALSE);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

static gboolean
is_copy (RoundelJournal  *self,
         const char      *text,
         gsize            length,
         GError         **error)
{
  RoundelDb *db = roundel_journal_get_db (self);
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT json_valid (:text) AND json_type (:text, '$.records') = 'array'"
                            " AND json_extract (:text, '$.\"roundel-journal\"') = :format", error);
  g_autoptr (GError) failed = NULL;
  gboolean is;

  if (statement == NULL)
    return FALSE;
  if (length <= MOST_BYTES && g_utf8_validate_len (text, length, NULL))
    {
      roundel_bind_text (statement, ":text", text, (gssize) length);
      roundel_bind_int64 (statement, ":format", FORMAT);
      is = roundel_db_next (db, statement, &failed) && sqlite3_column_int (statement, 0) == 1;
      if (is)
        return TRUE;
    }
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                       _("This is no copy of a journal that Roundel wrote as JSON. Nothing was taken from it."));
  return FALSE;
}

/* How the text is known here: 0 not at all, 1 with other texts, 2 with this one. */
static gboolean
find_known (RoundelJournal  *self,
            const char      *kind,
            const char      *id,
            const char      *body,
            int             *known,
            GError         **error)
{
  RoundelDb *db = roundel_journal_get_db (self);
  guint8 bytes[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT coalesce (max (CASE WHEN body IS NULL OR json (body) = json (:body) THEN 2 ELSE 1 END), 0)"
                            " FROM revision WHERE entity = :id AND kind = :kind AND program = zeroblob (16)", error);

  if (statement == NULL || !roundel_bind_id (statement, ":id", id, bytes, error))
    return FALSE;
  roundel_bind_text (statement, ":body", body, -1);
  roundel_bind_text (statement, ":kind", kind, -1);
  if (!roundel_db_next (db, statement, error))
    return FALSE;
  *known = sqlite3_column_int (statement, 0);
  return TRUE;
}

static gboolean
read_record (RoundelJournal  *self,
             const char      *kind,
             const char      *id,
             const char      *body,
             RoundelCopied   *copied,
             GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;
  int known = 0;

  if (!find_known (self, kind, id, body, &known, error))
    return FALSE;
  if (known == 2)
    {
      copied->unchanged++;
      return TRUE;
    }
  statement = roundel_db_prepare (roundel_journal_get_db (self), "SELECT json (:body)", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":body", body, -1);
  if (!roundel_journal_put_body (self, kind, id, NULL, statement, error))
    return FALSE;
  *(known == 0 ? &copied->added : &copied->changed) += 1;
  return TRUE;
}

/**
 * roundel_journal_read_json:
 * @self: a journal
 * @text: what roundel_journal_write_json() returned, of this or another journal
 * @length: its bytes
 * @copied: (out caller-allocates): what came of it
 * @error: return location: %ROUNDEL_STORE_ERROR_INVALID when it is something else
 *
 * Nothing is doubled when it is done twice, since each record is known by its id; nothing is lost, since a text that is
 * written over stays as a version. What was erased here does not come back.
 *
 * Returns: whether all of it is in the journal; otherwise nothing was taken
 */
gboolean
roundel_journal_read_json (RoundelJournal  *self,
                           const char      *text,
                           gsize            length,
                           RoundelCopied   *copied,
                           GError         **error)
{
  RoundelDb *db;
  RoundelRecords *records;
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && text != NULL && copied != NULL, FALSE);

  *copied = (RoundelCopied) { 0 };
  if (!is_copy (self, text, length, error))
    return FALSE;
  db = roundel_journal_get_db (self);
  records = roundel_journal_get_records (self);
  statement = roundel_db_prepare (db,
                                  "SELECT json_extract (value, '$.kind'), json_extract (value, '$.id'), json_extract (value, '$.body')"
                                  " FROM (SELECT CASE type WHEN 'object' THEN value ELSE '{}' END AS value"
                                  "       FROM json_each (:text, '$.records'))"
                                  " WHERE json_extract (value, '$.kind') IN " OF_ITS_OWNER
                                  "   AND json_type (value, '$.id') = 'text' AND json_type (value, '$.body') = 'object'", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":text", text, (gssize) length);
  roundel_records_begin (records);
  while (failed == NULL && roundel_db_next (db, statement, &failed))
    read_record (self, roundel_column_text (statement, 0), roundel_column_text (statement, 1), roundel_column_text (statement, 2),
                 copied, &failed);
  sqlite3_reset (statement);
  if (failed == NULL)
    return roundel_records_commit (records, error) && roundel_records_flush (records, error);
  roundel_records_cancel (records);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}
