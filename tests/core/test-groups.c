/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/groups.h"

static char *
sizes_to_string (guint n,
                 guint min,
                 guint max,
                 guint best)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sizes = roundel_group_sizes (n, min, max, best, &error);
  GString *text = g_string_new (NULL);

  if (sizes == NULL)
    {
      g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
      g_assert_nonnull (strstr (error->message, "groups of"));
      return g_string_free (text, FALSE);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < sizes->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "+" : "", g_array_index (sizes, guint, i));
  return g_string_free (text, FALSE);
}

static void
test_sizes_follow_the_format (void)
{
  struct
  {
    guint n, min, max, best;
    const char *sizes;
  } cases[] = {
    { 3, 3, 3, 0, "3" },
    { 4, 3, 3, 0, "4" },
    { 5, 3, 3, 0, "2+3" },
    { 7, 3, 3, 0, "3+4" },
    { 8, 3, 3, 0, "4+4" },
    { 9, 3, 3, 0, "3+3+3" },
    { 10, 3, 3, 0, "3+3+4" },
    { 11, 3, 3, 0, "3+4+4" },
    { 16, 3, 3, 0, "3+3+3+3+4" },
    { 2, 2, 2, 0, "2" },
    { 3, 2, 2, 0, "3" },
    { 7, 2, 2, 0, "2+2+3" },
    { 6, 4, 4, 0, "3+3" },
    { 3, 4, 5, 0, "3" },
    { 14, 4, 6, 5, "4+5+5" },
    { 15, 4, 6, 5, "5+5+5" },
    { 18, 4, 6, 6, "6+6+6" },
    { 18, 4, 6, 5, "4+4+5+5" },
    { 12, 4, 6, 0, "4+4+4" },
    { 13, 4, 0, 0, "4+4+5" },
    { 13, 4, 0, 13, "13" },
    { 3, 1, 2, 0, "3" },
    { 0, 3, 3, 0, "" },
    { 1, 1, 0, 0, "" },
    { 2, 3, 3, 0, "" },
    { 8, 6, 6, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sizes = sizes_to_string (cases[i].n, cases[i].min, cases[i].max, cases[i].best);

      g_test_message ("%u people, %u to %u, best %u", cases[i].n, cases[i].min, cases[i].max, cases[i].best);
      g_assert_cmpstr (sizes, ==, cases[i].sizes);
    }
}

/* Whether N can be written as a sum of sizes from MIN to MAX, tried one by one. */
static gboolean
can_be_summed (guint n,
               guint min,
               guint max)
{
  if (n == 0)
    return TRUE;
  for (guint size = min; size <= MIN (n, max); size++)
    if (can_be_summed (n - size, min, max))
      return TRUE;
  return FALSE;
}

static guint
members_outside (const GArray *sizes,
                 guint         min,
                 guint         max)
{
  guint outside = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      guint size = g_array_index (sizes, guint, i);

      if (size < min || size > max)
        outside += size;
    }
  return outside;
}

/* 2 to 40 people in every range that a format may have */
static void
test_sizes_hold_the_range_when_they_can (void)
{
  for (guint n = 2; n <= 40; n++)
    for (guint min = 2; min <= 8; min++)
      for (guint max = min; max <= 9; max++)
        {
          g_autoptr (GArray) sizes = roundel_group_sizes (n, min, max, 0, NULL);
          guint first, last, sum = 0;

          if (sizes == NULL)
            {
              g_assert_false (can_be_summed (n, min, max + 1));
              g_assert_true ((n == 2 && min == 3) || !can_be_summed (n, MAX (min - 1, 2), max));
              continue;
            }
          first = g_array_index (sizes, guint, 0);
          last = g_array_index (sizes, guint, sizes->len - 1);
          for (guint i = 0; i < sizes->len; i++)
            sum += g_array_index (sizes, guint, i);
          g_assert_cmpuint (sum, ==, n);
          g_assert_cmpuint (first, >=, 2);
          g_assert_cmpuint (last - first, <=, 1);
          g_assert_cmpuint (first + 1, >=, min);
          g_assert_cmpuint (last, <=, max + 1);
          g_assert_true ((members_outside (sizes, min, max) == 0) == can_be_summed (n, min, max));
          if (first < min)
            g_assert_false (can_be_summed (n, min, max + 1));
        }
}

