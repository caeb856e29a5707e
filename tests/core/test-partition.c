/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/partition.h"

static GArray *
sizes_new (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "+", -1);
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint size = (guint) g_ascii_strtoull (parts[i], NULL, 10);

      g_array_append_val (sizes, size);
    }
  return sizes;
}

/* At least two in each group. */
static GArray *
sizes_new_random (GRand *rand,
                  guint  n)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint));

  while (n > 0)
    {
      guint size = n < 4 ? n : (guint) g_rand_int_range (rand, 2, (gint32) MIN (n - 1, 6));

      g_array_append_val (sizes, size);
      n -= size;
    }
  return sizes;
}

static RoundelPairs *
pairs_new_random (GRand *rand,
                  guint  n,
                  gint32 max_cost,
                  double apart)
{
  RoundelPairs *pairs = roundel_pairs_new (n);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < a; b++)
      {
        roundel_pairs_set_cost (pairs, a, b, g_rand_int_range (rand, 0, max_cost + 1));
        if (g_rand_double (rand) < apart)
          roundel_pairs_set_apart (pairs, a, b, ROUNDEL_APART_LINE);
      }
  return pairs;
}

static GArray *
places_new (guint n)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint any = ROUNDEL_ANY_GROUP;

      g_array_append_val (places, any);
    }
  return places;
}

static guint
place (const GArray *places,
       guint         person)
{
  return places != NULL ? g_array_index (places, guint, person) : ROUNDEL_ANY_GROUP;
}

/* Each one once, sizes and places as asked; the score counts a broken pair as a million. */
static gint64
check_groups (const RoundelPairs *pairs,
              guint               n,
              const GArray       *sizes,
              const GArray       *places,
              const GPtrArray    *groups)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  gint64 score = 0;

  g_assert_nonnull (groups);
  g_assert_cmpuint (groups->len, ==, sizes->len);
  for (guint g = 0; g < groups->len; g++)
    {
      const GArray *group = groups->pdata[g];

      g_assert_cmpuint (group->len, ==, g_array_index (sizes, guint, g));
      for (guint i = 0; i < group->len; i++)
        {
          guint a = g_array_index (group, guint, i);

          g_assert_cmpuint (a, <, n);
          g_assert_false (seen[a]);
          seen[a] = TRUE;
          g_assert_true (place (places, a) == ROUNDEL_ANY_GROUP || place (places, a) == g);
          for (guint j = 0; j < i; j++)
            {
              guint b = g_array_index (group, guint, j);

              g_assert_cmpuint (b, <, a);
              if (place (places, a) != ROUNDEL_ANY_GROUP && place (places, b) != ROUNDEL_ANY_GROUP)
                continue;
              score += roundel_pairs_get_cost (pairs, a, b);
              if (roundel_pairs_get_apart (pairs, a, b))
                score += 1000000;
            }
        }
    }
  return score;
}

/* Everyone in every group that has room, one after the other. */
typedef struct
{
  const RoundelPairs *pairs;
  guint n;
  const GArray *places;
  guint room[20];
  guint group[20];
  gint64 least;
} Brute;

static void
brute_force (Brute  *self,
             guint   person,
             guint   n_groups,
             gint64  score)
{
  if (person == self->n)
    {
      self->least = MIN (self->least, score);
      return;
    }
  for (guint g = 0; g < n_groups; g++)
    {
      gint64 more = 0;

      if (self->room[g] == 0
          || (place (self->places, person) != ROUNDEL_ANY_GROUP && place (self->places, person) != g))
        continue;
      for (guint other = 0; other < person; other++)
        if (self->group[other] == g
            && (place (self->places, person) == ROUNDEL_ANY_GROUP || place (self->places, other) == ROUNDEL_ANY_GROUP))
          more += roundel_pairs_get_cost (self->pairs, person, other)
                  + (roundel_pairs_get_apart (self->pairs, person, other) ? 1000000 : 0);
      self->group[person] = g;
      self->room[g]--;
      brute_force (self, person + 1, n_groups, score + more);
      self->room[g]++;
    }
}

static gint64
least_by_brute_force (const RoundelPairs *pairs,
                      guint               n,
                      const GArray       *sizes,
                      const GArray       *places)
{
  Brute brute = { .pairs = pairs, .n = n, .places = places, .least = G_MAXINT64 };

  for (guint g = 0; g < sizes->len; g++)
    brute.room[g] = g_array_index (sizes, guint, g);
  brute_force (&brute, 0, sizes->len, 0);
  return brute.least;
}

