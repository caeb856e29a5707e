/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_REMINDER_POPOVER (roundel_reminder_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReminderPopover, roundel_reminder_popover, ROUNDEL, REMINDER_POPOVER, GtkPopover)

void roundel_reminder_popover_set_journal (RoundelReminderPopover *self,
                                           RoundelJournal         *journal);

G_END_DECLS
