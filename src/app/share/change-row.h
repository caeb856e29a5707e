/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/share/incoming.h"

G_BEGIN_DECLS

GtkWidget *roundel_change_row_new  (RoundelIncoming          *incoming,
                                    const RoundelMergeChange *change,
                                    const char               *own);
GtkWidget *roundel_change_view_new (RoundelIncoming          *incoming,
                                    const RoundelMergeChange *change,
                                    const char               *own,
                                    GtkWidget                *choice);

G_END_DECLS
