/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/widgets/ring-colors.h"

G_BEGIN_DECLS

typedef struct _RoundelRingLabel RoundelRingLabel;

RoundelRingLabel *roundel_ring_label_new     (GtkWidget               *widget);
void              roundel_ring_label_free    (RoundelRingLabel        *self);
double            roundel_ring_label_pixels  (RoundelRingLabel        *self);
void              roundel_ring_label_set     (RoundelRingLabel        *self,
                                              const char              *title,
                                              const char              *detail,
                                              double                   title_pixels,
                                              PangoWeight              weight,
                                              const char              *caption,
                                              double                   caption_pixels,
                                              double                   room,
                                              const RoundelRingColors *colors);
void              roundel_ring_label_snapshot (RoundelRingLabel       *self,
                                               GtkSnapshot            *snapshot,
                                               gboolean                steady,
                                               const GdkRGBA          *title_color,
                                               const GdkRGBA          *caption_color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRingLabel, roundel_ring_label_free)

G_END_DECLS
