/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/live-replan.h"

#include <glib/gi18n-lib.h>

#include "app/live-parts.h"
#include "core/error.h"

static gboolean
is_in (const RoundelRound *round,
       guint               member)
{
  for (guint g = 0; g < round->groups->len; g++)
    {
      const GArray *group = round->groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        if (g_array_index (group, RoundelSeat, i).member == member)
          return TRUE;
    }
  return FALSE;
}

static guint
last_begun_part (const RoundelSessionView *view)
{
  guint part = 0;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      if (time->begun || i <= view->round)
        part = MAX (part, time->round->part);
    }
  return part;
}

/* Rounds of a part that has begun keep their time and place. Returns how long the others had. */
static gint64
keep_rounds (RoundelSessionEvent      *event,
             const RoundelSessionView *view,
             guint                     first_part,
             guint                    *slots)
{
  gint64 left = 0;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);
      RoundelRound *copy;

      *slots = MAX (*slots, time->round->slot);
      if (time->state != ROUNDEL_ROUND_STATE_AHEAD || time->begun)
        continue;
      if (time->round->part >= first_part)
        {
          left += time->planned + time->added;
          continue;
        }
      copy = roundel_round_copy (time->round);
      copy->seconds = (guint) ((time->planned + time->added) / G_TIME_SPAN_SECOND);
      copy->least = MIN (copy->least, copy->seconds);
      g_ptr_array_add (event->rounds, copy);
    }
  return left;
}

/* For each member, whether a case of its own has begun or stays in the plan. */
static gboolean *
list_had (const RoundelSessionView *view,
          guint                     first_part,
          guint                     n_members)
{
  gboolean *had = g_new0 (gboolean, n_members + 1);

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);

      if (!time->round->is_case || time->state == ROUNDEL_ROUND_STATE_LEFT_OUT
          || (!time->begun && time->round->part >= first_part))
        continue;
      for (guint s = 0; s < time->round->speakers->len; s++)
        had[g_array_index (time->round->speakers, guint, s)] = TRUE;
    }
  return had;
}

/**
 * roundel_live_replan_from:
 * @plan: a session; the new parts are added to its parts
 * @view: how it stands
 * @formats: where the formats come from
 * @first_part: the first part that is made anew
 * @now: this moment
 * @error: return location for why it cannot be
 *
 * What is ahead, made anew for those who are here now; the part that has begun goes on as it is.
 *
 * Returns: (transfer full): the step that does it, or %NULL
 */
RoundelSessionEvent *
roundel_live_replan_from (RoundelLivePlan           *plan,
                          const RoundelSessionView  *view,
                          const RoundelFormats      *formats,
                          guint                      first_part,
                          const RoundelInstant      *now,
                          GError                   **error)
{
  g_autoptr (RoundelSessionEvent) event = roundel_session_event_new (ROUNDEL_SESSION_EVENT_REPLAN, now, 0);
  g_autoptr (RoundelAgenda) agenda = NULL;
  guint n_parts = plan->parts->len;
  guint outline = G_MAXUINT;
  guint slots = 0;
  g_autofree gboolean *had = list_had (view, first_part, plan->meeting->members->len);
  gint64 left;

  event->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  left = keep_rounds (event, view, first_part, &slots);
  for (guint i = first_part; i < n_parts && outline == G_MAXUINT; i++)
    outline = ((RoundelLivePart *) plan->parts->pdata[i])->outline;
  if (outline == G_MAXUINT)
    {
      g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_NOT_NOW,
                           _("The last part has begun; the plan stays as it is."));
      return NULL;
    }
  agenda = roundel_meeting_plan_rest (plan->meeting, formats, outline, (guint) (left / G_TIME_SPAN_SECOND), had,
                                      error);
  if (agenda == NULL)
    return NULL;
  roundel_live_parts_add (plan->parts, agenda, plan->meeting->outline, formats, outline);
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      RoundelRound *copy = roundel_round_copy (agenda->rounds->pdata[i]);

      copy->part += n_parts;
      if (copy->slot > 0)
        copy->slot += slots;
      g_ptr_array_add (event->rounds, copy);
    }
  return g_steal_pointer (&event);
}

/**
 * roundel_live_replan_needed:
 * @view: how a session stands
 * @member: who has come or gone
 * @presence: whether that member is here now
 * @first_part: (out): the first part that has not begun
 *
 * Returns: whether what is ahead has a place too many or too few
 */
gboolean
roundel_live_replan_needed (const RoundelSessionView *view,
                            guint                     member,
                            RoundelPresence           presence,
                            guint                    *first_part)
{
  gboolean placed = FALSE;
  gboolean ahead = FALSE;

  *first_part = last_begun_part (view) + 1;
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, i).round;

      if (round->part < *first_part || round->kind == ROUNDEL_ROUND_IN_HAND)
        continue;
      ahead = TRUE;
      placed = placed || is_in (round, member);
    }
  return view->phase != ROUNDEL_SESSION_PHASE_FINISHED && ahead && placed == (presence == ROUNDEL_PRESENCE_AWAY);
}

/**
 * roundel_live_replan_opens_turns:
 * @view: how a session stands
 * @part: (out): the part of the next round
 *
 * Returns: whether the next round opens a part in which members have turns
 */
gboolean
roundel_live_replan_opens_turns (const RoundelSessionView *view,
                                 guint                    *part)
{
  const RoundelRound *now = g_array_index (view->rounds, RoundelRoundTime, view->round).round;
  gboolean turns = FALSE;

  if (view->next >= view->rounds->len)
    return FALSE;
  *part = g_array_index (view->rounds, RoundelRoundTime, view->next).round->part;
  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, i).round;

      turns = turns || (round->part == *part && round->slot > 0);
    }
  return *part != now->part && turns;
}
