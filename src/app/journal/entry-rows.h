/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "app/journal/entry-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ENTRY_ROWS (roundel_entry_rows_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEntryRows, roundel_entry_rows, ROUNDEL, ENTRY_ROWS, GObject)

RoundelEntryRows   *roundel_entry_rows_new          (RoundelEntryList  *entries,
                                                     RoundelJournal    *journal,
                                                     GtkBox            *alone,
                                                     gboolean         (*is_plain) (gpointer data),
                                                     gpointer           data);
GtkListItemFactory *roundel_entry_rows_get_factory  (RoundelEntryRows  *self);
void                roundel_entry_rows_set_desk     (RoundelEntryRows  *self,
                                                     RoundelDesk       *desk);
gboolean            roundel_entry_rows_get_timeline (RoundelEntryRows  *self);
void                roundel_entry_rows_set_timeline (RoundelEntryRows  *self,
                                                     gboolean           timeline);

G_END_DECLS
