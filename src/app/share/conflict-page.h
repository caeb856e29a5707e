/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CONFLICT_PAGE (roundel_conflict_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelConflictPage, roundel_conflict_page, ROUNDEL, CONFLICT_PAGE, AdwBin)

GtkWidget *roundel_conflict_page_new (RoundelDesk         *desk,
                                      const RoundelRecord *record);
gboolean   roundel_conflict_page_has (RoundelDesk         *desk);

G_END_DECLS