static GArray *
range_new (guint n)
{
  GArray *who = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    g_array_append_val (who, i);
  return who;
}

/* Everybody is in one group; the pairs that sit together, in a line among them, and the sum of what they had before. */
static guint
check_groups (const GPtrArray        *groups,
              const GArray           *present,
              const RoundelReporting *lines,
              const RoundelTogether  *together)
{
  guint repeated = 0, seated = 0;

  g_assert_nonnull (groups);
  for (guint g = 0; g < groups->len; g++)
    {
      const GArray *group = groups->pdata[g];

      seated += group->len;
      for (guint i = 0; i < group->len; i++)
        {
          guint a = g_array_index (group, guint, i);
          gboolean is_present = FALSE;

          for (guint k = 0; k < present->len; k++)
            is_present |= g_array_index (present, guint, k) == a;
          g_assert_true (is_present);
          for (guint j = 0; j < i; j++)
            {
              guint b = g_array_index (group, guint, j);

              g_assert_cmpuint (a, !=, b);
              g_assert_false (lines != NULL && roundel_reporting_in_line (lines, a, b));
              repeated += together != NULL ? roundel_together_count (together, a, b) : 0;
            }
        }
    }
  g_assert_cmpuint (seated, ==, present->len);
  return repeated;
}

static void
remember (RoundelTogether *together,
          const GPtrArray *groups,
          guint            session)
{
  for (guint g = 0; g < groups->len; g++)
    roundel_together_add (together, groups->pdata[g], session);
}

/* As long as nobody has met half of the others there is a way to pair them all anew (Dirac's theorem). */
static void
test_pairs_are_new_until_all_have_met (void)
{
  for (guint n = 4; n <= 12; n += 2)
    {
      g_autoptr (GArray) present = range_new (n);
      g_autoptr (RoundelTogether) together = roundel_together_new (n);
      g_autoptr (GArray) sizes = roundel_group_sizes (n, 2, 2, 0, NULL);
      guint repeated = 0;

      for (guint session = 1; session <= n / 2; session++)
        {
          g_autoptr (GPtrArray) groups = NULL;

          groups = roundel_groups_form (present, sizes, NULL, NULL, together, session, NULL, NULL);
          repeated += check_groups (groups, present, NULL, together);
          remember (together, groups, session);
        }
      g_assert_cmpuint (repeated, ==, 0);
    }
}

static void
test_new_mixes_come_first_in_large_rooms (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint n = 13; n <= 40; n += 3)
    {
      g_autoptr (GArray) present = range_new (n);
      g_autoptr (RoundelTogether) together = roundel_together_new (n);
      g_autoptr (GArray) sizes = roundel_group_sizes (n, 3, 3, 0, NULL);

      for (guint session = 1; session <= 3; session++)
        {
          g_autoptr (GPtrArray) groups = roundel_groups_form (present, sizes, NULL, NULL, together, g_rand_int (rand),
                                                              NULL, NULL);

          g_assert_cmpuint (check_groups (groups, present, NULL, together), ==, 0);
          remember (together, groups, session);
        }
    }
}

