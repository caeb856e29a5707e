/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/plan-measure.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_BLOCK_ROW (roundel_block_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelBlockRow, roundel_block_row, ROUNDEL, BLOCK_ROW, GtkListBoxRow)

GtkWidget *roundel_block_row_new        (void);
void       roundel_block_row_set        (RoundelBlockRow          *self,
                                         const RoundelPlanMeasure *measure,
                                         const RoundelSessionPlan *plan,
                                         guint                     at,
                                         const char               *starts,
                                         guint                     outcome);
void       roundel_block_row_set_narrow (RoundelBlockRow          *self,
                                         gboolean                  narrow);
guint      roundel_block_row_get_part   (RoundelBlockRow          *self);
double     roundel_plan_scale           (guint                     length);

G_END_DECLS
