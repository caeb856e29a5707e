/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_HISTORY_PAGE (roundel_history_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelHistoryPage, roundel_history_page, ROUNDEL, HISTORY_PAGE, AdwBin)

GtkWidget *roundel_history_page_new (RoundelDesk         *desk,
                                     const RoundelRecord *record);

G_END_DECLS
