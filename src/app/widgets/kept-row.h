/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     roundel_kept_row_init       (AdwEntryRow *row);
void     roundel_kept_row_show       (AdwEntryRow *row,
                                      const char  *text);
gboolean roundel_kept_row_is_unsaved (AdwEntryRow *row);
void     roundel_kept_row_take       (AdwEntryRow *row,
                                      char       **text);
void     roundel_kept_row_clear      (AdwEntryRow *row);

G_END_DECLS
