/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/readiness.h"

G_BEGIN_DECLS

/**
 * RoundelStepTime:
 * @ROUNDEL_STEP_BEFORE_INVITING: nobody should be invited before
 * @ROUNDEL_STEP_BEFORE_START: before the first session
 * @ROUNDEL_STEP_WHILE_IT_RUNS: from the first session on
 *
 * When something has to be settled.
 */
typedef enum
{
  ROUNDEL_STEP_BEFORE_INVITING,
  ROUNDEL_STEP_BEFORE_START,
  ROUNDEL_STEP_WHILE_IT_RUNS,
} RoundelStepTime;

/**
 * RoundelNextStep:
 * @check: what is open; it belongs to the readiness check
 */
typedef struct
{
  RoundelStepTime time;
  const RoundelCheck *check;
} RoundelNextStep;

GArray     *roundel_next_steps_list (const GPtrArray     *readiness);
const char *roundel_step_get_text   (const RoundelCheck  *check);

G_END_DECLS
