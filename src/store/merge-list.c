/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/merge.h"

/* What lies set aside. */

static void
news_free (RoundelMergeNews *news)
{
  g_free (news->program);
  g_free (news->device);
  g_free (news);
}

/**
 * roundel_merge_list_news:
 * @self: a merge
 * @error: return location
 *
 * To be asked before roundel_merge_apply(). Revisions are unsigned: the writer is who they claim to be from.
 *
 * Returns: (transfer full) (element-type RoundelMergeNews): what was set aside, by program, writer and kind
 */
GPtrArray *
roundel_merge_list_news (RoundelMerge  *self,
                         GError       **error)
{
  RoundelDb *db = roundel_merge_get_db (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) news_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT program, device, kind, count (DISTINCT entity) FROM temp.staged"
                        " GROUP BY program, device, kind ORDER BY program, device, kind", error);

  if (statement == NULL)
    return NULL;
  while (roundel_db_next (db, statement, &failed))
    {
      RoundelMergeNews *news = g_new0 (RoundelMergeNews, 1);

      news->program = roundel_id_text (sqlite3_column_blob (statement, 0));
      news->device = roundel_id_text (sqlite3_column_blob (statement, 1));
      news->kind = g_intern_string ((const char *) sqlite3_column_text (statement, 2));
      news->records = (guint) sqlite3_column_int (statement, 3);
      g_ptr_array_add (list, news);
    }
  if (failed == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/**
 * roundel_merge_list_kind:
 * @self: a merge
 * @kind: one of the table of kinds
 * @error: return location
 *
 * To be asked before roundel_merge_apply(): the title of a program that is not here, and who its members are.
 *
 * Returns: (transfer full) (element-type RoundelRecord): the revisions of that kind that were set aside, newest first
 */
GPtrArray *
roundel_merge_list_kind (RoundelMerge  *self,
                         const char    *kind,
                         GError       **error)
{
  RoundelDb *db = roundel_merge_get_db (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT id, program, circle, ring, entity, kind, register, hlc, device, parents, deleted,"
                        "       salt, body, NULL FROM temp.staged WHERE kind = :kind AND body IS NOT NULL"
                        " ORDER BY hlc DESC, id DESC", error);

  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":kind", kind, -1);
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
