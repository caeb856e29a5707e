/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/when.h"

#include "core/schedule.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const RoundelWhen *one = a, *two = b;

  return one->begin < two->begin ? -1 : one->begin > two->begin;
}

/**
 * roundel_when_list:
 * @programs: (element-type RoundelProgram): programs, which have to live as long as the list
 *
 * Returns: (transfer full) (element-type RoundelWhen): their sessions that have a date, by time
 */
GArray *
roundel_when_list (const GPtrArray *programs)
{
  GArray *whens = g_array_new (FALSE, FALSE, sizeof (RoundelWhen));

  g_return_val_if_fail (programs != NULL, whens);

  for (guint i = 0; i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];

      for (guint k = 0; k < program->sessions->len; k++)
        {
          const RoundelSession *session = program->sessions->pdata[k];
          g_autoptr (GDateTime) starts = session->starts != NULL
                                           ? roundel_local_time_resolve (session->starts, session->zone, 0, NULL) : NULL;
          RoundelWhen when = { program, session, 0, 0 };

          if (starts == NULL)
            continue;
          when.begin = g_date_time_to_unix (starts);
          when.end = when.begin + session->seconds;
          g_array_append_val (whens, when);
        }
    }
  g_array_sort (whens, compare);
  return whens;
}

static gboolean
is_of (const RoundelWhen *when,
       const char        *program)
{
  return program == NULL || g_str_equal (when->program->id, program);
}

/**
 * roundel_when_now:
 * @whens: (element-type RoundelWhen): sessions by time
 * @now: the present moment, seconds since 1970
 * @when: (out caller-allocates): the session that runs, or has just ended
 *
 * What is written in a session, and in the hours after it, belongs to it (J1).
 *
 * Returns: whether there is one
 */
gboolean
roundel_when_now (const GArray *whens,
                  gint64        now,
                  RoundelWhen  *when)
{
  return roundel_when_last (whens, NULL, now, when) && now < when->end + ROUNDEL_WHEN_STILL;
}

/**
 * roundel_when_last:
 * @whens: (element-type RoundelWhen): sessions by time
 * @program: (nullable): id of a program; %NULL for any
 * @now: the present moment, seconds since 1970
 * @when: (out caller-allocates): the last session that has begun
 *
 * Returns: whether there is one
 */
gboolean
roundel_when_last (const GArray *whens,
                   const char   *program,
                   gint64        now,
                   RoundelWhen  *when)
{
  for (guint i = whens->len; i > 0; i--)
    {
      const RoundelWhen *one = &g_array_index (whens, RoundelWhen, i - 1);

      if (one->begin <= now && is_of (one, program))
        {
          *when = *one;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * roundel_when_next:
 * @whens: (element-type RoundelWhen): sessions by time
 * @program: (nullable): id of a program; %NULL for any
 * @now: the present moment, seconds since 1970
 * @when: (out caller-allocates): the first session that has not begun
 *
 * Returns: whether there is one
 */
gboolean
roundel_when_next (const GArray *whens,
                   const char   *program,
                   gint64        now,
                   RoundelWhen  *when)
{
  for (guint i = 0; i < whens->len; i++)
    {
      const RoundelWhen *one = &g_array_index (whens, RoundelWhen, i);

      if (one->begin > now && is_of (one, program))
        {
          *when = *one;
          return TRUE;
        }
    }
  return FALSE;
}
