/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/partners.h"

#include <glib/gi18n-lib.h>

#include "core/groups.h"

/* What each of the people to be paired says it cares for. A word is the number under which it is known. */
typedef struct
{
  GHashTable *numbers; /* folded word → number + 1 */
  GPtrArray *words;    /* as somebody wrote them */
  GPtrArray *of;       /* of each person a GArray of numbers, lowest first */
  GPtrArray *sites;    /* of each person, folded, or NULL */
} Profiles;

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
profiles_free (Profiles *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->of);
  g_ptr_array_unref (self->sites);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Profiles, profiles_free)

static void
add_words (Profiles     *self,
           GArray       *numbers,
           char * const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *folded = roundel_fold (words[i]);
      guint number;
      gboolean known = FALSE;

      if (folded == NULL)
        continue;
      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, folded));
      if (number == 0)
        {
          g_ptr_array_add (self->words, g_strstrip (g_strdup (words[i])));
          number = self->words->len;
          g_hash_table_insert (self->numbers, g_steal_pointer (&folded), GUINT_TO_POINTER (number));
        }
      for (guint k = 0; k < numbers->len; k++)
        known |= g_array_index (numbers, guint, k) == number;
      if (!known)
        g_array_append_val (numbers, number);
    }
}

static Profiles *
profiles_new (const GPtrArray *members,
              const GArray    *who)
{
  Profiles *self = g_new0 (Profiles, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->of = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->sites = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < who->len; i++)
    {
      const RoundelMember *member = members->pdata[g_array_index (who, guint, i)];
      GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

      add_words (self, numbers, member->interests);
      add_words (self, numbers, member->goals);
      g_array_sort (numbers, compare_numbers);
      g_ptr_array_add (self->of, numbers);
      g_ptr_array_add (self->sites, roundel_fold (member->site));
    }
  return self;
}

/* How many numbers are in both A and B; they are added to BOTH if it is given. */
static guint
intersect (const GArray *a,
           const GArray *b,
           GArray       *both)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint x = g_array_index (a, guint, i);
      guint y = g_array_index (b, guint, j);

      if (x == y && both != NULL)
        g_array_append_val (both, x);
      n += x == y;
      i += x <= y;
      j += y <= x;
    }
  return n;
}

static gboolean
at_one_site (const Profiles *self,
             guint           a,
             guint           b)
{
  const char *x = self->sites->pdata[a];
  const char *y = self->sites->pdata[b];

  return x != NULL && y != NULL && g_str_equal (x, y);
}

static gboolean
at_two_sites (const Profiles *self,
              guint           a,
              guint           b)
{
  return self->sites->pdata[a] != NULL && self->sites->pdata[b] != NULL && !at_one_site (self, a, b);
}

/* Pairs, and as few trios as can be: with @same_site one for each site with an odd number, unless somebody whose site
 * is not stated can make it even. NULL if there is nobody to be paired with. */
static GArray *
partner_sizes (const Profiles  *self,
               gboolean         same_site,
               GError         **error)
{
  const guint n = self->of->len;
  g_autoptr (GHashTable) odd = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *sizes = roundel_group_sizes (n, 2, 2, 2, error);
  guint anywhere = 0, n_trios;

  if (sizes == NULL || !same_site)
    return sizes;
  for (guint i = 0; i < n; i++)
    {
      char *site = self->sites->pdata[i];

      if (site == NULL)
        anywhere++;
      else if (!g_hash_table_remove (odd, site))
        g_hash_table_add (odd, site);
    }
  n_trios = MAX (g_hash_table_size (odd), anywhere) - anywhere;
  n_trios += (n_trios + n) % 2;
  /* too many odd sites: some have one member only, and there is no way */
  while (n_trios * 3 > n)
    n_trios -= 2;

  g_array_set_size (sizes, 0);
  for (guint left = n; left > 0;)
    {
      guint size = left > n_trios * 3 ? 2 : 3;

      g_array_append_val (sizes, size);
      left -= size;
    }
  return sizes;
}

/* From 0 for two who have much in common to 9. The first thing in common counts most, so that everybody gets one before
 * anybody gets many; to be at one site counts as the least of them. */
static gint64
distance (const Profiles *self,
          guint           a,
          guint           b)
{
  static const gint64 by_shared[] = { 9, 5, 3, 2, 1 };
  guint shared = intersect (self->of->pdata[a], self->of->pdata[b], NULL);

  return by_shared[MIN (shared, G_N_ELEMENTS (by_shared) - 1)] - at_one_site (self, a, b);
}

static char *
join_words (const Profiles *self,
            const GArray   *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            (char *) self->words->pdata[g_array_index (numbers, guint, i) - 1]);
  return g_string_free (text, FALSE);
}

