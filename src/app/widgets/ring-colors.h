/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA hue;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA mark;
  GdkRGBA track;
  GdkRGBA faint; /* the track of a countdown */
  GdkRGBA warning;
  GdkRGBA late;
  GdkRGBA late_text;
} RoundelRingColors;

void roundel_ring_colors_get (RoundelRingColors *colors,
                              GtkWidget         *hue,
                              GtkWidget         *text);

G_END_DECLS
