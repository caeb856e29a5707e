/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/journal/journal-page.h"

G_BEGIN_DECLS

GtkWidget *roundel_journal_over_new (const char         *action,
                                     RoundelDesk        *desk,
                                     RoundelJournal     *journal,
                                     RoundelJournalPage *page);

G_END_DECLS
