/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/live.h"
#include "core/session-record.h"

G_BEGIN_DECLS

RoundelSessionRecord *roundel_live_make_record     (RoundelLive *live,
                                                    const char  *id);
RoundelAttendance    *roundel_live_make_attendance (RoundelLive *live,
                                                    const char  *id);

G_END_DECLS
