/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/widgets/ring-geometry.h"

G_BEGIN_DECLS

/**
 * RoundelPieceShape:
 * @ROUNDEL_PIECE_ROUND: with round ends
 * @ROUNDEL_PIECE_FLAT: cut off at both ends, to be continued by its neighbours
 * @ROUNDEL_PIECE_HOLLOW: the contour of a piece with round ends
 * @ROUNDEL_PIECE_DASHES: 3° every 6°
 */
typedef enum
{
  ROUNDEL_PIECE_ROUND,
  ROUNDEL_PIECE_FLAT,
  ROUNDEL_PIECE_HOLLOW,
  ROUNDEL_PIECE_DASHES,
} RoundelPieceShape;

typedef struct _RoundelRingPieces RoundelRingPieces;

RoundelRingPieces *roundel_ring_pieces_new   (void);
void               roundel_ring_pieces_free  (RoundelRingPieces *self);
void               roundel_ring_pieces_begin (RoundelRingPieces *self,
                                              GtkSnapshot       *snapshot);
void               roundel_ring_pieces_add   (RoundelRingPieces *self,
                                              RoundelPieceShape  shape,
                                              const RoundelArc  *arc,
                                              const GdkRGBA     *color);
void               roundel_ring_pieces_end   (RoundelRingPieces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelRingPieces, roundel_ring_pieces_free)

G_END_DECLS
