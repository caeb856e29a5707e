/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/evaluation-plan.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_EVALUATION_LIST (roundel_evaluation_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEvaluationList, roundel_evaluation_list, ROUNDEL, EVALUATION_LIST, AdwBin)

GtkWidget *roundel_evaluation_list_new (gboolean               editable);
void       roundel_evaluation_list_set (RoundelEvaluationList *self,
                                        const RoundelProgram  *program,
                                        const RoundelOutcome  *outcome);

G_END_DECLS
