/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/partition.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/error.h"

/* So many people who may go anywhere are split by trying everything; more by a search. */
#define MOST_FOR_EXACT 12

/* Pairs together who are kept apart come before any cost. */
typedef struct
{
  gint64 broken;
  gint64 cost;
} Score;

typedef struct
{
  guint n;
  Score *pairs;      /* n × n */
  guint n_groups;
  guint stride;      /* the largest size */
  guint *size;       /* of each group */
  guint *n_fixed;    /* of each group: how many have their place in it */
  guint *person;     /* n_groups × stride */
  guint *group;      /* of each person */
  guint *at;         /* of each person, in its group */
  gboolean *fixed;   /* whether a person has a place */
  guint *movable;    /* the persons who have none, shuffled */
  guint n_movable;
} Seating;

static gboolean
is_less (Score a,
         Score b)
{
  return a.broken != b.broken ? a.broken < b.broken : a.cost < b.cost;
}

static Score
sum (Score a,
     Score b)
{
  return (Score) { a.broken + b.broken, a.cost + b.cost };
}

static Score
difference (Score a,
            Score b)
{
  return (Score) { a.broken - b.broken, a.cost - b.cost };
}

static Score
pair_score (const Seating *self,
            guint          a,
            guint          b)
{
  return self->pairs[(gsize) a * self->n + b];
}

static void
seating_free (Seating *self)
{
  g_free (self->pairs);
  g_free (self->size);
  g_free (self->n_fixed);
  g_free (self->person);
  g_free (self->group);
  g_free (self->at);
  g_free (self->fixed);
  g_free (self->movable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Seating, seating_free)

static guint
person_at (const Seating *self,
           guint          group,
           guint          at)
{
  return self->person[group * self->stride + at];
}

static void
put (Seating *self,
     guint    person,
     guint    group,
     guint    at)
{
  self->person[group * self->stride + at] = person;
  self->group[person] = group;
  self->at[person] = at;
}

/* Those who have a place are put there, the others into @movable. FALSE if a group has no room for those who have their
 * place in it. */
static gboolean
seat_fixed (Seating       *self,
            const GArray  *places,
            GRand         *rand,
            GError       **error)
{
  for (guint p = 0; p < self->n; p++)
    {
      guint g = places != NULL ? g_array_index (places, guint, p) : ROUNDEL_ANY_GROUP;

      if (g == ROUNDEL_ANY_GROUP)
        {
          guint i = (guint) g_rand_int_range (rand, 0, (gint32) self->n_movable + 1);

          self->movable[self->n_movable++] = self->movable[i];
          self->movable[i] = p;
          continue;
        }
      if (self->n_fixed[g] == self->size[g])
        {
          g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
                       _("More people are kept in group %u than the %u it has room for"), g + 1, self->size[g]);
          return FALSE;
        }
      self->fixed[p] = TRUE;
      put (self, p, g, self->n_fixed[g]++);
    }
  return TRUE;
}

static Seating *
seating_new (const RoundelPairs *pairs,
             const GArray       *sizes)
{
  Seating *self = g_new0 (Seating, 1);

  self->n = roundel_pairs_get_size (pairs);
  self->pairs = g_new0 (Score, (gsize) self->n * self->n);
  for (guint a = 0; a < self->n; a++)
    for (guint b = 0; b < self->n; b++)
      self->pairs[(gsize) a * self->n + b] = (Score) { roundel_pairs_get_apart (pairs, a, b) != 0,
                                                       roundel_pairs_get_cost (pairs, a, b) };
  self->n_groups = sizes->len;
  self->size = g_memdup2 (sizes->data, sizes->len * sizeof (guint));
  for (guint g = 0; g < sizes->len; g++)
    self->stride = MAX (self->stride, self->size[g]);
  self->n_fixed = g_new0 (guint, sizes->len);
  self->person = g_new0 (guint, (gsize) sizes->len * self->stride);
  self->group = g_new0 (guint, self->n);
  self->at = g_new0 (guint, self->n);
  self->fixed = g_new0 (gboolean, self->n);
  self->movable = g_new0 (guint, self->n);
  return self;
}

static void
seat_movable (Seating *self)
{
  guint next = 0;

  for (guint g = 0; g < self->n_groups; g++)
    for (guint at = self->n_fixed[g]; at < self->size[g]; at++)
      put (self, self->movable[next++], g, at);
}

