/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/week.h"

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
