/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/practice.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelCommitment:
 * @id: names the commitment
 * @text: what
 * @due: (nullable): until when, a date as `2027-01-21`
 * @cue: (nullable): at which cue: "when … then"
 * @first_step: (nullable): the first small step
 * @with: (nullable): with whom
 * @program: (nullable): id of the program it is from
 * @session: (nullable): id of the session it is from
 * @status: open, kept, partly or let-go
 * @learned: (nullable): what was learned, when it is over
 * @rhythm: days from one occasion to practise to the next
 * @off: the weekdays that are planned off, as for roundel_practice_strength()
 * @later: it waits until another one is done
 * @made: (nullable): when; %NULL on the way in: now
 * @renewed: (nullable): when it was changed last, or taken up again: what was missed before counts no more
 * @revision: (nullable): the version that was read
 * @deleted: whether it was deleted
 *
 * A promise to oneself (J2). Shown to nobody: roundel_commitment_show() makes one that the circle sees.
 */
typedef struct
{
  const char *id;
  const char *text;
  const char *due;
  const char *cue;
  const char *first_step;
  const char *with;
  const char *program;
  const char *session;
  const char *status;
  const char *learned;
  guint rhythm;
  guint off;
  gboolean later;
  GDateTime *made;
  GDateTime *renewed;
  const char *revision;
  gboolean deleted;
} RoundelCommitment;

/**
 * RoundelPractice:
 * @id: names the practice
 * @commitment: id of what was practised
 * @at: (nullable): when; %NULL on the way in: now
 * @result: how it went
 * @what: (nullable): what happened
 * @confidence: 1 to 5; 0: not said
 * @helper: it was somebody else's turn, and the owner helped (coaching practice, J7)
 *
 * One attempt (J3). Nobody but its owner ever sees it.
 */
typedef struct
{
  const char *id;
  const char *commitment;
  GDateTime *at;
  RoundelPracticeResult result;
  const char *what;
  guint confidence;
  gboolean helper;
} RoundelPractice;

const char * const *roundel_commitment_statuses (void);
void               roundel_commitment_free      (RoundelCommitment        *self);
void               roundel_practice_free        (RoundelPractice          *self);

gboolean           roundel_journal_put_commitment    (RoundelJournal           *self,
                                                      const RoundelCommitment  *commitment,
                                                      char                    **id,
                                                      GError                  **error);
RoundelCommitment *roundel_journal_get_commitment    (RoundelJournal           *self,
                                                      const char               *id,
                                                      GError                  **error);
GPtrArray         *roundel_journal_list_commitments  (RoundelJournal           *self,
                                                      GError                  **error);
gboolean           roundel_journal_delete_commitment   (RoundelJournal         *self,
                                                      const char               *id,
                                                      GError                  **error);
gboolean           roundel_journal_undelete_commitment (RoundelJournal         *self,
                                                      const char               *id,
                                                      GError                  **error);

gboolean           roundel_journal_put_practice      (RoundelJournal           *self,
                                                      const RoundelPractice    *practice,
                                                      char                    **id,
                                                      GError                  **error);
GPtrArray         *roundel_journal_list_practices    (RoundelJournal           *self,
                                                      const char               *commitment,
                                                      GError                  **error);
gboolean           roundel_journal_delete_practice   (RoundelJournal           *self,
                                                      const char               *id,
                                                      GError                  **error);
gboolean           roundel_journal_undelete_practice (RoundelJournal           *self,
                                                      const char               *id,
                                                      GError                  **error);

gint64             roundel_practice_time        (gint64                    at);
GArray            *roundel_practice_attempts    (GPtrArray                *practices,
                                                 const char               *commitment);
double             roundel_commitment_strength   (const RoundelCommitment  *self,
                                                 GPtrArray                *practices,
                                                 gint64                    now);
gboolean           roundel_commitment_has_lapsed (const RoundelCommitment  *self,
                                                 GPtrArray                *practices,
                                                 gint64                    now);
gboolean           roundel_commitment_is_due     (const RoundelCommitment  *self,
                                                 GPtrArray                *practices,
                                                 gint64                    now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelCommitment, roundel_commitment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPractice, roundel_practice_free)

G_END_DECLS
