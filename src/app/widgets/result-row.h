/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/result.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RESULT_ROW (roundel_result_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelResultRow, roundel_result_row, ROUNDEL, RESULT_ROW, AdwExpanderRow)

GtkWidget     *roundel_result_row_new   (void);
void           roundel_result_row_set   (RoundelResultRow    *self,
                                         const RoundelResult *result);
RoundelResult *roundel_result_row_get   (RoundelResultRow    *self);
void           roundel_result_row_begin (RoundelResultRow    *self);

G_END_DECLS