static void
check_against_brute_force (const RoundelPairs *pairs,
                           guint               n,
                           const GArray       *sizes,
                           const GArray       *places,
                           guint32             seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) strict = NULL;
  gint64 least = least_by_brute_force (pairs, n, sizes, places);
  guint n_broken = 0;

  groups = roundel_partition (pairs, sizes, places, seed, &n_broken, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check_groups (pairs, n, sizes, places, groups), ==, least);
  g_assert_cmpuint (n_broken, ==, least / 1000000);

  strict = roundel_partition (pairs, sizes, places, seed, NULL, &error);
  if (least < 1000000)
    {
      g_assert_no_error (error);
      g_assert_cmpint (check_groups (pairs, n, sizes, places, strict), ==, least);
      return;
    }
  g_assert_null (strict);
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
}

static void
test_few_people_cost_the_least (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint n = 2; n <= 8; n++)
    for (guint run = 0; run < 60; run++)
      {
        g_autoptr (RoundelPairs) pairs = pairs_new_random (rand, n, 9, run % 4 * 0.2);
        g_autoptr (GArray) sizes = sizes_new_random (rand, n);

        check_against_brute_force (pairs, n, sizes, NULL, run);
      }
}

static void
test_ten_people_cost_the_least (void)
{
  const char *sizes[] = { "2+2+2+2+2", "3+3+4", "5+5", "2+2+6" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint run = 0; run < 8; run++)
    {
      g_autoptr (RoundelPairs) pairs = pairs_new_random (rand, 10, 5, run % 4 * 0.2);
      g_autoptr (GArray) ten = sizes_new (sizes[run % G_N_ELEMENTS (sizes)]);

      check_against_brute_force (pairs, 10, ten, NULL, run);
    }
}

static void
test_those_who_stay_cost_the_least_too (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 4; n <= 8; n++)
    for (guint run = 0; run < 60; run++)
      {
        g_autoptr (RoundelPairs) pairs = pairs_new_random (rand, n, 9, 0.2);
        g_autoptr (GArray) sizes = sizes_new_random (rand, n);
        g_autoptr (GArray) places = places_new (n);
        g_autofree guint *room = g_memdup2 (sizes->data, sizes->len * sizeof (guint));

        for (guint i = 0; i < n / 2; i++)
          {
            guint g = (guint) g_rand_int_range (rand, 0, (gint32) sizes->len);

            if (room[g] == 0)
              continue;
            room[g]--;
            g_array_index (places, guint, (guint) g_rand_int_range (rand, 0, 2) * (n / 2) + i) = g;
          }
        check_against_brute_force (pairs, n, sizes, places, run);
      }
}

