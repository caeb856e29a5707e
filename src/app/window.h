/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/application.h"
#include "app/live.h"
#include "app/room.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WINDOW (roundel_window_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWindow, roundel_window, ROUNDEL, WINDOW, AdwApplicationWindow)

RoundelWindow *roundel_window_new          (RoundelApplication *application);
RoundelDesk   *roundel_window_get_desk     (RoundelWindow      *self);
GtkWidget     *roundel_window_get_page     (RoundelWindow      *self);
const char    *roundel_window_get_program  (RoundelWindow      *self);
void           roundel_window_push         (RoundelWindow      *self,
                                            GtkWidget          *page);
void           roundel_window_push_over    (RoundelWindow      *self,
                                            GtkWidget          *page);
void           roundel_window_pop          (RoundelWindow      *self);
void           roundel_window_show_program (RoundelWindow      *self,
                                            const char         *program);
void           roundel_window_add_toast    (RoundelWindow      *self,
                                            AdwToast           *toast);
void           roundel_window_dismiss_toasts (RoundelWindow    *self);
void           roundel_window_set_live     (RoundelWindow      *self,
                                            RoundelLive        *live);
RoundelRoom   *roundel_window_get_room     (RoundelWindow      *self);

G_END_DECLS
