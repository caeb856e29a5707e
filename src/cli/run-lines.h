/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ROUNDEL_STYLE_NORMAL,
  ROUNDEL_STYLE_STRONG,
  ROUNDEL_STYLE_DIM,
  ROUNDEL_STYLE_WARNING,
  ROUNDEL_STYLE_LATE,
} RoundelStyle;

/**
 * RoundelLines:
 * @columns: how wide they may be
 * @utf8: whether they may have more than ASCII
 *
 * A column of text: lines of one style each, which fit into its width.
 */
typedef struct
{
  GPtrArray *lines;
  guint columns;
  gboolean utf8;
} RoundelLines;

RoundelLines *roundel_lines_new     (guint         columns,
                                     gboolean      utf8);
void          roundel_lines_free    (RoundelLines *self);
void          roundel_lines_add     (RoundelLines *self,
                                     RoundelStyle  style,
                                     const char   *format,
                                     ...) G_GNUC_PRINTF (3, 4);
void          roundel_lines_wrap    (RoundelLines *self,
                                     RoundelStyle  style,
                                     const char   *lead,
                                     const char   *text);
void          roundel_lines_centre  (RoundelLines *self,
                                     RoundelStyle  style,
                                     const char   *text);
void          roundel_lines_digits  (RoundelLines *self,
                                     RoundelStyle  style,
                                     const char   *clock,
                                     guint         scale);
guint         roundel_lines_digits_width (const char *clock,
                                          guint       scale);
void          roundel_lines_table   (RoundelLines *self,
                                     GPtrArray    *entries,
                                     guint         rows);
void          roundel_lines_bar     (RoundelLines *self,
                                     RoundelStyle  style,
                                     double        share,
                                     double        over);
guint         roundel_lines_count   (const RoundelLines *self);
void          roundel_lines_append  (const RoundelLines *self,
                                     guint               i,
                                     GString            *row,
                                     gboolean            bold,
                                     gboolean            colour,
                                     gboolean            pad);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLines, roundel_lines_free)

G_END_DECLS
