/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"
#include "core/program.h"

G_BEGIN_DECLS

void roundel_program_renew_ids (RoundelProgram *self,
                                RoundelEnv     *env);

G_END_DECLS
