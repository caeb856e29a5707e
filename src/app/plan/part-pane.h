/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "content/library.h"
#include "core/plan-measure.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PART_PANE (roundel_part_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPartPane, roundel_part_pane, ROUNDEL, PART_PANE, AdwBin)

void roundel_part_pane_fill (RoundelPartPane          *self,
                             RoundelLibrary           *library,
                             guint                     people);
void roundel_part_pane_set  (RoundelPartPane          *self,
                             const RoundelPlanMeasure *measure,
                             const RoundelSessionPlan *plan,
                             guint                     part,
                             const char               *starts,
                             guint                     outcome);

G_END_DECLS
