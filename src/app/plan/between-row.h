/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/outcome.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_BETWEEN_ROW (roundel_between_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelBetweenRow, roundel_between_row, ROUNDEL, BETWEEN_ROW, GtkListBoxRow)

GtkWidget         *roundel_between_row_new        (void);
void               roundel_between_row_set        (RoundelBetweenRow    *self,
                                                   const RoundelBetween *between);
RoundelBetweenKind roundel_between_row_get_kind   (RoundelBetweenRow    *self);
const char        *roundel_between_row_get_text   (RoundelBetweenRow    *self);
guint              roundel_between_row_get_before (RoundelBetweenRow    *self);

G_END_DECLS
