/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"
#include "store/notebook.h"

G_BEGIN_DECLS

/**
 * RoundelReply:
 * @id: names it
 * @lesson: id of the lesson it is about
 * @by: (nullable): id of the member who wrote it
 * @text: (nullable): a question to the author; %NULL for thanks
 *
 * What a reader gives back for a lesson (J6). The whole circle sees it.
 */
typedef struct
{
  char *id;
  char *lesson;
  char *by;
  char *text;
} RoundelReply;

void       roundel_reply_free (RoundelReply         *self);
gboolean   roundel_reply_put  (RoundelJournal       *journal,
                               RoundelNotebook      *notebook,
                               const RoundelRecord  *lesson,
                               const char           *text,
                               GError              **error);
gboolean   roundel_reply_take_back (RoundelJournal  *journal,
                                    RoundelNotebook *notebook,
                                    const char      *program,
                                    const char      *id,
                                    GError         **error);
gboolean   roundel_reply_take_back_answers (RoundelJournal  *journal,
                                            RoundelNotebook *notebook,
                                            const char      *program,
                                            const char      *lesson,
                                            GError         **error);
RoundelReply *roundel_reply_find_question (RoundelJournal  *journal,
                                           RoundelNotebook *notebook,
                                           const char      *program,
                                           GError         **error);
GPtrArray *roundel_reply_list (RoundelNotebook      *notebook,
                               const char           *program,
                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelReply, roundel_reply_free)

G_END_DECLS
