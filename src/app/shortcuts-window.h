/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SHORTCUTS_WINDOW (roundel_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (RoundelShortcutsWindow, roundel_shortcuts_window, ROUNDEL, SHORTCUTS_WINDOW, AdwWindow)

GtkWidget *roundel_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
