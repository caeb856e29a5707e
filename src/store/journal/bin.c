/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/bin.h"

#include "store/journal/journal-body.h"
#include "store/record-write.h"

#include <glib/gi18n-lib.h>

static gboolean
drop_draft (RoundelDb   *db,
            const char  *id,
            GError     **error)
{
  guint8 bytes[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, "DELETE FROM draft WHERE id = :id", error);

  return statement != NULL && roundel_bind_id (statement, ":id", id, bytes, error) && roundel_db_run (db, statement, error);
}

static gboolean
erase (RoundelJournal      *self,
       const char * const  *ids,
       GError             **error)
{
  RoundelRecords *records = roundel_journal_get_records (self);
  RoundelDb *db = roundel_journal_get_db (self);
  gboolean sound = roundel_records_flush (records, error) && roundel_journal_flush (self, error);

  if (!sound)
    return FALSE;
  roundel_records_begin (records);
  for (guint i = 0; sound && ids[i] != NULL; i++)
    sound = drop_draft (db, ids[i], error) && roundel_record_erase (records, NULL, ids[i], error);
  if (sound)
    return roundel_records_commit (records, error) && roundel_records_flush (records, error)
           && roundel_journal_clean_index (self, error);
  roundel_records_cancel (records);
  return FALSE;
}

/**
 * roundel_journal_count_bin:
 * @self: a journal
 * @entries: (out): how many entries are in the bin
 * @error: return location
 *
 * Returns: whether they could be counted
 */
gboolean
roundel_journal_count_bin (RoundelJournal  *self,
                           guint           *entries,
                           GError         **error)
{
  gint64 n;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  if (!roundel_db_number (roundel_journal_get_db (self), "SELECT count (*) FROM entry WHERE live = 0", &n, error))
    return FALSE;
  *entries = (guint) n;
  return TRUE;
}

/**
 * roundel_journal_erase_entry:
 * @self: a journal
 * @id: id of an entry that is in the bin
 * @error: return location: %ROUNDEL_STORE_ERROR_INVALID when it is not
 *
 * Every version of it leaves the file, the index and the log, and cannot come back. It does not reach backups, or what
 * was released of it.
 *
 * Returns: whether nothing of it is left in the file
 */
gboolean
roundel_journal_erase_entry (RoundelJournal  *self,
                             const char      *id,
                             GError         **error)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (RoundelEntry) entry = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  entry = roundel_journal_get_entry (self, id, error);
  if (entry == NULL)
    return FALSE;
  if (entry->deleted)
    return erase (self, ids, error);
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_INVALID,
               _("The entry “%s” is not in the bin. Delete it first: that can be undone, and this cannot."), id);
  return FALSE;
}

/**
 * roundel_journal_empty_bin:
 * @self: a journal
 * @entries: (out) (optional): how many entries were in it
 * @error: return location
 *
 * Erases all that is in the bin, as roundel_journal_erase_entry() does with one.
 *
 * Returns: whether it is empty
 */
gboolean
roundel_journal_empty_bin (RoundelJournal  *self,
                           guint           *entries,
                           GError         **error)
{
  const RoundelEntryFilter bin = { .deleted = TRUE };
  g_autoptr (GArray) refs = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  refs = roundel_journal_list_entries (self, &bin, G_MAXUINT, error);
  if (refs == NULL)
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    {
      g_autofree char *id = roundel_id_text (g_array_index (refs, RoundelEntryRef, i).id);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  if (entries != NULL)
    *entries = refs->len;
  return refs->len == 0 || erase (self, (const char * const *) ids, error);
}
