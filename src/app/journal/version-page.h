/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/journal.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_VERSION_PAGE (roundel_version_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelVersionPage, roundel_version_page, ROUNDEL, VERSION_PAGE, AdwBin)

GtkWidget *roundel_version_page_new (RoundelJournal *journal,
                                     const char     *entry);

G_END_DECLS
