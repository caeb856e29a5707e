/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/run-lines.h"
#include "cli/run-screen.h"

G_BEGIN_DECLS

RoundelLines *roundel_run_round_draw           (const RoundelRunScreen *self,
                                                guint                   columns,
                                                guint                   rows);
void          roundel_run_round_add_groups     (const RoundelRunScreen *self,
                                                RoundelLines           *lines,
                                                guint                   rows);
char         *roundel_run_round_describe_clock (const RoundelRunScreen *self);

G_END_DECLS
