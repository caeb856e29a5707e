/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/run-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/text.h"

typedef struct
{
  char *text;
  RoundelStyle style;
} Line;

static void
line_free (Line *line)
{
  g_free (line->text);
  g_free (line);
}

/* TEXT as it may be shown: what comes from a file must not steer the terminal. */
static char *
make_showable (const RoundelLines *self,
               const char         *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (clean, c != '\n' && g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (!self->utf8)
    {
      g_autofree char *ascii = NULL;

      g_string_replace (clean, "·", "-", 0);
      ascii = g_str_to_ascii (clean->str, NULL);
      g_string_assign (clean, ascii);
    }
  return g_string_free (clean, FALSE);
}

static void
take_line (RoundelLines *self,
           RoundelStyle  style,
           char         *text)
{
  g_autofree char *showable = make_showable (self, text);
  Line *line = g_new (Line, 1);

  line->style = style;
  line->text = roundel_cli_text_clip (showable, self->columns);
  if (!self->utf8 && g_str_has_suffix (line->text, "…"))
    strcpy (line->text + strlen (line->text) - strlen ("…"), "~");
  g_ptr_array_add (self->lines, line);
  g_free (text);
}

/**
 * roundel_lines_new:
 * @columns: how wide they may be
 * @utf8: whether they may have more than ASCII
 *
 * Returns: (transfer full): no lines yet
 */
RoundelLines *
roundel_lines_new (guint    columns,
                   gboolean utf8)
{
  RoundelLines *self = g_new (RoundelLines, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->columns = columns;
  self->utf8 = utf8;
  return self;
}

void
roundel_lines_free (RoundelLines *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * roundel_lines_add:
 * @self: lines
 * @style: how it looks
 * @format: one line
 * @...: what @format asks for
 */
void
roundel_lines_add (RoundelLines *self,
                   RoundelStyle  style,
                   const char   *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  take_line (self, style, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * roundel_lines_wrap:
 * @self: lines
 * @style: how they look
 * @lead: what stands before the first line; the others are set in as far
 * @text: a text of any length
 */
void
roundel_lines_wrap (RoundelLines *self,
                    RoundelStyle  style,
                    const char   *lead,
                    const char   *text)
{
  guint indent = roundel_cli_text_width (lead);
  g_autofree char *showable = make_showable (self, text);
  g_auto (GStrv) lines = roundel_cli_text_wrap (showable, self->columns > indent + 10 ? self->columns - indent : 10);

  for (guint i = 0; lines[i] != NULL; i++)
    if (i == 0)
      roundel_lines_add (self, style, "%s%s", lead, lines[i]);
    else
      roundel_lines_add (self, style, "%*s%s", (int) indent, "", lines[i]);
}

/**
 * roundel_lines_centre:
 * @self: lines
 * @style: how it looks
 * @text: one line
 */
void
roundel_lines_centre (RoundelLines *self,
                      RoundelStyle  style,
                      const char   *text)
{
  guint width = MIN (roundel_cli_text_width (text), self->columns);

  roundel_lines_add (self, style, "%*s%s", (int) (self->columns - width) / 2, "", text);
}

/* Rows of dots, three wide and five high, the highest bit first */
static guint
glyph (char c)
{
  static const guint digits[] = {
    075557, 026227, 071747, 071717, 055711, 074717, 074757, 071111, 075757, 075717,
  };

  if (g_ascii_isdigit (c))
    return digits[c - '0'];
  return c == '+' ? 002720 : 0;
}

/* How many dots wide: figures 3, a colon 1. */
static guint
glyph_width (char c)
{
  return c == ':' ? 1 : 3;
}

/**
 * roundel_lines_digits_width:
 * @clock: figures, colons and plus signs
 * @scale: how many rows a dot is high
 *
 * Returns: how many columns it takes
 */
guint
roundel_lines_digits_width (const char *clock,
                            guint       scale)
{
  guint dots = 0;

  for (const char *p = clock; *p != '\0'; p++)
    dots += glyph_width (*p) + (p[1] != '\0');
  return dots * 2 * scale;
}

static gboolean
has_dot (char  c,
         guint row,
         guint column)
{
  if (c == ':')
    return row == 1 || row == 3;
  return glyph (c) >> (14 - 3 * row - column) & 1;
}

/**
 * roundel_lines_digits:
 * @self: lines
 * @style: how they look
 * @clock: figures, colons and plus signs
 * @scale: how many rows a dot is high; twice as many columns wide
 *
 * Adds five times @scale lines with large figures.
 */
void
roundel_lines_digits (RoundelLines *self,
                      RoundelStyle  style,
                      const char   *clock,
                      guint         scale)
{
  guint width = roundel_lines_digits_width (clock, scale);

  for (guint row = 0; row < 5 * scale; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint i = width; i + 1 < self->columns; i += 2)
        g_string_append_c (line, ' ');
      for (const char *p = clock; *p != '\0'; p++)
        {
          for (guint column = 0; column < glyph_width (*p); column++)
            for (guint i = 0; i < 2 * scale; i++)
              g_string_append (line, !has_dot (*p, row / scale, column) ? " " : self->utf8 ? "█" : "#");
          for (guint i = 0; p[1] != '\0' && i < 2 * scale; i++)
            g_string_append_c (line, ' ');
        }
      roundel_lines_add (self, style, "%s", g_strchomp (line->str));
    }
}

/**
 * roundel_lines_table:
 * @self: lines
 * @entries: (element-type utf8): texts of one line
 * @rows: how many lines there are for them, at least 2
 *
 * Sets @entries in as many columns as fit, one below the other; what does not fit is counted.
 */
void
roundel_lines_table (RoundelLines *self,
                     GPtrArray    *entries,
                     guint         rows)
{
  guint width = 1;
  guint across, down, shown;

  for (guint i = 0; i < entries->len; i++)
    width = MAX (width, roundel_cli_text_width (entries->pdata[i]));
  across = MAX ((self->columns + 3) / (width + 3), 1);
  down = (entries->len + across - 1) / across;
  shown = entries->len;
  if (down > rows)
    {
      down = rows - 1;
      shown = down * across;
    }
  for (guint row = 0; row < down; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint column = 0; column < across && column * down + row < shown; column++)
        {
          roundel_cli_text_pad (line, column * (width + 3));
          g_string_append (line, entries->pdata[column * down + row]);
        }
      roundel_lines_add (self, ROUNDEL_STYLE_NORMAL, "%s", line->str);
    }
  if (shown < entries->len)
    roundel_lines_add (self, ROUNDEL_STYLE_DIM, ngettext ("… and %u more group (g)", "… and %u more groups (g)",
                                                          entries->len - shown), entries->len - shown);
}

/**
 * roundel_lines_bar:
 * @self: lines
 * @style: how it looks
 * @share: how much of the round is passed, 0 to 1
 * @over: by how much of itself the round runs over, 0 for not
 *
 * What is left lies between the hand and the end; a fifth and a twentieth before the end are marked.
 */
void
roundel_lines_bar (RoundelLines *self,
                   RoundelStyle  style,
                   double        share,
                   double        over)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint width = self->columns;

  for (guint i = 0; i < width; i++)
    if (over > 0 && i < MIN (over, 1) * width + 1)
      g_string_append (line, self->utf8 ? (i % 2 == 0 ? "▀" : "▄") : "+");
    else if (i == width * 4 / 5 || i == width * 19 / 20)
      g_string_append (line, self->utf8 ? "┃" : "|");
    else if (i < share * width)
      g_string_append (line, self->utf8 ? "─" : "-");
    else
      g_string_append (line, self->utf8 ? "█" : "#");
  roundel_lines_add (self, style, "%s", line->str);
}

guint
roundel_lines_count (const RoundelLines *self)
{
  return self->lines->len;
}

/**
 * roundel_lines_append:
 * @self: lines
 * @i: index of a line; one after the last is empty
 * @row: where to append it
 * @bold: whether text may be bold and dim
 * @colour: whether it may have colours
 * @pad: whether to fill the whole width
 */
void
roundel_lines_append (const RoundelLines *self,
                      guint               i,
                      GString            *row,
                      gboolean            bold,
                      gboolean            colour,
                      gboolean            pad)
{
  static const char *const plain[] = { NULL, "1", "2", "1", "1" };
  static const char *const coloured[] = { NULL, "1", "2", "1;33", "1;31" };
  const Line *line = i < self->lines->len ? self->lines->pdata[i] : NULL;
  const char *style = line == NULL || !bold ? NULL : (colour ? coloured : plain)[line->style];
  const char *text = line != NULL ? line->text : "";

  if (style != NULL && *text != '\0')
    g_string_append_printf (row, "\033[%sm%s\033[m", style, text);
  else
    g_string_append (row, text);
  for (guint width = roundel_cli_text_width (text); pad && width < self->columns; width++)
    g_string_append_c (row, ' ');
}
