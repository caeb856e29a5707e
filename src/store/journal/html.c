/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/html.h"

#include "core/markdown.h"

#include <string.h>

/* No script, nothing from elsewhere: the policy makes sure of it, whatever stands on a page. */
static const char HEAD[] =
  "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
  "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>\n"
  ":root { color-scheme: light dark; }\n"
  "body { max-width: 34em; margin: 2em auto; padding: 0 1em; font: 17px/1.62 Cantarell, system-ui, sans-serif; }\n"
  "article { margin: 3em 0; break-inside: avoid-page; }\n"
  "header { opacity: .65; font-size: .8em; }\n"
  "h1, h2, h3 { line-height: 1.25; }\nh2 { font-size: 1.35em; margin: .2em 0 .6em; }\nh3 { font-size: 1.1em; }\n"
  "blockquote { margin: 1em 0; padding-left: 1em; border-left: 3px solid; opacity: .8; }\n"
  "li.done { list-style: '\\2713\\00a0'; }\n"
  "</style>\n</head>\n<body>\n<h1>%s</h1>\n";

/* What is open while lines are added. */
typedef enum
{
  NOTHING,
  PARAGRAPH,
  LIST,
  QUOTE,
} Open;

static void
open_block (GString *html,
            Open    *open,
            Open     wanted)
{
  static const char *const ends[] = { "", "</p>\n", "</ul>\n", "</blockquote>\n" };
  static const char *const begins[] = { "", "<p>", "<ul>\n", "<blockquote>" };

  if (*open == wanted)
    return;
  g_string_append (html, ends[*open]);
  g_string_append (html, begins[wanted]);
  *open = wanted;
}

static void
add_line (GString    *html,
          const char *line,
          gboolean    title,
          Open       *open)
{
  static const RoundelMarkupTags tags = { { "<strong>", "</strong>" }, { "<em>", "</em>" }, TRUE };
  RoundelStyle block;
  g_autofree char *words = roundel_markdown_mark_up (line, title, &tags, &block);

  if (line[strspn (line, " \t\r")] == '\0')
    {
      open_block (html, open, NOTHING);
      return;
    }
  switch (block)
    {
    case ROUNDEL_STYLE_TITLE:
    case ROUNDEL_STYLE_HEADING:
      open_block (html, open, NOTHING);
      g_string_append_printf (html, title ? "<h2>%s</h2>\n" : "<h3>%s</h3>\n", words);
      break;
    case ROUNDEL_STYLE_ITEM:
    case ROUNDEL_STYLE_DONE:
      open_block (html, open, LIST);
      g_string_append_printf (html, block == ROUNDEL_STYLE_DONE ? "<li class=\"done\">%s</li>\n" : "<li>%s</li>\n", words);
      break;
    default:
      {
        Open wanted = block == ROUNDEL_STYLE_QUOTE ? QUOTE : PARAGRAPH;

        if (*open == wanted)
          g_string_append (html, "<br>\n");
        open_block (html, open, wanted);
        g_string_append (html, words);
      }
    }
}

/**
 * roundel_html_begin:
 * @title: of the whole
 *
 * Returns: (transfer full): how a file begins that a browser shows
 */
char *
roundel_html_begin (const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autoptr (GString) head = g_string_new (HEAD);

  g_string_replace (head, "%s", escaped, 2);
  return g_string_free (g_steal_pointer (&head), FALSE);
}

/**
 * roundel_html_page:
 * @html: a file begun with roundel_html_begin()
 * @heading: when it was written, and what it is
 * @text: a page, Markdown
 *
 * Adds a page.
 */
void
roundel_html_page (GString    *html,
                   const char *heading,
                   const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (heading, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Open open = NOTHING;

  g_string_append_printf (html, "<article dir=\"auto\">\n<header>%s</header>\n", escaped);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (html, lines[i], i == 0 && roundel_markdown_is_title (lines[0], lines[1] != NULL), &open);
  open_block (html, &open, NOTHING);
  g_string_append (html, "</article>\n");
}

void
roundel_html_end (GString *html)
{
  g_string_append (html, "</body>\n</html>\n");
}
