/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-event.h"

G_BEGIN_DECLS

/**
 * RoundelRoundAccount:
 * @round: (unowned): the round
 * @planned: microseconds, as all times here
 * @added: by hand or by fitting; less than 0 when taken away
 * @used: for which the clock ran in this round
 * @returned: given back to the session when the round was left; less than 0: taken from it by running over
 * @left: still there; less than 0 while the present round runs over
 * @begun: after how much of the session the round first began, or -1
 *
 * Where the time of a round is. Each event moves time between two accounts, so that planned + added = used +
 * returned + left in each round, and by that in the session.
 */
typedef struct
{
  const RoundelRound *round;
  gint64 planned;
  gint64 added;
  gint64 used;
  gint64 returned;
  gint64 left;
  gint64 begun;
} RoundelRoundAccount;

/**
 * RoundelSessionState:
 * @accounts: (element-type RoundelRoundAccount): one a round
 * @current: index of the present round
 * @at: to which moment the state belongs; once finished, when that was
 * @ran: microseconds for which the clock ran
 * @stood: microseconds of pauses and holds, which are not told apart (R11: no reason is kept)
 * @ends: wall time at which the session is to end, or 0: when its planned time is over
 * @promised: microseconds from the start to the end that was promised; unset before the start
 * @extended: microseconds by which that end was moved
 *
 * All that a session is at one moment: what the events before it come to. For the runner; a screen reads
 * #RoundelSessionView.
 */
typedef struct
{
  GArray *accounts;
  gboolean auto_advance;
  gboolean started;
  gboolean paused;
  gboolean held;
  gboolean finished;
  guint current;
  RoundelInstant at;
  gint64 ran;
  gint64 stood;
  gint64 ends;
  gint64 promised;
  gint64 extended;
} RoundelSessionState;

RoundelSessionState *roundel_session_state_new     (GPtrArray                  *rounds,
                                                    gint64                      ends,
                                                    gboolean                    auto_advance);
RoundelSessionState *roundel_session_state_copy    (const RoundelSessionState  *self);
void                 roundel_session_state_free    (RoundelSessionState        *self);
RoundelSessionState *roundel_session_state_at      (const RoundelSessionState  *self,
                                                    const RoundelInstant       *now);
RoundelSessionState *roundel_session_state_after   (const RoundelSessionState  *self,
                                                    const RoundelSessionEvent  *event,
                                                    GError                    **error);
const char          *roundel_session_state_refuses (const RoundelSessionState  *self,
                                                    RoundelSessionEventKind     kind);
guint                roundel_session_state_next    (const RoundelSessionState  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionState, roundel_session_state_free)

G_END_DECLS
