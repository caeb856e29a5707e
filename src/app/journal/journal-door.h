/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_JOURNAL_DOOR (roundel_journal_door_get_type ())
G_DECLARE_FINAL_TYPE (RoundelJournalDoor, roundel_journal_door, ROUNDEL, JOURNAL_DOOR, AdwBin)

void     roundel_journal_door_set_desk    (RoundelJournalDoor *self,
                                           RoundelDesk        *desk);
void     roundel_journal_door_enter       (RoundelJournalDoor *self);
void     roundel_journal_door_cover       (RoundelJournalDoor *self);
void     roundel_journal_door_uncover     (RoundelJournalDoor *self);
gboolean roundel_journal_door_get_open    (RoundelJournalDoor *self);
void     roundel_journal_door_hear_escape (RoundelJournalDoor *self,
                                           GtkWidget          *widget);

G_END_DECLS
