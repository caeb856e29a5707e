/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "app/window.h"
#include "store/record.h"

G_BEGIN_DECLS

void roundel_ask_to_erase (RoundelWindow       *window,
                           RoundelDesk         *desk,
                           const RoundelRecord *record);
void roundel_ask_to_leave (RoundelWindow       *window,
                           RoundelDesk         *desk,
                           const char          *program);

G_END_DECLS
