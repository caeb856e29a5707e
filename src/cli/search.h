/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelCliSearch:
 *
 * A search for the one thing that somebody named on the command line: by its id, by its name whatever the case, or by
 * the beginning of its id, four letters at least, so that a number stays a number.
 */
typedef struct
{
  const char *text;
  char *folded;
  gpointer by_id;
  gpointer by_prefix;
  gpointer by_name;
  guint n_prefix;
  guint n_name;
} RoundelCliSearch;

RoundelCliSearch roundel_cli_search_begin (const char       *text);
void             roundel_cli_search_try   (RoundelCliSearch *self,
                                           gpointer          thing,
                                           const char       *id,
                                           const char       *name);
gpointer         roundel_cli_search_end   (RoundelCliSearch *self,
                                           gboolean         *several);

G_END_DECLS
