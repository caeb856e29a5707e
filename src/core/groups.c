/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/groups.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

/* How well COUNT groups suit N people; a smaller value is better, place by place. */
typedef struct
{
  guint stretch; /* 0: all within the range, 1: some one larger, 2: some one smaller */
  guint outside; /* members in groups outside the range */
  guint off;     /* members times their group's distance from the best size */
} SizesRank;

static guint
distance (guint a,
          guint b)
{
  return a > b ? a - b : b - a;
}

/* FALSE if COUNT groups, as even as possible, would be stretched by more than one. Even groups are the ones to look at:
 * no others have fewer members outside the range. */
static gboolean
rank_sizes (guint      n,
            guint      count,
            guint      min,
            guint      max,
            guint      best,
            SizesRank *rank)
{
  guint small = n / count;
  guint n_large = n % count;
  guint large = n_large > 0 ? small + 1 : small;
  guint in_small = (count - n_large) * small;
  guint in_large = n_large * large;

  *rank = (SizesRank) { 0 };
  if (small < 2 || small + 1 < min || large - 1 > max)
    return FALSE;
  if (small < min)
    {
      /* two people alone are not a group of three that lacks one: they need another format */
      if (small == 2 && count == 1)
        return FALSE;
      rank->stretch = 2;
      rank->outside = in_small + (large < min ? in_large : 0);
    }
  else if (large > max)
    {
      rank->stretch = 1;
      rank->outside = in_large + (small > max ? in_small : 0);
    }
  rank->off = in_small * distance (small, best) + in_large * distance (large, best);
  return TRUE;
}

static gboolean
is_better (const SizesRank *a,
           const SizesRank *b)
{
  if (a->stretch != b->stretch)
    return a->stretch < b->stretch;
  if (a->outside != b->outside)
    return a->outside < b->outside;
  return a->off < b->off;
}

static void
set_sizes_error (GError **error,
                 guint    n,
                 guint    min,
                 guint    max)
{
  g_autofree char *people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
  g_autofree char *groups = NULL;

  if (max == G_MAXUINT)
    groups = g_strdup_printf (_("groups of at least %u"), min);
  else if (max > min)
    groups = g_strdup_printf (_("groups of %u to %u"), min, max);
  else
    groups = g_strdup_printf (_("groups of %u"), min);

  /* Translators: "7 people cannot be put into groups of 4 to 5, not even with one more or one fewer in a group" */
  g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
               _("%s cannot be put into %s, not even with one more or one fewer in a group"), people, groups);
}

/**
 * roundel_group_sizes:
 * @n: how many people there are
 * @min: the smallest group the format knows; below two counts as two
 * @max: the largest group the format knows, or 0 if there is no largest
 * @best: the size that suits the format best, or 0 for the smallest
 * @error: return location
 *
 * Chooses the sizes of groups that work side by side (R4). All lie within @min to @max if that can be; if not, some
 * have one member more, or, if that does not do either, one fewer. No group has fewer than two, and two people alone
 * are never taken for a stretched group of three. Among what remains the sizes with the fewest members outside the
 * range are taken, then those nearest to @best for the most members, then the smaller ones, in which each has more
 * time. Sizes differ by at most one.
 *
 * Returns: (transfer full) (element-type guint): the sizes, smallest first, or %NULL with %ROUNDEL_CORE_ERROR_PEOPLE
 */
GArray *
roundel_group_sizes (guint    n,
                     guint    min,
                     guint    max,
                     guint    best,
                     GError **error)
{
  SizesRank rank, best_rank = { G_MAXUINT };
  guint count = 0;
  GArray *sizes;

  g_return_val_if_fail (max == 0 || max >= MAX (min, 2), NULL);

  min = MAX (min, 2);
  max = max > 0 ? max : G_MAXUINT;
  best = best > 0 ? best : min;
  for (guint i = n / 2; i > 0; i--)
    if (rank_sizes (n, i, min, max, best, &rank) && is_better (&rank, &best_rank))
      {
        count = i;
        best_rank = rank;
      }
  if (count == 0)
    {
      set_sizes_error (error, n, min, max);
      return NULL;
    }
  sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < count; i++)
    {
      guint size = (n + i) / count; /* the floor first, the n % count larger ones last */

      g_array_append_val (sizes, size);
    }
  return sizes;
}

/* From indices into WHO to members. */
static GPtrArray *
to_members (GPtrArray    *groups,
            const GArray *who)
{
  for (guint g = 0; groups != NULL && g < groups->len; g++)
    {
      GArray *group = groups->pdata[g];

      for (guint i = 0; i < group->len; i++)
        g_array_index (group, guint, i) = g_array_index (who, guint, g_array_index (group, guint, i));
    }
  return groups;
}

/**
 * roundel_groups_pairs:
 * @present: (element-type guint): indices of the members who are there
 * @lines: (nullable): the reporting lines of the program, or %NULL where they do not matter (outcome 9)
 * @together: (nullable): who has been with whom, or %NULL at the first session
 *
 * What it costs to put each two of those present into one group (R4): nothing if they have never been in one; else the
 * more the oftener, and, as often, the more the later. One meeting more costs more than any recency as long as no more
 * than 1,100 pairs sit together, as 500 people in fours do. Two in one reporting line are kept apart.
 *
 * Returns: (transfer full): the pairs, of indices into @present; each costs less than %ROUNDEL_GROUPS_COST_END
 */
