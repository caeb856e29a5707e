/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SHARE_PAGE (roundel_share_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSharePage, roundel_share_page, ROUNDEL, SHARE_PAGE, AdwBin)

GtkWidget *roundel_share_page_new (RoundelDesk *desk,
                                   const char  *program,
                                   const char  *session);

G_END_DECLS
