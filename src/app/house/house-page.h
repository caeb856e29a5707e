/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_HOUSE_PAGE (roundel_house_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelHousePage, roundel_house_page, ROUNDEL, HOUSE_PAGE, AdwBin)

GtkWidget *roundel_house_page_new (RoundelDesk *desk);

G_END_DECLS
