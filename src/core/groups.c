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
 * Chooses the sizes of groups that work side by side (R4). All lie within @min to @max if that can be; if not, some have
 * one member more, or, if that does not do either, one fewer. No group has fewer than two, and two people alone are
 * never taken for a stretched group of three. Among what remains the sizes with the fewest members outside the range
 * are taken, then those nearest to @best for the most members, then the smaller ones, in which each has more time.
 * Sizes differ by at most one.
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
