/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_GROWTH_PAGE (roundel_growth_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelGrowthPage, roundel_growth_page, ROUNDEL, GROWTH_PAGE, AdwBin)

GtkWidget *roundel_growth_page_new (RoundelDesk    *desk,
                                    RoundelJournal *journal);

G_END_DECLS
