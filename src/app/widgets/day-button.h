/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_DAY_BUTTON (roundel_day_button_get_type ())
G_DECLARE_FINAL_TYPE (RoundelDayButton, roundel_day_button, ROUNDEL, DAY_BUTTON, AdwBin)

const char *roundel_day_button_get_day (RoundelDayButton *self);
void        roundel_day_button_set_day (RoundelDayButton *self,
                                        const char       *day);

G_END_DECLS
