/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/program-stage.h"

#include <glib/gi18n-lib.h>

#include "core/schedule.h"

/* A session that begins late, or is recorded late, is still the next one. */
#define GRACE (6 * G_TIME_SPAN_HOUR)

static gboolean
is_past (const RoundelSession *self,
         gint64                begin,
         gint64                now)
{
  return begin != G_MAXINT64 && begin + self->seconds * G_TIME_SPAN_SECOND + GRACE < now;
}

static gboolean
was_held (const RoundelProgram *program,
          const RoundelSession *session)
{
  for (guint i = 0; i < program->records->len; i++)
    if (g_strcmp0 (((RoundelSessionRecord *) program->records->pdata[i])->session, session->id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * roundel_session_get_begin:
 * @self: a session
 *
 * Returns: when it begins, microseconds since 1970; %G_MAXINT64 without a date
 */
gint64
roundel_session_get_begin (const RoundelSession *self)
{
  g_autoptr (GDateTime) begin = NULL;

  if (self->starts != NULL)
    begin = roundel_local_time_resolve (self->starts, self->zone != NULL ? self->zone : "UTC", 0, NULL);
  return begin != NULL ? g_date_time_to_unix (begin) * G_TIME_SPAN_SECOND : G_MAXINT64;
}

/**
 * roundel_program_find_next:
 * @self: a program
 * @now: microseconds since 1970
 *
 * Returns: (transfer none) (nullable): the session that is to be held next, in whatever circle; %NULL when all is over
 */
const RoundelSession *
roundel_program_find_next (const RoundelProgram *self,
                           gint64                now)
{
  const RoundelSession *next = NULL;
  gint64 next_begin = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *session = self->sessions->pdata[i];
      gint64 begin = roundel_session_get_begin (session);

      if (was_held (self, session) || is_past (session, begin, now) || (next != NULL && begin >= next_begin))
        continue;
      next = session;
      next_begin = begin;
    }
  return next;
}

RoundelSessionStage
roundel_session_get_stage (const RoundelProgram *program,
                           const RoundelSession *self,
                           gint64                now)
{
  if (was_held (program, self))
    return ROUNDEL_SESSION_HELD;
  if (is_past (self, roundel_session_get_begin (self), now))
    return ROUNDEL_SESSION_PASSED;
  return roundel_program_find_next (program, now) == self ? ROUNDEL_SESSION_NEXT : ROUNDEL_SESSION_LATER;
}

RoundelStage
roundel_program_get_stage (const RoundelProgram *self,
                           gint64                now)
{
  guint behind = 0;

  if (self->archived != NULL)
    return ROUNDEL_STAGE_ARCHIVED;
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const RoundelSession *session = self->sessions->pdata[i];

      behind += was_held (self, session) || is_past (session, roundel_session_get_begin (session), now);
    }
  if (behind == 0)
    return ROUNDEL_STAGE_PREPARATION;
  return behind < self->sessions->len ? ROUNDEL_STAGE_UNDER_WAY : ROUNDEL_STAGE_COMPLETED;
}

/* How far away the session lies that is nearest, in whatever direction. */
static gint64
find_distance (const RoundelProgram *self,
               gint64                now)
{
  gint64 nearest = G_MAXINT64;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      gint64 begin = roundel_session_get_begin (self->sessions->pdata[i]);

      if (begin != G_MAXINT64)
        nearest = MIN (nearest, ABS (begin - now));
    }
  return nearest;
}

/**
 * roundel_programs_find_running:
 * @programs: (element-type RoundelProgram): programs
 * @now: microseconds since 1970
 *
 * Returns: index of the one that somebody who names none means: under way rather than in preparation, and that rather than
 *   completed; among equals the one whose session is nearest. 0 when there are none
 */
guint
roundel_programs_find_running (const GPtrArray *programs,
                               gint64           now)
{
  RoundelStage best_stage = ROUNDEL_STAGE_ARCHIVED;
  gint64 best_distance = G_MAXINT64;
  guint best = 0;

  for (guint i = 0; i < programs->len; i++)
    {
      RoundelStage stage = roundel_program_get_stage (programs->pdata[i], now);
      gint64 distance = find_distance (programs->pdata[i], now);

      if (i > 0 && (stage > best_stage || (stage == best_stage && distance >= best_distance)))
        continue;
      best = i;
      best_stage = stage;
      best_distance = distance;
    }
  return best;
}

const char *
roundel_stage_get_name (RoundelStage self)
{
  const char *names[] = { N_("Under way"), N_("In preparation"), N_("Completed"), N_("Archived") };

  return _(names[self]);
}
