/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_STRESS_CARD (roundel_stress_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelStressCard, roundel_stress_card, ROUNDEL, STRESS_CARD, AdwBin)

void roundel_stress_card_show (RoundelStressCard *self,
                               RoundelDesk       *desk,
                               const char        *program);

G_END_DECLS
