/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/session-plan.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SESSION_PANE (roundel_session_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSessionPane, roundel_session_pane, ROUNDEL, SESSION_PANE, AdwBin)

void roundel_session_pane_set (RoundelSessionPane       *self,
                               const RoundelSessionPlan *plan);

G_END_DECLS
