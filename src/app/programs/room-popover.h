/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ROOM_POPOVER (roundel_room_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRoomPopover, roundel_room_popover, ROUNDEL, ROOM_POPOVER, GtkPopover)

GtkWidget *roundel_room_popover_new (const RoundelSession *session);

G_END_DECLS
