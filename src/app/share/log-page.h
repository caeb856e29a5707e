/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LOG_PAGE (roundel_log_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLogPage, roundel_log_page, ROUNDEL, LOG_PAGE, AdwBin)

GtkWidget *roundel_log_page_new (RoundelDesk *desk);

G_END_DECLS
