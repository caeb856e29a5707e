/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/copy.h"

#include "core/kind.h"
#include "store/journal/journal-body.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define MOST_BYTES (256 * 1024 * 1024)

void
roundel_copy_free (RoundelCopy *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->id);
  g_free (self->body);
  g_free (self);
}

/**
 * roundel_copies_new:
 *
 * Returns: (transfer full) (element-type RoundelCopy): none yet
 */
GPtrArray *
roundel_copies_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_copy_free);
}

static RoundelCopy *
copy_new (const char *kind,
          const char *id,
          const char *body)
{
  RoundelCopy *copy = g_new0 (RoundelCopy, 1);

  copy->kind = g_strdup (kind);
  copy->id = g_strdup (id);
  copy->body = g_strdup (body);
  return copy;
}

/**
 * roundel_journal_write_json:
 * @self: a journal
 * @error: return location
 *
 * The whole journal in one document: `roundel-journal` is its version, and each of its `records` has `kind`, `id` and the
 * `body` as data/schema/README.md says. What is in the bin is left out; so are drafts, runs, tallies and settings, which the
 * program keeps for itself.
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
                                  " WHERE c.program = zeroblob (16) AND c.ring = 'private' AND c.kind <> 'erase' AND c.live"
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
is_copy (RoundelDb   *db,
         const char  *text,
         gsize        length,
         GError     **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT json_valid (:text) AND json_type (:text, '$.records') = 'array'"
                            " AND json_extract (:text, '$.\"roundel-journal\"') = :format", error);

  if (statement == NULL)
    return FALSE;
  if (length <= MOST_BYTES && g_utf8_validate_len (text, length, NULL))
    {
      roundel_bind_text (statement, ":text", text, (gssize) length);
      roundel_bind_int64 (statement, ":format", FORMAT);
      if (roundel_db_next (db, statement, NULL) && sqlite3_column_int (statement, 0) == 1)
        return TRUE;
    }
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
                       _("This is no copy of a journal that Roundel wrote as JSON. Nothing was taken from it."));
  return FALSE;
}

/* What its owner wrote, and not what the program keeps as state. */
static gboolean
is_taken (const RoundelKind *kind)
{
  static const char *const state[] = { "draft", "run", "tally", "setting", NULL };

  return kind != NULL && kind->ring == ROUNDEL_RING_PRIVATE && !g_strv_contains (state, kind->name);
}

