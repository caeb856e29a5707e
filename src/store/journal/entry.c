/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/entry.h"

#include "core/tags.h"
#include "store/hlc.h"
#include "store/journal/journal-body.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * roundel_entry_kinds:
 *
 * Returns: (transfer none): what an entry can be (J1)
 */
const char * const *
roundel_entry_kinds (void)
{
  static const char *const kinds[] = {
    "reflection", "lesson", "question", "story", "feedback", "coming-up", "note", NULL,
  };

  return kinds;
}

/**
 * roundel_entry_kind_title:
 * @kind: one of roundel_entry_kinds(), or a word of a newer version
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
roundel_entry_kind_title (const char *kind)
{
  static const char *const titles[] = {
    N_("Reflection"), N_("Lesson"), N_("Question"), N_("Story"), N_("Feedback"), N_("Coming up"), N_("Note"),
  };
  const char *const *kinds = roundel_entry_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], kind))
      return _(titles[i]);
  return kind;
}

/**
 * roundel_entry_dup_heading:
 * @self: an entry
 *
 * Returns: (transfer full): when it was written and what it is, for who reads it on paper or elsewhere
 */
char *
roundel_entry_dup_heading (const RoundelEntry *self)
{
  g_autofree char *when = g_date_time_format (self->written, _("%A, %e %B %Y, %H:%M"));

  return g_strdup_printf ("%s · %s", g_strstrip (when), roundel_entry_kind_title (self->kind));
}

/**
 * roundel_entry_free:
 * @self: (nullable): an entry that came out of the store
 */
void
roundel_entry_free (RoundelEntry *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->id);
  g_free ((char *) self->kind);
  g_free ((char *) self->text);
  g_strfreev ((char **) self->tags);
  g_free ((char *) self->program);
  g_free ((char *) self->session);
  g_clear_pointer (&self->written, g_date_time_unref);
  g_free ((char *) self->revision);
  g_free (self);
}

/**
 * roundel_entry_read: (skip)
 * @row: a row whose first columns are %ROUNDEL_ENTRY_COLUMNS, or those of a body alone
 *
 * Returns: (transfer full): the entry, without its id
 */
RoundelEntry *
roundel_entry_read (RoundelStatement *row)
{
  RoundelEntry *self = g_new0 (RoundelEntry, 1);
  const char *kind = roundel_column_text (row, 0);

  self->kind = g_strdup (kind != NULL ? kind : "note");
  self->text = g_strdup (roundel_column_text (row, 1));
  if (self->text == NULL)
    self->text = g_strdup ("");
  self->tags = (const char * const *) roundel_journal_split (roundel_column_text (row, 2));
  self->program = g_strdup (roundel_column_text (row, 3));
  self->session = g_strdup (roundel_column_text (row, 4));
  self->written = roundel_column_date_time (row, 5);
  if (sqlite3_column_bytes (row, 6) == ROUNDEL_HASH_SIZE)
    {
      self->revision = roundel_hash_text (sqlite3_column_blob (row, 6));
      self->changed = roundel_hlc_time (sqlite3_column_int64 (row, 7));
      self->deleted = sqlite3_column_int (row, 8) != 0;
      if (self->written == NULL)
        self->written = g_date_time_new_from_unix_utc (self->changed / G_USEC_PER_SEC);
    }
  return self;
}

/* Of a row that tells the id and the number of versions as well. */
static gpointer
read_whole (RoundelStatement *row)
{
  RoundelEntry *self = roundel_entry_read (row);

  self->id = roundel_column_id (row, 9);
  self->versions = (guint) sqlite3_column_int (row, 10);
  return self;
}

/* Those that were given, and those that stand in the text. */
static char *
json_tags (const RoundelEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) found = roundel_tags_find (entry->text);
  g_auto (GStrv) tags = NULL;

  for (guint i = 0; entry->tags != NULL && entry->tags[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) found, entry->tags[i]))
      g_strv_builder_add (builder, entry->tags[i]);
  g_strv_builder_addv (builder, (const char **) found);
  tags = g_strv_builder_end (builder);
  return roundel_journal_json_array ((const char * const *) tags);
}

/**
 * roundel_entry_body: (skip)
 * @db: any connection
 * @entry: an entry with its time
 * @error: return location
 *
 * Returns: (transfer full): a statement whose one column is the new JSON, bound to what @entry points to; its parameter
 *   `:base` is the JSON it is written over. Or %NULL
 */
RoundelStatement *
roundel_entry_body (RoundelDb           *db,
                    const RoundelEntry  *entry,
                    GError             **error)
{
  RoundelStatement *statement =
    roundel_db_prepare (db,
                        "SELECT json_patch (:base, json_object ('kind', :kind, 'text', :text, 'tags', json (:tags),"
                        "  'program', :program, 'session', :session, 'written', :written))", error);
  g_autofree char *tags = json_tags (entry);
  g_autofree char *written = g_date_time_format_iso8601 (entry->written);

  if (statement == NULL)
    return NULL;
  roundel_bind_text (statement, ":kind", entry->kind, -1);
  roundel_bind_text (statement, ":text", entry->text, -1);
  roundel_bind_text (statement, ":program", entry->program, -1);
  roundel_bind_text (statement, ":session", entry->session, -1);
  sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, ":tags"), tags, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, sqlite3_bind_parameter_index (statement, ":written"), written, -1, SQLITE_TRANSIENT);
  return statement;
}

