/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/record.h"

G_BEGIN_DECLS

GtkWidget *roundel_record_history_new (const char          *name,
                                       const RoundelRecord *records,
                                       guint                n_records);

G_END_DECLS
