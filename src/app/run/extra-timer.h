/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_EXTRA_TIMER (roundel_extra_timer_get_type ())
G_DECLARE_FINAL_TYPE (RoundelExtraTimer, roundel_extra_timer, ROUNDEL, EXTRA_TIMER, AdwActionRow)

void roundel_extra_timer_set_live (RoundelExtraTimer *self,
                                   RoundelLive       *live);
void roundel_extra_timer_toggle   (RoundelExtraTimer *self);

G_END_DECLS
