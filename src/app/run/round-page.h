/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_ROUND_PAGE (roundel_round_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRoundPage, roundel_round_page, ROUNDEL, ROUND_PAGE, AdwBin)

void roundel_round_page_set_live   (RoundelRoundPage *self,
                                    RoundelLive      *live);
void roundel_round_page_set_narrow (RoundelRoundPage *self,
                                    gboolean          narrow);
void roundel_round_page_say        (RoundelRoundPage *self,
                                    const char       *message,
                                    gboolean          undo);
void roundel_round_page_focus      (RoundelRoundPage *self);
void roundel_round_page_open_fit   (RoundelRoundPage *self);

G_END_DECLS
