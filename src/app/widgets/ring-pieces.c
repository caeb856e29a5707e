/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-pieces.h"

#define DASH 3.0 /* degrees drawn, and degrees left out */
#define CONTOUR .15

typedef struct
{
  GskRenderNode *node;
  RoundelPieceShape shape;
  RoundelArc arc;
  GdkRGBA color;
} Piece;

struct _RoundelRingPieces
{
  GArray *pieces; /* of Piece, in the order they were last drawn */
  guint next;
  GtkSnapshot *snapshot; /* borrowed between begin and end */
};

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_pointer (&piece->node, gsk_render_node_unref);
}

static double
radians (double angle)
{
  return (angle - 90.0) * G_PI / 180.0;
}

static void
draw_round (cairo_t          *cr,
            const RoundelArc *arc)
{
  graphene_point_t point = roundel_arc_point (arc->from, arc->radius);

  if (arc->to - arc->from < .01)
    {
      cairo_arc (cr, point.x, point.y, arc->width / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, arc->width);
  cairo_arc (cr, 0, 0, arc->radius, radians (arc->from), radians (arc->to));
  cairo_stroke (cr);
}

static void
draw_flat (cairo_t          *cr,
           const RoundelArc *arc)
{
  cairo_set_line_width (cr, arc->width);
  cairo_arc (cr, 0, 0, arc->radius, radians (arc->from), radians (arc->to));
  cairo_stroke (cr);
}

static void
draw_hollow (cairo_t          *cr,
             const RoundelArc *arc)
{
  double line = MAX (CONTOUR * arc->width, 1);
  double half = (arc->width - line) / 2;
  double from = radians (arc->from);
  double to = radians (arc->to);
  graphene_point_t start = roundel_arc_point (arc->from, arc->radius);
  graphene_point_t end = roundel_arc_point (arc->to, arc->radius);

  cairo_set_line_width (cr, line);
  cairo_arc (cr, 0, 0, arc->radius + half, from, to);
  cairo_arc (cr, end.x, end.y, half, to, to + G_PI);
  cairo_arc_negative (cr, 0, 0, arc->radius - half, to, from);
  cairo_arc (cr, start.x, start.y, half, from + G_PI, from + 2 * G_PI);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_dashes (cairo_t          *cr,
             const RoundelArc *arc)
{
  cairo_set_line_width (cr, arc->width);
  for (double angle = arc->from; angle < arc->to; angle += 2 * DASH)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, arc->radius, radians (angle), radians (MIN (angle + DASH, arc->to)));
    }
  cairo_stroke (cr);
}

static GskRenderNode *
draw (RoundelPieceShape shape,
      const RoundelArc *arc,
      const GdkRGBA    *color)
{
  graphene_rect_t bounds = roundel_arc_bounds (arc);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  gdk_cairo_set_source_rgba (cr, color);
  switch (shape)
    {
    case ROUNDEL_PIECE_FLAT: draw_flat (cr, arc); break;
    case ROUNDEL_PIECE_HOLLOW: draw_hollow (cr, arc); break;
    case ROUNDEL_PIECE_DASHES: draw_dashes (cr, arc); break;
    case ROUNDEL_PIECE_ROUND:
    default: draw_round (cr, arc); break;
    }
  cairo_destroy (cr);
  return node;
}

static gboolean
shows (const Piece      *piece,
       RoundelPieceShape shape,
       const RoundelArc *arc,
       const GdkRGBA    *color)
{
  return piece->node != NULL && piece->shape == shape &&
         piece->arc.from == arc->from && piece->arc.to == arc->to &&
         piece->arc.radius == arc->radius && piece->arc.width == arc->width &&
         gdk_rgba_equal (&piece->color, color);
}

/**
 * roundel_ring_pieces_new:
 *
 * The pieces of a ring as they were drawn last. A piece that has not changed is the same render node again, so that the
 * renderer touches only what moved.
 *
 * Returns: (transfer full): no pieces yet
 */
RoundelRingPieces *
roundel_ring_pieces_new (void)
{
  RoundelRingPieces *self = g_new0 (RoundelRingPieces, 1);

  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);
  return self;
}

void
roundel_ring_pieces_free (RoundelRingPieces *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * roundel_ring_pieces_begin:
 * @self: the pieces
 * @snapshot: where they are drawn, (0, 0) in the middle of the ring
 */
void
roundel_ring_pieces_begin (RoundelRingPieces *self,
                           GtkSnapshot       *snapshot)
{
  self->snapshot = snapshot;
  self->next = 0;
}

/**
 * roundel_ring_pieces_add:
 * @self: the pieces
 * @shape: the shape
 * @arc: where
 * @color: the colour
 *
 * Draws a piece, or takes the one that was at the same place in the order when nothing about it changed.
 */
void
roundel_ring_pieces_add (RoundelRingPieces *self,
                         RoundelPieceShape  shape,
                         const RoundelArc  *arc,
                         const GdkRGBA     *color)
{
  Piece *piece;

  g_return_if_fail (self->snapshot != NULL);

  if (self->next == self->pieces->len)
    g_array_set_size (self->pieces, self->next + 1);
  piece = &g_array_index (self->pieces, Piece, self->next++);
  if (!shows (piece, shape, arc, color))
    {
      piece_clear (piece);
      *piece = (Piece) { draw (shape, arc, color), shape, *arc, *color };
    }
  gtk_snapshot_append_node (self->snapshot, piece->node);
}

/**
 * roundel_ring_pieces_end:
 * @self: the pieces
 *
 * Forgets the pieces that were not drawn again.
 */
void
roundel_ring_pieces_end (RoundelRingPieces *self)
{
  g_array_set_size (self->pieces, self->next);
  self->snapshot = NULL;
}
