/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-geometry.h"

#include <math.h>

#define TURNS_AWAY 15.0 /* from the ring to the middle of the turns */
#define SEATS_AWAY 8.0
#define SPEAKER_AWAY 6.0
#define SPEAKER_RING 6.0 /* room for the ring round the speaker, on one side */
#define SMALL_RING 64.0
#define NARROW_RING 400.0

static double
degrees (double length,
         double radius)
{
  return radius > 0 ? length / radius * 180.0 / G_PI : 0;
}

static double
band_width (RoundelRingMode mode,
            double          diameter)
{
  if (mode == ROUNDEL_RING_SEGMENTS)
    return .09 * diameter;
  /* a large ring of progress would otherwise weigh more than the number in it */
  return MIN (.13 * diameter, MAX (.13 * SMALL_RING, .08 * diameter));
}

/**
 * roundel_ring_measure:
 * @mode: what the ring shows
 * @diameter: of all that is drawn, in pixels
 * @n_turns: how many people sit round the ring, 0 for none; beyond #ROUNDEL_RING_MOST_SEATS only their turns are drawn
 * @metrics: (out caller-allocates): where the parts lie
 */
void
roundel_ring_measure (RoundelRingMode     mode,
                      double              diameter,
                      guint               n_turns,
                      RoundelRingMetrics *metrics)
{
  gboolean seats = n_turns > 0 && n_turns <= ROUNDEL_RING_MOST_SEATS;
  double outer = diameter / 2;
  double rim;

  *metrics = (RoundelRingMetrics) { 0 };
  if (seats)
    {
      metrics->seat_size = diameter < NARROW_RING ? 26 : 32;
      metrics->speaker_size = diameter < NARROW_RING ? 36 : 44;
      outer -= metrics->speaker_size + SPEAKER_AWAY + SPEAKER_RING;
    }
  if (n_turns > 0 && mode == ROUNDEL_RING_COUNTDOWN)
    outer -= TURNS_AWAY + ROUNDEL_RING_TURN_WIDTH / 2;
  outer = MAX (outer, 1);

  metrics->width = mode == ROUNDEL_RING_COUNTDOWN ? .16 * outer / 1.08 : band_width (mode, 2 * outer);
  metrics->radius = outer - metrics->width / 2;
  rim = outer;
  if (mode == ROUNDEL_RING_COUNTDOWN)
    metrics->dots = metrics->radius * .92 - MAX (9.6, .045 * metrics->radius);
  if (n_turns > 0 && mode == ROUNDEL_RING_COUNTDOWN)
    {
      metrics->turns = outer + TURNS_AWAY;
      rim = metrics->turns + ROUNDEL_RING_TURN_WIDTH / 2;
    }
  if (seats)
    {
      metrics->seats = rim + SEATS_AWAY + metrics->seat_size / 2;
      metrics->speaker = rim + SPEAKER_AWAY + metrics->speaker_size / 2;
    }
}

/**
 * roundel_ring_lay_out:
 * @n: how many segments of equal length
 * @groups: (nullable) (array length=n): the group of each
 * @radius: of the middle line, in pixels
 * @width: in pixels; the ends are round and are trimmed for it
 * @gap: what stays free between two segments, in pixels
 * @group_gap: what stays free between two groups, in pixels
 * @arcs: (out caller-allocates) (array length=n): the segments, clockwise from 12 o'clock
 */
