/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/leave.h"

static gboolean
drop_from (RoundelDb     *db,
           const guint8  *program,
           const char    *sql,
           GError       **error)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":program", program, ROUNDEL_ID_SIZE);
  return roundel_db_run (db, statement, error);
}

/**
 * roundel_notebook_leave:
 * @self: a notebook
 * @program: id of a program
 * @error: return location
 *
 * Drops all that is here of a program, earlier texts too, from this notebook alone. Absence never means deletion: nobody
 * else loses anything, and a share file of it brings it back. What was written here and never given to anybody is gone.
 *
 * Returns: whether nothing of it is left
 */
gboolean
roundel_notebook_leave (RoundelNotebook  *self,
                        const char       *program,
                        GError          **error)
{
  RoundelRecords *records;
  RoundelDb *db;
  guint8 id[ROUNDEL_ID_SIZE];

  g_return_val_if_fail (ROUNDEL_IS_NOTEBOOK (self) && program != NULL, FALSE);

  records = roundel_notebook_get_records (self);
  db = roundel_records_get_db (records);
  /* what still waits would come after it */
  if (!roundel_id_parse (program, id) || !roundel_records_flush (records, error) || !roundel_db_begin (db, error))
    return FALSE;
  if (!drop_from (db, id, "DELETE FROM revision WHERE program = :program", error)
      || !drop_from (db, id, "DELETE FROM current WHERE program = :program", error)
      || !drop_from (db, id, "DELETE FROM erased WHERE program = :program", error))
    {
      roundel_db_rollback (db);
      return FALSE;
    }
  if (!roundel_db_commit (db, error))
    return FALSE;
  /* the log has the texts too */
  roundel_db_checkpoint (db, NULL);
  g_signal_emit_by_name (self, "changed");
  return TRUE;
}
