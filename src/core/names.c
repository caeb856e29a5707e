/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_LETTERS 2 /* J: an initial names nobody */

/* Translators: words for people, without an article, that together with “my” or “our” tell who is meant. With blanks
 * between them; no word of two parts. */
#define ROLES N_("boss manager supervisor director chief lead leader head ceo cfo cto founder president colleague coworker " \
                 "assistant deputy predecessor successor teammate client customer mentor coach sponsor partner husband wife")
/* Translators: words that stand before those, in lower case. */
#define OWNERS N_("my our his her their the your")
/* Translators: words that are always written with a capital letter and are no names of people, in lower case. */
#define NO_NAMES N_("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " \
                    "september october november december christmas easter english german french")
/* Translators: words that often begin a sentence and are no names, in lower case. In a language that writes all nouns with a
 * capital letter this list cannot be complete. */
#define BEGINNINGS N_("a about after again all also always an and another any anyone as ask asked asking at because before " \
                      "begin being better both but by can come could did do does doing don't each even every everybody " \
                      "everyone feedback find first for from get give go good had has have having he her here his how if i'd " \
                      "i'll i'm i've in instead is it it's its just keep last later learned learning less let listen listening " \
                      "look make many maybe meanwhile more most much my never next no nobody none not nothing now of often on " \
                      "once one only or our people perhaps please practice questions rather remember saying say see she should " \
                      "silence since so some somebody someone something sometimes start still stop take talk tell than thank " \
                      "thanks that that's the their them then there these they things think this those though three time to " \
                      "today together tomorrow too tried try trying two under until use wait waiting was we we're well were " \
                      "what what's when where whether which while who whoever why will with without words work working " \
                      "would write yes yesterday yet you your")

typedef struct
{
  const char *text;
  gsize start;
  gsize end;        /* without what tells possession */
  char *folded;
  gboolean capital; /* begins with one, and has small letters */
  gboolean begins;  /* a sentence */
} Word;

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->folded);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* What stands between two words may end a sentence; an opening quote or a mark of Markdown changes nothing. */
static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == '\n' || c == 0x2026 || c == 0x201c || c == '"';
}

/* “Jonas’s” is Jonas, and “Farida’s” Farida; “don’t” is one word. */
static gsize
without_possession (const char *text,
                    gsize       start,
                    gsize       end)
{
  const char *last = g_utf8_find_prev_char (text + start, text + end);
  const char *mark = last != NULL ? g_utf8_find_prev_char (text + start, last) : NULL;

  if (mark != NULL && is_apostrophe (g_utf8_get_char (mark)) && (*last == 's' || *last == 'S'))
    return (gsize) (mark - text);
  return last != NULL && is_apostrophe (g_utf8_get_char (last)) ? (gsize) (last - text) : end;
}

static void
add_word (GArray     *words,
          const char *text,
          gsize       start,
          gsize       end,
          gboolean    begins)
{
  gsize bare = without_possession (text, start, end);
  g_autofree char *raw = g_strndup (text + start, bare - start);
  g_auto (GStrv) parts = g_strsplit (raw, "’", -1);
  g_autofree char *plain = g_strjoinv ("'", parts);
  Word word = { text, start, bare, roundel_fold (plain), FALSE, begins };
  const char *second = g_utf8_next_char (raw);

  if (word.folded == NULL)
    return;
  word.capital = g_unichar_isupper (g_utf8_get_char (raw)) && g_unichar_islower (g_utf8_get_char (second));
  g_array_append_val (words, word);
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *start = NULL;
  gboolean begins = TRUE;
  const char *p;

  g_array_set_clear_func (words, clear_word);
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = g_unichar_isalnum (c) || g_unichar_ismark (c) || (start != NULL && is_apostrophe (c));

      if (inside && start == NULL)
        start = p;
      if (inside)
        continue;
      if (start != NULL)
        {
          add_word (words, text, (gsize) (start - text), (gsize) (p - text), begins);
          begins = FALSE;
        }
      start = NULL;
      begins = begins || ends_sentence (c);
    }
  if (start != NULL)
    add_word (words, text, (gsize) (start - text), (gsize) (p - text), begins);
  return words;
}