/* All have met once; who met in the latest session sits apart. */
static void
test_longest_ago_comes_before_lately (void)
{
  g_autoptr (GArray) present = range_new (4);
  g_autoptr (RoundelTogether) together = roundel_together_new (4);
  g_autoptr (GArray) sizes = roundel_group_sizes (4, 2, 2, 0, NULL);
  g_autoptr (GPtrArray) first = NULL;

  for (guint session = 1; session <= 6; session++)
    {
      g_autoptr (GPtrArray) groups = roundel_groups_form (present, sizes, NULL, NULL, together, session, NULL, NULL);
      const GArray *one = groups->pdata[0];

      if (session == 1)
        first = g_ptr_array_ref (groups);
      else if (session == 4)
        {
          guint a = g_array_index ((GArray *) first->pdata[0], guint, 0);
          guint b = g_array_index ((GArray *) first->pdata[0], guint, 1);
          gboolean has_a = g_array_index (one, guint, 0) == a || g_array_index (one, guint, 1) == a;
          gboolean has_b = g_array_index (one, guint, 0) == b || g_array_index (one, guint, 1) == b;

          g_assert_true (has_a == has_b);
        }
      remember (together, groups, session);
    }
  for (guint a = 0; a < 4; a++)
    for (guint b = 0; b < a; b++)
      g_assert_cmpuint (roundel_together_count (together, a, b), ==, 2);
}

static void
test_groups_are_formed_of_those_present (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new_unnamed (9);
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) sizes = roundel_group_sizes (7, 3, 3, 0, NULL);
  guint there[] = { 8, 0, 3, 5, 2, 6, 7 };
  const guint any = ROUNDEL_ANY_GROUP;
  guint stay[] = { any, any, 1, any, 1, any, any };

  ((RoundelMember *) members->pdata[2])->reports_to = g_strdup ("4");
  ((RoundelMember *) members->pdata[6])->reports_to = g_strdup ("8");
  lines = roundel_reporting_new (members);
  g_array_append_vals (present, there, 7);
  g_array_append_vals (places, stay, 7);
  g_assert_true (roundel_reporting_in_line (lines, 2, 3));
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GPtrArray) free_groups = roundel_groups_form (present, sizes, NULL, lines, NULL, seed, NULL, NULL);
      g_autoptr (GPtrArray) kept = roundel_groups_form (present, sizes, places, lines, NULL, seed, NULL, NULL);
      gboolean found = FALSE;

      check_groups (free_groups, present, lines, NULL);
      /* the facilitator keeps 3 and 2 in the second group although they are in a line */
      check_groups (kept, present, NULL, NULL);
      for (guint i = 0; i < ((GArray *) kept->pdata[1])->len; i++)
        found |= g_array_index ((GArray *) kept->pdata[1], guint, i) == 3;
      g_assert_true (found);
    }
}

/* Programs of 2 to 40 members, some absent each time, bosses among them: groups hold, or the reason does. */
static void
test_any_program_gets_groups_or_a_reason (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (10);
  guint formed = 0, refused = 0;

  for (guint n = 2; n <= 40; n++)
    {
      g_autoptr (GPtrArray) members = roundel_members_new_unnamed (n);
      g_autoptr (RoundelReporting) lines = NULL;
      g_autoptr (RoundelTogether) together = roundel_together_new (n);

      for (guint i = 1; i < n; i++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          ((RoundelMember *) members->pdata[i])->reports_to = g_strdup_printf ("%d", g_rand_int_range (rand, 1, i + 1));
      lines = roundel_reporting_new (members);
      for (guint session = 1; session <= 4; session++)
        {
          g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (guint));
          g_autoptr (GArray) sizes = NULL;
          g_autoptr (GPtrArray) groups = NULL;
          g_autoptr (GPtrArray) again = NULL;
          g_autoptr (GError) error = NULL;

          for (guint i = 0; i < n; i++)
            if (g_rand_int_range (rand, 0, 5) > 0)
              g_array_append_val (present, i);
          sizes = roundel_group_sizes (present->len, 2 + session % 3, 3 + session % 3, 0, NULL);
          if (sizes == NULL)
            continue;
          groups = roundel_groups_form (present, sizes, NULL, lines, together, session, NULL, &error);
          if (groups == NULL)
            {
              g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
              g_assert_nonnull (strstr (error->message, "seat "));
              refused++;
              continue;
            }
          check_groups (groups, present, lines, NULL);
          again = roundel_groups_form (present, sizes, NULL, lines, together, session, NULL, NULL);
          for (guint g = 0; g < groups->len; g++)
            {
              const GArray *one = groups->pdata[g];
              const GArray *same = again->pdata[g];

              g_assert_cmpuint (one->len, ==, g_array_index (sizes, guint, g));
              g_assert_cmpmem (one->data, one->len * sizeof (guint), same->data, same->len * sizeof (guint));
            }
          remember (together, groups, session);
          formed++;
        }
    }
  g_assert_cmpuint (formed, >, 100);
  g_assert_cmpuint (refused, >, 0);
}

