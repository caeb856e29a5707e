/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/application.h"
#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_REMIND_SETTING "remind" /* in the journal, as roundel_reminding_to_text() writes it */

void     roundel_reminders_attach    (RoundelApplication *application);
char   **roundel_reminders_list_due  (RoundelJournal     *journal);
gboolean roundel_reminders_must_wait (RoundelJournal     *journal);

G_END_DECLS
