/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/markdown.h"

#include <string.h>

/* What is written stays plain text: this only says which of its characters look how. A few rules of CommonMark
 * (https://spec.commonmark.org/0.30/), each within one line. */

#define LONGEST_TITLE 70 /* J: characters of a first line that still is a title */

static void
add (GArray      *spans,
     gsize        start,
     gsize        end,
     RoundelStyle style)
{
  RoundelSpan span = { (guint) start, (guint) end, style };

  if (end > start)
    g_array_append_val (spans, span);
}

/* A run of MARK at I of the line that opens something, and where the run that closes it begins; 0 for none. */
static gsize
find_close (const gunichar *line,
            gsize           length,
            gsize           i,
            gsize           run)
{
  gunichar mark = line[i];

  if (i + run >= length || g_unichar_isspace (line[i + run]) || (mark == '_' && i > 0 && g_unichar_isalnum (line[i - 1])))
    return 0;
  for (gsize k = i + run + 1; k + run <= length; k++)
    {
      gsize n = 0;

      while (n < run && line[k + n] == mark)
        n++;
      if (n < run || g_unichar_isspace (line[k - 1]) || line[k - 1] == mark)
        continue;
      if (k + run < length && (line[k + run] == mark || (mark == '_' && g_unichar_isalnum (line[k + run]))))
        continue;
      return k;
    }
  return 0;
}

/* “[words](address)” */
static gsize
scan_link (GArray         *spans,
           const gunichar *line,
           gsize           length,
           gsize           i)
{
  gsize close = i + 1;
  gsize end;

  while (close < length && line[close] != ']')
    close++;
  if (close + 1 >= length || line[close + 1] != '(' || close == i + 1)
    return i + 1;
  for (end = close + 2; end < length && line[end] != ')'; end++)
    if (g_unichar_isspace (line[end]))
      return i + 1;
  if (end >= length)
    return i + 1;
  add (spans, i, i + 1, ROUNDEL_STYLE_MARK);
  add (spans, i + 1, close, ROUNDEL_STYLE_LINK);
  add (spans, close, end + 1, ROUNDEL_STYLE_MARK);
  return end + 1;
}

static void
scan_inline (GArray         *spans,
             const gunichar *line,
             gsize           i,
             gsize           length)
{
  while (i < length)
    {
      gsize run = 0;
      gsize close;

      if (line[i] == '[')
        {
          i = scan_link (spans, line, length, i);
          continue;
        }
      while (i + run < length && run < 2 && line[i + run] == line[i] && (line[i] == '*' || line[i] == '_'))
        run++;
      close = run > 0 ? find_close (line, length, i, run) : 0;
      if (close > 0)
        {
          add (spans, i, i + run, ROUNDEL_STYLE_MARK);
          add (spans, i + run, close, run == 2 ? ROUNDEL_STYLE_BOLD : ROUNDEL_STYLE_ITALIC);
          add (spans, close, close + run, ROUNDEL_STYLE_MARK);
          i = close + run;
        }
      else
        i += MAX (run, 1);
    }
}

static gsize
skip_blanks (const gunichar *line,
             gsize           length,
             gsize           i)
{
  while (i < length && (line[i] == ' ' || line[i] == '\t'))
    i++;
  return i;
}

/* How many characters of LINE say that it is a heading, a line of a list or a quotation. */
static gsize
scan_block (const gunichar *line,
            gsize           length,
            RoundelStyle   *style)
{
  gsize start = skip_blanks (line, length, 0);
  gsize i = start;

  *style = ROUNDEL_N_STYLES;
  while (i < length && line[i] == '#')
    i++;
  if (i > start && i - start <= 6 && i < length && line[i] == ' ')
    {
      *style = ROUNDEL_STYLE_HEADING;
      return i + 1;
    }
  if (start + 1 < length && line[start] == '>' && line[start + 1] == ' ')
    {
      *style = ROUNDEL_STYLE_QUOTE;
      return start + 2;
    }
  if (start + 1 >= length || strchr ("-*+", (int) MIN (line[start], 127)) == NULL || line[start] == 0 || line[start + 1] != ' ')
    return 0;
  *style = ROUNDEL_STYLE_ITEM;
  i = start + 2;
  if (i + 3 < length && line[i] == '[' && line[i + 2] == ']' && line[i + 3] == ' '
      && (line[i + 1] == ' ' || line[i + 1] == 'x' || line[i + 1] == 'X'))
    {
      if (line[i + 1] != ' ')
        *style = ROUNDEL_STYLE_DONE;
      i += 4;
    }
  return i;
}

