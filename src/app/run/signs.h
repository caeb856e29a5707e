/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SIGNS (roundel_signs_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSigns, roundel_signs, ROUNDEL, SIGNS, GObject)

RoundelSigns *roundel_signs_new      (GtkWidget    *picture);
void          roundel_signs_ring     (RoundelSigns *self,
                                      RoundelChime  chime);
void          roundel_signs_set_live (RoundelSigns *self,
                                      RoundelLive  *live);

G_END_DECLS
