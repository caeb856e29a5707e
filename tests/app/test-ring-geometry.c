/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-geometry.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), .001)

static void
test_seven_segments_are_equal_and_leave_the_gap (void)
{
  RoundelArc arcs[7];
  double radius = 90, width = 18, gap = 6;
  double pixel = G_PI * radius / 180;

  roundel_ring_lay_out (7, NULL, radius, width, gap, gap, arcs);
  for (guint i = 0; i < 7; i++)
    {
      double next = i < 6 ? arcs[i + 1].from : arcs[0].from + 360;

      assert_near (arcs[i].to - arcs[i].from, arcs[0].to - arcs[0].from);
      assert_near ((next - arcs[i].to) * pixel, gap + width);
    }
  assert_near (arcs[0].from * pixel, (gap + width) / 2);
}

static void
test_groups_stand_further_apart (void)
{
  const guint groups[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
  RoundelArc arcs[8];
  double pixel = G_PI * 150 / 180;

  roundel_ring_lay_out (8, groups, 150, 6, 7, 26, arcs);
  assert_near ((arcs[1].from - arcs[0].to) * pixel, 7 + 6);
  assert_near ((arcs[4].from - arcs[3].to) * pixel, 26 + 6);
  assert_near ((arcs[0].from + 360 - arcs[7].to) * pixel, 26 + 6);
  assert_near (arcs[0].from, 360 - arcs[7].to);
}

static void
test_segments_that_do_not_fit_become_dots (void)
{
  RoundelArc arcs[200];

  roundel_ring_lay_out (200, NULL, 20, 6, 7, 7, arcs);
  for (guint i = 0; i < 200; i++)
    g_assert_cmpfloat (arcs[i].to, >=, arcs[i].from);
}

static void
test_a_tick_changes_one_sector (void)
{
  RoundelArc before[ROUNDEL_RING_SECTORS], after[ROUNDEL_RING_SECTORS];
  guint n = roundel_ring_sectors (roundel_ring_hand (38, 60), 360, before);
  guint changed = 0;

  g_assert_cmpuint (n, ==, roundel_ring_sectors (roundel_ring_hand (37, 60), 360, after));
  for (guint i = 0; i < n; i++)
    changed += before[i].from != after[i].from || before[i].to != after[i].to;
  g_assert_cmpuint (changed, ==, 1);
}

static void
test_sectors_make_up_the_arc (void)
{
  RoundelArc arcs[ROUNDEL_RING_SECTORS];
  double sum = 0;
  guint n = roundel_ring_sectors (17.5, 342, arcs);

  for (guint i = 0; i < n; i++)
    sum += arcs[i].to - arcs[i].from;
  assert_near (sum, 342 - 17.5);
  g_assert_cmpuint (roundel_ring_sectors (0, 360, arcs), ==, ROUNDEL_RING_SECTORS);
  g_assert_cmpuint (roundel_ring_sectors (360, 360, arcs), ==, 0);
}

static void
test_the_hand_goes_once_round_and_time_over_refills (void)
{
  assert_near (roundel_ring_hand (60, 60), 0);
  assert_near (roundel_ring_hand (15, 60), 270);
  assert_near (roundel_ring_hand (0, 60), 360);
  assert_near (roundel_ring_hand (-5, 60), 360);
  assert_near (roundel_ring_hand (70, 60), 0);
  assert_near (roundel_ring_over (1, 60), 0);
  assert_near (roundel_ring_over (-15, 60), 90);
  assert_near (roundel_ring_over (-600, 60), 360);
}

static void
test_angles_run_clockwise_from_twelve (void)
{
  graphene_point_t top = roundel_arc_point (0, 10);
  graphene_point_t right = roundel_arc_point (90, 10);

  assert_near (top.x, 0);
  assert_near (top.y, -10);
  assert_near (right.x, 10);
  assert_near (right.y, 0);
}

/* Walks along many arcs: every point of the band, with its round ends, lies inside the bounds, and they are tight. */
static void
test_bounds_hold_the_arc (void)
{
  for (double from = 0; from < 360; from += 13)
    for (double to = from; to <= 360; to += 17)
      {
        RoundelArc arc = { from, to, 100, 20 };
        graphene_rect_t box = roundel_arc_bounds (&arc);
        float right = -1000;

        for (double angle = from; angle <= to; angle += .5)
          {
            graphene_point_t p = roundel_arc_point (angle, 100);

            right = MAX (right, p.x);
            g_assert_cmpfloat (p.x - 10, >=, box.origin.x);
            g_assert_cmpfloat (p.y - 10, >=, box.origin.y);
            g_assert_cmpfloat (p.x + 10, <=, box.origin.x + box.size.width);
            g_assert_cmpfloat (p.y + 10, <=, box.origin.y + box.size.height);
          }
        g_assert_cmpfloat (box.origin.x + box.size.width, <, right + 12);
      }
}

static void
test_everything_fits_into_the_diameter (void)
{
  for (int mode = ROUNDEL_RING_SEGMENTS; mode <= ROUNDEL_RING_COUNTDOWN; mode++)
    for (guint people = 0; people <= 20; people += 4)
      for (double diameter = 240; diameter < 1100; diameter += 60)
        {
          RoundelRingMetrics m;

          roundel_ring_measure (mode, diameter, people, &m);
          g_assert_cmpfloat (m.radius + m.width / 2, <=, diameter / 2 + .001);
          g_assert_cmpfloat (m.turns + ROUNDEL_RING_TURN_WIDTH / 2, <=, diameter / 2 + .001);
          g_assert_cmpfloat (m.speaker + m.speaker_size / 2 + 5, <=, diameter / 2 + .001);
          g_assert_cmpint (m.seats > 0, ==, people > 0 && people <= ROUNDEL_RING_MOST_SEATS);
        }
}

static void
test_the_round_has_the_guides_proportions (void)
{
  RoundelRingMetrics m;

  roundel_ring_measure (ROUNDEL_RING_COUNTDOWN, 428, 8, &m);
  g_assert_cmpfloat_with_epsilon (m.width, .16 * m.radius, .1);
  assert_near (m.turns, m.radius + m.width / 2 + 15);
  assert_near (m.seats - m.seat_size / 2, m.turns + 3 + 8);
  roundel_ring_measure (ROUNDEL_RING_SEGMENTS, 185, 0, &m);
  assert_near (m.width, .09 * 185);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ring-geometry/seven-segments-are-equal-and-leave-the-gap",
                   test_seven_segments_are_equal_and_leave_the_gap);
  g_test_add_func ("/ring-geometry/groups-stand-further-apart", test_groups_stand_further_apart);
  g_test_add_func ("/ring-geometry/segments-that-do-not-fit-become-dots", test_segments_that_do_not_fit_become_dots);
  g_test_add_func ("/ring-geometry/a-tick-changes-one-sector", test_a_tick_changes_one_sector);
  g_test_add_func ("/ring-geometry/sectors-make-up-the-arc", test_sectors_make_up_the_arc);
  g_test_add_func ("/ring-geometry/the-hand-goes-once-round-and-time-over-refills",
                   test_the_hand_goes_once_round_and_time_over_refills);
  g_test_add_func ("/ring-geometry/angles-run-clockwise-from-twelve", test_angles_run_clockwise_from_twelve);
  g_test_add_func ("/ring-geometry/bounds-hold-the-arc", test_bounds_hold_the_arc);
  g_test_add_func ("/ring-geometry/everything-fits-into-the-diameter", test_everything_fits_into_the_diameter);
  g_test_add_func ("/ring-geometry/the-round-has-the-guides-proportions", test_the_round_has_the_guides_proportions);
  return g_test_run ();
}
