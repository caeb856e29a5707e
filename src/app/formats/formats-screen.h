/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_FORMATS_SCREEN (roundel_formats_screen_get_type ())
G_DECLARE_FINAL_TYPE (RoundelFormatsScreen, roundel_formats_screen, ROUNDEL, FORMATS_SCREEN, AdwBin)

GtkWidget *roundel_formats_screen_new (RoundelDesk *desk);

G_END_DECLS
