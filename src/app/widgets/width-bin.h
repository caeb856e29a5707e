/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WIDTH_BIN (roundel_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWidthBin, roundel_width_bin, ROUNDEL, WIDTH_BIN, GtkWidget)

gboolean roundel_width_bin_is_narrow (RoundelWidthBin *self);

G_END_DECLS
