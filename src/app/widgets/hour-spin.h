/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_HOUR_SPIN (roundel_hour_spin_get_type ())
G_DECLARE_FINAL_TYPE (RoundelHourSpin, roundel_hour_spin, ROUNDEL, HOUR_SPIN, AdwBin)

char *roundel_hour_spin_dup_hour (RoundelHourSpin *self);
void  roundel_hour_spin_set_hour (RoundelHourSpin *self,
                                  const char      *local);

G_END_DECLS
