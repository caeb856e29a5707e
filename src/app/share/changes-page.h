/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CHANGES_PAGE (roundel_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelChangesPage, roundel_changes_page, ROUNDEL, CHANGES_PAGE, AdwBin)

GtkWidget *roundel_changes_page_new (RoundelDesk  *desk,
                                     const char   *program,
                                     GError      **error);

G_END_DECLS
