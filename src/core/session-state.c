/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/session-state.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/round-text.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static RoundelRoundAccount *
account (const RoundelSessionState *self,
         guint                      i)
{
  return &g_array_index (self->accounts, RoundelRoundAccount, i);
}

static void
append_round (GArray             *accounts,
              const RoundelRound *round)
{
  gint64 planned = round->seconds * SECOND;
  RoundelRoundAccount new = { .round = round, .planned = planned, .left = planned, .begun = -1 };

  g_array_append_val (accounts, new);
}

static gboolean
left_out (const RoundelRoundAccount *a)
{
  return a->planned + a->added == 0 && a->used == 0;
}

static gint64
elapsed (const RoundelSessionState *self)
{
  return self->ran + self->stood;
}

/* Moving: rounds that are passed give back what they have left, rounds before which we come to stand take it again. */

static void
settle (RoundelRoundAccount *a)
{
  a->returned += a->left;
  a->left = 0;
}

static void
reopen (RoundelRoundAccount *a)
{
  a->left += a->returned;
  a->returned = 0;
}

static void
enter (RoundelSessionState *self,
       guint                target)
{
  for (guint i = self->current; i < target; i++)
    settle (account (self, i));
  for (guint i = target; i < self->current; i++)
    reopen (account (self, i));
  self->current = target;
  if (account (self, target)->begun < 0)
    account (self, target)->begun = elapsed (self);
}

static void
finish (RoundelSessionState *self)
{
  for (guint i = self->current; i < self->accounts->len; i++)
    settle (account (self, i));
  self->finished = TRUE;
}

static void
move_on (RoundelSessionState *self)
{
  guint next = roundel_session_state_next (self);

  if (next < self->accounts->len)
    enter (self, next);
  else
    finish (self);
}

/* Before the start, the present round is the one it will begin with. */
static void
look_for_the_first (RoundelSessionState *self)
{
  guint next;

  self->current = 0;
  next = roundel_session_state_next (self);
  if (left_out (account (self, 0)) && next < self->accounts->len)
    self->current = next;
}

static gboolean
previous (const RoundelSessionState *self,
          guint                     *round)
{
  for (guint i = self->current; i-- > 0;)
    if (!left_out (account (self, i)))
      {
        *round = i;
        return TRUE;
      }
  return FALSE;
}

/* Time goes by. */

static void
advance (RoundelSessionState  *self,
         const RoundelInstant *now)
{
  gint64 span = self->started ? roundel_instant_span (&self->at, now) : 0;

  if (self->finished)
    return;
  self->at = *now;
  if (!self->started)
    return;
  if (self->paused || self->held)
    {
      self->stood += span;
      return;
    }
  while (!self->finished && (span > 0 || self->auto_advance))
    {
      RoundelRoundAccount *a = account (self, self->current);
      gint64 step = self->auto_advance ? CLAMP (a->left, 0, span) : span;

      a->used += step;
      a->left -= step;
      self->ran += step;
      span -= step;
      if (self->auto_advance && a->left > 0)
        break;
      if (self->auto_advance)
        move_on (self);
    }
  self->at.wall -= span;
  self->at.boot -= span;
}

/* The events. Each returns FALSE, with a reason, when its argument makes no sense. */

static gboolean
nonsense (GError     **error,
          const char  *why)
{
  g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NONSENSE, why);
  return FALSE;
}

static gboolean
start (RoundelSessionState  *self,
       GError              **error)
{
  if (left_out (account (self, self->current)))
    return nonsense (error, _("There is no round to begin with."));
  self->started = TRUE;
  if (self->ends != 0)
    self->promised = self->ends - self->at.wall;
  else
    for (guint i = 0; i < self->accounts->len; i++)
      self->promised += account (self, i)->planned;
  enter (self, self->current);
  return TRUE;
}

static gboolean
jump (RoundelSessionState  *self,
      gint64                target,
      GError              **error)
{
  RoundelRoundAccount *a;

  if (target < 0 || target >= self->accounts->len)
    return nonsense (error, _("There is no such round."));
  if (target == self->current)
    return nonsense (error, _("That is the round that runs."));
  a = account (self, target);
  enter (self, target);
  if (left_out (a))
    {
      a->left -= a->added;
      a->added = 0;
    }
  return TRUE;
}

static gboolean
add (RoundelSessionState  *self,
     gint64                seconds,
     GError              **error)
{
  RoundelRoundAccount *a = account (self, self->current);
  gint64 span = seconds * SECOND;

  if (seconds == 0 || ABS (seconds) > ROUNDEL_ROUND_LONGEST)
    return nonsense (error, _("That is no time that could be added."));
  if (seconds < 0 && a->left <= 0)
    return nonsense (error, _("The time of this round is over: there is none to take away."));
  span = MAX (span, -MAX (a->left, 0));
  a->added += span;
  a->left += span;
  return TRUE;
}

