/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/session-run.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/round-text.h"
#include "core/session-state.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MINUTE (60 * SECOND)

struct _RoundelSessionRun
{
  GPtrArray *rounds; /* the plan it began with */
  GPtrArray *events; /* all, undone ones and undos too */
  GPtrArray *states; /* before the start, and after each event that was not undone */
};

static const RoundelSessionState *
last_state (const RoundelSessionRun *self)
{
  return self->states->pdata[self->states->len - 1];
}

/* The last whole number of SPANs that TIME has reached, also before 0. */
static gint64
whole (gint64 time,
       gint64 span)
{
  return time >= 0 ? time / span : -((-time + span - 1) / span);
}

static RoundelSessionPhase
phase_of (const RoundelSessionState *state)
{
  if (state->finished)
    return ROUNDEL_SESSION_PHASE_FINISHED;
  if (state->held)
    return ROUNDEL_SESSION_PHASE_HELD;
  if (state->paused)
    return ROUNDEL_SESSION_PHASE_PAUSED;
  return state->started ? ROUNDEL_SESSION_PHASE_RUNNING : ROUNDEL_SESSION_PHASE_READY;
}

static RoundelRoundState
round_state (const RoundelSessionState *state,
             guint                      i)
{
  const RoundelRoundAccount *a = &g_array_index (state->accounts, RoundelRoundAccount, i);
  gboolean behind = state->started && (i < state->current || state->finished);

  if (state->started && !state->finished && i == state->current)
    return ROUNDEL_ROUND_STATE_NOW;
  if (a->begun >= 0)
    return behind ? ROUNDEL_ROUND_STATE_PASSED : ROUNDEL_ROUND_STATE_AHEAD;
  return behind || a->planned + a->added == 0 ? ROUNDEL_ROUND_STATE_LEFT_OUT : ROUNDEL_ROUND_STATE_AHEAD;
}

/* Fills in the rounds and what they need together. */
static void
view_rounds (RoundelSessionView        *view,
             const RoundelSessionState *state)
{
  view->rounds = g_array_sized_new (FALSE, FALSE, sizeof (RoundelRoundTime), state->accounts->len);
  for (guint i = 0; i < state->accounts->len; i++)
    {
      const RoundelRoundAccount *a = &g_array_index (state->accounts, RoundelRoundAccount, i);
      RoundelRoundTime time = {
        .round = a->round,
        .state = round_state (state, i),
        .begun = a->begun >= 0,
        .planned = a->planned,
        .added = a->added,
        .used = a->used,
        .returned = a->returned,
        .left = a->left,
      };

      if (time.state == ROUNDEL_ROUND_STATE_PASSED || time.state == ROUNDEL_ROUND_STATE_NOW)
        time.starts = view->starts + a->begun;
      else if (time.state == ROUNDEL_ROUND_STATE_AHEAD)
        time.starts = state->at.wall + view->remains;
      if (time.state == ROUNDEL_ROUND_STATE_AHEAD || time.state == ROUNDEL_ROUND_STATE_NOW)
        view->remains += MAX (a->left, 0);
      g_array_append_val (view->rounds, time);
    }
}

static void
view_end (RoundelSessionView        *view,
          const RoundelSessionState *state)
{
  gint64 promised = state->promised;

  view->ends = state->at.wall + view->remains;
  if (!state->started && state->ends != 0)
    promised = state->ends - state->at.wall;
  for (guint i = 0; !state->started && state->ends == 0 && i < state->accounts->len; i++)
    promised += g_array_index (state->accounts, RoundelRoundAccount, i).planned;
  view->late = view->elapsed + view->remains - promised - state->extended;
}

/* Whole seconds and whole minutes are what is shown; levels change with them, so that one repaint a second does. */
static void
view_clock (RoundelSessionView *view)
{
  gint64 left;

  view->shown = -whole (-view->left, SECOND);
  left = MAX (view->shown, 0) * SECOND;
  view->share = view->allowed > 0 ? MIN ((double) view->used / (double) view->allowed, 1.0) : 1.0;

  if (left == 0)
    view->warning = ROUNDEL_SESSION_WARNING_OVER;
  else if (left * 20 <= view->allowed)
    view->warning = ROUNDEL_SESSION_WARNING_TWENTIETH;
  else if (left * 5 <= view->allowed)
    view->warning = ROUNDEL_SESSION_WARNING_FIFTH;

  if (left == 0)
    view->milestone = ROUNDEL_SESSION_MILESTONE_TIME;
  else if (left <= 10 * SECOND && view->allowed > 10 * SECOND)
    view->milestone = ROUNDEL_SESSION_MILESTONE_TEN_SECONDS;
  else if (left <= MINUTE && view->allowed > MINUTE)
    view->milestone = ROUNDEL_SESSION_MILESTONE_MINUTE;
  else if (left * 2 <= view->allowed && view->allowed > 2 * MINUTE)
    view->milestone = ROUNDEL_SESSION_MILESTONE_HALF;
}

