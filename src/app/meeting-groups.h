/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/meeting.h"

G_BEGIN_DECLS

const RoundelRound *roundel_agenda_find_groups   (const RoundelAgenda *agenda);
gboolean            roundel_meeting_move         (RoundelMeeting      *self,
                                                  const char          *format,
                                                  const RoundelRound  *round,
                                                  guint                member,
                                                  guint                group);
gboolean            roundel_meeting_swap         (RoundelMeeting      *self,
                                                  const char          *format,
                                                  const RoundelRound  *round,
                                                  guint                one,
                                                  guint                two);
void                roundel_meeting_pin          (RoundelMeeting      *self,
                                                  const char          *format,
                                                  const RoundelRound  *round,
                                                  guint                member,
                                                  gboolean             pinned);
gboolean            roundel_meeting_is_pinned    (const RoundelMeeting *self,
                                                  guint                member);
void                roundel_meeting_shuffle      (RoundelMeeting      *self,
                                                  guint32              seed);
GArray             *roundel_meeting_list_leaders (const RoundelMeeting *self);

G_END_DECLS
