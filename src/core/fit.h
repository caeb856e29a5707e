/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-run.h"

G_BEGIN_DECLS

/**
 * RoundelFitKind:
 * @ROUNDEL_FIT_IN_HAND: time kept in hand
 * @ROUNDEL_FIT_OPTIONAL: optional rounds, shortened or left out
 * @ROUNDEL_FIT_OPEN: open discussion, down to its least
 * @ROUNDEL_FIT_TURN: members' turns, which only an offer touches
 *
 * What gives time, in the order in which it does (R6).
 */
typedef enum
{
  ROUNDEL_FIT_IN_HAND,
  ROUNDEL_FIT_OPTIONAL,
  ROUNDEL_FIT_OPEN,
  ROUNDEL_FIT_TURN,
} RoundelFitKind;

#define ROUNDEL_FIT_N_KINDS (ROUNDEL_FIT_TURN + 1)

/**
 * RoundelFitChange:
 * @round: index of a round
 * @from: seconds it is to last now
 * @to: seconds it would last; 0: left out
 */
typedef struct
{
  guint round;
  guint from;
  guint to;
  RoundelFitKind kind;
} RoundelFitChange;

/**
 * RoundelFitPlan:
 * @changes: (element-type RoundelFitChange): in the order of the rounds
 * @taken: seconds taken, by kind
 * @over: seconds that are still too many; less than 0: the session then ends so much earlier
 */
typedef struct
{
  GArray *changes;
  guint taken[ROUNDEL_FIT_N_KINDS];
  gint64 over;
} RoundelFitPlan;

/**
 * RoundelFitLine:
 * @round: one of the rounds (transfer none)
 * @count: how many rounds there are like it: a step comes back in each turn
 * @from: seconds each is to last now
 * @to: seconds each would last; 0: left out
 *
 * What a plan changes, as a line to be read.
 */
typedef struct
{
  const RoundelRound *round;
  guint count;
  guint from;
  guint to;
  RoundelFitKind kind;
} RoundelFitLine;

/**
 * RoundelFit:
 * @over: seconds that are too many
 * @plan: what the program does by itself
 * @carry: (nullable): the offer to carry whole cases over
 * @carried: (element-type guint): indices of the members whose cases that are, in their order; they go first next time
 * @shorter: (nullable): the offer to make the turns still to come equally shorter, if the group agrees
 *
 * How a plan reaches its end (R6). When @plan leaves nothing over there is no offer; else there are up to three: to end
 * later by what @plan leaves over, @carry and @shorter. The two are whole plans, in the place of @plan.
 *
 * Time in hand goes first, then optional rounds, then open discussion; of each the last one first, because what is near
 * has been prepared, and what is far may yet be saved. Optional rounds are shortened, to no less than half, before any
 * is left out; when one is, the others get back what they need no longer give. The rounds of one step that comes back
 * in each turn change together and stay equal, if need be by ending some seconds early. A round that has begun is never
 * changed.
 */
typedef struct
{
  gint64 over;
  RoundelFitPlan *plan;
  RoundelFitPlan *carry;
  GArray *carried;
  RoundelFitPlan *shorter;
} RoundelFit;

/**
 * RoundelFitChoice:
 * @ROUNDEL_FIT_PLAIN: what the program does by itself
 * @ROUNDEL_FIT_LATER: that, and end later
 * @ROUNDEL_FIT_CARRY: carry turns over
 * @ROUNDEL_FIT_SHORTER: equally shorter turns, as the group agreed
 */
typedef enum
{
  ROUNDEL_FIT_PLAIN,
  ROUNDEL_FIT_LATER,
  ROUNDEL_FIT_CARRY,
  ROUNDEL_FIT_SHORTER,
} RoundelFitChoice;

RoundelFit          *roundel_fit_rounds          (GPtrArray                *rounds,
                                                  gint64                    over);
RoundelFit          *roundel_fit_session         (const RoundelSessionView *view,
                                                  gint64                    end);
void                 roundel_fit_free            (RoundelFit               *self);
GArray              *roundel_fit_plan_list_lines (const RoundelFitPlan     *self,
                                                  const RoundelSessionView *view);
RoundelSessionEvent *roundel_fit_choose          (const RoundelFit         *self,
                                                  RoundelFitChoice          choice,
                                                  const RoundelInstant     *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelFit, roundel_fit_free)

G_END_DECLS