/* Until TIME, which goes on, is nearest to another minute. */
static gint64
to_other_minute (gint64 time)
{
  return (whole (time + MINUTE / 2, MINUTE) + 1) * MINUTE - MINUTE / 2 - time;
}

static void
view_repaint (RoundelSessionView *view)
{
  gboolean runs = view->phase == ROUNDEL_SESSION_PHASE_RUNNING;

  view->repaint = G_MAXINT64;
  if (view->phase == ROUNDEL_SESSION_PHASE_FINISHED)
    return;
  if (runs)
    view->repaint = view->left - (view->shown - 1) * SECOND;
  /* the end moves on with the clock unless a round has time left to run down */
  if (!runs || view->left <= 0)
    {
      view->repaint = MIN (view->repaint, to_other_minute (view->ends));
      view->repaint = MIN (view->repaint, to_other_minute (view->late));
    }
}

static gboolean
speaks (const RoundelRound *round,
        guint               member)
{
  for (guint i = 0; i < round->speakers->len; i++)
    if (g_array_index (round->speakers, guint, i) == member)
      return TRUE;
  return FALSE;
}

/**
 * roundel_session_phase_to_text:
 * @phase: a phase
 *
 * Returns: its name in the transitions of a rehearsal; never translated
 */
const char *
roundel_session_phase_to_text (RoundelSessionPhase phase)
{
  static const char *const names[] = { "ready", "running", "paused", "held", "finished" };

  g_return_val_if_fail (phase < G_N_ELEMENTS (names), NULL);

  return names[phase];
}

/**
 * roundel_session_run_new:
 * @rounds: (element-type RoundelRound): the plan, at least one round; copied
 * @ends: wall time at which the session is to end, or 0: as long after its start as it is planned
 * @auto_advance: whether a round whose time is over moves on by itself
 *
 * Returns: (transfer full): a session that has not begun
 */
RoundelSessionRun *
roundel_session_run_new (GPtrArray *rounds,
                         gint64     ends,
                         gboolean   auto_advance)
{
  RoundelSessionRun *self;

  g_return_val_if_fail (rounds != NULL && rounds->len > 0, NULL);

  self = g_new0 (RoundelSessionRun, 1);
  self->rounds = roundel_rounds_copy (rounds);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_session_event_free);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_session_state_free);
  g_ptr_array_add (self->states, roundel_session_state_new (self->rounds, ends, auto_advance));
  return self;
}

void
roundel_session_run_free (RoundelSessionRun *self)
{
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->rounds);
  g_free (self);
}

/**
 * roundel_session_run_apply:
 * @self: a session
 * @event: what happens; copied
 * @error: return location; %ROUNDEL_CORE_ERROR_NOT_NOW when it cannot happen at this moment,
 *  %ROUNDEL_CORE_ERROR_NONSENSE when its argument cannot be meant
 *
 * The caller stores @event, as roundel_session_event_to_text(), before the screen shows its effect.
 *
 * Returns: whether it happened; if not, nothing changed
 */
gboolean
roundel_session_run_apply (RoundelSessionRun          *self,
                           const RoundelSessionEvent  *event,
                           GError                    **error)
{
  g_autoptr (RoundelSessionEvent) kept = roundel_session_event_copy (event);

  if (kept->kind == ROUNDEL_SESSION_EVENT_UNDO)
    {
      if (self->states->len == 1)
        {
          g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NOT_NOW, _("There is nothing to undo."));
          return FALSE;
        }
      g_ptr_array_set_size (self->states, (int) self->states->len - 1);
    }
  else
    {
      RoundelSessionState *after = roundel_session_state_after (last_state (self), kept, error);

      if (after == NULL)
        return FALSE;
      g_ptr_array_add (self->states, after);
    }
  g_ptr_array_add (self->events, g_steal_pointer (&kept));
  return TRUE;
}

/**
 * roundel_session_run_do:
 * @self: a session
 * @kind: a kind of event that has neither changes nor rounds
 * @amount: seconds, or the index of a round; 0 for the kinds that need none
 * @now: this moment
 * @error: return location, as for roundel_session_run_apply()
 *
 * What a key does.
 *
 * Returns: whether it happened
 */
gboolean
roundel_session_run_do (RoundelSessionRun        *self,
                        RoundelSessionEventKind   kind,
                        gint64                    amount,
                        const RoundelInstant     *now,
                        GError                  **error)
{
  g_autoptr (RoundelSessionEvent) event = roundel_session_event_new (kind, now, amount);

  return roundel_session_run_apply (self, event, error);
}

