/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROJECTOR_WINDOW (roundel_projector_window_get_type ())
G_DECLARE_FINAL_TYPE (RoundelProjectorWindow, roundel_projector_window, ROUNDEL, PROJECTOR_WINDOW, GtkWindow)

GtkWidget *roundel_projector_window_new (GtkWindow   *main_window,
                                         RoundelLive *live);

G_END_DECLS
