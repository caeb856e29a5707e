/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/week.h"

#include "core/history.h"

/**
 * roundel_week_find_partners:
 * @program: a program
 * @me: (nullable): id of a member
 *
 * Returns: (transfer none) (nullable): ids of the pair or trio between the sessions (D18) that the member is in, the member among
 *   them; the one that was made last
 */
const char * const *
roundel_week_find_partners (const RoundelProgram *program,
                            const char           *me)
{
  for (guint i = program->partners->len; me != NULL && i-- > 0;)
    {
      const RoundelPartnering *partnering = program->partners->pdata[i];

      for (guint k = 0; k < partnering->groups->len; k++)
        if (g_strv_contains (partnering->groups->pdata[k], me))
          return partnering->groups->pdata[k];
    }
  return NULL;
}

/**
 * roundel_week_find:
 * @whens: (element-type RoundelWhen): sessions by time
 * @program: (nullable): id of the program a page is about; %NULL for that whose session is next
 * @now: the present moment, seconds since 1970
 * @week: (out caller-allocates): what there is to do
 *
 * Returns: whether a session comes
 */
gboolean
roundel_week_find (const GArray  *whens,
                   const char    *program,
                   gint64         now,
                   RoundelWeek   *week)
{
  *week = (RoundelWeek) { 0 };
  if (!roundel_when_next (whens, program, now, &week->next))
    return FALSE;
  if (!roundel_when_last (whens, week->next.program->id, now, &week->last))
    week->last = (RoundelWhen) { 0 };
  return TRUE;
}

/**
 * roundel_week_find_promises:
 * @program: a program
 * @me: (nullable): id of a member
 *
 * How many promised something is all that a session leaves of it (R3): whose they are their owners know.
 *
 * Returns: (transfer none) (nullable): the last session that was held, and where the member was, if promises were made there
 */
const RoundelSession *
roundel_week_find_promises (const RoundelProgram *program,
                            const char           *me)
{
  for (guint i = program->sessions->len; i-- > 0;)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      const RoundelSessionRecord *record = roundel_program_find_record (program, session->id);
      const RoundelAttendance *attendance = roundel_program_find_attendance (program, session->id);
      const char * const *here = attendance != NULL ? (const char * const *) attendance->here : NULL;

      if (record == NULL || (me != NULL && here != NULL && !g_strv_contains (here, me)))
        continue;
      return record->promises > 0 ? session : NULL;
    }
  return NULL;
}
