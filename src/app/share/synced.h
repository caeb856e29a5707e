/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "app/window.h"
#include "store/sync.h"

G_BEGIN_DECLS

void                     roundel_synced_pass   (RoundelDesk          *desk,
                                                const RoundelSync    *choice,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
const RoundelSyncResult *roundel_synced_finish (RoundelDesk          *desk,
                                                GAsyncResult         *result,
                                                GError              **error);
void                     roundel_synced_watch  (GtkWindow            *window,
                                                RoundelDesk          *desk);

G_END_DECLS
