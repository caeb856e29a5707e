/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-plan.h"

G_BEGIN_DECLS

/* In the part of a block: time in hand */
#define ROUNDEL_PLAN_NO_PART G_MAXUINT

/**
 * RoundelPlanBlock:
 * @part: index into the outline, or %ROUNDEL_PLAN_NO_PART
 * @format: (nullable) (transfer none): what it is made of; %NULL when it is not at hand
 * @agenda: (nullable): the part by itself; %NULL for time in hand, and where it does not work
 * @starts: seconds after the session's begin
 * @late: how many seconds after its fixed start
 * @problem: (nullable): why it does not work, a sentence
 */
typedef struct
{
  guint part;
  const RoundelFormat *format;
  RoundelAgenda *agenda;
  guint starts;
  guint seconds;
  guint late;
  char *problem;
} RoundelPlanBlock;

/**
 * RoundelPlanMeasure:
 * @blocks: (element-type RoundelPlanBlock): one after the other without a gap; what a run leaves out takes no time
 * @length: how long the session is; seconds
 * @sum: how long all blocks are that a run takes; @length exactly, unless it is over
 * @over: by how much the plan is longer than the session
 * @left_out: (element-type guint): indices of the optional parts that a run leaves out because of that
 * @agenda: (nullable): the rounds that a run would make of it
 * @problem: (nullable): why a run cannot, a sentence
 *
 * A plan laid out in time as it is written, whether it fits or not: what an editor shows. roundel_plan_expand() makes the
 * same lengths of one that fits.
 */
typedef struct
{
  GPtrArray *blocks;
  guint length;
  guint sum;
  guint over;
  GArray *left_out;
  RoundelAgenda *agenda;
  char *problem;
} RoundelPlanMeasure;

RoundelPlanMeasure *roundel_plan_measure_new  (const GPtrArray      *outline,
                                               const RoundelFormats *formats,
                                               guint                 n_members,
                                               guint                 length);
void                roundel_plan_measure_free (RoundelPlanMeasure   *self);

const RoundelPlanBlock *roundel_plan_measure_find (const RoundelPlanMeasure *self,
                                                   guint                     part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPlanMeasure, roundel_plan_measure_free)

G_END_DECLS
