/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-seats.h"

#include "app/widgets/avatar.h"

#include <adwaita.h>

#define TURN_GAP 7.0
#define GROUP_GAP 26.0
#define SPEAKER_GAP 3.0
#define SPEAKER_LINE 3.0f
#define AVATAR_SIZE 32 /* scaled to what the ring has room for */

typedef struct
{
  char *name;
  double used;
  guint group;
  gboolean speaks;
  gboolean away;
  RoundelArc arc;
  GtkWidget *avatar; /* a child of the ring; NULL when there are too many people */
} Seat;

struct _RoundelRingSeats
{
  GtkWidget *ring; /* which owns this */
  GArray *seats;   /* of Seat */
};

static void
seat_clear (gpointer data)
{
  Seat *seat = data;

  g_clear_pointer (&seat->avatar, gtk_widget_unparent);
  g_clear_pointer (&seat->name, g_free);
}

static gboolean
same_people (RoundelRingSeats      *self,
             const RoundelRingTurn *turns,
             guint                  n_turns)
{
  for (guint i = 0; i < n_turns && self->seats->len == n_turns; i++)
    {
      const Seat *seat = &g_array_index (self->seats, Seat, i);

      if (g_strcmp0 (seat->name, turns[i].name) != 0 || seat->group != turns[i].group)
        return FALSE;
    }
  return self->seats->len == n_turns;
}

static void
take_seats (RoundelRingSeats      *self,
            const RoundelRingTurn *turns,
            guint                  n_turns)
{
  g_array_set_size (self->seats, 0);
  g_array_set_size (self->seats, n_turns);
  for (guint i = 0; i < n_turns; i++)
    {
      Seat *seat = &g_array_index (self->seats, Seat, i);

      seat->name = g_strdup (turns[i].name);
      seat->group = turns[i].group;
      if (n_turns > ROUNDEL_RING_MOST_SEATS)
        continue;
      seat->avatar = roundel_avatar_new (AVATAR_SIZE, seat->name);
      gtk_accessible_update_state (GTK_ACCESSIBLE (seat->avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_set_parent (seat->avatar, self->ring);
    }
}

static graphene_point_t
seat_point (const Seat               *seat,
            const RoundelRingMetrics *metrics)
{
  return roundel_arc_point ((seat->arc.from + seat->arc.to) / 2, seat->speaks ? metrics->speaker : metrics->seats);
}

static void
allocate_avatar (GtkWidget *avatar,
                 float      size,
                 float      x,
                 float      y)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x - size / 2, y - size / 2));
  int minimum;

  gtk_widget_measure (avatar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  transform = gsk_transform_scale (transform, size / AVATAR_SIZE, size / AVATAR_SIZE);
  gtk_widget_allocate (avatar, AVATAR_SIZE, AVATAR_SIZE, -1, transform);
}

/**
 * roundel_ring_seats_new:
 * @ring: the ring, whose children the faces become; it frees this before itself
 *
 * The people round a ring: their turns and their seats.
 *
 * Returns: (transfer full): nobody yet
 */
RoundelRingSeats *
roundel_ring_seats_new (GtkWidget *ring)
{
  RoundelRingSeats *self = g_new0 (RoundelRingSeats, 1);

  self->ring = ring;
  self->seats = g_array_new (FALSE, TRUE, sizeof (Seat));
  g_array_set_clear_func (self->seats, seat_clear);
  return self;
}

void
roundel_ring_seats_free (RoundelRingSeats *self)
{
  g_array_unref (self->seats);
  g_free (self);
}

guint
roundel_ring_seats_get_n (RoundelRingSeats *self)
{
  return self->seats->len;
}

/**
 * roundel_ring_seats_set:
 * @self: the seats
 * @turns: (array length=n_turns): the people
 * @n_turns: how many
 *
 * Returns: whether the ring has to be laid out again
 */
