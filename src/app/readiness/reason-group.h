/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/readiness.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_REASON_GROUP (roundel_reason_group_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReasonGroup, roundel_reason_group, ROUNDEL, REASON_GROUP, AdwPreferencesGroup)

GtkWidget *roundel_reason_group_new  (void);
void       roundel_reason_group_show (RoundelReasonGroup     *self,
                                      const RoundelReadiness *readiness,
                                      const RoundelProgram   *program,
                                      GPtrArray              *conflicts,
                                      guint                   outcome);

G_END_DECLS
