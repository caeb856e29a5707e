/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RoundelAnswerEntry:
 * @title: what is asked for
 * @text: (nullable): what is there
 */
typedef struct
{
  const char *title;
  const char *text;
} RoundelAnswerEntry;

#define ROUNDEL_TYPE_ANSWER_ROW (roundel_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelAnswerRow, roundel_answer_row, ROUNDEL, ANSWER_ROW, AdwExpanderRow)

GtkWidget  *roundel_answer_row_new      (const char               *id,
                                         const char               *title,
                                         const char               *subtitle,
                                         const RoundelAnswerEntry *entries,
                                         guint                     n_entries);
void        roundel_answer_row_show     (RoundelAnswerRow         *self,
                                         const char               *title,
                                         const char               *subtitle,
                                         const RoundelAnswerEntry *entries);
const char *roundel_answer_row_get_id   (RoundelAnswerRow         *self);
const char *roundel_answer_row_get_text (RoundelAnswerRow         *self,
                                         guint                     entry);

G_END_DECLS
