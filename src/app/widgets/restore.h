/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/desk.h"

G_BEGIN_DECLS

void     roundel_ask_to_restore        (GtkWidget            *page,
                                        RoundelDesk          *desk,
                                        const char           *backup,
                                        gint64                made,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean roundel_ask_to_restore_finish (GtkWidget            *page,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