static void
test_two_who_both_stay_are_left_together (void)
{
  g_autoptr (RoundelPairs) pairs = roundel_pairs_new (4);
  g_autoptr (GArray) sizes = sizes_new ("2+2");
  g_autoptr (GArray) places = places_new (4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  roundel_pairs_set_apart (pairs, 0, 1, ROUNDEL_APART_LINE);
  g_array_index (places, guint, 0) = 1;
  g_array_index (places, guint, 1) = 1;
  groups = roundel_partition (pairs, sizes, places, 0, NULL, &error);
  g_assert_no_error (error);
  check_groups (pairs, 4, sizes, places, groups);
}

static void
test_full_group_takes_no_more (void)
{
  g_autoptr (RoundelPairs) pairs = roundel_pairs_new (5);
  g_autoptr (GArray) sizes = sizes_new ("2+3");
  g_autoptr (GArray) places = places_new (5);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    g_array_index (places, guint, i) = 0;
  g_assert_null (roundel_partition (pairs, sizes, places, 0, NULL, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
  g_assert_cmpstr (error->message, ==, "More people are kept in group 1 than the 2 it has room for");
}

/* More people than can be tried out: no change of two places may help, and nobody may be with whom they must not. */
static void
test_many_people_cannot_be_bettered_by_a_swap (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint n = 13; n <= 40; n++)
    {
      g_autoptr (RoundelPairs) pairs = pairs_new_random (rand, n, 20, 0.15);
      g_autoptr (GArray) sizes = sizes_new_random (rand, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) groups = roundel_partition (pairs, sizes, NULL, n, NULL, &error);
      gint64 score;

      g_assert_no_error (error);
      score = check_groups (pairs, n, sizes, NULL, groups);
      g_assert_cmpint (score, <, 1000000);
      for (guint g = 0; g < groups->len; g++)
        for (guint h = 0; h < g; h++)
          for (guint i = 0; i < ((GArray *) groups->pdata[g])->len; i++)
            for (guint j = 0; j < ((GArray *) groups->pdata[h])->len; j++)
              {
                guint *a = &g_array_index ((GArray *) groups->pdata[g], guint, i);
                guint *b = &g_array_index ((GArray *) groups->pdata[h], guint, j);
                gint64 other = 0;

                for (guint k = 0; k < ((GArray *) groups->pdata[g])->len; k++)
                  {
                    guint c = g_array_index ((GArray *) groups->pdata[g], guint, k);

                    if (c != *a)
                      other += roundel_pairs_get_cost (pairs, *b, c) - roundel_pairs_get_cost (pairs, *a, c)
                               + 1000000 * (roundel_pairs_get_apart (pairs, *b, c) != 0);
                  }
                for (guint k = 0; k < ((GArray *) groups->pdata[h])->len; k++)
                  {
                    guint c = g_array_index ((GArray *) groups->pdata[h], guint, k);

                    if (c != *b)
                      other += roundel_pairs_get_cost (pairs, *a, c) - roundel_pairs_get_cost (pairs, *b, c)
                               + 1000000 * (roundel_pairs_get_apart (pairs, *a, c) != 0);
                  }
                g_assert_cmpint (other, >=, 0);
              }
    }
}

/* A perfect split is hidden among pairs that all cost; the search has to come upon it. */
static void
test_search_finds_a_hidden_split (void)
{
  const char *sizes[] = { "2+2+2+2+2+2+2+2", "3+3+3+3+3", "4+4+4+4+4", "5+5+6" };

  for (guint run = 0; run < 40; run++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (run);
      g_autoptr (GArray) many = sizes_new (sizes[run % G_N_ELEMENTS (sizes)]);
      g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (RoundelPairs) pairs = NULL;
      g_autoptr (GPtrArray) groups = NULL;
      guint n = 0;

      for (guint g = 0; g < many->len; g++)
        for (guint i = 0; i < g_array_index (many, guint, g); i++, n++)
          g_array_insert_val (order, (guint) g_rand_int_range (rand, 0, (gint32) n + 1), n);
      pairs = pairs_new_random (rand, n, 0, 0);
      for (guint a = 0; a < n; a++)
        for (guint b = 0; b < a; b++)
          roundel_pairs_set_cost (pairs, a, b, 1);
      n = 0;
      for (guint g = 0; g < many->len; g++)
        {
          guint size = g_array_index (many, guint, g);

          for (guint i = 0; i < size; i++)
            for (guint j = 0; j < i; j++)
              roundel_pairs_set_cost (pairs, g_array_index (order, guint, n + i),
                                      g_array_index (order, guint, n + j), 0);
          n += size;
        }
      groups = roundel_partition (pairs, many, NULL, run, NULL, NULL);
      g_assert_cmpint (check_groups (pairs, n, many, NULL, groups), ==, 0);
    }
}

static void
test_seed_decides_among_equals (void)
{
  for (guint n = 8; n <= 16; n += 8)
    {
      g_autoptr (RoundelPairs) pairs = roundel_pairs_new (n);
      g_autoptr (GArray) sizes = sizes_new (n == 8 ? "4+4" : "8+8");
      g_autoptr (GPtrArray) first = roundel_partition (pairs, sizes, NULL, 7, NULL, NULL);
      guint same = 0;

      for (guint32 seed = 0; seed < 10; seed++)
        {
          g_autoptr (GPtrArray) groups = roundel_partition (pairs, sizes, NULL, seed, NULL, NULL);
          const GArray *a = first->pdata[0];
          const GArray *b = groups->pdata[0];
          gboolean equal = memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;

          if (seed == 7)
            g_assert_true (equal);
          same += equal;
        }
      g_assert_cmpuint (same, <, 4);
    }
}

static void
assert_refused (const RoundelPairs *pairs,
                const char         *sizes,
                const char         *why)
{
  g_autoptr (GArray) split = sizes_new (sizes);
  g_autoptr (GError) error = NULL;

  g_assert_null (roundel_partition (pairs, split, NULL, 0, NULL, &error));
  g_assert_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE);
  g_assert_cmpstr (error->message, ==, why);
}

static void
test_reason_names_people (void)
{
  const char *names[] = { "Amara", "Benoît", "Chen", "Dagny", "Eitan", "Farida" };
  g_autoptr (RoundelPairs) one = roundel_pairs_new (6);
  g_autoptr (RoundelPairs) crowd = roundel_pairs_new (6);
  g_autoptr (RoundelPairs) same = roundel_pairs_new (6);
  g_autoptr (RoundelPairs) many = roundel_pairs_new (14);

  for (guint i = 0; i < 6; i++)
    {
      roundel_pairs_set_label (one, i, names[i]);
      roundel_pairs_set_label (crowd, i, names[i]);
      roundel_pairs_set_label (same, i, names[i]);
    }
  for (guint i = 1; i < 6; i++)
    roundel_pairs_set_apart (one, 0, i, ROUNDEL_APART_LINE);
  assert_refused (one, "2+2+2", "Amara is in a reporting line with everyone else");
  for (guint i = 2; i < 6; i++)
    roundel_pairs_set_apart (one, 1, i, ROUNDEL_APART_LINE);
  assert_refused (one, "3+3", "Amara and Benoît are in a reporting line with everyone else");
  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < i; j++)
      roundel_pairs_set_apart (one, i, j, ROUNDEL_APART_PLACE);
  assert_refused (one, "2+2+2", "Amara, Benoît, Chen and 3 more cannot meet anyone else");

  for (guint i = 1; i < 4; i++)
    for (guint j = 1; j < i; j++)
      roundel_pairs_set_apart (crowd, i, j, ROUNDEL_APART_LINE);
  assert_refused (crowd, "3+3", "Benoît, Chen and Dagny are in one reporting line, and there are only 2 groups");

  /* both of them have only Farida left */
  for (guint i = 0; i < 5; i++)
    for (guint j = 0; j < MIN (i, 2); j++)
      roundel_pairs_set_apart (same, i, j, ROUNDEL_APART_LINE);
  assert_refused (same, "2+2+2", "There is no way to split them without a reporting line in a group; "
                                 "Amara is in one with 4 of the 5 others");

  for (guint i = 0; i < 14; i++)
    for (guint j = 0; j < MIN (i, 2); j++)
      if (i < 13)
        roundel_pairs_set_apart (many, i, j, ROUNDEL_APART_PLACE);
  assert_refused (many, "2+2+2+2+2+2+2", "No way was found to split them that keeps everyone apart who must be; "
                               "1 cannot be with 12 of the 13 others");
}