RoundelPairs *
roundel_groups_pairs (const GArray           *present,
                      const RoundelReporting *lines,
                      const RoundelTogether  *together)
{
  const gint64 once = 10000;
  RoundelPairs *pairs = roundel_pairs_new (present->len);

  for (guint i = 0; i < present->len; i++)
    {
      guint a = g_array_index (present, guint, i);

      if (lines != NULL)
        roundel_pairs_set_label (pairs, i, roundel_reporting_label (lines, a));
      for (guint j = 0; j < i; j++)
        {
          guint b = g_array_index (present, guint, j);

          if (lines != NULL && roundel_reporting_in_line (lines, a, b))
            roundel_pairs_set_apart (pairs, i, j, ROUNDEL_APART_LINE);
          if (together != NULL)
            roundel_pairs_set_cost (pairs, i, j, once * MIN (roundel_together_count (together, a, b), 99)
                                    + roundel_together_recency (together, a, b));
        }
    }
  return pairs;
}

/**
 * roundel_groups_form:
 * @present: (element-type guint): indices of the members who are there
 * @sizes: (element-type guint): the size of each group, see roundel_group_sizes(); their sum is the number present
 * @places: (nullable) (element-type guint): for each of @present the group it stays in, or %ROUNDEL_ANY_GROUP
 * @lines: (nullable): the reporting lines of the program, or %NULL where they do not matter (outcome 9)
 * @together: (nullable): who has been with whom, or %NULL at the first session
 * @seed: shuffles: another seed gives other groups of the same worth
 * @n_broken: (out) (optional): %NULL to refuse groups with a reporting line; else where to put how many there are, as
 *   few as can be
 * @error: return location
 *
 * Forms groups from those in the room (R4): no reporting line in a group, and new mixes before repeated ones.
 *
 * Returns: (transfer full) (element-type GArray): the groups in the order of @sizes, each a #GArray of indices of
 *   members; or %NULL with %ROUNDEL_CORE_ERROR_PEOPLE
 */
GPtrArray *
roundel_groups_form (const GArray           *present,
                     const GArray           *sizes,
                     const GArray           *places,
                     const RoundelReporting *lines,
                     const RoundelTogether  *together,
                     guint32                 seed,
                     guint                  *n_broken,
                     GError                **error)
{
  g_autoptr (RoundelPairs) pairs = roundel_groups_pairs (present, lines, together);

  return to_members (roundel_partition (pairs, sizes, places, seed, n_broken, error), present);
}

/* Of what is not stated neither can be said. */
static gboolean
agree (const char *a,
       const char *b)
{
  return a != NULL && b != NULL && g_str_equal (a, b);
}

static gboolean
differ (const char *a,
        const char *b)
{
  return a != NULL && b != NULL && !g_str_equal (a, b);
}

/**
 * roundel_groups_split:
 * @members: (element-type RoundelMember): the members of a program
 * @who: (element-type guint): the cohort, indices of @members
 * @lines: (nullable): the reporting lines of @members, or %NULL where they do not matter (outcome 9)
 * @min: the smallest size of a circle
 * @max: the largest, or 0
 * @best: the size that suits the outcome best, or 0
 * @seed: another seed gives other circles of the same worth
 * @error: return location
 *
 * Splits a cohort into circles (D4): none with a reporting line inside; members of one level together; and, as far as
 * that allows, of different teams.
 *
 * Returns: (transfer full) (element-type GArray): the circles, each a #GArray of indices of members; or %NULL with
 *   %ROUNDEL_CORE_ERROR_PEOPLE
 */
GPtrArray *
roundel_groups_split (const GPtrArray        *members,
                      const GArray           *who,
                      const RoundelReporting *lines,
                      guint                   min,
                      guint                   max,
                      guint                   best,
                      guint32                 seed,
                      GError                **error)
{
  const gint64 other_level = 4;
  const gint64 same_team = 1;
  g_autoptr (GArray) sizes = roundel_group_sizes (who->len, min, max, best, error);
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) teams = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RoundelPairs) pairs = NULL;

  if (sizes == NULL)
    return NULL;
  for (guint i = 0; i < who->len; i++)
    {
      const RoundelMember *member = members->pdata[g_array_index (who, guint, i)];

      g_ptr_array_add (levels, roundel_fold (member->level));
      g_ptr_array_add (teams, roundel_fold (member->team));
    }
  pairs = roundel_groups_pairs (who, lines, NULL);
  for (guint a = 0; a < who->len; a++)
    for (guint b = 0; b < a; b++)
      roundel_pairs_set_cost (pairs, a, b,
                              other_level * differ (levels->pdata[a], levels->pdata[b])
                              + same_team * agree (teams->pdata[a], teams->pdata[b]));
  return to_members (roundel_partition (pairs, sizes, NULL, seed, NULL, error), who);
}
