/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RoundelSegmentState:
 * @ROUNDEL_SEGMENT_OPEN: nothing yet
 * @ROUNDEL_SEGMENT_PARTLY: a part is done
 * @ROUNDEL_SEGMENT_MET: on evidence
 * @ROUNDEL_SEGMENT_FAILED: something stands against it
 */
typedef enum
{
  ROUNDEL_SEGMENT_OPEN,
  ROUNDEL_SEGMENT_PARTLY,
  ROUNDEL_SEGMENT_MET,
  ROUNDEL_SEGMENT_FAILED,
} RoundelSegmentState;

/**
 * RoundelRingSegment:
 * @state: what is known
 * @done: the share that is done, from 0 to 1, when @state is %ROUNDEL_SEGMENT_PARTLY
 */
typedef struct
{
  RoundelSegmentState state;
  double done;
} RoundelRingSegment;

/**
 * RoundelRingTurn:
 * @name: the person; initials are taken from it
 * @used: the share of the own slot that is used up, from 0 to 1
 * @group: the group the person sits in
 * @speaks: has the floor
 * @away: has a seat here and is not in the room
 *
 * A person round the ring. Turns are for the facilitator's eyes and stored nowhere (R1).
 */
typedef struct
{
  const char *name;
  double used;
  guint group;
  gboolean speaks;
  gboolean away;
} RoundelRingTurn;

#define ROUNDEL_TYPE_RING (roundel_ring_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRing, roundel_ring, ROUNDEL, RING, GtkWidget)

GtkWidget  *roundel_ring_new           (int                       size);
void        roundel_ring_set_segments  (RoundelRing              *self,
                                        const RoundelRingSegment *segments,
                                        guint                     n_segments);
void        roundel_ring_set_progress  (RoundelRing              *self,
                                        double                    progress);
void        roundel_ring_set_countdown (RoundelRing              *self,
                                        int                       left,
                                        int                       length);
void        roundel_ring_set_turns     (RoundelRing              *self,
                                        const RoundelRingTurn    *turns,
                                        guint                     n_turns);
void        roundel_ring_set_paused    (RoundelRing              *self,
                                        gboolean                  paused);
void        roundel_ring_set_room_view (RoundelRing              *self,
                                        gboolean                  room_view);
void        roundel_ring_set_size      (RoundelRing              *self,
                                        int                       size);
void        roundel_ring_set_title     (RoundelRing              *self,
                                        const char               *title,
                                        const char               *detail,
                                        const char               *caption);
void        roundel_ring_set_icon_name (RoundelRing              *self,
                                        const char               *icon_name);
const char *roundel_ring_get_milestone (RoundelRing              *self);

G_END_DECLS
