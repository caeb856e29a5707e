/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     roundel_spin_wheel_off  (GtkWidget     *widget);
void     roundel_spin_take_typed (GtkWidget     *widget);
gboolean roundel_spin_is_typed   (GtkSpinButton *spin);

G_END_DECLS
