/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/screen.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROGRAMS_SCREEN (roundel_programs_screen_get_type ())
G_DECLARE_FINAL_TYPE (RoundelProgramsScreen, roundel_programs_screen, ROUNDEL, PROGRAMS_SCREEN, RoundelScreen)

void roundel_programs_screen_open (RoundelProgramsScreen *self,
                                   const char            *id);
const char *roundel_programs_screen_get_open (RoundelProgramsScreen *self);

G_END_DECLS
