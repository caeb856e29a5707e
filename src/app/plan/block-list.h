/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/plan-measure.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_BLOCK_LIST (roundel_block_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelBlockList, roundel_block_list, ROUNDEL, BLOCK_LIST, AdwBin)

void  roundel_block_list_set          (RoundelBlockList         *self,
                                       const RoundelPlanMeasure *measure,
                                       const RoundelSessionPlan *plan,
                                       const char               *starts,
                                       guint                     outcome);
void  roundel_block_list_select       (RoundelBlockList         *self,
                                       guint                     part);
void  roundel_block_list_set_narrow   (RoundelBlockList         *self,
                                       gboolean                  narrow);
guint roundel_block_list_get_selected (RoundelBlockList         *self);

G_END_DECLS
