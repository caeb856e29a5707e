/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/reporting.h"

static RoundelMember *
add (GPtrArray  *members,
     const char *id,
     const char *name,
     const char *level,
     const char *reports_to)
{
  RoundelMember *member = roundel_member_new (id, name);

  member->level = g_strdup (level);
  member->reports_to = g_strdup (reports_to);
  g_ptr_array_add (members, member);
  return member;
}

/* A cohort of nine from different departments, with one reporting line and one director among leads. */
static GPtrArray *
nine_peers (void)
{
  GPtrArray *members = roundel_members_new ();

  add (members, "a", "Amara Okafor", "lead", "Ruth Lindqvist");
  add (members, "b", "Benoît Lefèvre", "lead", "Ruth Lindqvist");
  add (members, "c", "Chen Wei", "lead", "Tomás Ibarra");
  add (members, "d", "Dagny \"Dag\" Sørensen", "lead", "Amara Okafor");
  add (members, "e", "Eitan Levi", "lead", "Tomás Ibarra");
  add (members, "f", "Farida Nazari, PhD", "lead", "Tomás Ibarra");
  add (members, "g", "Grace Mbeki", "lead", "Ruth Lindqvist");
  add (members, "h", "Hiro Tanaka", "lead", "Ruth Lindqvist");
  add (members, "i", "Ingrid Vollan", "director", "Board");
  return members;
}

static const RoundelConflict *
conflict_at (GPtrArray *conflicts,
             guint      index)
{
  g_assert_cmpuint (index, <, conflicts->len);
  return conflicts->pdata[index];
}

static void
assert_conflict (GPtrArray           *conflicts,
                 guint                index,
                 RoundelConflictKind  kind,
                 const char          *members,
                 const char          *why)
{
  const RoundelConflict *conflict = conflict_at (conflicts, index);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflict->members->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (conflict->members, guint, i));
  g_assert_cmpint (conflict->kind, ==, kind);
  g_assert_cmpstr (text->str, ==, members);
  g_assert_cmpstr (conflict->why, ==, why);
}

static void
test_nine_peers_have_two_conflicts (void)
{
  g_autoptr (GPtrArray) members = nine_peers ();
  g_autoptr (RoundelReporting) lines = roundel_reporting_new (members);
  g_autoptr (GPtrArray) conflicts = roundel_conflicts_find (members, lines, NULL, 6, 10);

  g_assert_cmpuint (conflicts->len, ==, 2);
  assert_conflict (conflicts, 0, ROUNDEL_CONFLICT_REPORTING_LINE, "0 3",
                   "Dagny \"Dag\" Sørensen reports to Amara Okafor");
  assert_conflict (conflicts, 1, ROUNDEL_CONFLICT_LEVEL, "8",
                   "Ingrid Vollan has the level “director”, most others “lead”");
  g_assert_cmpstr (roundel_conflict_kind_to_string (conflict_at (conflicts, 0)->kind), ==, "reporting-line");
  g_assert_cmpstr (roundel_conflict_kind_to_string (conflict_at (conflicts, 1)->kind), ==, "level");
  g_assert_cmpuint (roundel_reporting_unclear (lines)->len, ==, 0);
}

static void
test_same_outside_boss_is_no_line (void)
{
  g_autoptr (GPtrArray) members = nine_peers ();
  g_autoptr (RoundelReporting) lines = roundel_reporting_new (members);

  g_assert_false (roundel_reporting_in_line (lines, 0, 1));
  g_assert_null (roundel_reporting_describe (lines, 0, 1));
  g_assert_true (roundel_reporting_in_line (lines, 0, 3));
  g_assert_true (roundel_reporting_in_line (lines, 3, 0));
  g_assert_false (roundel_reporting_in_line (lines, 0, 0));
}

static void
test_line_runs_through_others (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GArray) circle = g_array_new (FALSE, FALSE, sizeof (guint));
  guint ends[] = { 3, 0 };

  add (members, "1", "Ann", NULL, NULL);
  add (members, "2", "Bea", NULL, "Ann");
  add (members, "3", "Cas", NULL, "2");
  add (members, "4", "Dov", NULL, "cas ");
  add (members, "5", "Eve", NULL, "ANN");
  lines = roundel_reporting_new (members);

  g_assert_true (roundel_reporting_in_line (lines, 0, 3));
  g_assert_true (roundel_reporting_in_line (lines, 0, 4));
  g_assert_false (roundel_reporting_in_line (lines, 4, 3));

  /* those between need not be in the circle */
  g_array_append_vals (circle, ends, 2);
  conflicts = roundel_conflicts_find_in_lines (lines, circle);
  g_assert_cmpuint (conflicts->len, ==, 1);
  assert_conflict (conflicts, 0, ROUNDEL_CONFLICT_REPORTING_LINE, "3 0", "Dov reports to Ann, through Cas, Bea");
}

