/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/erase.h"

#include "store/current.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RoundelDb *db;
  const RoundelRevision *erasure;
} Applying;

/**
 * roundel_erase_body:
 * @ids: ids of revisions, one behind the other
 * @first: index of the first to be named
 *
 * Returns: (transfer full): the body of an erasure that names up to %ROUNDEL_ERASE_MAX of them
 */
char *
roundel_erase_body (const GByteArray *ids,
                    guint             first)
{
  g_autoptr (GString) body = g_string_new ("{\"revisions\":[");
  guint end = MIN (first + ROUNDEL_ERASE_MAX, ids->len / ROUNDEL_HASH_SIZE);

  for (guint i = first; i < end; i++)
    {
      g_autofree char *text = roundel_hash_text (ids->data + (gsize) i * ROUNDEL_HASH_SIZE);

      g_string_append_printf (body, "%s\"%s\"", i > first ? "," : "", text);
    }
  g_string_append (body, "]}");
  return g_string_free (g_steal_pointer (&body), FALSE);
}

/**
 * roundel_erase_foreach:
 * @db: a connection, which takes the JSON apart
 * @body: the body of an erasure
 * @length: its bytes
 * @func: (scope call): called for each revision it names
 * @data: for @func
 * @error: return location
 *
 * Returns: whether the body names revisions and nothing else, and @func was never displeased
 */
gboolean
roundel_erase_foreach (RoundelDb          *db,
                       const char         *body,
                       gsize               length,
                       RoundelErasedFunc   func,
                       gpointer            data,
                       GError            **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT value FROM json_each (:body, '$.revisions')", error);
  g_autoptr (GError) failed = NULL;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":body", body, (gssize) length);
  while (roundel_db_next (db, statement, &failed))
    {
      guint8 id[ROUNDEL_HASH_SIZE];

      if (!roundel_hash_parse ((const char *) sqlite3_column_text (statement, 0), id))
        {
          n = 0;
          break;
        }
      if (!func (id, data, error))
        return FALSE;
      n++;
    }
  if (failed == NULL && n > 0)
    return TRUE;
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT, _("An erasure does not say what it erases."));
  return FALSE;
}

/**
 * roundel_erase_bind:
 * @statement: with the parameters `:id`, `:program`, `:circle` and `:ring`
 * @id: (array fixed-size=32): what is erased
 * @erasure: what names it, and reaches its own program, circle and ring; it lives until @statement is reset
 */
void
roundel_erase_bind (RoundelStatement      *statement,
                    const guint8          *id,
                    const RoundelRevision *erasure)
{
  roundel_bind_blob (statement, ":id", id, ROUNDEL_HASH_SIZE);
  roundel_bind_blob (statement, ":program", erasure->program, ROUNDEL_ID_SIZE);
  roundel_bind_blob (statement, ":circle", erasure->circle, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":ring", erasure->ring, -1);
}

/**
 * roundel_erase_stub:
 * @db: a connection
 * @id: (array fixed-size=32): what is erased, here or not
 * @scope: the erasure: it reaches its own program, circle and ring
 * @error: return location
 *
 * Takes salt and body away and leaves the digest, by which the stub still verifies. Erasures themselves stay.
 *
 * Returns: whether nothing is left of it in the file
 */
gboolean
roundel_erase_stub (RoundelDb              *db,
                    const guint8           *id,
                    const RoundelRevision  *scope,
                    GError                **error)
{
  g_autoptr (RoundelStatement) find =
    roundel_db_prepare (db,
                        "SELECT " ROUNDEL_REVISION_COLUMNS " FROM revision WHERE id = :id AND program = :program"
                        "   AND circle = :circle AND ring = :ring AND body IS NOT NULL AND kind <> 'erase'", error);
  g_autoptr (RoundelStatement) drop = NULL;
  g_autoptr (GError) failed = NULL;
  RoundelRevision revision;
  guint8 digest[ROUNDEL_HASH_SIZE];

  if (find == NULL)
    return FALSE;
  roundel_erase_bind (find, id, scope);
  if (!roundel_db_next (db, find, &failed))
    {
      if (failed != NULL)
        g_propagate_error (error, g_steal_pointer (&failed));
      return failed == NULL;
    }
  if (!roundel_revision_read (&revision, find))
    {
      g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT, _("A row of the notebook is damaged."));
      return FALSE;
    }
  roundel_revision_digest (&revision, digest);
  if (!roundel_current_touch (db, &revision, error))
    return FALSE;
  drop = roundel_db_prepare (db, "UPDATE revision SET salt = NULL, body = NULL, digest = :digest WHERE id = :id", error);
  if (drop == NULL)
    return FALSE;
  roundel_bind_blob (drop, ":digest", digest, ROUNDEL_HASH_SIZE);
  roundel_bind_blob (drop, ":id", id, ROUNDEL_HASH_SIZE);
  return roundel_db_run (db, drop, error);
}

static gboolean
apply_one (const guint8  *id,
           gpointer       data,
           GError       **error)
{
  Applying *applying = data;
  const RoundelRevision *erasure = applying->erasure;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (applying->db,
                        "INSERT OR IGNORE INTO erased (id, program, circle, ring)"
                        " VALUES (:id, :program, :circle, :ring)", error);

  if (statement == NULL)
    return FALSE;
  roundel_erase_bind (statement, id, erasure);
  return roundel_db_run (applying->db, statement, error)
         && roundel_erase_stub (applying->db, id, erasure, error);
}

/**
 * roundel_erase_apply:
 * @db: a connection within a transaction
 * @erasure: a revision of the kind erase, with its body
 * @error: return location
 *
 * Drops what it names, now and whenever it arrives.
 *
 * Returns: whether it is done
 */
gboolean
roundel_erase_apply (RoundelDb              *db,
                     const RoundelRevision  *erasure,
                     GError                **error)
{
  Applying applying = { db, erasure };

  return roundel_erase_foreach (db, erasure->body, erasure->body_length, apply_one, &applying, error);
}
