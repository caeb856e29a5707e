/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelTallyAnswer:
 * @question: id of a question
 * @answer: which of its answers
 * @times: how often it was given; of one slip: 1
 */
typedef struct
{
  const char *question;
  int answer;
  guint times;
} RoundelTallyAnswer;

/**
 * RoundelTallyComment:
 * @question: id of a question
 * @text: what was written
 * @times: how often it was written in the very same words; of one slip: 1
 */
typedef struct
{
  const char *question;
  const char *text;
  guint times;
} RoundelTallyComment;

/**
 * RoundelTally:
 * @slips: how many have answered
 * @answers: (element-type RoundelTallyAnswer): counts, by question and answer
 * @comments: (element-type RoundelTallyComment): in the order of the alphabet, which tells of nobody
 *
 * An evaluation until it is closed (E1). Sums only: no row is one person's.
 */
typedef struct
{
  guint slips;
  GArray *answers;
  GArray *comments;
} RoundelTally;

void          roundel_tally_free          (RoundelTally               *self);
gboolean      roundel_journal_add_slip    (RoundelJournal             *self,
                                           const char                 *session,
                                           const RoundelTallyAnswer   *answers,
                                           gsize                       n_answers,
                                           const RoundelTallyComment  *comments,
                                           gsize                       n_comments,
                                           GError                    **error);
RoundelTally *roundel_journal_get_tally   (RoundelJournal             *self,
                                           const char                 *session,
                                           GError                    **error);
gboolean      roundel_journal_clear_tally (RoundelJournal             *self,
                                           const char                 *session,
                                           GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelTally, roundel_tally_free)

G_END_DECLS
