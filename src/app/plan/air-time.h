/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/agenda.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_AIR_TIME (roundel_air_time_get_type ())
G_DECLARE_FINAL_TYPE (RoundelAirTime, roundel_air_time, ROUNDEL, AIR_TIME, AdwBin)

void roundel_air_time_show (RoundelAirTime      *self,
                            const RoundelAgenda *agenda,
                            guint                outcome);

G_END_DECLS
