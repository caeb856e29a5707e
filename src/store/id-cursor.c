/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/id-cursor.h"

#include <string.h>

#define CLOSE_BY 16    /* rows walked before a new search in the ids that are here */

static gboolean
cursor_step (RoundelIdCursor  *cursor,
             GError          **error)
{
  g_autoptr (GError) failed = NULL;

  cursor->ended = !roundel_db_next (cursor->db, cursor->ids, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!cursor->ended)
    memcpy (cursor->at, sqlite3_column_blob (cursor->ids, 0), ROUNDEL_HASH_SIZE);
  return TRUE;
}

static gboolean
cursor_seek (RoundelIdCursor  *cursor,
             const guint8     *id,
             GError          **error)
{
  roundel_statement_reset (cursor->ids);
  sqlite3_bind_blob (cursor->ids, 1, id, ROUNDEL_HASH_SIZE, SQLITE_TRANSIENT);
  cursor->begun = TRUE;
  return cursor_step (cursor, error);
}

/**
 * roundel_id_cursor_has:
 * @cursor: with a connection and the statement that walks from an id on
 * @id: (array fixed-size=32): greater than the one asked for before
 * @here: (out): whether there is a revision of this id
 * @error: return location
 *
 * Returns: whether it could be asked
 */
gboolean
roundel_id_cursor_has (RoundelIdCursor  *cursor,
                       const guint8     *id,
                       gboolean         *here,
                       GError          **error)
{
  guint walked = 0;

  if (!cursor->begun && !cursor_seek (cursor, id, error))
    return FALSE;
  while (!cursor->ended && memcmp (cursor->at, id, ROUNDEL_HASH_SIZE) < 0)
    if (++walked < CLOSE_BY ? !cursor_step (cursor, error) : !cursor_seek (cursor, id, error))
      return FALSE;
  *here = !cursor->ended && memcmp (cursor->at, id, ROUNDEL_HASH_SIZE) == 0;
  return TRUE;
}
