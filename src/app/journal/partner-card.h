/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/journal/this-week.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PARTNER_CARD (roundel_partner_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPartnerCard, roundel_partner_card, ROUNDEL, PARTNER_CARD, AdwBin)

GtkWidget *roundel_partner_card_new (void);
void       roundel_partner_card_set (RoundelPartnerCard    *self,
                                     const RoundelThisWeek *week,
                                     RoundelJournal        *journal);

G_END_DECLS
