/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/run/choose-page.h"
#include "app/run/keep.h"
#include "app/run/lobby.h"
#include "app/run/round-page.h"
#include "app/run/run-pane.h"
#include "app/screen.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RUN_SCREEN (roundel_run_screen_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRunScreen, roundel_run_screen, ROUNDEL, RUN_SCREEN, RoundelScreen)

RoundelDesk          *roundel_run_screen_get_desk       (RoundelRunScreen          *self);
RoundelPad           *roundel_run_screen_get_pad        (RoundelRunScreen          *self);
RoundelChoosePage    *roundel_run_screen_get_choose_page (RoundelRunScreen         *self);
RoundelLobby         *roundel_run_screen_get_lobby      (RoundelRunScreen          *self);
void                  roundel_run_screen_show_choice    (RoundelRunScreen          *self);
void                  roundel_run_screen_show_lobby     (RoundelRunScreen          *self);
void                  roundel_run_screen_start          (RoundelRunScreen          *self,
                                                         RoundelLive               *live);
void                  roundel_run_screen_close          (RoundelRunScreen          *self);
RoundelLive          *roundel_run_screen_get_live       (RoundelRunScreen          *self);
const RoundelFormats *roundel_run_screen_get_formats    (RoundelRunScreen          *self);
RoundelRoundPage     *roundel_run_screen_get_round_page (RoundelRunScreen          *self);
void                  roundel_run_screen_say            (RoundelRunScreen          *self,
                                                         const char                *text);
void                  roundel_run_screen_say_undo       (RoundelRunScreen          *self,
                                                         const char                *text);
gboolean              roundel_run_screen_apply          (RoundelRunScreen          *self,
                                                         const RoundelSessionEvent *event);
gboolean              roundel_run_screen_step           (RoundelRunScreen          *self,
                                                         RoundelSessionEventKind    kind,
                                                         gint64                     amount);

RoundelRunPane       *roundel_run_screen_get_pane       (RoundelRunScreen          *self);
void                  roundel_run_screen_show_pane      (RoundelRunScreen          *self,
                                                         const char                *page);
gboolean              roundel_run_screen_leave_pane     (RoundelRunScreen          *self);
gboolean              roundel_run_screen_is_room        (RoundelRunScreen          *self);
void                  roundel_run_screen_set_room       (RoundelRunScreen          *self,
                                                         gboolean                   room);

G_END_DECLS
