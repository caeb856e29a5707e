/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/me.h"

#include "store/journal/journal-body.h"

/**
 * roundel_journal_set_me:
 * @self: a journal
 * @program: id of a program
 * @member: (nullable): id of the member of it who writes this journal; %NULL for none
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_set_me (RoundelJournal  *self,
                        const char      *program,
                        const char      *member,
                        GError         **error)
{
  g_autoptr (RoundelStatement) body = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && program != NULL, FALSE);

  body = roundel_db_prepare (roundel_journal_get_db (self), "SELECT json_patch (:base, json_object ('member', :member))", error);
  if (body == NULL)
    return FALSE;
  roundel_bind_text (body, ":member", member, -1);
  return roundel_journal_put_body (self, "me", program, NULL, body, error);
}

/**
 * roundel_journal_get_me:
 * @self: a journal
 * @program: id of a program
 * @error: return location; not set when it was never said
 *
 * Returns: (transfer full) (nullable): id of the member of @program who writes this journal, or %NULL
 */
char *
roundel_journal_get_me (RoundelJournal  *self,
                        const char      *program,
                        GError         **error)
{
  RoundelDb *db;
  g_autofree char *body = NULL;
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && program != NULL, NULL);

  db = roundel_journal_get_db (self);
  body = roundel_journal_get_body (self, "me", program, error);
  if (body == NULL)
    return NULL;
  statement = roundel_db_prepare (db, "SELECT json_extract (:body, '$.member')", error);
  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":body", body, -1);
  return roundel_db_next (db, statement, error) ? g_strdup (roundel_column_text (statement, 0)) : NULL;
}
