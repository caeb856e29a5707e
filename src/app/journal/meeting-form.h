/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/partner-meeting.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_MEETING_FORM (roundel_meeting_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelMeetingForm, roundel_meeting_form, ROUNDEL, MEETING_FORM, AdwBin)

void     roundel_meeting_form_open   (RoundelMeetingForm          *self,
                                      RoundelJournal              *journal,
                                      const RoundelPartnerMeeting *meeting);
void     roundel_meeting_form_forget (RoundelMeetingForm          *self);
gboolean roundel_meeting_form_save   (RoundelMeetingForm          *self);

G_END_DECLS