static gboolean
read_copies (RoundelDb   *db,
             const char  *text,
             gsize        length,
             GPtrArray   *copies,
             GError     **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT json_extract (value, '$.kind'), json_extract (value, '$.id'), json_extract (value, '$.body')"
                        " FROM (SELECT CASE type WHEN 'object' THEN value ELSE '{}' END AS value"
                        "       FROM json_each (:text, '$.records'))"
                        " WHERE json_type (value, '$.kind') = 'text' AND json_type (value, '$.id') = 'text'"
                        "   AND json_type (value, '$.body') = 'object'", error);
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":text", text, (gssize) length);
  while (roundel_db_next (db, statement, &failed))
    {
      const RoundelKind *kind = roundel_kind_find (roundel_column_text (statement, 0));

      if (is_taken (kind))
        g_ptr_array_add (copies, copy_new (kind->name, roundel_column_text (statement, 1), roundel_column_text (statement, 2)));
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_copies_read_json:
 * @text: what roundel_journal_write_json() returned, of any journal
 * @length: its bytes
 * @error: return location: %ROUNDEL_STORE_ERROR_INVALID when it is something else
 *
 * May be called in any thread. Kinds that this version does not know are passed over.
 *
 * Returns: (transfer full) (element-type RoundelCopy): for roundel_journal_take(), or %NULL
 */
GPtrArray *
roundel_copies_read_json (const char  *text,
                          gsize        length,
                          GError     **error)
{
  g_autoptr (GPtrArray) copies = roundel_copies_new ();
  RoundelDb *db;
  gboolean read;

  g_return_val_if_fail (text != NULL, NULL);

  db = roundel_db_open (NULL, 0, error);
  if (db == NULL)
    return NULL;
  read = is_copy (db, text, length, error) && read_copies (db, text, length, copies, error);
  roundel_db_close (db, NULL);
  return read ? g_steal_pointer (&copies) : NULL;
}

/* How the text is known here: not at all, with other texts, with this one as it is shown or was once, or in the bin. */
typedef enum
{
  UNKNOWN,
  OTHER,
  SAME,
  SAME_IN_BIN,
} Known;

static gboolean
find_known (RoundelJournal     *self,
            const RoundelCopy  *copy,
            Known              *known,
            GError            **error)
{
  RoundelDb *db = roundel_journal_get_db (self);
  guint8 bytes[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT coalesce (max (CASE WHEN body IS NULL THEN 2"
                        "   WHEN json (body) = CASE WHEN :partly THEN json_patch (body, :body) ELSE json (:body) END THEN 2"
                        "   ELSE 1 END), 0),"
                        "  EXISTS (SELECT 1 FROM current WHERE program = zeroblob (16) AND kind = :kind AND entity = :id AND NOT live)"
                        " FROM revision WHERE entity = :id AND kind = :kind AND program = zeroblob (16)", error);

  if (statement == NULL || !roundel_bind_id (statement, ":id", copy->id, bytes, error))
    return FALSE;
  roundel_bind_text (statement, ":body", copy->body, -1);
  roundel_bind_text (statement, ":kind", copy->kind, -1);
  roundel_bind_int64 (statement, ":partly", copy->partly);
  if (!roundel_db_next (db, statement, error))
    return FALSE;
  *known = (Known) sqlite3_column_int (statement, 0);
  if (*known == SAME && sqlite3_column_int (statement, 1) != 0)
    *known = SAME_IN_BIN;
  return TRUE;
}

static gboolean
put_copy (RoundelJournal     *self,
          const RoundelCopy  *copy,
          GError            **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (roundel_journal_get_db (self), copy->partly ? "SELECT json_patch (:base, :body)" : "SELECT json (:body)",
                        error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":body", copy->body, -1);
  return roundel_journal_put_body (self, copy->kind, copy->id, NULL, statement, error);
}

static gboolean
take_copy (RoundelJournal     *self,
           const RoundelCopy  *copy,
           RoundelCopied      *copied,
           GError            **error)
{
  g_autofree char *before = NULL;
  Known known = UNKNOWN;

  if (!find_known (self, copy, &known, error))
    return FALSE;
  if (known == SAME)
    {
      copied->unchanged++;
      return TRUE;
    }
  if (known == OTHER && (before = roundel_journal_get_body (self, copy->kind, copy->id, error)) == NULL)
    return FALSE;
  if (known == SAME_IN_BIN ? !roundel_journal_set_deleted (self, copy->kind, copy->id, FALSE, error) : !put_copy (self, copy, error))
    return FALSE;
  if (copied->back != NULL)
    g_ptr_array_add (copied->back, copy_new (copy->kind, copy->id, before));
  *(known == OTHER ? &copied->changed : &copied->added) += 1;
  if (known != OTHER && !g_str_equal (copy->kind, "entry"))
    copied->beside++;
  return TRUE;
}

/**
 * roundel_journal_take:
 * @self: a journal
 * @copies: (element-type RoundelCopy): records
 * @from: index of the first that is taken
 * @to: index behind the last
 * @copied: (inout): what came of it is added
 * @error: return location
 *
 * Nothing is doubled when it is done twice, since each record is known by its id; nothing is lost, since a text that is
 * written over stays as a version, and what is in the bin comes out of it. What was erased here does not come back.
 *
 * Returns: whether all of them are in the journal; otherwise none was taken
 */
gboolean
roundel_journal_take (RoundelJournal  *self,
                      GPtrArray       *copies,
                      guint            from,
                      guint            to,
                      RoundelCopied   *copied,
                      GError         **error)
{
  RoundelRecords *records;
  gboolean taken = TRUE;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && to <= copies->len, FALSE);

  records = roundel_journal_get_records (self);
  roundel_records_begin (records);
  for (guint i = from; taken && i < to; i++)
    taken = take_copy (self, copies->pdata[i], copied, error);
  if (taken)
    return roundel_records_commit (records, error);
  roundel_records_cancel (records);
  return FALSE;
}

/**
 * roundel_journal_take_back:
 * @self: a journal
 * @back: (element-type RoundelCopy): what roundel_journal_take() left; what is taken back goes out of it
 * @most: how many records at most
 * @error: return location
 *
 * What was added goes into the bin, and what was changed is as it was.
 *
 * Returns: whether they are as before; otherwise all of them are as they were after roundel_journal_take()
 */
gboolean
roundel_journal_take_back (RoundelJournal  *self,
                           GPtrArray       *back,
                           guint            most,
                           GError         **error)
{
  RoundelRecords *records;
  gboolean done = TRUE;
  guint rest = back->len - MIN (back->len, most);

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  records = roundel_journal_get_records (self);
  roundel_records_begin (records);
  for (guint i = back->len; done && i > rest; i--)
    {
      const RoundelCopy *copy = back->pdata[i - 1];

      done = copy->body != NULL ? put_copy (self, copy, error) : roundel_journal_set_deleted (self, copy->kind, copy->id, TRUE, error);
    }
  if (!done)
    {
      roundel_records_cancel (records);
      return FALSE;
    }
  if (!roundel_records_commit (records, error))
    return FALSE;
  g_ptr_array_set_size (back, (int) rest);
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
 * Takes all of it, as roundel_journal_take() does.
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
  g_autoptr (GPtrArray) copies = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && text != NULL && copied != NULL, FALSE);

  *copied = (RoundelCopied) { 0 };
  copies = roundel_copies_read_json (text, length, error);
  return copies != NULL && roundel_journal_take (self, copies, 0, copies->len, copied, error)
         && roundel_records_flush (roundel_journal_get_records (self), error);
}
