/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/json-write.h"
#include "content/json.h"
#include "core/outcome.h"

G_BEGIN_DECLS

void roundel_outline_read_json      (GPtrArray       *self,
                                     RoundelJson     *json);
void roundel_outline_add_json       (const GPtrArray *self,
                                     JsonBuilder     *json);
void roundel_between_list_read_json (GPtrArray       *self,
                                     RoundelJson     *json);
void roundel_between_list_add_json  (const GPtrArray *self,
                                     JsonBuilder     *json);

G_END_DECLS