/* What the groups cost; two who both have their place are there because somebody wants them there. */
static Score
seating_score (const Seating *self)
{
  Score score = { 0 };

  for (guint g = 0; g < self->n_groups; g++)
    for (guint i = self->n_fixed[g]; i < self->size[g]; i++)
      for (guint j = 0; j < i; j++)
        score = sum (score, pair_score (self, person_at (self, g, i), person_at (self, g, j)));
  return score;
}

/* Of each set of the movable people: what it costs to have them in one group. */
static Score *
score_sets (const Seating *self)
{
  const guint n_sets = 1u << self->n_movable;
  Score *within = g_new0 (Score, n_sets);

  for (guint set = 1; set < n_sets; set++)
    {
      guint first = (guint) g_bit_nth_lsf (set, -1);

      within[set] = within[set & (set - 1)];
      for (guint i = first + 1; i < self->n_movable; i++)
        if (set & (1u << i))
          within[set] = sum (within[set], pair_score (self, self->movable[first], self->movable[i]));
    }
  return within;
}

/* What the set of movable people costs in GROUP together with those who have their place there. */
static Score
score_set_in (const Seating *self,
              guint          set,
              guint          group)
{
  Score score = { 0 };

  for (guint i = 0; i < self->n_movable; i++)
    for (guint at = 0; set & (1u << i) && at < self->n_fixed[group]; at++)
      score = sum (score, pair_score (self, self->movable[i], person_at (self, group, at)));
  return score;
}

/* Tries everything: for each set of people the least that the groups so far cost when filled with them. */
static void
split_exactly (Seating *self)
{
  const guint n_sets = 1u << self->n_movable;
  g_autofree Score *within = score_sets (self);
  g_autofree Score *least = g_new (Score, n_sets);
  g_autofree guint *last = g_new0 (guint, n_sets);
  guint seated = 0, set = n_sets - 1;

  for (guint i = 0; i < n_sets; i++)
    least[i] = (Score) { i > 0 ? G_MAXINT64 : 0, 0 };

  for (guint g = 0; g < self->n_groups; g++)
    {
      guint room = self->size[g] - self->n_fixed[g];

      seated += room;
      for (guint all = 1; room > 0 && all < n_sets; all++)
        {
          if ((guint) __builtin_popcount (all) != seated)
            continue;
          for (guint part = all; part != 0; part = (part - 1) & all)
            {
              Score score;

              if ((guint) __builtin_popcount (part) != room)
                continue;
              score = sum (least[all ^ part], sum (within[part], score_set_in (self, part, g)));
              if (is_less (score, least[all]))
                {
                  least[all] = score;
                  last[all] = part;
                }
            }
        }
    }

  for (guint g = self->n_groups; g-- > 0;)
    {
      guint at = self->n_fixed[g];
      guint part = at < self->size[g] ? last[set] : 0;

      for (guint i = 0; i < self->n_movable; i++)
        if (part & (1u << i))
          put (self, self->movable[i], g, at++);
      set ^= part;
    }
}

/* What PERSON costs in GROUP, not counting one who would no longer be there. */
static inline Score
score_in (const Seating *self,
          guint          person,
          guint          group,
          guint          without)
{
  Score score = { 0 };

  for (guint at = 0; at < self->size[group]; at++)
    {
      guint other = person_at (self, group, at);

      if (other != person && other != without)
        score = sum (score, pair_score (self, person, other));
    }
  return score;
}

/* What changes when two people of different groups change places. */
static Score
swap_score (const Seating *self,
            guint          p,
            guint          q)
{
  Score before = sum (score_in (self, p, self->group[p], p), score_in (self, q, self->group[q], q));
  Score after = sum (score_in (self, p, self->group[q], q), score_in (self, q, self->group[p], p));

  return difference (after, before);
}

static void
swap (Seating *self,
      guint    p,
      guint    q)
{
  guint group = self->group[p];
  guint at = self->at[p];

  put (self, p, self->group[q], self->at[q]);
  put (self, q, group, at);
}

/* Whether P can go over to Q's group and the sizes stay what they are, only of other groups. */
static gboolean
may_go_over (const Seating *self,
             guint          p,
             guint          q)
{
  guint from = self->group[p];
  guint to = self->group[q];

  return self->size[from] == self->size[to] + 1 && self->n_fixed[from] == 0 && self->n_fixed[to] == 0;
}

static Score
go_over_score (const Seating *self,
               guint          p,
               guint          q)
{
  return difference (score_in (self, p, self->group[q], p), score_in (self, p, self->group[p], p));
}