/**
 * roundel_markdown_is_title:
 * @line: the first line of a page
 * @more: whether another line follows
 *
 * Returns: whether it is what the page is called: it says so, or it is short, ends as no sentence does, and the page goes
 *   on below it
 */
gboolean
roundel_markdown_is_title (const char *line,
                           gboolean    more)
{
  g_autofree char *plain = g_strstrip (g_strdup (line));
  gsize length = strlen (plain);

  if (g_str_has_prefix (plain, "# ") && length > 2)
    return TRUE;
  if (!more || length == 0 || g_utf8_strlen (plain, -1) > LONGEST_TITLE)
    return FALSE;
  return strchr (".,;:-*+>#", plain[length - 1]) == NULL && strchr ("-*+>#[", plain[0]) == NULL;
}

/**
 * roundel_markdown_scan_line:
 * @line: a line, UTF-8
 * @title: whether it is the title of its page
 *
 * Returns: (transfer full) (element-type RoundelSpan): which of its characters look how; spans may lie inside others
 */
GArray *
roundel_markdown_scan_line (const char *line,
                            gboolean    title)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (RoundelSpan));
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (line, -1, &length);
  RoundelStyle style;
  gsize block = scan_block (characters, (gsize) length, &style);

  if (title)
    style = ROUNDEL_STYLE_TITLE;
  if (style != ROUNDEL_N_STYLES)
    add (spans, 0, (gsize) length, style);
  add (spans, 0, block, style == ROUNDEL_STYLE_ITEM || style == ROUNDEL_STYLE_DONE ? ROUNDEL_STYLE_BULLET
                                                                                    : ROUNDEL_STYLE_MARK);
  scan_inline (spans, characters, block, (gsize) length);
  return spans;
}

/**
 * roundel_markdown_dup_next:
 * @line: a line, UTF-8
 *
 * Returns: (transfer full) (nullable): how the line below @line begins when it is a line of a list, of one with boxes to tick or
 *   with numbers, too; empty when nothing stands on @line, with which a list ends; %NULL when @line is of no list
 */
char *
roundel_markdown_dup_next (const char *line)
{
  gsize blanks = strspn (line, " \t");
  const char *sign = line + blanks;
  gsize digits = strspn (sign, "0123456789");
  gsize width = 0;
  g_autofree char *next = NULL;

  if (digits > 0 && digits < 4 && strchr (".)", sign[digits]) != NULL && sign[digits] != '\0' && sign[digits + 1] == ' ')
    {
      width = digits + 2;
      next = g_strdup_printf ("%u%c ", (guint) g_ascii_strtoull (sign, NULL, 10) + 1, sign[digits]);
    }
  else if (*sign != '\0' && strchr ("-*+", *sign) != NULL && sign[1] == ' ')
    {
      gboolean box = sign[2] == '[' && sign[3] != '\0' && strchr (" xX", sign[3]) != NULL && sign[4] == ']' && sign[5] == ' ';

      width = box ? 6 : 2;
      next = g_strdup_printf (box ? "%c [ ] " : "%c ", *sign);
    }
  if (next == NULL)
    return NULL;
  return sign[width + strspn (sign + width, " \t")] == '\0' ? g_strdup ("") : g_strdup_printf ("%.*s%s", (int) blanks, line, next);
}

/* The address of the link whose words end where SPAN begins. */
static char *
dup_address (const char        *line,
             const RoundelSpan *span)
{
  const char *start = g_utf8_offset_to_pointer (line, (glong) span->start + 2);
  const char *end = g_utf8_offset_to_pointer (line, (glong) span->end - 1);
  g_autofree char *address = g_strndup (start, (gsize) (end - start));

  return g_markup_escape_text (address, -1);
}

/**
 * roundel_markdown_mark_up:
 * @line: a line, UTF-8
 * @title: whether it is the title of its page
 * @tags: what stands before and behind bold, italic and linked words
 * @block: (out): what the whole line is; %ROUNDEL_N_STYLES for plain words
 *
 * Returns: (transfer full): the words of the line, escaped for HTML and for Pango, without the signs that only say how
 *   they look
 */
