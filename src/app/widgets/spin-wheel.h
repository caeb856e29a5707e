/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void roundel_spin_wheel_off (GtkWidget *widget);

G_END_DECLS
