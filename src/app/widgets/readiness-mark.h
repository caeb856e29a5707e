/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/readiness.h"

G_BEGIN_DECLS

const char *roundel_status_get_name     (RoundelStatus  status);
GtkWidget  *roundel_readiness_mark_new  (RoundelStatus  status,
                                         guint          outcome);
void        roundel_readiness_mark_show (GtkWidget     *mark,
                                         RoundelStatus  status,
                                         guint          outcome);

G_END_DECLS
