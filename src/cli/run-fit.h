/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/run-lines.h"
#include "cli/run-screen.h"

G_BEGIN_DECLS

guint roundel_run_fit_choices (const RoundelFit       *fit,
                               RoundelFitChoice       *choices);
void  roundel_run_fit_draw    (const RoundelRunScreen *screen,
                               RoundelLines           *lines);

G_END_DECLS
