/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-event.h"

G_BEGIN_DECLS

/**
 * RoundelSessionRun:
 *
 * A session as it runs (R1, R5, R11): the plan it began with and the events since. What it shows at a moment is
 * computed from these and nothing else, so that a run read back from its stored events goes on in the same second.
 *
 * A round whose time is over runs on and counts what is over; it does not move on by itself. Groups finish a sentence,
 * a room needs to hear "change", and a clock that moved on alone would begin the next member's slot before that member
 * could. A rehearsal, or a group without a facilitator that asks for it, sets auto-advance.
 *
 * Moving never un-pauses. Time that a round left early did not need goes back to the session, and going back to the
 * round takes it again. While everything is held only letting go, finishing and undo are heard.
 *
 * All times are microseconds. The time of a round is a span, wall times count from 1970.
 */
typedef struct _RoundelSessionRun RoundelSessionRun;

typedef enum
{
  ROUNDEL_SESSION_PHASE_READY,
  ROUNDEL_SESSION_PHASE_RUNNING,
  ROUNDEL_SESSION_PHASE_PAUSED,
  ROUNDEL_SESSION_PHASE_HELD,
  ROUNDEL_SESSION_PHASE_FINISHED,
} RoundelSessionPhase;

const char *roundel_session_phase_to_text (RoundelSessionPhase phase);

/**
 * RoundelSessionWarning:
 * @ROUNDEL_SESSION_WARNING_FIFTH: a fifth of the round's time is left
 * @ROUNDEL_SESSION_WARNING_TWENTIETH: a twentieth is left
 * @ROUNDEL_SESSION_WARNING_OVER: nothing is left
 */
typedef enum
{
  ROUNDEL_SESSION_WARNING_NONE,
  ROUNDEL_SESSION_WARNING_FIFTH,
  ROUNDEL_SESSION_WARNING_TWENTIETH,
  ROUNDEL_SESSION_WARNING_OVER,
} RoundelSessionWarning;

/**
 * RoundelSessionMilestone:
 *
 * The last point the round has passed, for a screen reader, which is told when it becomes a later one. Short rounds
 * leave out what would only chatter: half in rounds up to two minutes, a minute in rounds of one.
 */
typedef enum
{
  ROUNDEL_SESSION_MILESTONE_NONE,
  ROUNDEL_SESSION_MILESTONE_HALF,
  ROUNDEL_SESSION_MILESTONE_MINUTE,
  ROUNDEL_SESSION_MILESTONE_TEN_SECONDS,
  ROUNDEL_SESSION_MILESTONE_TIME,
} RoundelSessionMilestone;

/**
 * RoundelRoundState:
 * @ROUNDEL_ROUND_STATE_AHEAD: to come; may have begun before the facilitator went back
 * @ROUNDEL_ROUND_STATE_NOW: the present one
 * @ROUNDEL_ROUND_STATE_PASSED: has run and is behind
 * @ROUNDEL_ROUND_STATE_LEFT_OUT: did not run and will not, unless somebody jumps into it
 */
typedef enum
{
  ROUNDEL_ROUND_STATE_AHEAD,
  ROUNDEL_ROUND_STATE_NOW,
  ROUNDEL_ROUND_STATE_PASSED,
  ROUNDEL_ROUND_STATE_LEFT_OUT,
} RoundelRoundState;

/**
 * RoundelTurn:
 *
 * Whether a member had its turn in this session. Derived from the rounds passed, for the facilitator's eyes, and never
 * stored (R1): a clock knows who had the turn, not who spoke.
 */
typedef enum
{
  ROUNDEL_TURN_NONE,
  ROUNDEL_TURN_WAITING,
  ROUNDEL_TURN_NOW,
  ROUNDEL_TURN_HAD,
} RoundelTurn;

/**
 * RoundelRoundTime:
 * @round: (unowned): the round, while the run lives
 * @begun: whether it ever began; only a round that did not can be fitted
 * @added: by hand or by fitting; less than 0 when taken away
 * @used: for which the clock ran in it
 * @returned: given back to the session when it was left early; less than 0: by how much it ran over
 * @left: still there; planned + added = used + returned + left
 * @starts: wall time at which it began, or will if all keeps its time; 0 when it does neither
 */
typedef struct
{
  const RoundelRound *round;
  RoundelRoundState state;
  gboolean begun;
  gint64 planned;
  gint64 added;
  gint64 used;
  gint64 returned;
  gint64 left;
  gint64 starts;
} RoundelRoundTime;

/**
 * RoundelSessionView:
 * @round: index of the present round; before the start of the first, afterwards of the last
 * @next: index of the round that comes next, or the number of rounds
 * @shown: whole seconds left as a clock shows them: 5:00 at the beginning, 0:00 when the time is over, then less than 0
 * @allowed: planned and added
 * @share: how much of the round is passed, 0 to 1
 * @elapsed: wall time since the start, pauses counted
 * @stood: pauses and holds in it
 * @starts: when the session began; 0 before
 * @ends: expected end; the end when finished
 * @late: how much later than promised that is; less than 0: earlier
 * @remains: what the present and the later rounds still need
 * @repaint: microseconds after which a whole second of the round, or the minute nearest to @ends or @late, changes;
 *  %G_MAXINT64 for never
 * @rounds: (element-type RoundelRoundTime): all rounds
 *
 * Everything there is to show at one moment.
 */
typedef struct
{
  RoundelSessionPhase phase;
  guint round;
  guint next;
  gint64 allowed;
  gint64 used;
  gint64 left;
  gint64 shown;
  double share;
  RoundelSessionWarning warning;
  RoundelSessionMilestone milestone;
  gint64 elapsed;
  gint64 stood;
  gint64 starts;
  gint64 ends;
  gint64 late;
  gint64 remains;
  gint64 repaint;
  GArray *rounds;
} RoundelSessionView;

RoundelSessionRun *roundel_session_run_new  (GPtrArray         *rounds,
                                             gint64             ends,
                                             gboolean           auto_advance);
void               roundel_session_run_free (RoundelSessionRun *self);

gboolean   roundel_session_run_apply      (RoundelSessionRun           *self,
                                           const RoundelSessionEvent   *event,
                                           GError                     **error);
gboolean   roundel_session_run_do         (RoundelSessionRun           *self,
                                           RoundelSessionEventKind      kind,
                                           gint64                       amount,
                                           const RoundelInstant        *now,
                                           GError                     **error);
gboolean   roundel_session_run_replay     (RoundelSessionRun           *self,
                                           const char *const           *lines,
                                           GError                     **error);
gboolean   roundel_session_run_can        (const RoundelSessionRun     *self,
                                           RoundelSessionEventKind      kind,
                                           const RoundelInstant        *now);
GPtrArray *roundel_session_run_get_events (const RoundelSessionRun     *self);
const RoundelSessionEvent *roundel_session_run_get_last_step (const RoundelSessionRun *self);

RoundelSessionView *roundel_session_run_view        (const RoundelSessionRun  *self,
                                                     const RoundelInstant     *now);
void                roundel_session_view_free       (RoundelSessionView       *self);
RoundelTurn         roundel_session_view_turn       (const RoundelSessionView *self,
                                                     guint                     member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionRun, roundel_session_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionView, roundel_session_view_free)

G_END_DECLS
