/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ROOM (roundel_room_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRoom, roundel_room, ROUNDEL, ROOM, GObject)

RoundelRoom *roundel_room_new       (GtkWindow   *main_window);
void         roundel_room_set_live  (RoundelRoom *self,
                                     RoundelLive *live);
gboolean     roundel_room_is_active (RoundelRoom *self);

G_END_DECLS
