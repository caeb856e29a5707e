/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/screen.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_JOURNAL_SCREEN (roundel_journal_screen_get_type ())
G_DECLARE_FINAL_TYPE (RoundelJournalScreen, roundel_journal_screen, ROUNDEL, JOURNAL_SCREEN, RoundelScreen)

G_END_DECLS
