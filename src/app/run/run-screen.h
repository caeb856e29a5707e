/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/screen.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RUN_SCREEN (roundel_run_screen_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRunScreen, roundel_run_screen, ROUNDEL, RUN_SCREEN, RoundelScreen)

G_END_DECLS
