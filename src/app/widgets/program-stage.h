/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/**
 * RoundelStage:
 * @ROUNDEL_STAGE_UNDER_WAY: the first session is over, and one is still to come
 * @ROUNDEL_STAGE_PREPARATION: nothing has been yet
 * @ROUNDEL_STAGE_COMPLETED: no session is to come
 * @ROUNDEL_STAGE_ARCHIVED: it was put away
 *
 * How far a program is, in the order of a list.
 */
typedef enum
{
  ROUNDEL_STAGE_UNDER_WAY,
  ROUNDEL_STAGE_PREPARATION,
  ROUNDEL_STAGE_COMPLETED,
  ROUNDEL_STAGE_ARCHIVED,
} RoundelStage;

/**
 * RoundelSessionStage:
 * @ROUNDEL_SESSION_HELD: it left a record
 * @ROUNDEL_SESSION_PASSED: its time is over, and nothing was recorded
 * @ROUNDEL_SESSION_NEXT: the one to run
 */
typedef enum
{
  ROUNDEL_SESSION_HELD,
  ROUNDEL_SESSION_PASSED,
  ROUNDEL_SESSION_NEXT,
  ROUNDEL_SESSION_LATER,
} RoundelSessionStage;

gint64                roundel_session_get_begin   (const RoundelSession *self);
RoundelSessionStage   roundel_session_get_stage   (const RoundelProgram *program,
                                                   const RoundelSession *self,
                                                   gint64                now);
const RoundelSession *roundel_program_find_next   (const RoundelProgram *self,
                                                   gint64                now);
RoundelStage          roundel_program_get_stage   (const RoundelProgram *self,
                                                   gint64                now);
guint                 roundel_programs_find_running (const GPtrArray    *programs,
                                                   gint64                now);
const char           *roundel_stage_get_name      (RoundelStage          self);

G_END_DECLS
