/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ring-colors.h"
#include "app/widgets/ring-pieces.h"
#include "app/widgets/ring.h"

G_BEGIN_DECLS

/* What the ring itself is drawn of, round the origin; its owner keeps the figures. */

void roundel_ring_arcs_add_segments (RoundelRingPieces        *pieces,
                                     const RoundelRingMetrics *metrics,
                                     const RoundelRingSegment *segments,
                                     const double             *done,
                                     guint                     n_segments,
                                     gboolean                  small,
                                     const RoundelRingColors  *colors);
void roundel_ring_arcs_add_moving   (RoundelRingPieces        *pieces,
                                     const RoundelRingMetrics *metrics,
                                     double                    from,
                                     double                    to,
                                     const GdkRGBA            *color);
void roundel_ring_arcs_add_progress (RoundelRingPieces        *pieces,
                                     const RoundelRingMetrics *metrics,
                                     double                    progress,
                                     const RoundelRingColors  *colors);
void roundel_ring_arcs_add_dial     (RoundelRingPieces        *pieces,
                                     const RoundelRingMetrics *metrics,
                                     const RoundelRingColors  *colors);
void roundel_ring_arcs_add_overtime (RoundelRingPieces        *pieces,
                                     const RoundelRingMetrics *metrics,
                                     double                    over,
                                     const RoundelRingColors  *colors);

G_END_DECLS
