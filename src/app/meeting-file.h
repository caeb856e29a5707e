/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/meeting.h"

G_BEGIN_DECLS

char           *roundel_meeting_to_text   (const RoundelMeeting *self);
RoundelMeeting *roundel_meeting_from_text (const char           *text,
                                           GError              **error);

G_END_DECLS
