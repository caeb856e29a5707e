/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CHARTER_CARD (roundel_charter_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelCharterCard, roundel_charter_card, ROUNDEL, CHARTER_CARD, AdwBin)

GtkWidget  *roundel_charter_card_new        (const char           *circle);
void        roundel_charter_card_show       (RoundelCharterCard   *self,
                                             const RoundelProgram *program);
const char *roundel_charter_card_get_circle (RoundelCharterCard   *self);

G_END_DECLS
