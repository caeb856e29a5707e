/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_BACKUPS_PAGE (roundel_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelBackupsPage, roundel_backups_page, ROUNDEL, BACKUPS_PAGE, AdwBin)

GtkWidget *roundel_backups_page_new (RoundelDesk *desk);

G_END_DECLS
