/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/run-lines.h"
#include "cli/run-screen.h"

G_BEGIN_DECLS

void roundel_run_list_add    (const RoundelRunScreen *screen,
                              RoundelLines           *lines,
                              guint                   rows);
void roundel_run_list_choose (const RoundelRunScreen *screen,
                              RoundelLines           *lines,
                              guint                   rows);

G_END_DECLS
