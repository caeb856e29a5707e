/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-run.h"

G_BEGIN_DECLS

/**
 * RoundelRehearsalStep:
 * @at: seconds after the start, pauses counted
 * @kind: what happens then
 * @amount: seconds, or the index of a round; 0 for the kinds that need none
 */
typedef struct
{
  gint64 at;
  RoundelSessionEventKind kind;
  gint64 amount;
} RoundelRehearsalStep;

/**
 * RoundelTransition:
 * @at: seconds after the start, pauses counted
 * @round: index of the round that is present from then on
 * @phase: what the session does from then on
 */
typedef struct
{
  gint64 at;
  guint round;
  RoundelSessionPhase phase;
} RoundelTransition;

/**
 * RoundelRehearsal:
 * @transitions: (element-type RoundelTransition): from the start to the end
 * @planned: seconds of the plan
 * @actual: seconds from start to end, pauses counted
 */
typedef struct
{
  GArray *transitions;
  gint64 planned;
  gint64 actual;
} RoundelRehearsal;

RoundelRehearsal *roundel_session_rehearse (GPtrArray                   *rounds,
                                            const RoundelRehearsalStep  *steps,
                                            guint                        n_steps,
                                            GError                     **error);
void              roundel_rehearsal_free   (RoundelRehearsal            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRehearsal, roundel_rehearsal_free)

G_END_DECLS
