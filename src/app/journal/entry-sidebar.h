/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ENTRY_SIDEBAR (roundel_entry_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEntrySidebar, roundel_entry_sidebar, ROUNDEL, ENTRY_SIDEBAR, AdwBin)

void        roundel_entry_sidebar_set_journal  (RoundelEntrySidebar *self,
                                                RoundelJournal      *journal);
void        roundel_entry_sidebar_set_desk     (RoundelEntrySidebar *self,
                                                RoundelDesk         *desk);
void        roundel_entry_sidebar_select       (RoundelEntrySidebar *self,
                                                const char          *id);
char       *roundel_entry_sidebar_dup_todays   (RoundelEntrySidebar *self);
void        roundel_entry_sidebar_set_open     (RoundelEntrySidebar *self,
                                                const char          *id,
                                                const char          *kind,
                                                const char          *text);
const char *roundel_entry_sidebar_get_typed    (RoundelEntrySidebar *self);
void        roundel_entry_sidebar_stop_search  (RoundelEntrySidebar *self);

G_END_DECLS
