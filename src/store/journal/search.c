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

/* What is being read of what was typed. */
typedef struct
{
  GString *wanted;
  GString *unwanted;
  GString *term;    /* the words of one term, in FTS5's quotes */
  gboolean phrase;  /* between quotes */
  gboolean not;     /* a minus stood before it */
  gboolean tag;     /* a number sign stood before it */
} Query;

static void
end_term (Query    *query,
          gboolean  open)
{
  GString *place = query->not ? query->unwanted : query->wanted;

  if (query->term->len > 0)
    {
      if (place->len > 0)
        g_string_append (place, query->not ? " OR " : " ");
      if (query->tag)
        g_string_append (place, "tags : ");
      g_string_append_printf (place, "\"%s\"%s", query->term->str, open ? " *" : "");
    }
  g_string_truncate (query->term, 0);
  query->not = query->tag = FALSE;
}

/* Takes a character that is of no word. Outside of quotes it ends one; a sign before a word says how it is meant. */
static void
take_sign (Query    *query,
           gunichar  c,
           gboolean  begins,
           gboolean  in_word)
{
  if (c == '"')
    {
      gboolean not = query->not;

      end_term (query, FALSE);
      query->phrase = !query->phrase;
      query->not = query->phrase && not;
      return;
    }
  if (query->phrase)
    {
      if (in_word)
        g_string_append_c (query->term, ' ');
      return;
    }
  /* of a tag with a hyphen, both words, one behind the other */
  if (query->tag && (c == '-' || c == '_') && in_word)
    {
      g_string_append_c (query->term, ' ');
      return;
    }
  if (query->term->len > 0)
    end_term (query, FALSE);
  else if (g_unichar_isspace (c))
    query->not = query->tag = FALSE;
  if (c == '-' && begins)
    query->not = TRUE;
  else if (c == '#' && (begins || query->not))
    query->tag = TRUE;
}

static char *
finish (Query *query)
{
  if (query->wanted->len == 0)
    return NULL;
  if (query->unwanted->len == 0)
    return g_strdup (query->wanted->str);
  return g_strdup_printf ("(%s) NOT (%s)", query->wanted->str, query->unwanted->str);
}

/**
 * roundel_search_query:
 * @typed: what was typed so far
 *
 * All words have to be there, in any order; the last one, unless a blank follows it, is the beginning of a word. Words in
 * quotes have to follow each other, a word or phrase after a minus must not be there, and one after `#` is a tag. Each is
 * quoted, so that nothing in it is taken for FTS5's own language (https://www.sqlite.org/fts5.html#full_text_query_syntax).
 *
 * Returns: (transfer full) (nullable): the query; %NULL when no word is wanted in it
 */
char *
roundel_search_query (const char *typed)
{
  g_autofree char *sound = g_utf8_make_valid (typed, -1);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) unwanted = g_string_new (NULL);
  g_autoptr (GString) term = g_string_new (NULL);
  Query query = { .wanted = wanted, .unwanted = unwanted, .term = term };
  gboolean word = FALSE, begins = TRUE;
  guint n = 0;

  for (const char *p = sound; *p != '\0' && n < MOST_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      /* A mark stands on the letter before it and ends no word. */
      if (g_unichar_ismark (c) ? word : roundel_tokenizer_is_word (c))
        {
          g_string_append_unichar (term, c);
          word = TRUE;
        }
      else
        {
          take_sign (&query, c, begins, word);
          word = FALSE;
        }
      begins = g_unichar_isspace (c);
    }
  /* An unwanted word that is still being typed would hide too much, and then less. */
  end_term (&query, word && !query.not);
  return finish (&query);
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

static int
compare_tags (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
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
                                  "SELECT e.place, e.id, snippet (search, 0, char (2), char (3), '…', 12)"
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

/**
 * roundel_journal_list_tags:
 * @self: a journal
 * @error: return location
 *
 * Returns: (transfer full): the tags on its pages, each once, in the order of the alphabet
 */
char **
roundel_journal_list_tags (RoundelJournal  *self,
                           GError         **error)
{
  RoundelDb *db;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RoundelStatement) statement = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self), NULL);

  db = roundel_journal_get_db (self);
  statement = roundel_db_prepare (db, "SELECT DISTINCT t.value FROM entry_text AS e, json_each (e.tags) AS t"
                                      " WHERE e.tags IS NOT NULL AND t.type = 'text' AND t.value != ''", error);
  if (statement == NULL)
    return NULL;
  while (roundel_db_next (db, statement, &failed))
    if (g_hash_table_add (seen, g_utf8_casefold (roundel_column_text (statement, 0), -1)))
      g_ptr_array_add (tags, g_strdup (roundel_column_text (statement, 0)));
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  g_ptr_array_sort_with_data (tags, compare_tags, NULL);
  g_ptr_array_add (tags, NULL);
  g_ptr_array_set_free_func (tags, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}
