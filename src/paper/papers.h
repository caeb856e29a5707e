/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "paper/book.h"

G_BEGIN_DECLS

/**
 * RoundelPaper:
 * @id: its word on the command line
 * @title: what it is
 * @note: what it is for
 * @texts: Markdown; each begins a page of its own
 *
 * Something of a program to be printed, copied or signed.
 */
typedef struct
{
  const char *id;
  char *title;
  char *note;
  char **texts;
} RoundelPaper;

GPtrArray    *roundel_papers_list (const RoundelProgram  *program);
RoundelPaper *roundel_papers_find (const GPtrArray       *papers,
                                   const char            *id);
gboolean      roundel_book_add_paper (RoundelBook         *self,
                                      const RoundelPaper  *paper,
                                      GError             **error);

G_END_DECLS
