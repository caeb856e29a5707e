/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"
#include "core/program.h"

G_BEGIN_DECLS

RoundelProgram *roundel_invent_program (RoundelEnv *env,
                                        GRand      *rand,
                                        guint       members,
                                        guint       sessions,
                                        gint64      begin);
char           *roundel_invent_text    (GRand      *rand);

G_END_DECLS
