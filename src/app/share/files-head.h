/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "app/share/incoming.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_FILES_HEAD (roundel_files_head_get_type ())
G_DECLARE_FINAL_TYPE (RoundelFilesHead, roundel_files_head, ROUNDEL, FILES_HEAD, AdwBin)

void roundel_files_head_show (RoundelFilesHead *self,
                              RoundelDesk      *desk,
                              RoundelIncoming  *incoming);

G_END_DECLS
