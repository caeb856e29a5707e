/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "store/sync.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SYNCED_LIST (roundel_synced_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSyncedList, roundel_synced_list, ROUNDEL, SYNCED_LIST, AdwBin)

void roundel_synced_list_show   (RoundelSyncedList *self,
                                 RoundelDesk       *desk,
                                 const char        *program,
                                 RoundelAudience    audience);
void roundel_synced_list_choose (RoundelSyncedList *self,
                                 GFile             *folder);

G_END_DECLS
