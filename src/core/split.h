/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"
#include "core/program.h"

G_BEGIN_DECLS

const RoundelCircle *roundel_program_find_large_circle (const RoundelProgram  *self,
                                                        const RoundelOutcome  *outcome);
GPtrArray           *roundel_program_split_circle      (RoundelProgram        *self,
                                                        const char            *circle,
                                                        RoundelEnv            *env,
                                                        const RoundelOutcome  *outcome,
                                                        guint32                seed,
                                                        GError               **error);

G_END_DECLS
