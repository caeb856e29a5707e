/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/text.h"

#include <string.h>

static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * roundel_cli_text_width:
 * @text: a text of one line
 *
 * Returns: how many columns of a terminal it takes
 */
guint
roundel_cli_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));
  return width;
}

/* The end of what of TEXT fits into COLUMNS. */
static const char *
find_end (const char *text,
          guint       columns)
{
  const char *p = text;
  guint width = 0;

  while (*p != '\0' && (width += char_width (g_utf8_get_char (p))) <= columns)
    p = g_utf8_next_char (p);
  return p;
}

/**
 * roundel_cli_text_clip:
 * @text: a text of one line
 * @columns: how many columns there are
 *
 * Returns: (transfer full): as much of @text as fits; the last column tells when it is not all
 */
char *
roundel_cli_text_clip (const char *text,
                       guint       columns)
{
  const char *end = find_end (text, columns);

  if (*end == '\0')
    return g_strdup (text);
  if (columns == 0)
    return g_strdup ("");
  end = find_end (text, columns - 1);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}

/**
 * roundel_cli_text_pad:
 * @line: a text of one line
 * @columns: how many columns it is to take at least
 *
 * Appends blanks.
 */
void
roundel_cli_text_pad (GString *line,
                      guint    columns)
{
  for (guint width = roundel_cli_text_width (line->str); width < columns; width++)
    g_string_append_c (line, ' ');
}

/**
 * roundel_cli_text_wrap:
 * @text: a text
 * @columns: how many columns there are, at least 1
 *
 * Breaks at blanks, and within a word only when the word alone is too long.
 *
 * Returns: (transfer full): its lines, at least one
 */
GStrv
roundel_cli_text_wrap (const char *text,
                       guint       columns)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (columns > 0, NULL);

  do
    {
      const char *end = find_end (text, columns);
      const char *line_end = strchr (text, '\n');
      const char *cut = end;
      g_autofree char *line = NULL;

      if (line_end != NULL && line_end <= end)
        end = cut = line_end;
      else if (*end != '\0')
        {
          while (cut > text && *cut != ' ')
            cut--;
          if (cut == text)
            cut = end > text ? end : g_utf8_next_char (text);
        }
      line = g_strndup (text, cut - text);
      g_strv_builder_add (lines, g_strchomp (line));
      text = cut;
      if (*text == '\n')
        text++;
      else
        while (*text == ' ')
          text++;
    }
  while (*text != '\0');
  return g_strv_builder_end (lines);
}

/**
 * roundel_cli_text_plain:
 * @text: a text that came from somebody else
 *
 * What comes with a share file must not be able to steer the terminal.
 *
 * Returns: (transfer full): @text with a blank for each control character but the end of a line
 */
char *
roundel_cli_text_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (plain, c != '\n' && g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (plain, FALSE);
}