void
roundel_ring_lay_out (guint        n,
                      const guint *groups,
                      double       radius,
                      double       width,
                      double       gap,
                      double       group_gap,
                      RoundelArc  *arcs)
{
  double cap = degrees (width / 2, radius);
  double free_angle = 0;
  double length;
  double angle = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean between = groups != NULL && groups[i] != groups[(i + n - 1) % n];

      arcs[i].from = degrees (between ? group_gap : gap, radius); /* until below: the gap before it */
      free_angle += arcs[i].from;
    }
  length = n > 0 ? (360.0 - free_angle) / n : 0;
  angle = n > 0 ? -arcs[0].from / 2 : 0;
  for (guint i = 0; i < n; i++)
    {
      double middle;

      angle += arcs[i].from;
      middle = angle + length / 2;
      arcs[i].from = MIN (angle + cap, middle);
      arcs[i].to = MAX (angle + length - cap, middle);
      arcs[i].radius = radius;
      arcs[i].width = width;
      angle += length;
    }
}

/**
 * roundel_ring_sectors:
 * @from: degrees
 * @to: degrees, not before @from
 * @arcs: (out caller-allocates) (array fixed-size=12): the pieces; only their angles are set
 *
 * Cuts an arc at every twelfth of the ring, so that a hand that moves changes only the piece it stands in.
 *
 * Returns: how many pieces there are
 */
guint
roundel_ring_sectors (double      from,
                      double      to,
                      RoundelArc *arcs)
{
  const double step = 360.0 / ROUNDEL_RING_SECTORS;
  guint n = 0;

  for (guint i = 0; i < ROUNDEL_RING_SECTORS; i++)
    {
      double start = MAX (from, i * step);
      double end = MIN (to, (i + 1) * step);

      if (start >= end)
        continue;
      arcs[n].from = start;
      arcs[n].to = end;
      n++;
    }
  return n;
}

/**
 * roundel_ring_hand:
 * @left: seconds left
 * @length: seconds of the whole
 *
 * Returns: where the hand stands, in degrees: 0 when all is left, 360 when nothing is
 */
double
roundel_ring_hand (double left,
                   double length)
{
  return length > 0 ? 360.0 * (1.0 - CLAMP (left / length, 0.0, 1.0)) : 360.0;
}

/**
 * roundel_ring_over:
 * @left: seconds left, negative once the time is over
 * @length: seconds of the whole
 *
 * Returns: how far the time over has refilled the ring, in degrees; one turn is the length of the whole
 */
double
roundel_ring_over (double left,
                   double length)
{
  return left < 0 && length > 0 ? 360.0 * MIN (-left / length, 1.0) : 0.0;
}

/**
 * roundel_arc_part:
 * @arc: an arc
 * @share: from 0 to 1
 *
 * Returns: the first @share of @arc
 */
RoundelArc
roundel_arc_part (const RoundelArc *arc,
                  double            share)
{
  RoundelArc part = *arc;

  part.to = arc->from + (arc->to - arc->from) * CLAMP (share, 0.0, 1.0);
  return part;
}

graphene_point_t
roundel_arc_point (double angle,
                   double radius)
{
  double radians = angle * G_PI / 180.0;

  return GRAPHENE_POINT_INIT ((float) (radius * sin (radians)), (float) (-radius * cos (radians)));
}

/**
 * roundel_arc_bounds:
 * @arc: an arc
 *
 * Returns: the smallest rectangle in which @arc can be drawn with round ends, and one pixel round it
 */
graphene_rect_t
roundel_arc_bounds (const RoundelArc *arc)
{
  graphene_point_t a = roundel_arc_point (arc->from, arc->radius);
  graphene_point_t b = roundel_arc_point (arc->to, arc->radius);
  float left = MIN (a.x, b.x);
  float right = MAX (a.x, b.x);
  float top = MIN (a.y, b.y);
  float bottom = MAX (a.y, b.y);
  float r = (float) arc->radius;
  float margin = (float) (arc->width / 2 + 1);

  for (double corner = ceil (arc->from / 90.0) * 90.0; corner <= arc->to; corner += 90.0)
    switch ((int) lround (corner / 90.0) & 3)
      {
      case 0: top = -r; break;
      case 1: right = r; break;
      case 2: bottom = r; break;
      default: left = -r; break;
      }
  return GRAPHENE_RECT_INIT (left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
}
