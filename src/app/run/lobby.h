/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting.h"
#include "core/env.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LOBBY (roundel_lobby_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLobby, roundel_lobby, ROUNDEL, LOBBY, AdwBin)

void            roundel_lobby_set_meeting (RoundelLobby        *self,
                                           RoundelMeeting      *meeting,
                                           RoundelEnv          *env);
RoundelMeeting *roundel_lobby_get_meeting (RoundelLobby        *self);
void            roundel_lobby_set_agenda  (RoundelLobby        *self,
                                           const RoundelAgenda *agenda,
                                           const char          *problem);
void            roundel_lobby_set_narrow  (RoundelLobby        *self,
                                           gboolean             narrow);
void            roundel_lobby_focus       (RoundelLobby        *self);
void            roundel_lobby_press       (RoundelLobby        *self,
                                           gunichar             key);

G_END_DECLS
