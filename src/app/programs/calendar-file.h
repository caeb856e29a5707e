/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void roundel_calendar_file_install_action (GtkWidgetClass *dossier_class);

G_END_DECLS
