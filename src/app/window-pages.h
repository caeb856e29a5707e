/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void roundel_window_pages_install (GtkWidgetClass *klass);
void roundel_window_open_shared   (RoundelWindow  *self,
                                   GFile          *file);
void roundel_window_show_trouble  (RoundelWindow  *self,
                                   const char     *message);

G_END_DECLS
