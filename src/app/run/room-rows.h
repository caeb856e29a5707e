/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ROOM_ROWS (roundel_room_rows_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRoomRows, roundel_room_rows, ROUNDEL, ROOM_ROWS, AdwBin)

void roundel_room_rows_set_live      (RoundelRoomRows *self,
                                      RoundelLive     *live);
void roundel_room_rows_focus_message (RoundelRoomRows *self);

G_END_DECLS
