/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/journal/entry-item.h"
#include "store/journal/entry.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ENTRY_LIST (roundel_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEntryList, roundel_entry_list, ROUNDEL, ENTRY_LIST, GObject)

RoundelEntryList *roundel_entry_list_new       (RoundelJournal   *journal);
void              roundel_entry_list_reach     (RoundelEntryList *self);
void              roundel_entry_list_search    (RoundelEntryList *self,
                                                const char       *typed);
void              roundel_entry_list_set_filter (RoundelEntryList        *self,
                                                const RoundelEntryFilter *filter);
void              roundel_entry_list_set_open  (RoundelEntryList *self,
                                                const char       *id,
                                                const char       *kind,
                                                const char       *text);
guint             roundel_entry_list_find      (RoundelEntryList *self,
                                                const char       *id);
gboolean          roundel_entry_list_is_growing (RoundelEntryList *self);
gint64            roundel_entry_list_get_place (RoundelEntryList *self,
                                                guint             position);

G_END_DECLS