static void
test_line_with_everyone_is_refused_by_name (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new_unnamed (5);
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GArray) present = range_new (5);
  g_autoptr (GArray) sizes = roundel_group_sizes (5, 2, 2, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  guint n_broken = 0;

  ((RoundelMember *) members->pdata[0])->name = g_strdup ("Amara");
  for (guint i = 1; i < 5; i++)
    ((RoundelMember *) members->pdata[i])->reports_to = g_strdup ("amara");
  lines = roundel_reporting_new (members);
  g_assert_null (roundel_groups_form (present, sizes, NULL, lines, NULL, 0, NULL, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
  g_assert_cmpstr (error->message, ==, "Amara is in a reporting line with everyone else");

  /* who asks for it gets the groups with the fewest lines: Amara with one other */
  groups = roundel_groups_form (present, sizes, NULL, lines, NULL, 0, &n_broken, NULL);
  check_groups (groups, present, NULL, NULL);
  g_assert_cmpuint (n_broken, ==, 1);
}

/* 40 people of two levels and four teams; every tenth leads the nine after it. */
static void
test_cohort_is_split_by_level_across_teams (void)
{
  const char *teams[] = { "Sales", "Design", "Support", "Research" };
  g_autoptr (GPtrArray) members = roundel_members_new_unnamed (40);
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GArray) all = range_new (40);
  g_autoptr (GPtrArray) circles = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      RoundelMember *member = members->pdata[i];

      member->level = g_strdup (i < 20 ? "lead" : "manager");
      member->team = g_strdup (teams[i % 4]);
      if (i % 10 != 0)
        member->reports_to = g_strdup_printf ("%u", i - i % 10 + 1);
    }
  lines = roundel_reporting_new (members);
  circles = roundel_groups_split (members, all, lines, 4, 6, 4, 1, &error);
  g_assert_no_error (error);
  check_groups (circles, all, lines, NULL);
  for (guint c = 0; c < circles->len; c++)
    {
      const GArray *circle = circles->pdata[c];

      g_assert_cmpuint (circle->len, ==, 4);
      for (guint i = 0; i < 4; i++)
        for (guint j = 0; j < i; j++)
          {
            guint a = g_array_index (circle, guint, i);
            guint b = g_array_index (circle, guint, j);

            g_assert_true ((a < 20) == (b < 20));
            g_assert_cmpuint (a % 4, !=, b % 4);
          }
    }

  g_assert_null (roundel_groups_split (members, all, lines, 30, 31, 0, 1, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/groups/sizes-follow-the-format", test_sizes_follow_the_format);
  g_test_add_func ("/groups/sizes-hold-the-range-when-they-can", test_sizes_hold_the_range_when_they_can);
  g_test_add_func ("/groups/pairs-are-new-until-all-have-met", test_pairs_are_new_until_all_have_met);
  g_test_add_func ("/groups/new-mixes-come-first-in-large-rooms", test_new_mixes_come_first_in_large_rooms);
  g_test_add_func ("/groups/longest-ago-comes-before-lately", test_longest_ago_comes_before_lately);
  g_test_add_func ("/groups/groups-are-formed-of-those-present", test_groups_are_formed_of_those_present);
  g_test_add_func ("/groups/any-program-gets-groups-or-a-reason", test_any_program_gets_groups_or_a_reason);
  g_test_add_func ("/groups/line-with-everyone-is-refused-by-name", test_line_with_everyone_is_refused_by_name);
  g_test_add_func ("/groups/cohort-is-split-by-level-across-teams", test_cohort_is_split_by_level_across_teams);
  return g_test_run ();
}