/**
 * roundel_session_run_replay:
 * @self: a session that has not begun
 * @lines: (array zero-terminated=1): its stored events
 * @error: return location, as for roundel_session_run_apply()
 *
 * After a crash: goes on in the same round at the right second.
 *
 * Returns: whether all events could happen
 */
gboolean
roundel_session_run_replay (RoundelSessionRun   *self,
                            const char *const   *lines,
                            GError             **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (RoundelSessionEvent) event = roundel_session_event_from_text (lines[i], error);

      if (event == NULL || !roundel_session_run_apply (self, event, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * roundel_session_run_can:
 * @self: a session
 * @kind: a kind of event
 * @now: this moment
 *
 * Returns: whether a button for @kind is sensitive; an argument may still be refused
 */
gboolean
roundel_session_run_can (const RoundelSessionRun *self,
                         RoundelSessionEventKind  kind,
                         const RoundelInstant    *now)
{
  g_autoptr (RoundelSessionState) state = roundel_session_state_at (last_state (self), now);

  if (kind == ROUNDEL_SESSION_EVENT_UNDO)
    return self->states->len > 1;
  return roundel_session_state_refuses (state, kind) == NULL;
}

/**
 * roundel_session_run_get_events:
 * @self: a session
 *
 * Returns: (transfer none) (element-type RoundelSessionEvent): all that happened, undos and what they undid too
 */
GPtrArray *
roundel_session_run_get_events (const RoundelSessionRun *self)
{
  return self->events;
}

/**
 * roundel_session_run_get_last_step:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the step that an undo would take back
 */
const RoundelSessionEvent *
roundel_session_run_get_last_step (const RoundelSessionRun *self)
{
  guint undone = 0;

  for (guint i = self->events->len; i-- > 0;)
    {
      const RoundelSessionEvent *event = self->events->pdata[i];

      if (event->kind == ROUNDEL_SESSION_EVENT_UNDO)
        undone++;
      else if (undone > 0)
        undone--;
      else
        return event;
    }
  return NULL;
}

/**
 * roundel_session_run_view:
 * @self: a session, which must outlive the view
 * @now: the moment to look at, not before the last event
 *
 * Returns: (transfer full): everything there is to show at @now
 */
RoundelSessionView *
roundel_session_run_view (const RoundelSessionRun *self,
                          const RoundelInstant    *now)
{
  g_autoptr (RoundelSessionState) state = roundel_session_state_at (last_state (self), now);
  const RoundelRoundAccount *a = &g_array_index (state->accounts, RoundelRoundAccount, state->current);
  RoundelSessionView *view = g_new0 (RoundelSessionView, 1);

  view->phase = phase_of (state);
  view->round = state->current;
  view->next = roundel_session_state_next (state);
  view->allowed = a->planned + a->added;
  view->used = a->used;
  view->left = a->left;
  view->elapsed = state->ran + state->stood;
  view->stood = state->stood;
  view->starts = state->started ? state->at.wall - view->elapsed : 0;
  view_rounds (view, state);
  view_end (view, state);
  view_clock (view);
  view_repaint (view);
  return view;
}

void
roundel_session_view_free (RoundelSessionView *self)
{
  g_array_unref (self->rounds);
  g_free (self);
}

/**
 * roundel_session_view_turn:
 * @self: a session at a moment
 * @member: index of a member of the agenda
 *
 * Returns: whether @member had its turn, has it now, waits for it, or has none in this plan
 */
RoundelTurn
roundel_session_view_turn (const RoundelSessionView *self,
                           guint                     member)
{
  RoundelTurn turn = ROUNDEL_TURN_NONE;
  gboolean ahead = FALSE;
  const RoundelRound *present = NULL;

  if (self->phase != ROUNDEL_SESSION_PHASE_READY && self->phase != ROUNDEL_SESSION_PHASE_FINISHED)
    present = g_array_index (self->rounds, RoundelRoundTime, self->round).round;
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (self->rounds, RoundelRoundTime, i);

      if (time->round->slot == 0 || !speaks (time->round, member))
        continue;
      if (present != NULL && time->round->slot == present->slot)
        return ROUNDEL_TURN_NOW;
      ahead = ahead || time->state == ROUNDEL_ROUND_STATE_AHEAD;
      if (time->state == ROUNDEL_ROUND_STATE_PASSED)
        turn = ROUNDEL_TURN_HAD;
      else if (turn == ROUNDEL_TURN_NONE)
        turn = ROUNDEL_TURN_WAITING;
    }
  return ahead ? ROUNDEL_TURN_WAITING : turn;
}
