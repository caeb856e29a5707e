/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/draft.h"

#include "store/journal/journal-body.h"

#include <string.h>

/* A draft is one row that is written over each second, outside the revisions: an hour of typing is a handful of versions
 * and not three thousand. */
#define DRAFT_COLUMNS ROUNDEL_ENTRY_COLUMNS_OF ("d.body") ", NULL, NULL, 0, d.base, d.id, d.changed"

static gpointer
draft_read (RoundelStatement *row)
{
  RoundelEntry *draft = roundel_entry_read (row);

  draft->revision = g_strdup (roundel_column_text (row, 9));
  draft->id = roundel_column_id (row, 10);
  draft->changed = sqlite3_column_int64 (row, 11);
  return draft;
}

static gboolean
write_draft (RoundelJournal      *self,
             const RoundelEntry  *entry,
             const char          *base,
             GError             **error)
{
  RoundelDb *db = roundel_journal_get_db (self);
  guint8 id[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) body = roundel_entry_body (db, entry, error);
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "INSERT INTO draft (id, base, body, changed) VALUES (:id, :base, :body, :changed)"
                        " ON CONFLICT (id) DO UPDATE SET base = :base, body = :body, changed = :changed", error);

  if (body == NULL || statement == NULL)
    return FALSE;
  roundel_bind_text (body, ":base", "{}", -1);
  if (!roundel_db_next (db, body, error)
      || !roundel_bind_id (statement, ":id", entry->id, id, error))
    return FALSE;
  roundel_bind_text (statement, ":base", base, -1);
  roundel_bind_text (statement, ":body", roundel_column_text (body, 0), -1);
  roundel_bind_int64 (statement, ":changed", roundel_env_now (roundel_journal_get_env (self)));
  return roundel_journal_write_state (self, statement, error);
}

static gboolean
drop_draft (RoundelJournal  *self,
            const char      *id,
            GError         **error)
{
  guint8 bytes[ROUNDEL_ID_SIZE];
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (roundel_journal_get_db (self), "DELETE FROM draft WHERE id = :id", error);

  if (statement == NULL || !roundel_bind_id (statement, ":id", id, bytes, error))
    return FALSE;
  return roundel_db_run (roundel_journal_get_db (self), statement, error);
}

static gboolean
says_the_same (const RoundelEntry *a,
               const RoundelEntry *b)
{
  return g_str_equal (a->text, b->text) && g_str_equal (a->kind, b->kind) && g_strv_equal (a->tags, b->tags)
         && g_strcmp0 (a->program, b->program) == 0 && g_strcmp0 (a->session, b->session) == 0
         && !a->deleted && !b->deleted;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Whether DRAFT says anything that the entry it belongs to does not say already. */
static gboolean
is_worth_keeping (RoundelJournal      *self,
                  const RoundelEntry  *draft)
{
  g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (self, draft->id, NULL);

  return entry != NULL ? !says_the_same (entry, draft) : !is_blank (draft->text);
}

static gboolean
keep_version (RoundelJournal      *self,
              const RoundelEntry  *draft,
              GError             **error)
{
  RoundelDb *db = roundel_journal_get_db (self);

  if (!roundel_db_begin (db, error))
    return FALSE;
  if ((!is_worth_keeping (self, draft) || roundel_journal_put_entry (self, draft, NULL, error))
      && drop_draft (self, draft->id, error))
    return roundel_db_commit (db, error);
  roundel_db_rollback (db);
  return FALSE;
}

/**
 * roundel_draft_is_new_version:
 * @was: the text as it was saved last
 * @now: the text now
 * @rest: microseconds between the two
 *
 * Returns: whether @was is to be kept as a version of its own: after a rest, and before a large deletion
 */
gboolean
roundel_draft_is_new_version (const char *was,
                              const char *now,
                              gint64      rest)
{
  return rest >= ROUNDEL_DRAFT_IDLE
         || g_utf8_strlen (was, -1) >= g_utf8_strlen (now, -1) + ROUNDEL_DRAFT_LARGE_DELETION;
}

/**
 * roundel_journal_save_draft:
 * @self: a journal
 * @entry: an entry being written, with an id from roundel_journal_new_id() or of an entry that was read; its revision is
 *   what was read
 * @error: return location
 *
 * To be called within a second of the last key: after a kill -9, the text is what it was at the last call. The draft
 * becomes a version of the entry by itself after five minutes without a key and before a large deletion; and by
 * roundel_journal_close_draft().
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_journal_save_draft (RoundelJournal      *self,
                            const RoundelEntry  *entry,
                            GError             **error)
{
  g_autoptr (RoundelEntry) was = NULL;
  g_autoptr (RoundelEntry) kept = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) failed = NULL;
  RoundelEntry draft = *entry;
  const char *base = entry->revision;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (entry->id != NULL && entry->kind != NULL && entry->text != NULL, FALSE);

  was = roundel_journal_get_draft (self, entry->id, &failed);
  if (was == NULL && !g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (was != NULL)
    {
      base = was->revision;
      if (roundel_draft_is_new_version (was->text, draft.text,
                                        roundel_env_now (roundel_journal_get_env (self)) - was->changed)
          && keep_version (self, was, NULL))
        {
          kept = roundel_journal_get_entry (self, draft.id, NULL);
          base = kept != NULL ? kept->revision : base;
        }
    }
  if (draft.written == NULL && was != NULL)
    draft.written = was->written;
  if (draft.written == NULL)
    draft.written = now = roundel_journal_now (self);
  return write_draft (self, &draft, base, error);
}

/**
 * roundel_journal_close_draft:
 * @self: a journal
 * @id: id of an entry
 * @error: return location: %ROUNDEL_STORE_ERROR_BUSY while another program writes: the draft stays
 *
 * To be called when the page is left: the draft becomes a version of its entry, if it says anything new. An entry in
 * which nothing was ever written is none. Without a draft there is nothing to do.
 *
 * Returns: whether it is on the disk
 */
gboolean
roundel_journal_close_draft (RoundelJournal  *self,
                             const char      *id,
                             GError         **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelEntry) draft = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, FALSE);

  if (!roundel_journal_flush (self, error))
    return FALSE;
  draft = roundel_journal_get_draft (self, id, &failed);
  if (draft != NULL)
    return keep_version (self, draft, error);
  if (g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_journal_get_draft:
 * @self: a journal
 * @id: id of an entry
 * @error: return location: %ROUNDEL_STORE_ERROR_NOT_FOUND when it is not being written
 *
 * Returns: (transfer full): the draft, with the revision it began with, or %NULL
 */
RoundelEntry *
roundel_journal_get_draft (RoundelJournal  *self,
                           const char      *id,
                           GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && id != NULL, NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "SELECT " DRAFT_COLUMNS " FROM draft AS d WHERE d.id = :id", error);
  return roundel_journal_read_one (self, statement, id, draft_read, error);
}

/**
 * roundel_journal_list_drafts:
 * @self: a journal
 * @error: return location
 *
 * Returns: (transfer full) (element-type RoundelEntry): what was being written when the program ended, the last one first
 */
GPtrArray *
roundel_journal_list_drafts (RoundelJournal  *self,
                             GError         **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  statement = roundel_db_prepare (roundel_journal_get_db (self),
                                  "SELECT " DRAFT_COLUMNS " FROM draft AS d ORDER BY d.changed DESC", error);
  return roundel_journal_read_all (self, statement, draft_read, (GDestroyNotify) roundel_entry_free, error);
}
