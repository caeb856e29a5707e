/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/roles.h"

static GArray *
first_members (guint n)
{
  GArray *who = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (who, i);
  return who;
}

static void
test_facilitator_is_who_had_it_least_and_longest_ago (void)
{
  g_autoptr (RoundelRoles) roles = roundel_roles_new (4);
  g_autoptr (GArray) who = first_members (4);
  g_autoptr (GArray) order = NULL;
  guint expected[] = { 3, 1, 2, 0 };

  roundel_roles_add (roles, "facilitator", 0, 1);
  roundel_roles_add (roles, "facilitator", 1, 2);
  roundel_roles_add (roles, "facilitator", 2, 3);
  roundel_roles_add (roles, "facilitator", 0, 4);
  roundel_roles_add (roles, "timekeeper", 3, 4);
  order = roundel_roles_order (roles, "facilitator", who);
  g_assert_cmpmem (order->data, order->len * sizeof (guint), expected, sizeof expected);
  g_assert_cmpuint (roundel_roles_count (roles, "facilitator", 0), ==, 2);
  g_assert_cmpuint (roundel_roles_count (roles, "facilitator", 3), ==, 0);
}

/* Whoever is skipped comes first again the next time. */
static void
test_skipped_facilitator_comes_next (void)
{
  g_autoptr (RoundelRoles) roles = roundel_roles_new (3);
  g_autoptr (GArray) who = first_members (3);
  g_autoptr (GArray) order = roundel_roles_order (roles, "facilitator", who);
  g_autoptr (GArray) next = NULL;

  roundel_roles_add (roles, "facilitator", g_array_index (order, guint, 1), 1);
  next = roundel_roles_order (roles, "facilitator", who);
  g_assert_cmpuint (g_array_index (next, guint, 0), ==, g_array_index (order, guint, 0));
}

static gint64
cost_of (const RoundelRoles *roles,
         const char * const *names,
         const guint        *members,
         guint               n)
{
  gint64 cost = 0;

  for (guint i = 0; i < n; i++)
    cost += roundel_roles_count (roles, names[i], members[i]);
  return cost;
}

static gint64
least_cost (const RoundelRoles *roles,
            const char * const *names,
            guint               n_roles,
            guint               n,
            guint               role,
            guint              *members)
{
  gint64 least = G_MAXINT64;

  if (role == n_roles)
    return cost_of (roles, names, members, n_roles);
  for (guint m = 0; m < n; m++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < role; i++)
        taken |= members[i] == m;
      if (taken)
        continue;
      members[role] = m;
      least = MIN (least, least_cost (roles, names, n_roles, n, role + 1, members));
    }
  return least;
}

static void
test_roles_go_to_those_who_had_them_least (void)
{
  const char *all[] = { "client", "consultant", "consultant", "observer", "timekeeper" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint run = 0; run < 200; run++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 7);
      guint n_roles = (guint) g_rand_int_range (rand, 0, (gint32) MIN (n, 5) + 1);
      g_autoptr (RoundelRoles) roles = roundel_roles_new (n);
      g_autoptr (GArray) group = first_members (n);
      g_autoptr (GArray) assigned = NULL;
      const char *names[G_N_ELEMENTS (all) + 1] = { NULL };
      guint members[6];

      for (guint i = 0; i < n_roles; i++)
        names[i] = all[i];
      for (guint i = 0; i < 20; i++)
        roundel_roles_add (roles, all[g_rand_int_range (rand, 0, 5)],
                           (guint) g_rand_int_range (rand, 0, (gint32) n), 1);
      assigned = roundel_roles_assign (roles, names, group);
      g_assert_cmpuint (assigned->len, ==, n_roles);
      for (guint i = 0; i < n_roles; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpuint (g_array_index (assigned, guint, i), !=, g_array_index (assigned, guint, j));
      g_assert_cmpint (cost_of (roles, names, (const guint *) (gpointer) assigned->data, n_roles), ==,
                       least_cost (roles, names, n_roles, n, 0, members));
    }
}

static void
test_equal_counts_go_by_how_long_ago (void)
{
  const char *names[] = { "client", NULL };
  g_autoptr (RoundelRoles) roles = roundel_roles_new (3);
  g_autoptr (GArray) group = first_members (3);
  g_autoptr (GArray) assigned = NULL;

  roundel_roles_add (roles, "client", 0, 2);
  roundel_roles_add (roles, "client", 1, 1);
  roundel_roles_add (roles, "client", 2, 3);
  assigned = roundel_roles_assign (roles, names, group);
  g_assert_cmpuint (g_array_index (assigned, guint, 0), ==, 1);
}

/* In as many sessions as there are roles everybody has had each of them. */
static void
test_roles_rotate_through_a_program (void)
{
  const char *names[] = { "client", "consultant", "observer", "timekeeper", NULL };

  for (guint n = 4; n <= 40; n += 4)
    {
      g_autoptr (RoundelRoles) roles = roundel_roles_new (n);

      for (guint session = 1; session <= 4; session++)
        for (guint first = 0; first < n; first += 4)
          {
            g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (guint));
            g_autoptr (GArray) assigned = NULL;

            for (guint m = first; m < first + 4; m++)
              g_array_append_val (group, m);
            assigned = roundel_roles_assign (roles, names, group);
            for (guint i = 0; i < 4; i++)
              roundel_roles_add (roles, names[i], g_array_index (assigned, guint, i), session);
          }
      for (guint m = 0; m < n; m++)
        for (guint i = 0; i < 4; i++)
          g_assert_cmpuint (roundel_roles_count (roles, names[i], m), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roles/facilitator-is-who-had-it-least-and-longest-ago",
                   test_facilitator_is_who_had_it_least_and_longest_ago);
  g_test_add_func ("/roles/skipped-facilitator-comes-next", test_skipped_facilitator_comes_next);
  g_test_add_func ("/roles/roles-go-to-those-who-had-them-least", test_roles_go_to_those_who_had_them_least);
  g_test_add_func ("/roles/equal-counts-go-by-how-long-ago", test_equal_counts_go_by_how_long_ago);
  g_test_add_func ("/roles/roles-rotate-through-a-program", test_roles_rotate_through_a_program);
  return g_test_run ();
}
