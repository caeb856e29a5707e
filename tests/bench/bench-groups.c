/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/groups.h"
#include "core/partners.h"

/* A company in which everybody has four people below; those at the top are not members. */
static GPtrArray *
company_new (guint n)
{
  const char *words[] = { "coaching", "writing", "chess", "running", "systems", "negotiation", "facilitation",
                          "delegating", "feedback", "speaking", "budgets", "hiring" };
  const char *teams[] = { "Sales", "Design", "Support", "Research", "Finance" };
  const char *sites[] = { "Oslo", "Bergen", "Turku" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  GPtrArray *members = roundel_members_new_unnamed (n);

  for (guint i = 0; i < n; i++)
    {
      RoundelMember *member = members->pdata[i];

      member->interests = g_new0 (char *, 3);
      for (guint k = 0; k < 2; k++)
        member->interests[k] = g_strdup (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      member->team = g_strdup (teams[g_rand_int_range (rand, 0, G_N_ELEMENTS (teams))]);
      member->site = g_strdup (sites[g_rand_int_range (rand, 0, G_N_ELEMENTS (sites))]);
      member->level = g_strdup (i < n / 5 ? "manager" : "lead");
      if (i >= 4)
        member->reports_to = g_strdup_printf ("%u", i / 4);
    }
  return members;
}

/* What looking once at the cost of each pair takes: no way to split people can do with less. */
static double
time_look (const RoundelPairs *pairs,
           guint               n)
{
  const guint times = 20;
  g_autoptr (GTimer) timer = g_timer_new ();
  volatile gint64 total = 0;

  for (guint i = 0; i < times; i++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < a; b++)
        total += roundel_pairs_get_cost (pairs, a, b);
  return g_timer_elapsed (timer, NULL) / times;
}

static void
report (const char *what,
        guint       n,
        double      seconds,
        double      look)
{
  g_print ("%-34s %3u people: %8.2f ms, %6.0f looks at all pairs\n", what, n, seconds * 1000, seconds / look);
}

static void
measure (guint n)
{
  g_autoptr (GPtrArray) members = company_new (n);
  g_autoptr (RoundelReporting) lines = roundel_reporting_new (members);
  g_autoptr (RoundelTogether) together = roundel_together_new (n);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) trios = roundel_group_sizes (n, 3, 3, 0, NULL);
  g_autoptr (RoundelPairs) pairs = NULL;
  g_autoptr (GPtrArray) partners = NULL;
  g_autoptr (GPtrArray) circles = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  double look;

  for (guint i = 0; i < n; i++)
    g_array_append_val (all, i);
  pairs = roundel_groups_pairs (all, lines, NULL);
  look = time_look (pairs, n);

  g_timer_start (timer);
  partners = roundel_partners_match (members, NULL, lines, NULL, TRUE, 1, &error);
  g_assert_no_error (error);
  report ("partners at one site", n, g_timer_elapsed (timer, NULL), look);

  g_timer_start (timer);
  circles = roundel_groups_split (members, all, lines, 4, 6, 5, 1, &error);
  g_assert_no_error (error);
  report ("circles of 4 to 6, levels and teams", n, g_timer_elapsed (timer, NULL), look);

  for (guint session = 1; session <= 10; session++)
    {
      g_autoptr (GPtrArray) groups = NULL;

      g_timer_start (timer);
      groups = roundel_groups_form (all, trios, NULL, lines, together, session, NULL, &error);
      g_assert_no_error (error);
      if (session == 1 || session == 10)
        report (session == 1 ? "trios of the first session" : "trios of the tenth session", n,
                g_timer_elapsed (timer, NULL), look);
      for (guint g = 0; g < groups->len; g++)
        roundel_together_add (together, groups->pdata[g], session);
    }
}

int
main (void)
{
  measure (12);
  measure (40);
  measure (500);
  return 0;
}
