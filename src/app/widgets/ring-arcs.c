/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-arcs.h"

#define GAP .36    /* of the width, between two segments */
#define OVERLAP .5 /* degrees by which sectors overlap, so that no seam shows */

static void
add_whole (RoundelRingPieces        *pieces,
           const RoundelRingMetrics *metrics,
           const GdkRGBA            *color)
{
  RoundelArc whole = { 0, 360, metrics->radius, metrics->width };

  roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_FLAT, &whole, color);
}

/**
 * roundel_ring_arcs_add_segments:
 * @pieces: between begin and end
 * @metrics: of the ring
 * @segments: (array length=n_segments): clockwise from 12 o'clock
 * @done: (array length=n_segments): how much of each is filled, from 0 to 1; less than its own while it moves
 * @n_segments: how many
 * @small: whether a segment is met or track, with nothing between
 * @colors: of the ring
 */
void
roundel_ring_arcs_add_segments (RoundelRingPieces        *pieces,
                                const RoundelRingMetrics *metrics,
                                const RoundelRingSegment *segments,
                                const double             *done,
                                guint                     n_segments,
                                gboolean                  small,
                                const RoundelRingColors  *colors)
{
  g_autofree RoundelArc *arcs = g_new (RoundelArc, n_segments);
  double gap = GAP * metrics->width;

  roundel_ring_lay_out (n_segments, NULL, metrics->radius, metrics->width, gap, gap, arcs);
  for (guint i = 0; i < n_segments; i++)
    {
      double share = small && segments[i].state != ROUNDEL_SEGMENT_MET ? 0 : done[i];

      if (segments[i].state == ROUNDEL_SEGMENT_FAILED && !small)
        roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_HOLLOW, &arcs[i], &colors->warning);
      else if (share < 1)
        roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_ROUND, &arcs[i], &colors->track);
      if (share > 0)
        {
          RoundelArc part = roundel_arc_part (&arcs[i], share);

          roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_ROUND, &part, &colors->hue);
        }
    }
}

/**
 * roundel_ring_arcs_add_moving:
 * @pieces: between begin and end
 * @metrics: of the ring
 * @from: degrees
 * @to: degrees
 * @color: of the arc
 *
 * An arc with round ends whose hand may move: cut into sectors, the ends by themselves.
 */
void
roundel_ring_arcs_add_moving (RoundelRingPieces        *pieces,
                              const RoundelRingMetrics *metrics,
                              double                    from,
                              double                    to,
                              const GdkRGBA            *color)
{
  RoundelArc sectors[ROUNDEL_RING_SECTORS];
  guint n = roundel_ring_sectors (from, to, sectors);
  RoundelArc ends[] = { { from, from, metrics->radius, metrics->width }, { to, to, metrics->radius, metrics->width } };

  if (n == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_ROUND, &ends[i], color);
  /* from the fixed end on, so that a sector keeps its place in the order while the hand passes */
  for (guint i = 0; i < n; i++)
    {
      RoundelArc *arc = &sectors[from == 0 ? i : n - 1 - i];

      arc->radius = metrics->radius;
      arc->width = metrics->width;
      if (arc->to < to)
        arc->to = MIN (arc->to + OVERLAP, to);
      roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_FLAT, arc, color);
    }
}

/**
 * roundel_ring_arcs_add_progress:
 * @pieces: between begin and end
 * @metrics: of the ring
 * @progress: from 0 to 1
 * @colors: of the ring
 *
 * One arc that grows from 12 o'clock.
 */
void
roundel_ring_arcs_add_progress (RoundelRingPieces        *pieces,
                                const RoundelRingMetrics *metrics,
                                double                    progress,
                                const RoundelRingColors  *colors)
{
  add_whole (pieces, metrics, &colors->track);
  roundel_ring_arcs_add_moving (pieces, metrics, 0, 360 * progress, &colors->hue);
}

/**
 * roundel_ring_arcs_add_dial:
 * @pieces: between begin and end
 * @metrics: of the ring
 * @colors: of the ring
 *
 * The track of a countdown, and its marks: the last fifth and the last twentieth.
 */
void
roundel_ring_arcs_add_dial (RoundelRingPieces        *pieces,
                            const RoundelRingMetrics *metrics,
                            const RoundelRingColors  *colors)
{
  const double marks[] = { 288, 342 };

  add_whole (pieces, metrics, &colors->faint);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      RoundelArc dot = { marks[i], marks[i], metrics->dots, MAX (4, .03 * metrics->radius) };

      roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_ROUND, &dot, &colors->mark);
    }
}

/**
 * roundel_ring_arcs_add_overtime:
 * @pieces: between begin and end
 * @metrics: of the ring
 * @over: degrees that the time is over, a turn for the length of the round
 * @colors: of the ring
 */
void
roundel_ring_arcs_add_overtime (RoundelRingPieces        *pieces,
                                const RoundelRingMetrics *metrics,
                                double                    over,
                                const RoundelRingColors  *colors)
{
  RoundelArc sectors[ROUNDEL_RING_SECTORS];
  guint n = roundel_ring_sectors (0, over, sectors);

  for (guint i = 0; i < n; i++)
    {
      sectors[i].radius = metrics->radius;
      sectors[i].width = metrics->width;
      roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_DASHES, &sectors[i], &colors->late);
    }
}
