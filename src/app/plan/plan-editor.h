/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plan-keeper.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PLAN_EDITOR (roundel_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPlanEditor, roundel_plan_editor, ROUNDEL, PLAN_EDITOR, AdwBin)

GtkWidget *roundel_plan_editor_new (RoundelDesk        *desk,
                                    RoundelPlanKeeper  *keeper,
                                    const char         *session,
                                    GError            **error);

G_END_DECLS
