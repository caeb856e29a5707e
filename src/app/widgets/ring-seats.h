/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ring-colors.h"
#include "app/widgets/ring-geometry.h"
#include "app/widgets/ring-pieces.h"
#include "app/widgets/ring.h"

G_BEGIN_DECLS

typedef struct _RoundelRingSeats RoundelRingSeats;

RoundelRingSeats *roundel_ring_seats_new       (GtkWidget                *ring);
void              roundel_ring_seats_free      (RoundelRingSeats         *self);
guint             roundel_ring_seats_get_n     (RoundelRingSeats         *self);
gboolean          roundel_ring_seats_set       (RoundelRingSeats         *self,
                                                const RoundelRingTurn    *turns,
                                                guint                     n_turns);
void              roundel_ring_seats_allocate  (RoundelRingSeats         *self,
                                                const RoundelRingMetrics *metrics,
                                                int                       width,
                                                int                       height);
void              roundel_ring_seats_add_turns (RoundelRingSeats         *self,
                                                const RoundelRingMetrics *metrics,
                                                RoundelRingPieces        *pieces,
                                                const RoundelRingColors  *colors);
void              roundel_ring_seats_snapshot  (RoundelRingSeats         *self,
                                                const RoundelRingMetrics *metrics,
                                                GtkSnapshot              *snapshot,
                                                const RoundelRingColors  *colors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRingSeats, roundel_ring_seats_free)

G_END_DECLS
