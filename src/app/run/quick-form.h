/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting.h"
#include "content/library.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_QUICK_FORM (roundel_quick_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelQuickForm, roundel_quick_form, ROUNDEL, QUICK_FORM, AdwBin)

void            roundel_quick_form_set_library  (RoundelQuickForm *self,
                                                 RoundelLibrary   *library);
RoundelMeeting *roundel_quick_form_make_meeting (RoundelQuickForm *self);
const char     *roundel_quick_form_find_outcome (const RoundelMeeting *meeting);

G_END_DECLS