char *
roundel_markdown_mark_up (const char              *line,
                          gboolean                 title,
                          const RoundelMarkupTags *tags,
                          RoundelStyle            *block)
{
  g_autoptr (GArray) spans = roundel_markdown_scan_line (line, title);
  const RoundelSpan *span = (const RoundelSpan *) (gpointer) spans->data;
  const RoundelSpan *end = span + spans->len;
  GString *marked = g_string_new (NULL);
  guint at = 0;

  *block = ROUNDEL_N_STYLES;
  for (; span < end; span++)
    {
      const char *start = g_utf8_offset_to_pointer (line, span->start);
      g_autofree char *words = g_utf8_substring (line, span->start, span->end);
      g_autofree char *escaped = g_markup_escape_text (words, -1);
      g_autofree char *address = NULL;

      if (span->style <= ROUNDEL_STYLE_QUOTE)
        {
          *block = span->style;
          continue;
        }
      if (span->start > at)
        {
          const char *from = g_utf8_offset_to_pointer (line, at);
          g_autofree char *before = g_markup_escape_text (from, start - from);

          g_string_append (marked, before);
        }
      at = span->end;
      switch (span->style)
        {
        case ROUNDEL_STYLE_BOLD:
          g_string_append_printf (marked, "%s%s%s", tags->bold[0], escaped, tags->bold[1]);
          break;
        case ROUNDEL_STYLE_ITALIC:
          g_string_append_printf (marked, "%s%s%s", tags->italic[0], escaped, tags->italic[1]);
          break;
        case ROUNDEL_STYLE_LINK:
          address = dup_address (line, span + 1);
          /* only what a browser opens as a page: text from elsewhere brings any address */
          if (tags->link && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
            g_string_append_printf (marked, "<a href=\"%s\">%s</a>", address, escaped);
          else
            g_string_append_printf (marked, "%s (%s)", escaped, address);
          break;
        default:
          break;
        }
    }
  {
    g_autofree char *rest = g_markup_escape_text (g_utf8_offset_to_pointer (line, at), -1);

    g_string_append (marked, rest);
  }
  return g_string_free (marked, FALSE);
}

/**
 * roundel_markdown_dup_plain:
 * @line: a line, UTF-8
 *
 * Returns: (transfer full): its words, without the signs that only say how they look
 */
char *
roundel_markdown_dup_plain (const char *line)
{
  g_autoptr (GArray) spans = roundel_markdown_scan_line (line, FALSE);
  g_autoptr (GString) plain = g_string_new (NULL);
  guint i = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      gboolean mark = FALSE;

      for (guint k = 0; k < spans->len && !mark; k++)
        {
          const RoundelSpan *span = &g_array_index (spans, RoundelSpan, k);

          mark = (span->style == ROUNDEL_STYLE_MARK || span->style == ROUNDEL_STYLE_BULLET) && i >= span->start
                 && i < span->end;
        }
      if (!mark)
        g_string_append_unichar (plain, g_utf8_get_char (p));
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

static const char *
skip_empty_lines (const char *text)
{
  return text + strspn (text, " \t\r\n");
}

/* The end of the first sentence of LINE, when more follows. */
static gsize
first_sentence (const char *line)
{
  for (const char *p = line; *p != '\0'; p++)
    if (strchr (".!?", *p) != NULL && p[1] == ' ')
      return (gsize) (p - line) + 1;
  return strlen (line);
}

/**
 * roundel_page_dup_title:
 * @text: a page
 *
 * Returns: (transfer full): what a list calls it: its title, or how its first line begins; empty for an empty page
 */
char *
roundel_page_dup_title (const char *text)
{
  const char *start = skip_empty_lines (text);
  g_autofree char *line = g_strndup (start, strcspn (start, "\n"));
  g_autofree char *plain = roundel_markdown_dup_plain (line);

  return g_strndup (plain, first_sentence (plain));
}

/**
 * roundel_page_dup_preview:
 * @text: a page
 * @most: characters
 *
 * Returns: (transfer full): how it goes on after its title, in one line
 */
char *
roundel_page_dup_preview (const char *text,
                          guint       most)
{
  g_autoptr (GString) preview = g_string_new (NULL);
  const char *start = skip_empty_lines (text);
  gboolean first = TRUE;

  while (*start != '\0' && preview->len < most * 4)
    {
      g_autofree char *line = g_strndup (start, strcspn (start, "\n"));
      g_autofree char *plain = roundel_markdown_dup_plain (line);
      const char *rest = g_strchug (plain + (first ? first_sentence (plain) : 0));

      if (preview->len > 0 && *rest != '\0')
        g_string_append_c (preview, ' ');
      g_string_append (preview, rest);
      first = FALSE;
      start += strlen (line);
      start += *start == '\n';
    }
  if (g_utf8_strlen (preview->str, -1) > most)
    g_string_truncate (preview, (gsize) (g_utf8_offset_to_pointer (preview->str, most) - preview->str));
  return g_string_free (g_steal_pointer (&preview), FALSE);
}