static char *
explain (const Profiles  *self,
         const GPtrArray *members,
         const GArray    *who,
         const GArray    *partners)
{
  const gboolean trio = partners->len > 2;
  const guint first = g_array_index (partners, guint, 0);
  g_autoptr (GArray) by_all = g_array_copy (self->of->pdata[first]);
  g_autoptr (GArray) by_two = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean one_site = TRUE;

  for (guint i = 1; i < partners->len; i++)
    {
      guint other = g_array_index (partners, guint, i);
      g_autoptr (GArray) before = g_steal_pointer (&by_all);

      by_all = g_array_new (FALSE, FALSE, sizeof (guint));
      intersect (before, self->of->pdata[other], by_all);
      one_site = one_site && at_one_site (self, first, other);
    }
  for (guint i = 0; i < partners->len && by_two->len == 0; i++)
    intersect (self->of->pdata[g_array_index (partners, guint, i)],
               self->of->pdata[g_array_index (partners, guint, (i + 1) % partners->len)], by_two);

  if (by_all->len > 0)
    {
      g_autofree char *words = join_words (self, by_all);

      /* Translators: %s is what they share: interests and goals, as they wrote them */
      return g_strdup_printf (trio ? _("all three: %s") : _("both: %s"), words);
    }
  if (by_two->len > 0)
    {
      g_autofree char *words = join_words (self, by_two);

      /* Translators: %s is what two of three share */
      return g_strdup_printf (_("two of them: %s"), words);
    }
  if (one_site)
    {
      const RoundelMember *member = members->pdata[g_array_index (who, guint, first)];
      g_autofree char *site = g_strstrip (g_strdup (member->site));

      /* Translators: %s is a place of work */
      return g_strdup_printf (_("same place: %s"), site);
    }
  return g_strdup (_("nothing in common is noted yet"));
}

void
roundel_partners_free (RoundelPartners *self)
{
  g_array_unref (self->members);
  g_free (self->why);
  g_free (self);
}

/**
 * roundel_partners_match:
 * @members: (element-type RoundelMember): all members of the program
 * @circle: (nullable) (element-type guint): indices of those to be paired, or %NULL for all
 * @lines: (nullable): the reporting lines of the program, or %NULL where they do not matter (outcome 9)
 * @before: (nullable): who have been partners before, or %NULL if nobody has
 * @same_site: whether partners can only meet where they work: then two who work at different sites are never
 *   partners; a site that is not stated is no obstacle
 * @seed: another seed gives other partners of the same worth
 * @error: return location
 *
 * Pairs members between the sessions (D18), with one trio if their number is odd, with @same_site one at each site
 * where it is: nobody with somebody of the own reporting line, new pairs before repeated ones, and, among these,
 * those who share most interests and goals. Words are compared whole, whatever their case.
 *
 * Returns: (transfer full) (element-type RoundelPartners): the partners, or %NULL with %ROUNDEL_CORE_ERROR_PEOPLE
 */
GPtrArray *
roundel_partners_match (const GPtrArray        *members,
                        const GArray           *circle,
                        const RoundelReporting *lines,
                        const RoundelTogether  *before,
                        gboolean                same_site,
                        guint32                 seed,
                        GError                **error)
{
  /* for hundreds of pairs, all that the smaller can add up to is less than one of the larger */
  const gint64 again = 100000000;
  const gint64 closer = 10000;
  g_autoptr (GArray) who = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) sizes = NULL;
  g_autoptr (RoundelPairs) pairs = NULL;
  g_autoptr (Profiles) profiles = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *matched;

  for (guint i = 0; i < (circle != NULL ? circle->len : members->len); i++)
    {
      guint member = circle != NULL ? g_array_index (circle, guint, i) : i;

      g_return_val_if_fail (member < members->len, NULL);
      g_array_append_val (who, member);
    }
  profiles = profiles_new (members, who);
  sizes = partner_sizes (profiles, same_site, error);
  if (sizes == NULL)
    return NULL;

  pairs = roundel_groups_pairs (who, lines, NULL);
  for (guint a = 0; a < who->len; a++)
    {
      g_autofree char *label = roundel_members_dup_label (members, g_array_index (who, guint, a));

      roundel_pairs_set_label (pairs, a, label);
      for (guint b = 0; b < a; b++)
        {
          guint one = g_array_index (who, guint, a);
          guint other = g_array_index (who, guint, b);
          gint64 cost = closer * distance (profiles, a, b);

          if (before != NULL)
            cost += again * roundel_together_count (before, one, other) + roundel_together_recency (before, one, other);
          roundel_pairs_set_cost (pairs, a, b, cost);
          if (same_site && at_two_sites (profiles, a, b))
            roundel_pairs_set_apart (pairs, a, b, roundel_pairs_get_apart (pairs, a, b) | ROUNDEL_APART_PLACE);
        }
    }
  groups = roundel_partition (pairs, sizes, NULL, seed, NULL, error);
  if (groups == NULL)
    return NULL;

  matched = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_partners_free);
  for (guint g = 0; g < groups->len; g++)
    {
      const GArray *group = groups->pdata[g];
      RoundelPartners *partners = g_new0 (RoundelPartners, 1);

      partners->why = explain (profiles, members, who, group);
      partners->members = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < group->len; i++)
        g_array_append_val (partners->members, g_array_index (who, guint, g_array_index (group, guint, i)));
      g_ptr_array_add (matched, partners);
    }
  return matched;
}
