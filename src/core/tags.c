/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tags.h"

#define MOST_CHARACTERS 40

static gboolean
is_of_tag (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '-' || c == '_';
}

/**
 * roundel_tags_scan:
 * @text: what was written
 *
 * A tag is a word with `#` before it, as `#courage`, where nothing but a blank or a bracket stands before the sign. It has a
 * letter in it, so that “#1” is a number and “# Heading” a heading.
 *
 * Returns: (transfer full) (element-type RoundelTagSpan): where the tags stand
 */
GArray *
roundel_tags_scan (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RoundelTagSpan));
  gboolean free_before = TRUE;

  g_return_val_if_fail (text != NULL, spans);

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *end = p = g_utf8_next_char (p);
      gboolean letter = FALSE;
      guint n = 0;

      if (c == '#' && free_before)
        for (; is_of_tag (g_utf8_get_char (end)); end = g_utf8_next_char (end), n++)
          letter = letter || g_unichar_isalpha (g_utf8_get_char (end));
      free_before = g_unichar_isspace (c) || c == '(' || c == '[';
      if (letter && n <= MOST_CHARACTERS)
        {
          const RoundelTagSpan span = { (gsize) (p - text), (gsize) (end - text) };

          g_array_append_val (spans, span);
        }
      p = end;
    }
  return spans;
}

/**
 * roundel_tags_find:
 * @text: what was written
 *
 * Upper and lower case are one.
 *
 * Returns: (transfer full): the tags of roundel_tags_scan() in lower case, each once, in the order they come
 */
char **
roundel_tags_find (const char *text)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) spans = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  spans = roundel_tags_scan (text);
  for (guint i = 0; i < spans->len; i++)
    {
      const RoundelTagSpan *span = &g_array_index (spans, RoundelTagSpan, i);
      char *tag = g_utf8_strdown (text + span->start, (gssize) (span->end - span->start));

      if (!g_hash_table_contains (seen, tag))
        g_strv_builder_add (found, tag);
      g_hash_table_add (seen, tag);
    }
  return g_strv_builder_end (found);
}
