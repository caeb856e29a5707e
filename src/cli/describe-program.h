/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/program.h"

G_BEGIN_DECLS

void roundel_cli_json_texts     (JsonBuilder           *json,
                                 const char            *member,
                                 char                 **texts);
void roundel_cli_json_circles   (JsonBuilder           *json,
                                 const RoundelProgram  *program);
void roundel_cli_json_partners  (JsonBuilder           *json,
                                 const RoundelProgram  *program);
void roundel_cli_json_conflicts (JsonBuilder           *json,
                                 const RoundelProgram  *program,
                                 const GPtrArray       *conflicts);
void roundel_cli_json_time      (JsonBuilder           *json,
                                 const char            *member,
                                 const RoundelSession  *session,
                                 guint                  seconds);

void roundel_cli_print_sessions  (const RoundelProgram *program);
void roundel_cli_print_conflicts (const GPtrArray      *conflicts);

G_END_DECLS