static void
go_over (Seating *self,
         guint    p,
         guint    q)
{
  guint from = self->group[p];
  guint to = self->group[q];

  put (self, person_at (self, from, --self->size[from]), from, self->at[p]);
  put (self, p, to, self->size[to]++);
}

/* Changes places as long as any change helps. */
static Score
descend (Seating *self,
         Score    score)
{
  gboolean better = TRUE;

  while (better)
    {
      better = FALSE;
      for (guint i = 0; i < self->n_movable; i++)
        for (guint j = 0; j < self->n_movable; j++)
          {
            guint p = self->movable[i];
            guint q = self->movable[j];
            Score delta;

            if (self->group[p] == self->group[q])
              continue;
            delta = swap_score (self, p, q);
            if (is_less (delta, (Score) { 0 }))
              swap (self, p, q);
            else if (may_go_over (self, p, q) && is_less (delta = go_over_score (self, p, q), (Score) { 0 }))
              go_over (self, p, q);
            else
              continue;
            score = sum (score, delta);
            better = TRUE;
          }
    }
  return score;
}

/* Seats everyone in the group of GROUPS again. */
static void
restore (Seating     *self,
         const guint *groups)
{
  for (guint g = 0; g < self->n_groups; g++)
    self->size[g] = self->n_fixed[g];
  for (guint i = 0; i < self->n_movable; i++)
    {
      guint person = self->movable[i];
      guint group = groups[person];

      put (self, person, group, self->size[group]++);
    }
}

/* What changes by one of the changes that P and Q, of different groups, can make. */
static Score
draw_change (const Seating *self,
             guint          p,
             guint          q,
             GRand         *rand,
             gboolean      *over)
{
  *over = may_go_over (self, p, q) && g_rand_boolean (rand);
  return *over ? go_over_score (self, p, q) : swap_score (self, p, q);
}

static void
make_change (Seating  *self,
             guint     p,
             guint     q,
             gboolean  over)
{
  if (over)
    go_over (self, p, q);
  else
    swap (self, p, q);
}

/* Adds those of a group who are with somebody they must not be with. */
static void
add_broken (const Seating *self,
            guint          group,
            GArray        *broken,
            gboolean      *listed)
{
  for (guint at = self->n_fixed[group]; at < self->size[group]; at++)
    {
      guint p = person_at (self, group, at);

      if (listed[p] || score_in (self, p, group, p).broken == 0)
        continue;
      listed[p] = TRUE;
      g_array_append_val (broken, p);
    }
}

/* Min-conflicts (Minton and others, 1992, doi:10.1016/0004-3702(92)90007-K): always moves one who is with somebody that
 * person must not be with, whatever it costs, and now and then for the worse, until there is none. */
static Score
bring_apart (Seating *self,
             Score    score,
             GRand   *rand)
{
  const guint n_steps = 600000;
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *listed = g_new0 (gboolean, self->n);

  for (guint g = 0; g < self->n_groups; g++)
    add_broken (self, g, broken, listed);
  for (guint step = 0; step < n_steps && broken->len > 0; step++)
    {
      guint i = (guint) g_rand_int_range (rand, 0, (gint32) broken->len);
      guint p = g_array_index (broken, guint, i);
      guint q = self->movable[g_rand_int_range (rand, 0, (gint32) self->n_movable)];
      guint from = self->group[p];
      guint to = self->group[q];
      gboolean over;
      Score delta;

      if (score_in (self, p, from, p).broken == 0)
        {
          listed[p] = FALSE;
          g_array_remove_index_fast (broken, i);
          continue;
        }
      if (from == to)
        continue;
      delta = draw_change (self, p, q, rand, &over);
      if (delta.broken > 0 && g_rand_int_range (rand, 0, 100) > 0)
        continue;
      make_change (self, p, q, over);
      score = sum (score, delta);
      add_broken (self, from, broken, listed);
      add_broken (self, to, broken, listed);
    }
  return score;
}

/* Simulated annealing (Kirkpatrick and others, 1983, doi:10.1126/science.220.4598.671). It cools from the dearest
 * pair down to less than the smallest cost there can be, by the same factor at each step, so costs may be of any
 * size. Ends in the best seating that was met. */
