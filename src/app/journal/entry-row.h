/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/journal/entry-item.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ENTRY_ROW (roundel_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEntryRow, roundel_entry_row, ROUNDEL, ENTRY_ROW, AdwBin)

GtkWidget  *roundel_entry_row_new       (void);
void        roundel_entry_row_set       (RoundelEntryRow  *self,
                                         RoundelEntryItem *item);
void        roundel_entry_row_set_day   (RoundelEntryRow  *self,
                                         const char       *day);
GtkBox     *roundel_entry_row_get_above (RoundelEntryRow  *self);
GtkBox     *roundel_entry_row_get_below (RoundelEntryRow  *self);

const char *roundel_entry_kind_icon     (const char       *kind);
const char *roundel_entry_kind_label    (const char       *kind);

G_END_DECLS
