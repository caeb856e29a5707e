/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/json.h"
#include "core/session-record.h"

G_BEGIN_DECLS

/* The bodies of what a session leaves; data/schema/README.md has their shapes. */

void  roundel_record_json_read       (RoundelSessionRecord       *record,
                                      RoundelJson                *json);
char *roundel_record_json_write      (const RoundelSessionRecord *record);
void  roundel_attendance_json_read   (RoundelAttendance          *attendance,
                                      RoundelJson                *json);
char *roundel_attendance_json_write  (const RoundelAttendance    *attendance);
void  roundel_harvest_json_read      (RoundelHarvest             *harvest,
                                      RoundelJson                *json);
char *roundel_harvest_json_write     (const RoundelHarvest       *harvest);
void  roundel_evaluation_json_read   (RoundelEvaluation          *evaluation,
                                      RoundelJson                *json);
char *roundel_evaluation_json_write  (const RoundelEvaluation    *evaluation);
char *roundel_said_promise_json_write (const RoundelSaidPromise  *promise,
                                       const char                *session);

G_END_DECLS
