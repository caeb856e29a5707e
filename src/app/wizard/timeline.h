/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_TIMELINE (roundel_timeline_get_type ())
G_DECLARE_FINAL_TYPE (RoundelTimeline, roundel_timeline, ROUNDEL, TIMELINE, AdwBin)

void roundel_timeline_show (RoundelTimeline      *self,
                            const RoundelProgram *program,
                            guint                 outcome);

G_END_DECLS
