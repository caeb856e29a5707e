/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/text-diff.h"

#include <string.h>

#define MOST_CELLS 4000000 /* of the table of common words: beyond, all between what is the same at both ends is marked */

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RoundelStretch));
  const char *p = text;

  while (*p != '\0')
    {
      RoundelStretch word;

      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word.start = (gsize) (p - text);
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word.end = (gsize) (p - text);
      if (word.end > word.start)
        g_array_append_val (words, word);
    }
  return words;
}

#define word_at(words, i) (&g_array_index (words, RoundelStretch, i))

static gboolean
is_same (const char           *text,
         const RoundelStretch *word,
         const char           *other,
         const RoundelStretch *another)
{
  gsize length = word->end - word->start;

  return another->end - another->start == length && memcmp (text + word->start, other + another->start, length) == 0;
}

/* Neighbours are one stretch. */
static void
mark (GArray               *marked,
      const RoundelStretch *word,
      gboolean              joins)
{
  if (joins && marked->len > 0)
    word_at (marked, marked->len - 1)->end = word->end;
  else
    g_array_append_val (marked, *word);
}

/* Marks the words of TEXT from FROM to TO that are in no longest common sequence with those of OTHER. */
static void
mark_between (GArray     *marked,
              const char *text,
              GArray     *a,
              guint       a_from,
              guint       a_to,
              const char *other,
              GArray     *b,
              guint       b_from,
              guint       b_to)
{
  guint n = a_to - a_from;
  guint m = b_to - b_from;
  g_autofree guint *table = (guint64) (n + 1) * (m + 1) <= MOST_CELLS ? g_new0 (guint, (n + 1) * (m + 1)) : NULL;
  gboolean last = FALSE;
  guint i = 0, j = 0;

  for (guint x = n; table != NULL && x-- > 0;)
    for (guint y = m; y-- > 0;)
      table[x * (m + 1) + y] = is_same (text, word_at (a, a_from + x), other, word_at (b, b_from + y))
                                 ? table[(x + 1) * (m + 1) + y + 1] + 1
                                 : MAX (table[(x + 1) * (m + 1) + y], table[x * (m + 1) + y + 1]);
  while (i < n)
    {
      if (table != NULL && j < m && is_same (text, word_at (a, a_from + i), other, word_at (b, b_from + j)))
        i++, j++, last = FALSE;
      else if (table != NULL && j < m && table[i * (m + 1) + j + 1] >= table[(i + 1) * (m + 1) + j])
        j++;
      else
        {
          mark (marked, word_at (a, a_from + i), last);
          last = TRUE;
          i++;
        }
    }
}

/**
 * roundel_text_diff:
 * @text: a text, UTF-8
 * @other: what somebody else made of it, UTF-8
 *
 * Returns: (transfer full) (element-type RoundelStretch): the stretches of words of @text that @other has not
 */
GArray *
roundel_text_diff (const char *text,
                   const char *other)
{
  g_autoptr (GArray) a = split (text);
  g_autoptr (GArray) b = split (other);
  GArray *marked = g_array_new (FALSE, FALSE, sizeof (RoundelStretch));
  guint from = 0;
  guint a_to = a->len, b_to = b->len;

  while (from < a_to && from < b_to && is_same (text, word_at (a, from), other, word_at (b, from)))
    from++;
  while (a_to > from && b_to > from && is_same (text, word_at (a, a_to - 1), other, word_at (b, b_to - 1)))
    a_to--, b_to--;
  mark_between (marked, text, a, from, a_to, other, b, from, b_to);
  return marked;
}