static void
test_id_goes_before_name (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (RoundelReporting) lines = NULL;

  add (members, "x1", "x2", NULL, NULL);
  add (members, "x2", "Bea", NULL, NULL);
  add (members, "x3", "Cas", NULL, "x2");
  lines = roundel_reporting_new (members);

  g_assert_true (roundel_reporting_in_line (lines, 2, 1));
  g_assert_false (roundel_reporting_in_line (lines, 2, 0));
}

static void
test_shared_name_is_unclear (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (RoundelReporting) lines = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  add (members, "1", "Kim Lee", NULL, NULL);
  add (members, "2", " kim lee", NULL, "Kim Lee"); /* can only mean the other one */
  add (members, "3", "Bea", NULL, "Kim Lee");
  lines = roundel_reporting_new (members);

  g_assert_true (roundel_reporting_in_line (lines, 0, 1));
  g_assert_false (roundel_reporting_in_line (lines, 0, 2));
  g_assert_false (roundel_reporting_in_line (lines, 1, 2));
  g_assert_cmpuint (roundel_reporting_unclear (lines)->len, ==, 1);
  assert_conflict ((GPtrArray *) roundel_reporting_unclear (lines), 0, ROUNDEL_CONFLICT_UNCLEAR_BOSS, "2 0 1",
                   "Bea reports to “Kim Lee”, and more than one member has that name");
}

static void
test_names_match_however_written (void)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();
  g_autoptr (RoundelReporting) lines = NULL;

  add (members, "1", "Benoît", NULL, NULL);
  add (members, "2", "Bea", NULL, "  BENOI\xcc\x82T ");
  add (members, "3", "Cas", NULL, "\xff\xfe");
  add (members, "4", NULL, NULL, "");
  add (members, "5", "Dov", NULL, "Dov");
  lines = roundel_reporting_new (members);

  g_assert_true (roundel_reporting_in_line (lines, 0, 1));
  for (guint i = 2; i < 5; i++)
    for (guint j = 0; j < 5; j++)
      g_assert_false (roundel_reporting_in_line (lines, i, j));
  g_assert_cmpstr (roundel_reporting_label (lines, 3), ==, "seat 4");
}

static gboolean
is_above (const guint *bosses,
          guint        n,
          guint        low,
          guint        high)
{
  guint at = low;

  for (guint i = 0; i < n; i++)
    {
      at = bosses[at];
      if (at == G_MAXUINT)
        return FALSE;
      if (at == high)
        return TRUE;
    }
  return FALSE;
}

/* Bosses drawn at random run in circles as often as not. */
static void
test_lines_end_even_in_circles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint run = 0; run < 100; run++)
    {
      guint n = (guint) g_rand_int_range (rand, 2, 41);
      guint bosses[40];
      g_autoptr (GPtrArray) members = roundel_members_new_unnamed (n);
      g_autoptr (RoundelReporting) lines = NULL;
      g_autoptr (GPtrArray) conflicts = NULL;
      guint n_in_line = 0;

      for (guint i = 0; i < n; i++)
        {
          bosses[i] = (guint) g_rand_int_range (rand, 0, (gint) n + n / 3);
          if (bosses[i] == i || bosses[i] >= n)
            bosses[i] = G_MAXUINT;
          else
            ((RoundelMember *) members->pdata[i])->reports_to = g_strdup_printf ("%u", bosses[i] + 1);
        }
      lines = roundel_reporting_new (members);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          {
            gboolean expected = is_above (bosses, n, i, j) || is_above (bosses, n, j, i);

            g_assert_cmpint (roundel_reporting_in_line (lines, i, j), ==, expected);
            n_in_line += expected;
          }
      conflicts = roundel_conflicts_find_in_lines (lines, NULL);
      g_assert_cmpuint (conflicts->len, ==, n_in_line);
    }
}

static GPtrArray *
levels (const char *first, ...) G_GNUC_NULL_TERMINATED;

static GPtrArray *
levels (const char *first, ...)
{
  GPtrArray *members = roundel_members_new ();
  g_autoptr (GPtrArray) conflicts = NULL;
  va_list args;

  va_start (args, first);
  for (const char *level = first; level != NULL; level = va_arg (args, const char *))
    {
      g_autofree char *id = g_strdup_printf ("%u", members->len + 1);

      add (members, id, id, level, NULL);
    }
  va_end (args);
  conflicts = roundel_conflicts_find_levels (members, NULL);
  g_ptr_array_unref (members);
  return g_steal_pointer (&conflicts);
}

