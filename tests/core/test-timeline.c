/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/timeline.h"

static GArray *
make (const gint64 *times,
      gsize         n)
{
  GArray *timeline = roundel_timeline_new ();

  for (gsize i = 0; i < n; i++)
    {
      RoundelHappening happening = { .at = times[i], .text = g_strdup_printf ("%" G_GINT64_FORMAT, times[i]) };

      g_array_append_val (timeline, happening);
    }
  roundel_timeline_sort (timeline);
  return timeline;
}

static void
test_the_latest_comes_first (void)
{
  const gint64 times[] = { 20, 40, 10, 30 };
  g_autoptr (GArray) timeline = make (times, G_N_ELEMENTS (times));

  for (guint i = 0; i < timeline->len; i++)
    g_assert_cmpint (g_array_index (timeline, RoundelHappening, i).at, ==, 40 - 10 * (int) i);
}

static void
test_each_stands_in_one_gap (void)
{
  const gint64 times[] = { 10, 20, 20, 30, 40, 55 };
  const gint64 pages[] = { 50, 30, 20, 5 };
  g_autoptr (GArray) timeline = make (times, G_N_ELEMENTS (times));
  gint64 until = G_MAXINT64;
  guint sum = 0, first;

  for (guint i = 0; i <= G_N_ELEMENTS (pages); i++)
    {
      gint64 after = i < G_N_ELEMENTS (pages) ? pages[i] : G_MININT64;
      guint n = roundel_timeline_between (timeline, after, until, &first);

      for (guint k = first; k < first + n; k++)
        {
          gint64 at = g_array_index (timeline, RoundelHappening, k).at;

          g_assert_true (at > after && at <= until);
        }
      sum += n;
      until = after;
    }
  g_assert_cmpuint (sum, ==, G_N_ELEMENTS (times));
  g_assert_cmpuint (roundel_timeline_between (timeline, 20, 30, &first), ==, 1);
  g_assert_cmpint (g_array_index (timeline, RoundelHappening, first).at, ==, 30);
}

static void
test_nothing_happened_in_between (void)
{
  const gint64 times[] = { 10, 20 };
  g_autoptr (GArray) timeline = make (times, G_N_ELEMENTS (times));
  guint first;

  g_assert_cmpuint (roundel_timeline_between (timeline, 12, 15, &first), ==, 0);
  g_assert_cmpuint (roundel_timeline_between (timeline, 20, 10, &first), ==, 0);
  g_assert_cmpuint (roundel_timeline_between (timeline, 20, G_MAXINT64, &first), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/the-latest-comes-first", test_the_latest_comes_first);
  g_test_add_func ("/timeline/each-stands-in-one-gap", test_each_stands_in_one_gap);
  g_test_add_func ("/timeline/nothing-happened-in-between", test_nothing_happened_in_between);
  return g_test_run ();
}
