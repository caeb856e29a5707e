/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/together.h"

static void
add (RoundelTogether *together,
     guint            session,
     guint            first,
     guint            n)
{
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i < first + n; i++)
    g_array_append_val (group, i);
  roundel_together_add (together, group, session);
}

static void
test_each_group_counts_once_for_each_pair (void)
{
  g_autoptr (RoundelTogether) together = roundel_together_new (5);

  add (together, 1, 0, 3);
  add (together, 1, 3, 2);
  add (together, 2, 1, 2);
  g_assert_cmpuint (roundel_together_count (together, 0, 1), ==, 1);
  g_assert_cmpuint (roundel_together_count (together, 2, 1), ==, 2);
  g_assert_cmpuint (roundel_together_count (together, 1, 2), ==, 2);
  g_assert_cmpuint (roundel_together_count (together, 2, 3), ==, 0);
}

static void
test_recency_fades_but_never_ends (void)
{
  g_autoptr (RoundelTogether) together = roundel_together_new (4);

  g_assert_cmpuint (roundel_together_recency (together, 0, 1), ==, 0);
  add (together, 1, 0, 2);
  g_assert_cmpuint (roundel_together_recency (together, 0, 1), ==, ROUNDEL_TOGETHER_LATEST);
  add (together, 4, 2, 2);
  g_assert_cmpuint (roundel_together_recency (together, 0, 1), ==, ROUNDEL_TOGETHER_LATEST - 3);
  add (together, 40, 2, 2);
  g_assert_cmpuint (roundel_together_recency (together, 1, 0), ==, 1);
  g_assert_cmpuint (roundel_together_recency (together, 3, 2), ==, ROUNDEL_TOGETHER_LATEST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/together/each-group-counts-once-for-each-pair", test_each_group_counts_once_for_each_pair);
  g_test_add_func ("/together/recency-fades-but-never-ends", test_recency_fades_but_never_ends);
  return g_test_run ();
}
