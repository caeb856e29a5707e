/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/about.h"

#include "store/journal/commitment.h"
#include "store/journal/me.h"

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

/**
 * roundel_about_mine:
 * @programs: (nullable) (element-type RoundelProgram): programs
 * @journal: a journal
 *
 * A notebook may have programs that its owner only designs.
 *
 * Returns: (transfer none) (nullable): the one in which its owner takes part: the only one there is, or where the owner
 *   said who that is, or promised something last
 */
const RoundelProgram *
roundel_about_mine (const GPtrArray *programs,
                    RoundelJournal  *journal)
{
  g_autoptr (GPtrArray) commitments = NULL;

  if (programs == NULL || programs->len == 0)
    return NULL;
  if (programs->len == 1)
    return programs->pdata[0];
  for (guint i = programs->len; i-- > 0;)
    {
      g_autofree char *me = roundel_journal_get_me (journal, ((RoundelProgram *) programs->pdata[i])->id, NULL);

      if (me != NULL)
        return programs->pdata[i];
    }
  commitments = roundel_journal_list_commitments (journal, NULL);
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    {
      const RoundelProgram *program = roundel_about_find (programs, ((RoundelCommitment *) commitments->pdata[i])->program);

      if (program != NULL)
        return program;
    }
  return NULL;
}

/**
 * roundel_about_pick:
 * @programs: (nullable) (element-type RoundelProgram): programs
 * @journal: a journal
 * @page: (nullable): id of the program a page is about
 *
 * A page may be about a program because it was written after a session that its owner led, or only planned.
 *
 * Returns: (transfer none) (nullable): the program of @page, where its owner takes part in it or in no other; or else that in
 *   which the owner does
 */
const RoundelProgram *
roundel_about_pick (const GPtrArray *programs,
                    RoundelJournal  *journal,
                    const char      *page)
{
  g_autofree char *me = page != NULL ? roundel_journal_get_me (journal, page, NULL) : NULL;
  const RoundelProgram *mine = me == NULL ? roundel_about_mine (programs, journal) : NULL;

  return mine != NULL ? mine : roundel_about_find (programs, page);
}