/* A company of 500: each has a boss above, directly or through others; those at the top are not there. */
static void
test_five_hundred_are_split_without_a_line (void)
{
  const guint n = 500;
  g_autoptr (RoundelPairs) pairs = roundel_pairs_new (n);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 4; i < n; i++)
    for (guint boss = i / 4 - 1;; boss = boss / 4 - 1)
      {
        roundel_pairs_set_apart (pairs, i, boss, ROUNDEL_APART_LINE);
        if (boss < 4)
          break;
      }
  for (guint i = 0; i < 100; i++)
    {
      guint five = 5;

      g_array_append_val (sizes, five);
    }
  groups = roundel_partition (pairs, sizes, NULL, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (check_groups (pairs, n, sizes, NULL, groups), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/partition/few-people-cost-the-least", test_few_people_cost_the_least);
  g_test_add_func ("/partition/ten-people-cost-the-least", test_ten_people_cost_the_least);
  g_test_add_func ("/partition/those-who-stay-cost-the-least-too", test_those_who_stay_cost_the_least_too);
  g_test_add_func ("/partition/two-who-both-stay-are-left-together", test_two_who_both_stay_are_left_together);
  g_test_add_func ("/partition/full-group-takes-no-more", test_full_group_takes_no_more);
  g_test_add_func ("/partition/many-people-cannot-be-bettered-by-a-swap",
                   test_many_people_cannot_be_bettered_by_a_swap);
  g_test_add_func ("/partition/search-finds-a-hidden-split", test_search_finds_a_hidden_split);
  g_test_add_func ("/partition/seed-decides-among-equals", test_seed_decides_among_equals);
  g_test_add_func ("/partition/reason-names-people", test_reason_names_people);
  g_test_add_func ("/partition/five-hundred-are-split-without-a-line", test_five_hundred_are_split_without_a_line);
  return g_test_run ();
}
