/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

/* What comes after a program (D21): three dates more, or another program that learned from this one. Each changes a program
 * in memory and says what follows from it. */

#define ROUNDEL_CARRY_ON_SESSIONS 3

RoundelSession *roundel_program_repeat_session (RoundelProgram       *self,
                                                const RoundelSession *model,
                                                const char           *id,
                                                const char           *circle);
GPtrArray *roundel_program_carry_on      (RoundelProgram       *self,
                                          const char           *circle,
                                          const char *const    *new_ids);
GPtrArray *roundel_program_learn         (RoundelProgram       *self,
                                          const RoundelFormats *formats);
GPtrArray *roundel_program_make_template (RoundelProgram       *self,
                                          const char           *title,
                                          const char           *starts,
                                          const RoundelFormats *formats);

G_END_DECLS
