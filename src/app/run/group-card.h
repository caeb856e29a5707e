/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/meeting.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_GROUP_CARD (roundel_group_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelGroupCard, roundel_group_card, ROUNDEL, GROUP_CARD, AdwBin)

GtkWidget *roundel_group_card_new (const RoundelMeeting *meeting,
                                   const RoundelRound   *round,
                                   guint                 group);

G_END_DECLS
