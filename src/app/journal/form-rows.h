/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     roundel_row_set     (AdwEntryRow *row,
                              const char  *text);
char    *roundel_row_dup     (AdwEntryRow *row);
gboolean roundel_row_is_date (const char  *text);
void     roundel_row_trouble (GtkLabel    *label,
                              const char  *trouble,
                              AdwEntryRow *row);

G_END_DECLS
