/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/search.h"

#include "store/journal/journal-body.h"
#include "store/tokenizer.h"

#include <string.h>

/* Around what was found; no text has them. */
#define OPEN '\002'
#define CLOSE '\003'

/* A character a word, so that what is typed without blanks is still bounded. */
#define MOST_CHARACTERS 200

/**
 * roundel_hit_free:
 * @self: (nullable): what roundel_journal_search() found
 */
void
roundel_hit_free (RoundelHit *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->text);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * roundel_search_query:
 * @typed: what was typed so far
 *
 * All words have to be there, in any order; the last one, unless a blank follows it, is the beginning of a word. Each is
 * quoted, so that nothing in it is taken for FTS5's own language (https://www.sqlite.org/fts5.html#full_text_query_syntax).
 *
 * Returns: (transfer full) (nullable): the query; %NULL when there is no word in it
 */
char *
roundel_search_query (const char *typed)
{
  g_autofree char *sound = g_utf8_make_valid (typed, -1);
  g_autoptr (GString) query = g_string_new (NULL);
  gboolean quoted = FALSE, word = FALSE;
  guint n = 0;

  for (const char *p = sound; *p != '\0' && n < MOST_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      word = roundel_tokenizer_is_word (c);
      /* A mark stands on the letter before it and ends no word. */
      if (g_unichar_ismark (c))
        word = quoted;
      if (word && !quoted)
        g_string_append (query, query->len > 0 ? " \"" : "\"");
      if (word)
        g_string_append_unichar (query, c);
      else if (quoted)
        g_string_append_c (query, '"');
      quoted = word;
    }
  if (query->len == 0)
    return NULL;
  if (quoted)
    g_string_append (query, "\" *");
  return g_string_free (g_steal_pointer (&query), FALSE);
}

/* Takes the marks out of TEXT and notes where they were. */
static RoundelHit *
hit_new (const char *text)
{
  RoundelHit *self = g_new0 (RoundelHit, 1);
  g_autoptr (GString) plain = g_string_new (NULL);
  RoundelMark mark = { 0 };

  self->marks = g_array_new (FALSE, FALSE, sizeof (RoundelMark));
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if (*p == OPEN)
      mark.start = (guint) plain->len;
    else if (*p == CLOSE)
      {
        mark.end = (guint) plain->len;
        g_array_append_val (self->marks, mark);
      }
    else
      g_string_append_c (plain, *p);
  self->text = g_string_free (g_steal_pointer (&plain), FALSE);
  return self;
}

/**
 * roundel_journal_search:
 * @self: a journal
 * @typed: what was typed so far
 * @filter: (nullable): which entries; those in the bin are never found
 * @most: how many at most
 * @error: return location
 *
 * Nothing is ranked: what was written last comes first.
 *
 * Returns: (transfer full) (element-type RoundelHit): what was found, the newest first; empty when @typed has no word
 */
GPtrArray *
roundel_journal_search (RoundelJournal            *self,
                        const char                *typed,
                        const RoundelEntryFilter  *filter,
                        guint                      most,
                        GError                   **error)
{
  const RoundelEntryFilter all = { NULL };
  RoundelDb *db;
  g_autofree char *query = NULL;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_hit_free);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && typed != NULL, NULL);

  db = roundel_journal_get_db (self);
  query = roundel_search_query (typed);
  if (query == NULL)
    return g_steal_pointer (&hits);
  statement = roundel_db_prepare (db,
                                  "SELECT e.place, e.id, snippet (search, 0, char (2), char (3), '…', 24)"
                                  " FROM search JOIN entry AS e ON e.place = search.rowid"
                                  " WHERE search MATCH :query AND search.rowid < :before AND search.rowid >= :from"
                                  "   AND " ROUNDEL_ENTRY_FILTER
                                  " ORDER BY search.rowid DESC LIMIT :most", error);
  if (statement == NULL)
    return NULL;
  roundel_entry_filter_bind (filter != NULL ? filter : &all, statement);
  roundel_bind_text (statement, ":query", query, -1);
  roundel_bind_int64 (statement, ":most", most);
  while (roundel_db_next (db, statement, &failed))
    {
      RoundelHit *hit = hit_new (roundel_column_text (statement, 2));

      hit->place = sqlite3_column_int64 (statement, 0);
      hit->id = roundel_column_id (statement, 1);
      g_ptr_array_add (hits, hit);
    }
  if (failed == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}