/* Whatever ran before the clock was started belongs to the round that came first. */
static gboolean
correct (RoundelSessionState  *self,
         gint64                seconds,
         GError              **error)
{
  gint64 span = seconds * SECOND - elapsed (self);
  RoundelRoundAccount *first = NULL;

  for (guint i = 0; i < self->accounts->len; i++)
    if (account (self, i)->begun == 0 && first == NULL)
      first = account (self, i);
    else if (account (self, i)->begun >= 0)
      account (self, i)->begun = MAX (account (self, i)->begun + span, 0);
  g_assert (first != NULL);
  if (seconds < 0 || seconds > ROUNDEL_ROUND_LONGEST || first->used + span < 0)
    return nonsense (error, _("The session cannot have begun then."));

  first->used += span;
  if (first < account (self, self->current))
    first->returned -= span;
  else
    first->left -= span;
  self->ran += span;
  if (self->ends != 0)
    self->promised += span;
  return TRUE;
}

static gboolean
may_change (const RoundelRound      *round,
            guint                    seconds,
            RoundelSessionEventKind  kind)
{
  if (!round->slot)
    return TRUE;
  if (kind == ROUNDEL_SESSION_EVENT_CARRY)
    return seconds == 0;
  return kind == ROUNDEL_SESSION_EVENT_AGREE && seconds > 0;
}

static gboolean
change (RoundelSessionState        *self,
        const RoundelSessionEvent  *event,
        GError                    **error)
{
  guint after = self->started ? self->current + 1 : 0;

  if (event->kind != ROUNDEL_SESSION_EVENT_EXTEND && (event->changes == NULL || event->changes->len == 0))
    return nonsense (error, _("Nothing is to change."));
  for (guint i = 0; event->changes != NULL && i < event->changes->len; i++)
    {
      const RoundelChange *c = &g_array_index (event->changes, RoundelChange, i);
      RoundelRoundAccount *a;
      gint64 span;

      if (c->round < after || c->round >= self->accounts->len || account (self, c->round)->begun >= 0)
        return nonsense (error, _("Only a round that has not begun can be made longer or shorter."));
      a = account (self, c->round);
      if (!may_change (a->round, c->seconds, event->kind))
        return nonsense (error, _("A member's time is not changed by fitting."));
      if (c->seconds > ROUNDEL_ROUND_LONGEST)
        return nonsense (error, _("That is no time that could be added."));
      after = c->round + 1;
      span = c->seconds * SECOND - a->planned - a->added;
      a->added += span;
      a->left += span;
    }
  if (!self->started)
    look_for_the_first (self);
  return TRUE;
}

static gboolean
extend (RoundelSessionState        *self,
        const RoundelSessionEvent  *event,
        GError                    **error)
{
  if (ABS (event->amount) > ROUNDEL_ROUND_LONGEST)
    return nonsense (error, _("That is no time that could be added."));
  self->extended += event->amount * SECOND;
  return change (self, event, error);
}

static gboolean
replan (RoundelSessionState  *self,
        GPtrArray            *rounds,
        GError              **error)
{
  GArray *accounts;

  if (rounds == NULL || !roundel_rounds_are_sound (rounds))
    return nonsense (error, _("That is no plan."));
  accounts = g_array_new (FALSE, FALSE, sizeof (RoundelRoundAccount));
  for (guint i = 0; self->started && i < self->accounts->len; i++)
    if (i <= self->current || account (self, i)->begun >= 0)
      g_array_append_val (accounts, *account (self, i));
  for (guint i = 0; i < rounds->len; i++)
    append_round (accounts, rounds->pdata[i]);
  g_array_unref (self->accounts);
  self->accounts = accounts;
  if (accounts->len == 0)
    return nonsense (error, _("There is no round to begin with."));
  if (!self->started)
    look_for_the_first (self);
  return TRUE;
}

static gboolean
apply (RoundelSessionState        *self,
       const RoundelSessionEvent  *event,
       GError                    **error)
{
  guint before;

  switch (event->kind)
    {
    case ROUNDEL_SESSION_EVENT_START:
      return start (self, error);
    case ROUNDEL_SESSION_EVENT_PAUSE:
    case ROUNDEL_SESSION_EVENT_RESUME:
      self->paused = event->kind == ROUNDEL_SESSION_EVENT_PAUSE;
      return TRUE;
    case ROUNDEL_SESSION_EVENT_HOLD:
    case ROUNDEL_SESSION_EVENT_RELEASE:
      self->held = event->kind == ROUNDEL_SESSION_EVENT_HOLD;
      return TRUE;
    case ROUNDEL_SESSION_EVENT_NEXT:
      move_on (self);
      return TRUE;
    case ROUNDEL_SESSION_EVENT_BACK:
      if (previous (self, &before))
        enter (self, before);
      return TRUE;
    case ROUNDEL_SESSION_EVENT_JUMP:
      return jump (self, event->amount, error);
    case ROUNDEL_SESSION_EVENT_ADD:
      return add (self, event->amount, error);
    case ROUNDEL_SESSION_EVENT_CORRECT:
      return correct (self, event->amount, error);
    case ROUNDEL_SESSION_EVENT_FIT:
    case ROUNDEL_SESSION_EVENT_CARRY:
    case ROUNDEL_SESSION_EVENT_AGREE:
      return change (self, event, error);
    case ROUNDEL_SESSION_EVENT_EXTEND:
      return extend (self, event, error);
    case ROUNDEL_SESSION_EVENT_REPLAN:
      return replan (self, event->rounds, error);
    case ROUNDEL_SESSION_EVENT_FINISH:
      finish (self);
      return TRUE;
    case ROUNDEL_SESSION_EVENT_UNDO:
      break;
    }
  g_assert_not_reached (); /* an undo takes a state away, which only the runner can do */
}