static Score
anneal (Seating *self,
        Score    score,
        GRand   *rand)
{
  const guint n_steps = MAX (600000, 2000 * self->n_movable);
  g_autofree guint *best_groups = g_memdup2 (self->group, self->n * sizeof (guint));
  Score best = score;
  double dearest = 1, heat, cooling;

  for (gsize i = 0; i < (gsize) self->n * self->n; i++)
    dearest = MAX (dearest, (double) self->pairs[i].cost);
  heat = dearest / 3;
  cooling = pow (0.3 / heat, 1.0 / n_steps);
  for (guint step = 0; step < n_steps && is_less ((Score) { 0 }, best); step++, heat *= cooling)
    {
      guint p = self->movable[g_rand_int_range (rand, 0, (gint32) self->n_movable)];
      guint q = self->movable[g_rand_int_range (rand, 0, (gint32) self->n_movable)];
      gboolean over;
      Score delta;
      double worse;

      if (self->group[p] == self->group[q])
        continue;
      delta = draw_change (self, p, q, rand, &over);
      worse = (double) delta.broken * 4 * dearest + (double) delta.cost;
      if (worse > 0 && (worse > 20 * heat || g_rand_double (rand) >= exp (-worse / heat)))
        continue;
      make_change (self, p, q, over);
      score = sum (score, delta);
      if (is_less (score, best))
        {
          best = score;
          memcpy (best_groups, self->group, self->n * sizeof (guint));
        }
    }
  restore (self, best_groups);
  return best;
}

static gint
compare_people (gconstpointer a,
                gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* In the order of SIZES, to which the search does not keep in groups where nobody has a place. */
static GPtrArray *
seating_to_groups (const Seating *self,
                   const GArray  *sizes)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree gboolean *taken = g_new0 (gboolean, self->n_groups);

  for (guint g = 0; g < self->n_groups; g++)
    {
      GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));
      guint from = g;

      if (self->n_fixed[g] == 0)
        for (from = 0; taken[from] || self->n_fixed[from] > 0 || self->size[from] != g_array_index (sizes, guint, g);)
          from++;
      taken[from] = TRUE;
      g_array_append_vals (group, self->person + (gsize) from * self->stride, self->size[from]);
      g_array_sort (group, compare_people);
      g_ptr_array_add (groups, group);
    }
  return groups;
}

/**
 * roundel_partition:
 * @pairs: the people, what each pair costs and who is kept apart
 * @sizes: (element-type guint): the size of each group; their sum is the number of people
 * @places: (nullable) (element-type guint): for each person the index of the group it stays in, or %ROUNDEL_ANY_GROUP
 * @seed: the same seed makes the same groups; another one other groups of the same cost, if there are any
 * @n_broken: (out) (optional): %NULL to refuse groups in which people are together who are kept apart; else where to
 *   put how many such pairs there are, as few as can be
 * @error: return location
 *
 * Splits people into groups at the least sum of the costs of all pairs that are together. With up to 12 who may go
 * anywhere the result is proved to be the least; above that it is the best of a search, and no change of two places
 * makes it better. Two who both have their place in a group are not kept apart: somebody wants them there.
 *
 * Returns: (transfer full) (element-type GArray): the groups in the order of @sizes, each a #GArray of indices, lowest
 *   first; or %NULL with %ROUNDEL_CORE_ERROR_PEOPLE and a reason that names people
 */
GPtrArray *
roundel_partition (const RoundelPairs *pairs,
                   const GArray       *sizes,
                   const GArray       *places,
                   guint32             seed,
                   guint              *n_broken,
                   GError            **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Seating) seating = seating_new (pairs, sizes);
  Score score;
  guint n = 0;

  for (guint g = 0; g < sizes->len; g++)
    n += g_array_index (sizes, guint, g);
  g_return_val_if_fail (n == seating->n, NULL);
  g_return_val_if_fail (places == NULL || places->len == n, NULL);
  for (guint p = 0; places != NULL && p < n; p++)
    g_return_val_if_fail (g_array_index (places, guint, p) < sizes->len
                          || g_array_index (places, guint, p) == ROUNDEL_ANY_GROUP, NULL);

  if (!seat_fixed (seating, places, rand, error))
    return NULL;
  if (seating->n_movable <= MOST_FOR_EXACT)
    split_exactly (seating);
  else
    seat_movable (seating);
  score = seating_score (seating);
  if (seating->n_movable > MOST_FOR_EXACT)
    score = descend (seating, anneal (seating, bring_apart (seating, score, rand), rand));

  if (n_broken != NULL)
    *n_broken = (guint) score.broken;
  else if (score.broken > 0)
    {
      g_autofree char *why = roundel_pairs_explain (pairs, sizes->len, seating->n_movable <= MOST_FOR_EXACT);

      g_set_error_literal (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE, why);
      return NULL;
    }
  return seating_to_groups (seating, sizes);
}
