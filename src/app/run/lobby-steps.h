/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/run/run-screen.h"

G_BEGIN_DECLS

void roundel_lobby_steps_install (GtkWidgetClass   *klass);
void roundel_lobby_steps_enable  (GtkWidget        *screen,
                                  gboolean          choice,
                                  gboolean          lobby);
void roundel_lobby_steps_open    (RoundelRunScreen *screen,
                                  RoundelMeeting   *meeting);
void roundel_lobby_steps_replan  (RoundelRunScreen *screen);

G_END_DECLS