static gboolean
may_come_before_the_start (RoundelSessionEventKind kind)
{
  return kind == ROUNDEL_SESSION_EVENT_START || kind == ROUNDEL_SESSION_EVENT_REPLAN ||
         (kind >= ROUNDEL_SESSION_EVENT_FIT && kind <= ROUNDEL_SESSION_EVENT_EXTEND);
}

/*
 * roundel_session_state_new:
 * @rounds: (element-type RoundelRound): must outlive the state
 *
 * Returns: (transfer full): the state before the start
 */
RoundelSessionState *
roundel_session_state_new (GPtrArray *rounds,
                           gint64     ends,
                           gboolean   auto_advance)
{
  RoundelSessionState *self = g_new0 (RoundelSessionState, 1);

  self->accounts = g_array_new (FALSE, FALSE, sizeof (RoundelRoundAccount));
  for (guint i = 0; i < rounds->len; i++)
    append_round (self->accounts, rounds->pdata[i]);
  self->ends = ends;
  self->auto_advance = auto_advance;
  look_for_the_first (self);
  return self;
}

RoundelSessionState *
roundel_session_state_copy (const RoundelSessionState *self)
{
  RoundelSessionState *copy = g_memdup2 (self, sizeof *self);

  copy->accounts = g_array_copy (self->accounts);
  return copy;
}

void
roundel_session_state_free (RoundelSessionState *self)
{
  g_array_unref (self->accounts);
  g_free (self);
}

/*
 * roundel_session_state_at:
 *
 * Returns: (transfer full): @self at @now, when nothing has happened since but time
 */
RoundelSessionState *
roundel_session_state_at (const RoundelSessionState *self,
                          const RoundelInstant      *now)
{
  RoundelSessionState *later = roundel_session_state_copy (self);

  advance (later, now);
  return later;
}

/*
 * roundel_session_state_after:
 * @event: any event but an undo; its rounds must outlive the state
 *
 * Returns: (transfer full): the state that follows, or %NULL if the event cannot happen in @self
 */
RoundelSessionState *
roundel_session_state_after (const RoundelSessionState  *self,
                             const RoundelSessionEvent  *event,
                             GError                    **error)
{
  g_autoptr (RoundelSessionState) after = roundel_session_state_at (self, &event->at);
  const char *refusal = roundel_session_state_refuses (after, event->kind);

  if (refusal != NULL)
    {
      g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NOT_NOW, refusal);
      return NULL;
    }
  return apply (after, event, error) ? g_steal_pointer (&after) : NULL;
}

/*
 * roundel_session_state_refuses:
 *
 * Returns: (nullable): why no event of @kind can happen now, or %NULL if it can
 */
const char *
roundel_session_state_refuses (const RoundelSessionState *self,
                               RoundelSessionEventKind    kind)
{
  guint before;

  if (self->finished)
    return _("The session is over.");
  if (!self->started)
    return may_come_before_the_start (kind) ? NULL : _("The session has not begun.");
  if (kind == ROUNDEL_SESSION_EVENT_START)
    return _("The session has begun already.");
  if (kind == ROUNDEL_SESSION_EVENT_RELEASE)
    return self->held ? NULL : _("Nothing is held.");
  if (self->held && kind != ROUNDEL_SESSION_EVENT_FINISH)
    return _("Everything is held: let go first.");
  if (kind == ROUNDEL_SESSION_EVENT_PAUSE && self->paused)
    return _("The session is paused already.");
  if (kind == ROUNDEL_SESSION_EVENT_RESUME && !self->paused)
    return _("The session is not paused.");
  if (kind == ROUNDEL_SESSION_EVENT_BACK && !previous (self, &before))
    return _("There is no earlier round.");
  return NULL;
}

/*
 * roundel_session_state_next:
 *
 * Returns: index of the next round that is not left out, or the number of rounds if this is the last one
 */
guint
roundel_session_state_next (const RoundelSessionState *self)
{
  guint i = self->current + 1;

  while (i < self->accounts->len && left_out (account (self, i)))
    i++;
  return MIN (i, self->accounts->len);
}
