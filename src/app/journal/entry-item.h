/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/entry.h"
#include "store/journal/search.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ENTRY_ITEM (roundel_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEntryItem, roundel_entry_item, ROUNDEL, ENTRY_ITEM, GObject)

RoundelEntryItem *roundel_entry_item_new         (RoundelJournal        *journal,
                                                  const RoundelEntryRef *ref);
const char       *roundel_entry_item_get_id      (RoundelEntryItem      *self);
gint64            roundel_entry_item_get_place   (RoundelEntryItem      *self);
const char       *roundel_entry_item_get_title   (RoundelEntryItem      *self);
const char       *roundel_entry_item_get_preview (RoundelEntryItem      *self);
const char       *roundel_entry_item_get_kind    (RoundelEntryItem      *self);
GArray           *roundel_entry_item_get_marks   (RoundelEntryItem      *self);

void              roundel_entry_item_set_hit     (RoundelEntryItem      *self,
                                                  const RoundelHit      *hit);
void              roundel_entry_item_set_text    (RoundelEntryItem      *self,
                                                  const char            *kind,
                                                  const char            *text);
void              roundel_entry_item_reload      (RoundelEntryItem      *self);

G_END_DECLS
