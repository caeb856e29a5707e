/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/week.h"

/**
 * roundel_week_find_partner:
 * @program: a program
 * @me: (nullable): id of the member whose partner is asked for
 *
 * Returns: (transfer none) (nullable): the partner between the sessions (D18); of three, the first of the others
 */
const RoundelMember *
roundel_week_find_partner (const RoundelProgram *program,
                           const char           *me)
{
  for (guint i = 0; me != NULL && i < program->partners->len; i++)
    {
      const RoundelPartnering *partnering = program->partners->pdata[i];

      for (guint k = 0; k < partnering->groups->len; k++)
        {
          const char * const *group = partnering->groups->pdata[k];

          for (guint m = 0; g_strv_contains (group, me) && group[m] != NULL; m++)
            if (!g_str_equal (group[m], me))
              return roundel_program_find_member (program, group[m]);
        }
    }
  return NULL;
}

/**
 * roundel_week_find:
 * @whens: (element-type RoundelWhen): sessions by time
 * @program: (nullable): id of the program a page is about; %NULL for that whose session is next
 * @me: (nullable): id of the member who writes
 * @now: the present moment, seconds since 1970
 * @week: (out caller-allocates): what there is to do
 *
 * Returns: whether a session comes
 */
gboolean
roundel_week_find (const GArray  *whens,
                   const char    *program,
                   const char    *me,
                   gint64         now,
                   RoundelWeek   *week)
{
  *week = (RoundelWeek) { 0 };
  if (!roundel_when_next (whens, program, now, &week->next))
    return FALSE;
  if (!roundel_when_last (whens, week->next.program->id, now, &week->last))
    week->last = (RoundelWhen) { 0 };
  week->partner = roundel_week_find_partner (week->next.program, me);
  return TRUE;
}
