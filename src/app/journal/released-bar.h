/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RELEASED_BAR (roundel_released_bar_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReleasedBar, roundel_released_bar, ROUNDEL, RELEASED_BAR, AdwBin)

void roundel_released_bar_show (RoundelReleasedBar *self,
                                RoundelDesk        *desk,
                                RoundelJournal     *journal,
                                const char         *entry);

G_END_DECLS