/**
 * roundel_journal_put_entry:
 * @self: a journal
 * @entry: an entry; without an id it is a new one, and without a time it was written now
 * @id: (out) (optional) (transfer full): id of the entry
 * @error: return location: %ROUNDEL_STORE_ERROR_INVALID when it is longer than 64 KiB
 *
 * Writes a version of an entry. What is being typed goes through roundel_journal_save_draft() instead.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_put_entry (RoundelJournal      *self,
                           const RoundelEntry  *entry,
                           char               **id,
                           GError             **error)
{
  g_autofree char *new_id = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (RoundelStatement) body = NULL;
  RoundelEntry put = *entry;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (entry->kind != NULL && entry->text != NULL, FALSE);

  if (put.id == NULL)
    put.id = new_id = roundel_journal_new_id (self);
  if (put.written == NULL)
    put.written = now = roundel_journal_now (self);
  body = roundel_entry_body (roundel_journal_get_db (self), &put, error);
  if (!(new_id != NULL ? roundel_journal_put_new_body (self, "entry", put.id, body, error)
                       : roundel_journal_put_body (self, "entry", put.id, put.revision, body, error)))
    return FALSE;
  if (id != NULL)
    *id = g_strdup (put.id);
  return TRUE;
}

/**
 * roundel_journal_get_entry:
 * @self: a journal
 * @id: id of an entry
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when there is none
 *
 * Returns: (transfer full): the entry, in the bin or not, or %NULL
 */
RoundelEntry *
roundel_journal_get_entry (RoundelJournal  *self,
                           const char      *id,
                           GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "SELECT " ROUNDEL_ENTRY_COLUMNS ", e.id, c.versions"
                                  " FROM entry AS e JOIN revision AS r ON r.seq = e.seq"
                                  " JOIN current AS c ON c.program = zeroblob (16) AND c.kind = 'entry' AND c.entity = e.id"
                                  "                  AND c.register = '' AND c.ring = 'private'"
                                  " WHERE e.id = :id AND r.body IS NOT NULL", error);
  return roundel_journal_read_one (self, statement, id, read_whole, error);
}

/**
 * roundel_journal_list_versions:
 * @self: a journal
 * @id: id of an entry
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelEntry): every version it ever had, the newest first. One comes back by
 *   putting its text
 */
GPtrArray *
roundel_journal_list_versions (RoundelJournal  *self,
                               const char      *id,
                               GError         **error)
{
  guint8 bytes[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "SELECT " ROUNDEL_ENTRY_COLUMNS ", r.entity, 0 FROM revision AS r"
                                  " WHERE r.entity = :id AND r.kind = 'entry' AND r.body IS NOT NULL"
                                  " ORDER BY r.hlc DESC, r.id DESC", error);
  if (statement == NULL || !roundel_bind_id (statement, ":id", id, bytes, error))
    return NULL;
  return roundel_journal_read_all (self, statement, read_whole, (GDestroyNotify) roundel_entry_free, error);
}

/**
 * roundel_journal_list_entries:
 * @self: a journal
 * @filter: (nullable): which; %NULL for all that are not in the bin
 * @most: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelEntryRef): entries, the newest first; their texts are read one by one
 */
GArray *
roundel_journal_list_entries (RoundelJournal            *self,
                              const RoundelEntryFilter  *filter,
                              guint                      most,
                              GError                   **error)
{
  const RoundelEntryFilter all = { NULL };
  RoundelDb *db;
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (RoundelEntryRef));
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  db = roundel_journal_get_db (self);
  if (filter == NULL)
    filter = &all;
  statement = roundel_db_prepare (db,
                                  "SELECT e.place, e.id FROM entry AS e WHERE " ROUNDEL_ENTRY_FILTER
                                  " ORDER BY e.place DESC LIMIT :most", error);
  if (statement == NULL)
    return NULL;
  roundel_entry_filter_bind (filter, statement);
  roundel_bind_int64 (statement, ":most", most);
  while (roundel_db_next (db, statement, &failed))
    {
      RoundelEntryRef ref = { .place = sqlite3_column_int64 (statement, 0) };

      memcpy (ref.id, sqlite3_column_blob (statement, 1), ROUNDEL_ID_SIZE);
      g_array_append_val (refs, ref);
    }
  if (failed == NULL)
    return g_steal_pointer (&refs);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

/**
 * roundel_entry_filter_bind: (skip)
 * @self: a filter
 * @statement: a statement with %ROUNDEL_ENTRY_FILTER
 */
void
roundel_entry_filter_bind (const RoundelEntryFilter *self,
                           RoundelStatement         *statement)
{
  roundel_bind_int64 (statement, ":live", !self->deleted);
  roundel_bind_text (statement, ":kind", self->kind, -1);
  roundel_bind_text (statement, ":program", self->program, -1);
  roundel_bind_int64 (statement, ":from", self->from != 0 ? self->from : G_MININT64);
  roundel_bind_int64 (statement, ":before", self->before != 0 ? self->before : G_MAXINT64);
}

/**
 * roundel_journal_count_entries:
 * @self: a journal
 * @entries: (out): how many are not in the bin
 * @error: return location
 *
 * Returns: whether they could be counted
 */
gboolean
roundel_journal_count_entries (RoundelJournal  *self,
                               guint           *entries,
                               GError         **error)
{
  gint64 n;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);

  if (!roundel_db_number (roundel_journal_get_db (self), ROUNDEL_COUNT_ENTRIES, &n, error))
    return FALSE;
  *entries = (guint) n;
  return TRUE;
}

/**
 * roundel_journal_delete_entry:
 * @self: a journal
 * @id: id of an entry
 * @error: return location
 *
 * Puts it into the bin; roundel_journal_undelete_entry() takes it out again.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_delete_entry (RoundelJournal  *self,
                              const char      *id,
                              GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, "entry", id, TRUE, error);
}

gboolean
roundel_journal_undelete_entry (RoundelJournal  *self,
                                const char      *id,
                                GError         **error)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  return roundel_journal_set_deleted (self, "entry", id, FALSE, error);
}
