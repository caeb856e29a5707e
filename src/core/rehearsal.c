/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/rehearsal.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

static RoundelInstant
seconds_in (gint64 seconds)
{
  RoundelInstant instant = { seconds * SECOND, seconds * SECOND, 1 };

  return instant;
}

static void
record (RoundelRehearsal         *self,
        const RoundelSessionView *view,
        gint64                    at)
{
  RoundelTransition new = { at, view->round, view->phase };
  guint count = self->transitions->len;

  if (count > 0)
    {
      const RoundelTransition *last = &g_array_index (self->transitions, RoundelTransition, count - 1);

      if (last->round == new.round && last->phase == new.phase)
        return;
    }
  g_array_append_val (self->transitions, new);
}

static gboolean
refuse (GError     **error,
        gint64       at,
        const char  *why)
{
  g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NOT_NOW,
               _("Second %d of the rehearsal: %s"), (int) at, why);
  return FALSE;
}

static gboolean
take_step (RoundelSessionRun           *run,
           const RoundelRehearsalStep  *step,
           GError                     **error)
{
  g_autoptr (GError) why = NULL;
  RoundelInstant now = seconds_in (step->at);

  if (roundel_session_run_do (run, step->kind, step->amount, &now, &why))
    return TRUE;
  return refuse (error, step->at, why->message);
}

static gboolean
rehearse (RoundelRehearsal            *self,
          RoundelSessionRun           *run,
          const RoundelRehearsalStep  *steps,
          guint                        n_steps,
          GError                     **error)
{
  gint64 at = 0;

  for (guint i = 0;;)
    {
      RoundelInstant now = seconds_in (at);
      g_autoptr (RoundelSessionView) view = roundel_session_run_view (run, &now);
      gint64 due = G_MAXINT64;

      record (self, view, at);
      self->actual = view->elapsed / SECOND;
      if (view->phase == ROUNDEL_SESSION_PHASE_FINISHED && i == n_steps)
        return TRUE;
      if (view->phase == ROUNDEL_SESSION_PHASE_RUNNING)
        due = at + view->shown;
      if (i < n_steps && steps[i].at < at)
        return refuse (error, at, _("The events are not in the order of time."));
      if (i < n_steps && (steps[i].at == at || view->phase == ROUNDEL_SESSION_PHASE_FINISHED))
        {
          if (!take_step (run, &steps[i++], error))
            return FALSE;
          continue;
        }
      if (i < n_steps)
        due = MIN (due, steps[i].at);
      if (due == G_MAXINT64)
        return refuse (error, at, _("Nothing lets the session go on."));
      at = due;
    }
}

/**
 * roundel_session_rehearse:
 * @rounds: (element-type RoundelRound): the plan, at least one round
 * @steps: (array length=n_steps): what happens on the way, in the order of time; kinds with changes or rounds are refused
 * @n_steps: how many
 * @error: return location; %ROUNDEL_CORE_ERROR_NOT_NOW or %ROUNDEL_CORE_ERROR_NONSENSE
 *
 * Runs a session on a clock of its own, in no time. Each round moves on when its time is over, and does so before a
 * step of the same second.
 *
 * Returns: (transfer full): what came of it, or %NULL if a step cannot happen when it should
 */
RoundelRehearsal *
roundel_session_rehearse (GPtrArray                   *rounds,
                          const RoundelRehearsalStep  *steps,
                          guint                        n_steps,
                          GError                     **error)
{
  g_autoptr (RoundelSessionRun) run = roundel_session_run_new (rounds, 0, TRUE);
  g_autoptr (RoundelRehearsal) self = g_new0 (RoundelRehearsal, 1);
  RoundelRehearsalStep start = { 0, ROUNDEL_SESSION_EVENT_START, 0 };

  self->transitions = g_array_new (FALSE, FALSE, sizeof (RoundelTransition));
  for (guint i = 0; i < rounds->len; i++)
    self->planned += ((RoundelRound *) rounds->pdata[i])->seconds;
  if (!take_step (run, &start, error) || !rehearse (self, run, steps, n_steps, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
roundel_rehearsal_free (RoundelRehearsal *self)
{
  g_array_unref (self->transitions);
  g_free (self);
}
