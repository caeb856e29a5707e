/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "app/meeting.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CHOOSE_PAGE (roundel_choose_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelChoosePage, roundel_choose_page, ROUNDEL, CHOOSE_PAGE, AdwBin)

void            roundel_choose_page_set_desk  (RoundelChoosePage  *self,
                                               RoundelDesk        *desk);
gboolean        roundel_choose_page_refresh   (RoundelChoosePage  *self,
                                               GError            **error);
RoundelMeeting *roundel_choose_page_get_quick (RoundelChoosePage  *self);

G_END_DECLS
