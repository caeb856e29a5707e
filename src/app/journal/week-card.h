/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/journal/this-week.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WEEK_CARD (roundel_week_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWeekCard, roundel_week_card, ROUNDEL, WEEK_CARD, AdwBin)

GtkWidget *roundel_week_card_new (void);
void       roundel_week_card_set (RoundelWeekCard       *self,
                                  const RoundelThisWeek *now,
                                  RoundelJournal        *journal);

G_END_DECLS
