/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "store/journal/entry.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_FILTER_POPOVER (roundel_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelFilterPopover, roundel_filter_popover, ROUNDEL, FILTER_POPOVER, GtkPopover)

void  roundel_filter_popover_set_desk (RoundelFilterPopover *self,
                                       RoundelDesk          *desk,
                                       RoundelJournal       *journal);
void  roundel_filter_popover_clear    (RoundelFilterPopover *self);
void  roundel_filter_popover_get      (RoundelFilterPopover *self,
                                       RoundelEntryFilter   *filter);
char *roundel_filter_popover_dup_said (RoundelFilterPopover *self);

G_END_DECLS
