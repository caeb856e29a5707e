/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ROOM_VIEW (roundel_room_view_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRoomView, roundel_room_view, ROUNDEL, ROOM_VIEW, GtkWidget)

GtkWidget *roundel_room_view_new      (void);
void       roundel_room_view_set_live (RoundelRoomView *self,
                                       RoundelLive     *live);

G_END_DECLS
