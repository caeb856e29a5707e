/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelEvaluated:
 *
 * The five things that are evaluated of every program (001, E1).
 */
typedef enum
{
  ROUNDEL_EVALUATED_PRIORITY,
  ROUNDEL_EVALUATED_GOALS,
  ROUNDEL_EVALUATED_FACILITATION,
  ROUNDEL_EVALUATED_MEETINGS,
  ROUNDEL_EVALUATED_INDIVIDUAL,
  ROUNDEL_N_EVALUATED,
} RoundelEvaluated;

/**
 * RoundelEvaluationItem:
 * @check: its word in files, and with roundel_program_answer(); static
 * @what: its name in the reader's language; of the catalogue
 * @when: in words
 * @how: how it is looked at
 * @suggested: how, if nobody has said otherwise
 * @owner: (nullable): who sees to it
 */
typedef struct
{
  const char *check;
  const char *what;
  char *when;
  char *how;
  char *suggested;
  char *owner;
} RoundelEvaluationItem;

/**
 * RoundelEvaluationPlan:
 * @half: (nullable): the session that is half way
 * @last: (nullable): the last one
 * @later: (nullable): what is looked at once more after the end
 * @items: (element-type RoundelEvaluationItem): the five, in the order of #RoundelEvaluated
 *
 * What is evaluated, when and how. It belongs to the program and the outcome it was made from.
 */
typedef struct
{
  const RoundelSession *half;
  const RoundelSession *last;
  const char *later;
  GPtrArray *items;
} RoundelEvaluationPlan;

RoundelEvaluationPlan *roundel_evaluation_plan_new  (const RoundelProgram  *program,
                                                     const RoundelOutcome  *outcome);
void                   roundel_evaluation_plan_free (RoundelEvaluationPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelEvaluationPlan, roundel_evaluation_plan_free)

G_END_DECLS
