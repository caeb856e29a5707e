/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-plan.h"

G_BEGIN_DECLS

char *roundel_patch_texts           (const char               *first_key,
                                     ...) G_GNUC_NULL_TERMINATED;
char *roundel_session_plan_to_patch (const RoundelSessionPlan *self,
                                     const RoundelSessionPlan *before);

char *roundel_patch_between (const char *before,
                             const char *after);
char *roundel_patch_without (const char *patch,
                             const char *other);

G_END_DECLS
