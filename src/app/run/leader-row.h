/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LEADER_ROW (roundel_leader_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLeaderRow, roundel_leader_row, ROUNDEL, LEADER_ROW, AdwBin)

void roundel_leader_row_set_meeting (RoundelLeaderRow *self,
                                     RoundelMeeting   *meeting);

G_END_DECLS
