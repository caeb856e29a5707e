/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RELEASE_PAGE (roundel_release_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReleasePage, roundel_release_page, ROUNDEL, RELEASE_PAGE, AdwBin)

GtkWidget *roundel_release_page_new (RoundelDesk    *desk,
                                     RoundelJournal *journal,
                                     const char     *entry,
                                     const char     *program,
                                     const char     *text);

G_END_DECLS
