/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_GROWTH_CARD (roundel_growth_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelGrowthCard, roundel_growth_card, ROUNDEL, GROWTH_CARD, AdwBin)

GtkWidget *roundel_growth_card_new     (const char        *title,
                                        const char        *said,
                                        GtkWidget         *picture);
void       roundel_growth_card_add_row (RoundelGrowthCard *self,
                                        const char        *first,
                                        ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
