/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelStyle:
 * @ROUNDEL_STYLE_TITLE: a whole line: what the page is called
 * @ROUNDEL_STYLE_HEADING: a whole line
 * @ROUNDEL_STYLE_ITEM: a whole line of a list
 * @ROUNDEL_STYLE_DONE: a whole line of a list, ticked
 * @ROUNDEL_STYLE_QUOTE: a whole line
 * @ROUNDEL_STYLE_MARK: a sign that only says how something looks
 * @ROUNDEL_STYLE_BULLET: the sign of a line of a list
 */
typedef enum
{
  ROUNDEL_STYLE_TITLE,
  ROUNDEL_STYLE_HEADING,
  ROUNDEL_STYLE_ITEM,
  ROUNDEL_STYLE_DONE,
  ROUNDEL_STYLE_QUOTE,
  ROUNDEL_STYLE_BOLD,
  ROUNDEL_STYLE_ITALIC,
  ROUNDEL_STYLE_LINK,
  ROUNDEL_STYLE_MARK,
  ROUNDEL_STYLE_BULLET,
  ROUNDEL_N_STYLES
} RoundelStyle;

/**
 * RoundelSpan:
 * @start: in characters of the line
 * @end: in characters of the line
 */
typedef struct
{
  guint start;
  guint end;
  RoundelStyle style;
} RoundelSpan;

/**
 * RoundelMarkupTags:
 * @bold: what stands before and behind bold words
 * @italic: before and behind those that are stressed
 * @link: whether a link is one; otherwise its address stands behind its words
 */
typedef struct
{
  const char *bold[2];
  const char *italic[2];
  gboolean link;
} RoundelMarkupTags;

gboolean roundel_markdown_is_title  (const char *line,
                                     gboolean    more);
GArray  *roundel_markdown_scan_line (const char *line,
                                     gboolean    title);
char    *roundel_markdown_dup_next  (const char *line);
char    *roundel_markdown_mark_up   (const char *line,
                                     gboolean    title,
                                     const RoundelMarkupTags *tags,
                                     RoundelStyle *block);
char    *roundel_markdown_dup_plain (const char *line);

char    *roundel_page_dup_title     (const char *text);
char    *roundel_page_dup_preview   (const char *text,
                                     guint       most);

G_END_DECLS
