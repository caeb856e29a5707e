/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/entry.h"

G_BEGIN_DECLS

/**
 * RoundelMark:
 * @start: where in the text it begins, in bytes
 * @end: where it ends
 */
typedef struct
{
  guint start;
  guint end;
} RoundelMark;

/**
 * RoundelHit:
 * @place: of the entry; the smallest is the `before` of the next page
 * @id: of the entry
 * @text: a few words around what was found
 * @marks: (element-type RoundelMark): what was found, in @text
 */
typedef struct
{
  gint64 place;
  char *id;
  char *text;
  GArray *marks;
} RoundelHit;

void       roundel_hit_free       (RoundelHit                *self);
char      *roundel_search_query   (const char                *typed);
char     **roundel_journal_list_tags (RoundelJournal          *self,
                                   GError                   **error);
GPtrArray *roundel_journal_search (RoundelJournal            *self,
                                   const char                *typed,
                                   const RoundelEntryFilter  *filter,
                                   guint                      most,
                                   GError                   **error);

G_END_DECLS
