/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "core/roles.h"

G_BEGIN_DECLS

/**
 * RoundelOverrun:
 * @title: what the part was called last
 * @times: in how many sessions it ran over, one after the other up to the last
 * @seconds: by how much on average
 *
 * A format that always takes longer than it is given.
 */
typedef struct
{
  char *title;
  guint times;
  guint seconds;
} RoundelOverrun;

RoundelRoles         *roundel_program_fold_roles    (const RoundelProgram *self);
GPtrArray            *roundel_program_find_overruns (const RoundelProgram *self,
                                                     const RoundelSession *session);
const RoundelSessionRecord *roundel_program_find_record     (const RoundelProgram *self,
                                                             const char           *session);
const RoundelAttendance    *roundel_program_find_attendance (const RoundelProgram *self,
                                                             const char           *session);
const RoundelHarvest       *roundel_program_find_harvest    (const RoundelProgram *self,
                                                             const char           *session);
const RoundelEvaluation    *roundel_program_find_evaluation (const RoundelProgram *self,
                                                             const char           *session);

G_END_DECLS
