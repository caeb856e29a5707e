/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/run/keep.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ROOM_PAGE (roundel_room_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRoomPage, roundel_room_page, ROUNDEL, ROOM_PAGE, AdwBin)

GtkWidget   *roundel_room_page_new      (RoundelDesk     *desk,
                                         RoundelLive     *live,
                                         RoundelPad      *pad,
                                         const char      *title,
                                         const char      *lead,
                                         GtkWidget       *content);
RoundelDesk *roundel_room_page_get_desk (RoundelRoomPage *self);
RoundelLive *roundel_room_page_get_live (RoundelRoomPage *self);
RoundelPad  *roundel_room_page_get_pad  (RoundelRoomPage *self);
void         roundel_room_page_save     (RoundelRoomPage *self);
void         roundel_room_page_warn     (RoundelRoomPage *self,
                                         const char      *text);
RoundelRoomPage *roundel_room_page_of   (GtkWidget       *widget);

G_END_DECLS