static void
test_levels_are_compared_with_those_of_most (void)
{
  g_autoptr (GPtrArray) same = levels ("Lead", "lead ", "LEAD", NULL);
  g_autoptr (GPtrArray) empty = levels ("lead", "", " ", "lead", NULL);
  g_autoptr (GPtrArray) one = levels ("lead", "lead", "director", NULL);
  g_autoptr (GPtrArray) two = levels ("lead", "lead", "director", "", "lead", "lead", "intern", NULL);
  g_autoptr (GPtrArray) half = levels ("lead", "director", "", "director", "lead", NULL);

  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpuint (one->len, ==, 1);
  assert_conflict (one, 0, ROUNDEL_CONFLICT_LEVEL, "2", "3 has the level “director”, most others “lead”");
  g_assert_cmpuint (two->len, ==, 2);
  assert_conflict (two, 0, ROUNDEL_CONFLICT_LEVEL, "2", "3 has the level “director”, most others “lead”");
  assert_conflict (two, 1, ROUNDEL_CONFLICT_LEVEL, "6", "7 has the level “intern”, most others “lead”");
  g_assert_cmpuint (half->len, ==, 1);
  assert_conflict (half, 0, ROUNDEL_CONFLICT_LEVEL, "0 1 3 4", "2 different levels, and none is that of most");
}

/* One letter a member: the team; a dot for one who states none. */
static GPtrArray *
teams (const char *letters)
{
  g_autoptr (GPtrArray) members = roundel_members_new ();

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      g_autofree char *id = g_strdup_printf ("%u", members->len + 1);

      add (members, id, id, NULL, NULL);
      if (*letter != '.')
        ((RoundelMember *) members->pdata[members->len - 1])->team = g_strndup (letter, 1);
    }
  return roundel_conflicts_find_teams (members, NULL);
}

static void
test_more_than_a_third_of_one_team_is_a_conflict (void)
{
  const char *none[] = { "", ".", "A", "AB", "AABBCC", "AABBCDEFG", "......" };
  g_autoptr (GPtrArray) half = teams ("BaA.bC");
  g_autoptr (GPtrArray) all = teams ("AA");

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GPtrArray) conflicts = teams (none[i]);

      g_assert_cmpuint (conflicts->len, ==, 0);
    }
  g_assert_cmpuint (half->len, ==, 2);
  assert_conflict (half, 0, ROUNDEL_CONFLICT_TEAM, "0 4", "2 of 5 are of the team “B”; different teams are wanted");
  assert_conflict (half, 1, ROUNDEL_CONFLICT_TEAM, "1 2", "2 of 5 are of the team “a”; different teams are wanted");
  g_assert_cmpuint (all->len, ==, 1);
}

static void
test_size_outside_the_range_is_a_conflict (void)
{
  g_autoptr (RoundelConflict) small = roundel_conflict_of_size (4, 5, 8);
  g_autoptr (RoundelConflict) large = roundel_conflict_of_size (9, 5, 8);

  g_assert_cmpint (small->kind, ==, ROUNDEL_CONFLICT_SIZE);
  g_assert_cmpstr (small->why, ==, "4 members; at least 5 are needed");
  g_assert_cmpstr (large->why, ==, "9 members; at most 8 are wanted");
  g_assert_null (roundel_conflict_of_size (5, 5, 8));
  g_assert_null (roundel_conflict_of_size (8, 5, 8));
  g_assert_null (roundel_conflict_of_size (900, 5, 0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reporting/nine-peers-have-two-conflicts", test_nine_peers_have_two_conflicts);
  g_test_add_func ("/reporting/same-outside-boss-is-no-line", test_same_outside_boss_is_no_line);
  g_test_add_func ("/reporting/line-runs-through-others", test_line_runs_through_others);
  g_test_add_func ("/reporting/id-goes-before-name", test_id_goes_before_name);
  g_test_add_func ("/reporting/shared-name-is-unclear", test_shared_name_is_unclear);
  g_test_add_func ("/reporting/names-match-however-written", test_names_match_however_written);
  g_test_add_func ("/reporting/lines-end-even-in-circles", test_lines_end_even_in_circles);
  g_test_add_func ("/reporting/more-than-a-third-of-one-team-is-a-conflict", test_more_than_a_third_of_one_team_is_a_conflict);
  g_test_add_func ("/reporting/levels-are-compared-with-those-of-most", test_levels_are_compared_with_those_of_most);
  g_test_add_func ("/reporting/size-outside-the-range-is-a-conflict", test_size_outside_the_range_is_a_conflict);
  return g_test_run ();
}
