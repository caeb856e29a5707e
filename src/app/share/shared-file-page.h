/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SHARED_FILE_PAGE (roundel_shared_file_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSharedFilePage, roundel_shared_file_page, ROUNDEL, SHARED_FILE_PAGE, AdwBin)

GtkWidget *roundel_shared_file_page_new (RoundelDesk           *desk);
void       roundel_shared_file_page_add (RoundelSharedFilePage *self,
                                         GFile                 *file);

G_END_DECLS