gboolean
roundel_ring_seats_set (RoundelRingSeats      *self,
                        const RoundelRingTurn *turns,
                        guint                  n_turns)
{
  gboolean moved = !same_people (self, turns, n_turns);

  if (moved)
    take_seats (self, turns, n_turns);
  for (guint i = 0; i < n_turns; i++)
    {
      Seat *seat = &g_array_index (self->seats, Seat, i);

      moved |= seat->speaks != turns[i].speaks;
      if (seat->avatar != NULL && seat->away != turns[i].away)
        gtk_widget_set_opacity (seat->avatar, turns[i].away ? .5 : 1);
      seat->used = CLAMP (turns[i].used, 0.0, 1.0);
      seat->speaks = turns[i].speaks;
      seat->away = turns[i].away;
    }
  return moved;
}

/**
 * roundel_ring_seats_allocate:
 * @self: the seats
 * @metrics: where they lie
 * @width: of the ring's widget
 * @height: of the ring's widget
 */
void
roundel_ring_seats_allocate (RoundelRingSeats         *self,
                             const RoundelRingMetrics *metrics,
                             int                       width,
                             int                       height)
{
  guint n = self->seats->len;
  g_autofree guint *groups = g_new (guint, n);
  g_autofree RoundelArc *arcs = g_new (RoundelArc, n);

  for (guint i = 0; i < n; i++)
    groups[i] = g_array_index (self->seats, Seat, i).group;
  roundel_ring_lay_out (n, groups, metrics->turns > 0 ? metrics->turns : metrics->radius, ROUNDEL_RING_TURN_WIDTH,
                        TURN_GAP, GROUP_GAP, arcs);
  for (guint i = 0; i < n; i++)
    {
      Seat *seat = &g_array_index (self->seats, Seat, i);
      graphene_point_t at;

      seat->arc = arcs[i];
      at = seat_point (seat, metrics);
      if (seat->avatar != NULL)
        allocate_avatar (seat->avatar, (float) (seat->speaks ? metrics->speaker_size : metrics->seat_size),
                         (float) width / 2 + at.x, (float) height / 2 + at.y);
    }
}

/**
 * roundel_ring_seats_add_turns:
 * @self: the seats
 * @metrics: where they lie
 * @pieces: the pieces of the ring
 * @colors: the colours
 *
 * Adds a segment each, filled as far as the turn is used up.
 */
void
roundel_ring_seats_add_turns (RoundelRingSeats         *self,
                              const RoundelRingMetrics *metrics,
                              RoundelRingPieces        *pieces,
                              const RoundelRingColors  *colors)
{
  for (guint i = 0; i < self->seats->len && metrics->turns > 0; i++)
    {
      const Seat *seat = &g_array_index (self->seats, Seat, i);
      RoundelArc part = roundel_arc_part (&seat->arc, seat->used);

      if (seat->used < 1)
        roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_ROUND, &seat->arc, &colors->track);
      if (seat->used > 0)
        roundel_ring_pieces_add (pieces, ROUNDEL_PIECE_ROUND, &part, &colors->hue);
    }
}

/**
 * roundel_ring_seats_snapshot:
 * @self: the seats
 * @metrics: where they lie
 * @snapshot: where they are drawn, (0, 0) in the middle of the ring
 * @colors: the colours
 *
 * Draws a ring round whoever has the floor; the faces are children of the ring and draw themselves.
 */
void
roundel_ring_seats_snapshot (RoundelRingSeats         *self,
                             const RoundelRingMetrics *metrics,
                             GtkSnapshot              *snapshot,
                             const RoundelRingColors  *colors)
{
  const float outer = (float) (metrics->speaker_size / 2 + SPEAKER_GAP) + SPEAKER_LINE;
  const float width[] = { SPEAKER_LINE, SPEAKER_LINE, SPEAKER_LINE, SPEAKER_LINE };
  const GdkRGBA color[] = { colors->hue, colors->hue, colors->hue, colors->hue };

  for (guint i = 0; i < self->seats->len && metrics->seats > 0; i++)
    {
      const Seat *seat = &g_array_index (self->seats, Seat, i);
      graphene_point_t at = seat_point (seat, metrics);
      graphene_rect_t box = GRAPHENE_RECT_INIT (at.x - outer, at.y - outer, 2 * outer, 2 * outer);
      GskRoundedRect circle;

      if (!seat->speaks)
        continue;
      gsk_rounded_rect_init_from_rect (&circle, &box, outer);
      gtk_snapshot_append_border (snapshot, &circle, width, color);
    }
}
