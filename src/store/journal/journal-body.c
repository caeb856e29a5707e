/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/journal-body.h"

#include "store/record-list.h"
#include "store/record-write.h"

#include <glib/gi18n-lib.h>

static void
refuse_id (const char  *id,
           GError     **error)
{
  g_set_error (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND, _("There is nothing “%s” in the journal."), id);
}

static RoundelRecord *
get_record (RoundelJournal  *self,
            const char      *kind,
            const char      *id,
            GError         **error)
{
  RoundelRecord record = { .entity = id, .kind = kind };
  RoundelGroup group;

  if (roundel_record_find_group (&record, "private", &group))
    return roundel_record_get (roundel_journal_get_db (self), &group, error);
  refuse_id (id, error);
  return NULL;
}

/**
 * roundel_journal_get_body: (skip)
 * @self: a journal
 * @kind: one of the private kinds
 * @id: id of a record
 * @error: return location
 *
 * Returns: (transfer full): the JSON it shows, deleted or not; `{}` when there is none yet; %NULL with @error set
 */
char *
roundel_journal_get_body (RoundelJournal  *self,
                          const char      *kind,
                          const char      *id,
                          GError         **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelRecord) record = get_record (self, kind, id, &failed);

  if (record != NULL && record->body != NULL)
    return g_strdup (record->body);
  if (record != NULL || g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND))
    return g_strdup ("{}");
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

static gboolean
put_body (RoundelJournal    *self,
          const char        *kind,
          const char        *id,
          const char        *over,
          RoundelStatement  *body,
          GError           **error)
{
  g_autofree char *text = NULL;
  RoundelRecord record = { .entity = id, .kind = kind, .revision = over };

  if (!roundel_db_next (roundel_journal_get_db (self), body, error))
    return FALSE;
  record.body = text = g_strdup (roundel_column_text (body, 0));
  sqlite3_reset (body);
  return roundel_record_put (roundel_journal_get_records (self), &record, NULL, error);
}

/**
 * roundel_journal_put_body: (skip)
 * @self: a journal
 * @kind: one of the private kinds
 * @id: id of the record
 * @over: (nullable): the revision it was edited from
 * @body: (nullable): a bound statement whose one column is the new JSON; its parameter `:base`, if it has one, becomes the
 *   JSON that is written over, so that keys of a newer version stay. %NULL when it could not be prepared
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_put_body (RoundelJournal    *self,
                          const char        *kind,
                          const char        *id,
                          const char        *over,
                          RoundelStatement  *body,
                          GError           **error)
{
  g_autofree char *base = NULL;

  if (body == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_index (body, ":base") > 0)
    {
      base = roundel_journal_get_body (self, kind, id, error);
      if (base == NULL)
        return FALSE;
      roundel_bind_text (body, ":base", base, -1);
    }
  return put_body (self, kind, id, over, body, error);
}

/**
 * roundel_journal_put_new_body: (skip)
 * @self: a journal
 * @kind: one of the private kinds
 * @id: id of a record that was never written
 * @body: (nullable): as for roundel_journal_put_body()
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_put_new_body (RoundelJournal    *self,
                              const char        *kind,
                              const char        *id,
                              RoundelStatement  *body,
                              GError           **error)
{
  if (body == NULL)
    return FALSE;
  roundel_bind_text (body, ":base", "{}", -1);
  return put_body (self, kind, id, NULL, body, error);
}

/**
 * roundel_journal_set_deleted: (skip)
 * @self: a journal
 * @kind: one of the private kinds
 * @id: id of a record
 * @deleted: whether it is to be deleted, or back
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when there is no such record
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_set_deleted (RoundelJournal  *self,
                             const char      *kind,
                             const char      *id,
                             gboolean         deleted,
                             GError         **error)
{
  g_autoptr (RoundelRecord) record = get_record (self, kind, id, error);

  if (record == NULL)
    return FALSE;
  if (record->deleted == deleted || record->body == NULL)
    return TRUE;
  return roundel_record_set_deleted (roundel_journal_get_records (self), record, deleted, error);
}

/**
 * roundel_journal_read_one: (skip)
 * @self: a journal
 * @statement: (nullable): a statement of one row at most, with a parameter `:id`; %NULL when it could not be prepared
 * @id: what its owner calls for
 * @read: makes something of the row
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when there is no row
 *
 * Returns: (transfer full): what @read made, or %NULL
 */
gpointer
roundel_journal_read_one (RoundelJournal    *self,
                          RoundelStatement  *statement,
                          const char        *id,
                          RoundelReadFunc    read,
                          GError           **error)
{
  guint8 bytes[ROUNDEL_ID_SIZE];
  g_autoptr (GError) failed = NULL;

  if (statement == NULL || !roundel_bind_id (statement, ":id", id, bytes, error))
    return NULL;
  if (roundel_db_next (roundel_journal_get_db (self), statement, &failed))
    return read (statement);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    refuse_id (id, error);
  return NULL;
}

