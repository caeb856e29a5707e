/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

GPtrArray *roundel_program_pair_again (RoundelProgram        *self,
                                       const char            *circle,
                                       const char            *new_id,
                                       const RoundelOutcome  *outcome,
                                       guint32                seed,
                                       GError               **error);

G_END_DECLS
