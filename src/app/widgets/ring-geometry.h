/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * RoundelRingMode:
 * @ROUNDEL_RING_SEGMENTS: a segment each: reasons, members
 * @ROUNDEL_RING_PROGRESS: one arc that grows from 12 o'clock
 * @ROUNDEL_RING_COUNTDOWN: one arc that shrinks towards 12 o'clock
 */
typedef enum
{
  ROUNDEL_RING_SEGMENTS,
  ROUNDEL_RING_PROGRESS,
  ROUNDEL_RING_COUNTDOWN,
} RoundelRingMode;

/* An arc round (0, 0): degrees clockwise from 12 o'clock, radius of its middle line and width in pixels. */
typedef struct
{
  double from;
  double to;
  double radius;
  double width;
} RoundelArc;

/* Where the parts of a ring lie, in pixels from the middle; 0 for what is not there. */
typedef struct
{
  double radius;       /* middle line of the ring */
  double width;
  double dots;         /* the marks of the last fifth and the last twentieth */
  double turns;        /* middle line of the turns */
  double seats;        /* middle of a seat */
  double speaker;      /* middle of the speaker's seat */
  double seat_size;    /* diameters */
  double speaker_size;
} RoundelRingMetrics;

#define ROUNDEL_RING_SECTORS 12
#define ROUNDEL_RING_MOST_SEATS 12
#define ROUNDEL_RING_TURN_WIDTH 6.0

void   roundel_ring_measure   (RoundelRingMode     mode,
                               double              diameter,
                               guint               n_turns,
                               RoundelRingMetrics *metrics);
void   roundel_ring_lay_out   (guint               n,
                               const guint        *groups,
                               double              radius,
                               double              width,
                               double              gap,
                               double              group_gap,
                               RoundelArc         *arcs);
guint  roundel_ring_sectors   (double              from,
                               double              to,
                               RoundelArc         *arcs);
double roundel_ring_hand      (double              left,
                               double              length);
double roundel_ring_over      (double              left,
                               double              length);

RoundelArc       roundel_arc_part   (const RoundelArc *arc,
                                     double            share);
graphene_point_t roundel_arc_point  (double            angle,
                                     double            radius);
graphene_rect_t  roundel_arc_bounds (const RoundelArc *arc);

G_END_DECLS
