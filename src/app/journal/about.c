/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/about.h"

/* Which program something in the journal is about. */

/**
 * roundel_about_find:
 * @programs: (nullable) (element-type RoundelProgram): programs
 * @id: (nullable): id of a program
 *
 * Returns: (transfer none) (nullable): that program
 */
const RoundelProgram *
roundel_about_find (const GPtrArray *programs,
                    const char      *id)
{
  for (guint i = 0; programs != NULL && id != NULL && i < programs->len; i++)
    if (g_str_equal (((RoundelProgram *) programs->pdata[i])->id, id))
      return programs->pdata[i];
  return NULL;
}

/**
 * roundel_about_outcome:
 * @desk: where the outcomes are
 * @programs: (nullable) (element-type RoundelProgram): programs
 * @id: (nullable): id of a program
 *
 * Returns: number of its outcome, which gives mark and hue; 0 for none
 */
guint
roundel_about_outcome (RoundelDesk     *desk,
                       const GPtrArray *programs,
                       const char      *id)
{
  const RoundelProgram *program = roundel_about_find (programs, id);
  const RoundelOutcome *outcome = program != NULL && program->outcome != NULL
                                    ? roundel_outcomes_find (roundel_desk_get_outcomes (desk), program->outcome) : NULL;

  return outcome != NULL ? outcome->number : 0;
}
