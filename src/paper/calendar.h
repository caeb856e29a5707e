/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"

G_BEGIN_DECLS

char *roundel_calendar_write (const RoundelProgram *program,
                              const RoundelCircle  *circle,
                              gint64                now,
                              guint                *n_sessions);

G_END_DECLS
