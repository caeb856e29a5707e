/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/incoming-log.h"

#include "store/journal/journal-body.h"
#include "store/journal/setting.h"

/* With whom one exchanges files, and when, tells something about oneself: it stands in the journal, as a list in a setting. */
#define SETTING "incoming"
#define MOST "200"

void
roundel_incoming_entry_free (RoundelIncomingEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->files);
  g_free (self->from);
  g_free (self->backup);
  g_free (self);
}

/**
 * roundel_journal_log_incoming:
 * @self: a journal
 * @entry: what came in
 * @error: return location
 *
 * The last 200 are kept.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_log_incoming (RoundelJournal              *self,
                              const RoundelIncomingEntry  *entry,
                              GError                     **error)
{
  RoundelDb *db;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && entry != NULL, FALSE);

  db = roundel_journal_get_db (self);
  before = roundel_journal_get_setting (self, SETTING, NULL);
  statement = roundel_db_prepare (db,
                                  "SELECT json_group_array (json (value)) FROM ("
                                  " SELECT json_object ('when', :when, 'title', :title, 'files', :files, 'from', :from,"
                                  "   'added', :added, 'changed', :changed, 'deleted', :deleted, 'erased', :erased,"
                                  "   'conflicts', :conflicts, 'revisions', :revisions, 'backup', :backup) AS value"
                                  " UNION ALL SELECT value FROM json_each (coalesce (:before, '[]')) LIMIT " MOST ")", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":when", entry->when);
  roundel_bind_text (statement, ":title", entry->title, -1);
  roundel_bind_text (statement, ":files", entry->files, -1);
  roundel_bind_text (statement, ":from", entry->from, -1);
  roundel_bind_int64 (statement, ":added", entry->added);
  roundel_bind_int64 (statement, ":changed", entry->changed);
  roundel_bind_int64 (statement, ":deleted", entry->deleted);
  roundel_bind_int64 (statement, ":erased", entry->erased);
  roundel_bind_int64 (statement, ":conflicts", entry->conflicts);
  roundel_bind_int64 (statement, ":revisions", entry->revisions);
  roundel_bind_text (statement, ":backup", entry->backup, -1);
  roundel_bind_text (statement, ":before", before, -1);
  if (!roundel_db_next (db, statement, error))
    return FALSE;
  after = g_strdup (roundel_column_text (statement, 0));
  roundel_statement_reset (statement);
  return roundel_journal_set_setting (self, SETTING, after, error);
}

/**
 * roundel_journal_list_incoming:
 * @self: a journal
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelIncomingEntry): what came in, the last first
 */
GPtrArray *
roundel_journal_list_incoming (RoundelJournal  *self,
                               GError         **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_incoming_entry_free);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;
  RoundelDb *db;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  db = roundel_journal_get_db (self);
  statement = roundel_db_prepare (db,
                                  "SELECT value ->> 'when', value ->> 'title', value ->> 'files', value ->> 'from',"
                                  "       value ->> 'added', value ->> 'changed', value ->> 'conflicts',"
                                  "       value ->> 'revisions', value ->> 'backup',"
                                  "       value ->> 'deleted', value ->> 'erased'"
                                  " FROM json_each ((SELECT s.value FROM setting AS s WHERE s.name = '" SETTING "'))", error);
  if (statement == NULL)
    return NULL;
  while (roundel_db_next (db, statement, &failed))
    {
      RoundelIncomingEntry *entry = g_new0 (RoundelIncomingEntry, 1);

      entry->when = sqlite3_column_int64 (statement, 0);
      entry->title = g_strdup (roundel_column_text (statement, 1));
      entry->files = g_strdup (roundel_column_text (statement, 2));
      entry->from = g_strdup (roundel_column_text (statement, 3));
      entry->added = (guint) sqlite3_column_int64 (statement, 4);
      entry->changed = (guint) sqlite3_column_int64 (statement, 5);
      entry->conflicts = (guint) sqlite3_column_int64 (statement, 6);
      entry->revisions = (guint) sqlite3_column_int64 (statement, 7);
      entry->backup = g_strdup (roundel_column_text (statement, 8));
      entry->deleted = (guint) sqlite3_column_int64 (statement, 9);
      entry->erased = (guint) sqlite3_column_int64 (statement, 10);
      g_ptr_array_add (entries, entry);
    }
  if (failed == NULL)
    return g_steal_pointer (&entries);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}
