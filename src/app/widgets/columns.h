/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_COLUMNS (roundel_columns_get_type ())
G_DECLARE_FINAL_TYPE (RoundelColumns, roundel_columns, ROUNDEL, COLUMNS, GtkWidget)

G_END_DECLS
