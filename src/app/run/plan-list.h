/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PLAN_LIST (roundel_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPlanList, roundel_plan_list, ROUNDEL, PLAN_LIST, AdwBin)

void roundel_plan_list_set (RoundelPlanList *self,
                            const GPtrArray *lines,
                            gint64           ends,
                            guint            outcome,
                            gboolean         goals);
void roundel_plan_list_focus (RoundelPlanList *self);

G_END_DECLS
