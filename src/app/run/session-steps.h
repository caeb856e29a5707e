/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void roundel_session_steps_install (GtkWidgetClass *klass);
void roundel_session_steps_enable  (GtkWidget      *screen,
                                    gboolean        runs,
                                    gboolean        over);

G_END_DECLS
