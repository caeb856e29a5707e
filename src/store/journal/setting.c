/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/setting.h"

#include "store/journal/journal-body.h"

/**
 * roundel_journal_set_setting:
 * @self: a journal
 * @name: names the setting
 * @value: (nullable): any text; %NULL to forget it
 * @error: return location
 *
 * For what tells something about its owner and therefore does not belong into GSettings, as a program that is being
 * designed. It is written over, not kept in versions.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_set_setting (RoundelJournal  *self,
                             const char      *name,
                             const char      *value,
                             GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && name != NULL, FALSE);

  if (value == NULL)
    statement = roundel_db_prepare (roundel_journal_get_db (self), "DELETE FROM setting WHERE name = :name", error);
  else
    statement = roundel_db_prepare (roundel_journal_get_db (self),
                                    "INSERT INTO setting (name, value) VALUES (:name, :value)"
                                    " ON CONFLICT (name) DO UPDATE SET value = :value", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_text (statement, ":name", name, -1);
  if (value != NULL)
    roundel_bind_text (statement, ":value", value, -1);
  return roundel_journal_write_state (self, statement, error);
}

/**
 * roundel_journal_get_setting:
 * @self: a journal
 * @name: names the setting
 * @error: return location; not set when it was never set
 *
 * Returns: (transfer full) (nullable): its value, or %NULL
 */
char *
roundel_journal_get_setting (RoundelJournal  *self,
                             const char      *name,
                             GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && name != NULL, NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self), "SELECT value FROM setting WHERE name = :name", error);
  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":name", name, -1);
  return roundel_db_next (roundel_journal_get_db (self), statement, error) ? g_strdup (roundel_column_text (statement, 0)) : NULL;
}
