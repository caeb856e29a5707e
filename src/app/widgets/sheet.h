/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SHEET (roundel_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSheet, roundel_sheet, ROUNDEL, SHEET, AdwBin)

GtkWidget *roundel_sheet_new      (const char    *title);
void       roundel_sheet_add      (RoundelSheet  *self,
                                   GtkWidget     *child);
GtkWidget *roundel_sheet_add_text (RoundelSheet  *self,
                                   const char    *text,
                                   const char    *css_class);
void       roundel_sheet_empty    (RoundelSheet  *self);

G_END_DECLS