/**
 * roundel_journal_read_all: (skip)
 * @self: a journal
 * @statement: (nullable): a bound statement; %NULL when it could not be prepared
 * @read: makes something of a row, or %NULL of one that is to be passed over
 * @free: what lets go of it
 * @error: return location
 *
 * Returns: (transfer full): what @read made of all rows, or %NULL
 */
GPtrArray *
roundel_journal_read_all (RoundelJournal    *self,
                          RoundelStatement  *statement,
                          RoundelReadFunc    read,
                          GDestroyNotify     free,
                          GError           **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func (free);
  while (roundel_db_next (roundel_journal_get_db (self), statement, &failed))
    {
      gpointer one = read (statement);

      if (one != NULL)
        g_ptr_array_add (all, one);
    }
  if (failed == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/**
 * roundel_journal_json_array: (skip)
 * @texts: (nullable): texts
 *
 * Returns: (transfer full) (nullable): a JSON array of them; %NULL when there are none
 */
char *
roundel_journal_json_array (const char * const *texts)
{
  g_autoptr (GString) json = g_string_new ("[");

  if (texts == NULL || texts[0] == NULL)
    return NULL;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ",\"" : "\"");
      for (const char *c = texts[i]; *c != '\0'; c++)
        if ((guchar) *c < 0x20)
          g_string_append_c (json, ' ');
        else if (*c == '"' || *c == '\\')
          g_string_append_printf (json, "\\%c", *c);
        else
          g_string_append_c (json, *c);
      g_string_append_c (json, '"');
    }
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

/**
 * roundel_journal_split: (skip)
 * @lines: (nullable): texts of one line each
 *
 * Returns: (transfer full): the texts, none for %NULL
 */
char **
roundel_journal_split (const char *lines)
{
  return lines != NULL ? g_strsplit (lines, "\n", -1) : g_new0 (char *, 1);
}

/**
 * roundel_journal_now: (skip)
 * @self: a journal
 *
 * Returns: (transfer full): the present moment, in the local zone
 */
GDateTime *
roundel_journal_now (RoundelJournal *self)
{
  return g_date_time_new_from_unix_local (roundel_env_now (roundel_journal_get_env (self)) / G_USEC_PER_SEC);
}

/**
 * roundel_journal_time_text: (skip)
 * @self: a journal
 * @time: (nullable): a moment; %NULL for the present one
 *
 * Returns: (transfer full): it as ISO 8601
 */
char *
roundel_journal_time_text (RoundelJournal *self,
                           GDateTime      *time)
{
  g_autoptr (GDateTime) now = time == NULL ? roundel_journal_now (self) : NULL;

  return g_date_time_format_iso8601 (time != NULL ? time : now);
}

/**
 * roundel_column_text: (skip)
 * @row: a row
 * @column: index of a column
 *
 * Returns: (transfer none) (nullable): its text, until the next row
 */
const char *
roundel_column_text (RoundelStatement *row,
                     int               column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/**
 * roundel_column_id: (skip)
 * @row: a row
 * @column: index of a column with the 16 bytes of an id
 *
 * Returns: (transfer full) (nullable): the id as text
 */
char *
roundel_column_id (RoundelStatement *row,
                   int               column)
{
  if (sqlite3_column_bytes (row, column) != ROUNDEL_ID_SIZE)
    return NULL;
  return roundel_id_text (sqlite3_column_blob (row, column));
}

/**
 * roundel_column_date_time: (skip)
 * @row: a row
 * @column: index of a column with a time as ISO 8601
 *
 * Returns: (transfer full) (nullable): the time, in the zone it was written in
 */
GDateTime *
roundel_column_date_time (RoundelStatement *row,
                          int               column)
{
  const char *text = roundel_column_text (row, column);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;
}

/**
 * roundel_bind_id: (skip)
 * @statement: a statement
 * @name: the parameter
 * @id: an id as text
 * @bytes: (out caller-allocates): the id, to be kept until @statement is reset
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when it is no id, so that nothing can have it
 *
 * Returns: whether it is one
 */
gboolean
roundel_bind_id (RoundelStatement  *statement,
                 const char        *name,
                 const char        *id,
                 guint8             bytes[ROUNDEL_ID_SIZE],
                 GError           **error)
{
  if (!roundel_id_parse (id, bytes))
    {
      refuse_id (id, error);
      return FALSE;
    }
  roundel_bind_blob (statement, name, bytes, ROUNDEL_ID_SIZE);
  return TRUE;
}
