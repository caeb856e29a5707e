/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/plan-measure.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SUM_LINE (roundel_sum_line_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSumLine, roundel_sum_line, ROUNDEL, SUM_LINE, AdwBin)

void roundel_sum_line_show (RoundelSumLine           *self,
                            const RoundelPlanMeasure *measure);

G_END_DECLS
