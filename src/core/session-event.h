/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/agenda.h"
#include "core/env.h"

G_BEGIN_DECLS

/**
 * RoundelInstant:
 * @wall: wall time, microseconds since 1970
 * @boot: microseconds since the computer was started, sleep included
 * @boot_id: names that start; 0 when it is not known
 *
 * A moment by both clocks. Within one start of the computer the boot clock counts, so that neither a changed clock
 * nor a closed lid disturbs a session; across a new start there is only the wall clock.
 */
typedef struct
{
  gint64 wall;
  gint64 boot;
  guint64 boot_id;
} RoundelInstant;

RoundelInstant roundel_instant_now  (RoundelEnv           *env);
gint64         roundel_instant_span (const RoundelInstant *from,
                                     const RoundelInstant *to);

/**
 * RoundelSessionEventKind:
 * @ROUNDEL_SESSION_EVENT_START: the clock begins
 * @ROUNDEL_SESSION_EVENT_PAUSE: the clock stands
 * @ROUNDEL_SESSION_EVENT_RESUME: the clock goes on
 * @ROUNDEL_SESSION_EVENT_HOLD: everything stops and is covered (R11)
 * @ROUNDEL_SESSION_EVENT_RELEASE: ends the hold; what was paused before stays paused
 * @ROUNDEL_SESSION_EVENT_NEXT: the next round that is not left out; after the last one the session is over
 * @ROUNDEL_SESSION_EVENT_BACK: the round before, with the time it had left
 * @ROUNDEL_SESSION_EVENT_JUMP: to the round `amount`, an index; a round left out gets its planned time back
 * @ROUNDEL_SESSION_EVENT_ADD: `amount` seconds more or less for this round; less only down to nothing left
 * @ROUNDEL_SESSION_EVENT_CORRECT: the session began `amount` seconds before this moment; the first round has the
 *  difference
 * @ROUNDEL_SESSION_EVENT_FIT: `changes` for later rounds; never a slot (R6)
 * @ROUNDEL_SESSION_EVENT_CARRY: `changes`; slots among them are left out today, their members go first next time
 * @ROUNDEL_SESSION_EVENT_AGREE: `changes`; slots among them get shorter, by the group's agreement
 * @ROUNDEL_SESSION_EVENT_EXTEND: the session is to end `amount` seconds later, with `changes` as in a fit
 * @ROUNDEL_SESSION_EVENT_REPLAN: `rounds` in place of all that have not begun; the numbers of slots and of members go
 *  on from those of the rounds that stay
 * @ROUNDEL_SESSION_EVENT_FINISH: the session is over
 * @ROUNDEL_SESSION_EVENT_UNDO: the last step was never made, while time went on
 */
typedef enum
{
  ROUNDEL_SESSION_EVENT_START,
  ROUNDEL_SESSION_EVENT_PAUSE,
  ROUNDEL_SESSION_EVENT_RESUME,
  ROUNDEL_SESSION_EVENT_HOLD,
  ROUNDEL_SESSION_EVENT_RELEASE,
  ROUNDEL_SESSION_EVENT_NEXT,
  ROUNDEL_SESSION_EVENT_BACK,
  ROUNDEL_SESSION_EVENT_JUMP,
  ROUNDEL_SESSION_EVENT_ADD,
  ROUNDEL_SESSION_EVENT_CORRECT,
  ROUNDEL_SESSION_EVENT_FIT,
  ROUNDEL_SESSION_EVENT_CARRY,
  ROUNDEL_SESSION_EVENT_AGREE,
  ROUNDEL_SESSION_EVENT_EXTEND,
  ROUNDEL_SESSION_EVENT_REPLAN,
  ROUNDEL_SESSION_EVENT_FINISH,
  ROUNDEL_SESSION_EVENT_UNDO,
} RoundelSessionEventKind;

const char *roundel_session_event_kind_to_text   (RoundelSessionEventKind  kind);
gboolean    roundel_session_event_kind_from_text (const char              *text,
                                                  RoundelSessionEventKind *kind);

/**
 * RoundelChange:
 * @round: index of a round
 * @seconds: how long it is to be; 0 leaves it out
 */
typedef struct
{
  guint round;
  guint seconds;
} RoundelChange;

/**
 * RoundelSessionEvent:
 * @amount: seconds, or the index of a round; 0 for the kinds that need none
 * @changes: (nullable) (element-type RoundelChange): in the order of the rounds
 * @rounds: (nullable) (element-type RoundelRound): the new rounds of a replan
 *
 * One step of a session, as it happened. The events in their order are all there is to know of a session.
 */
typedef struct
{
  RoundelSessionEventKind kind;
  RoundelInstant at;
  gint64 amount;
  GArray *changes;
  GPtrArray *rounds;
} RoundelSessionEvent;

RoundelSessionEvent *roundel_session_event_new       (RoundelSessionEventKind     kind,
                                                      const RoundelInstant       *at,
                                                      gint64                      amount);
RoundelSessionEvent *roundel_session_event_copy      (const RoundelSessionEvent  *self);
void                 roundel_session_event_free      (RoundelSessionEvent        *self);
char                *roundel_session_event_to_text   (const RoundelSessionEvent  *self);
RoundelSessionEvent *roundel_session_event_from_text (const char                 *text,
                                                      GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionEvent, roundel_session_event_free)

G_END_DECLS