static GHashTable *
read_list (const char *list)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_hash_table_add (set, g_utf8_casefold (words[i], -1));
  return set;
}

/* Every part of every name: “Dagny "Dag" Sørensen” is also called Dag. What follows a comma is a title. */
static GHashTable *
list_members (const GPtrArray *members)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const RoundelMember *member = members->pdata[i];
      g_autofree char *name = g_utf8_make_valid (member->name != NULL ? member->name : "", -1);
      g_autoptr (GArray) parts = NULL;
      char *comma = strchr (name, ',');

      if (comma != NULL)
        *comma = '\0';
      parts = split (name);
      for (guint k = 0; k < parts->len; k++)
        {
          const char *part = g_array_index (parts, Word, k).folded;

          if (g_utf8_strlen (part, -1) >= LEAST_LETTERS && !g_hash_table_contains (names, part))
            g_hash_table_insert (names, g_strdup (part), GUINT_TO_POINTER (i));
        }
    }
  return names;
}

/* Words of one name that stand beside each other are one: “Amara Okafor”. */
static void
add_name (GArray          *found,
          const Word      *word,
          RoundelNameKind  kind,
          guint            member)
{
  RoundelName name = { word->start, word->end, kind, member };
  RoundelName *last = found->len > 0 ? &g_array_index (found, RoundelName, found->len - 1) : NULL;

  if (last != NULL && last->kind == kind && last->member == member && !word->begins && word->start > last->end
      && strspn (word->text + last->end, " ") == word->start - last->end)
    last->end = word->end;
  else
    g_array_append_val (found, name);
}

/**
 * roundel_names_find:
 * @text: what is to be released, UTF-8
 * @members: (nullable) (element-type RoundelMember): the members of the program
 *
 * Points out the words by which somebody may be known, so that a lesson names nobody who has not agreed (J6): names of
 * members in any case, other words with a capital letter, and words as “my boss”. It can miss some and find too many:
 * its owner decides.
 *
 * Returns: (transfer full) (element-type RoundelName): what was found, in the order of the text
 */
GArray *
roundel_names_find (const char      *text,
                    const GPtrArray *members)
{
  g_autoptr (GHashTable) roles = read_list (_(ROLES));
  g_autoptr (GHashTable) owners = read_list (_(OWNERS));
  g_autoptr (GHashTable) beginnings = read_list (_(BEGINNINGS));
  g_autoptr (GHashTable) no_names = read_list (_(NO_NAMES));
  g_autoptr (GHashTable) names = list_members (members);
  g_autoptr (GArray) words = NULL;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RoundelName));

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), found);

  words = split (text);
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);
      guint before = 0;
      gpointer member;

      if (g_hash_table_lookup_extended (names, word->folded, NULL, &member))
        {
          add_name (found, word, ROUNDEL_NAME_MEMBER, GPOINTER_TO_UINT (member));
          continue;
        }
      /* “my boss”, “my new boss” */
      for (guint k = 1; k <= 2 && k <= i && g_hash_table_contains (roles, word->folded); k++)
        if (!g_array_index (words, Word, i - k + 1).begins
            && g_hash_table_contains (owners, g_array_index (words, Word, i - k).folded))
          {
            before = k;
            break;
          }
      if (before > 0)
        {
          Word whole = *word;

          whole.start = g_array_index (words, Word, i - before).start;
          whole.begins = TRUE;
          add_name (found, &whole, ROUNDEL_NAME_ROLE, 0);
        }
      else if (word->capital && g_utf8_strlen (word->folded, -1) >= LEAST_LETTERS
               && !(word->begins && g_hash_table_contains (beginnings, word->folded))
               && !g_hash_table_contains (no_names, word->folded) && !g_str_has_prefix (word->folded, "i'"))
        add_name (found, word, ROUNDEL_NAME_OTHER, 0);
    }
  return found;
}
