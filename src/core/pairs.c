/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/pairs.h"

#include <glib/gi18n-lib.h>

struct _RoundelPairs
{
  guint n;
  gint64 *cost;  /* n × n */
  guint8 *apart; /* n × n, RoundelApart */
  GStrv labels;
};

static guint
n_apart_from (const RoundelPairs *pairs,
              guint               person,
              RoundelApart       *why)
{
  guint n = 0;

  for (guint other = 0; other < pairs->n; other++)
    if (roundel_pairs_get_apart (pairs, person, other) != 0)
      {
        *why |= roundel_pairs_get_apart (pairs, person, other);
        n++;
      }
  return n;
}

/* “Ann, Bea and 3 more” */
static char *
list_labels (const RoundelPairs *pairs,
             const GArray       *people)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const guint n_named = people->len <= 4 ? people->len : 3;

  for (guint i = 0; i < n_named; i++)
    {
      const char *label = pairs->labels[g_array_index (people, guint, i)];

      if (i == 0)
        g_string_append (names, label);
      else if (i + 1 < people->len)
        /* Translators: one more name in a list */
        g_string_append_printf (names, _(", %s"), label);
      else
        /* Translators: the last name in a list */
        g_string_append_printf (names, _(" and %s"), label);
    }
  if (n_named < people->len)
    g_string_append_printf (names, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", people->len - n_named),
                            people->len - n_named);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Those who cannot be with anyone. */
static char *
explain_lonely (const RoundelPairs *pairs)
{
  g_autoptr (GArray) lonely = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  RoundelApart why = 0;

  for (guint p = 0; p < pairs->n; p++)
    {
      RoundelApart whose = 0;

      if (n_apart_from (pairs, p, &whose) + 1 < pairs->n)
        continue;
      g_array_append_val (lonely, p);
      why |= whose;
    }
  if (lonely->len == 0)
    return NULL;
  names = list_labels (pairs, lonely);
  if (lonely->len == 1)
    return g_strdup_printf (why == ROUNDEL_APART_LINE ? _("%s is in a reporting line with everyone else")
                            : why == ROUNDEL_APART_PLACE ? _("%s cannot meet anyone else")
                            : _("%s is in a reporting line with everyone else, or cannot meet them"), names);
  return g_strdup_printf (why == ROUNDEL_APART_LINE ? _("%s are in a reporting line with everyone else")
                          : why == ROUNDEL_APART_PLACE ? _("%s cannot meet anyone else")
                          : _("%s are in a reporting line with everyone else, or cannot meet them"), names);
}

/* More people who must all be kept apart than there are groups; the largest such set a greedy look finds. */
static char *
explain_crowd (const RoundelPairs *pairs,
               guint               n_groups)
{
  g_autoptr (GArray) crowd = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  RoundelApart why = 0;

  for (guint first = 0; first < pairs->n; first++)
    {
      g_array_set_size (next, 0);
      g_array_append_val (next, first);
      for (guint p = 0; p < pairs->n; p++)
        {
          guint i = 0;

          while (i < next->len && roundel_pairs_get_apart (pairs, p, g_array_index (next, guint, i)) != 0)
            i++;
          if (i == next->len)
            g_array_append_val (next, p);
        }
      if (next->len > crowd->len)
        {
          g_array_set_size (crowd, 0);
          g_array_append_vals (crowd, next->data, next->len);
        }
    }
  if (crowd->len <= n_groups)
    return NULL;
  for (guint i = 1; i < crowd->len; i++)
    why |= roundel_pairs_get_apart (pairs, g_array_index (crowd, guint, 0), g_array_index (crowd, guint, i));
  names = list_labels (pairs, crowd);
  /* Translators: %s are several names, %u is the number of groups */
  return g_strdup_printf (why == ROUNDEL_APART_LINE
                          ? g_dngettext (GETTEXT_PACKAGE, "%s are in one reporting line, and there is only %u group",
                                         "%s are in one reporting line, and there are only %u groups", n_groups)
                          : g_dngettext (GETTEXT_PACKAGE, "%s must be kept apart, and there is only %u group",
                                         "%s must be kept apart, and there are only %u groups", n_groups),
                          names, n_groups);
}

/* The one who has the fewest to be with. */
static char *
explain_hardest (const RoundelPairs *pairs,
                 gboolean            proved)
{
  guint hardest = 0, most = 0;
  RoundelApart why = 0, all = 0;

  for (guint p = 0; p < pairs->n; p++)
    {
      guint n = n_apart_from (pairs, p, &why);

      all |= why;
      if (n > most)
        {
          most = n;
          hardest = p;
        }
    }
  if (all == ROUNDEL_APART_LINE)
    return g_strdup_printf (proved ? _("There is no way to split them without a reporting line in a group; "
                                       "%s is in one with %u of the %u others")
                                   : _("No way was found to split them without a reporting line in a group; "
                                       "%s is in one with %u of the %u others"),
                            pairs->labels[hardest], most, pairs->n - 1);
  return g_strdup_printf (proved ? _("There is no way to split them that keeps everyone apart who must be; "
                                     "%s cannot be with %u of the %u others")
                                 : _("No way was found to split them that keeps everyone apart who must be; "
                                     "%s cannot be with %u of the %u others"),
                          pairs->labels[hardest], most, pairs->n - 1);
}

/**
 * roundel_pairs_new:
 * @n: how many people
 *
 * Returns: (transfer full): @n people of whom any may be together at no cost
 */
RoundelPairs *
roundel_pairs_new (guint n)
{
  RoundelPairs *self = g_new0 (RoundelPairs, 1);

  self->n = n;
  self->cost = g_new0 (gint64, (gsize) n * n);
  self->apart = g_new0 (guint8, (gsize) n * n);
  self->labels = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->labels[i] = g_strdup_printf ("%u", i + 1);
  return self;
}

void
roundel_pairs_free (RoundelPairs *self)
{
  g_free (self->cost);
  g_free (self->apart);
  g_strfreev (self->labels);
  g_free (self);
}

/**
 * roundel_pairs_get_size:
 * @self: the pairs
 *
 * Returns: how many people there are
 */
guint
roundel_pairs_get_size (const RoundelPairs *self)
{
  return self->n;
}

/**
 * roundel_pairs_set_label:
 * @self: the pairs
 * @person: index of a person
 * @label: what to call the person in a reason; at first the number, from 1
 */
void
roundel_pairs_set_label (RoundelPairs *self,
                         guint         person,
                         const char   *label)
{
  g_return_if_fail (person < self->n);

  g_free (self->labels[person]);
  self->labels[person] = g_strdup (label);
}

/**
 * roundel_pairs_set_cost:
 * @self: the pairs
 * @a: index of a person
 * @b: index of another
 * @cost: what it costs to put them together, 0 or more; the sum over all pairs must fit into 62 bits
 */
void
roundel_pairs_set_cost (RoundelPairs *self,
                        guint         a,
                        guint         b,
                        gint64        cost)
{
  g_return_if_fail (a < self->n && b < self->n && a != b);
  g_return_if_fail (cost >= 0);

  self->cost[(gsize) a * self->n + b] = cost;
  self->cost[(gsize) b * self->n + a] = cost;
}

/**
 * roundel_pairs_get_cost:
 * @self: the pairs
 * @a: index of a person
 * @b: index of another
 *
 * Returns: what it costs to put them together
 */
gint64
roundel_pairs_get_cost (const RoundelPairs *self,
                        guint               a,
                        guint               b)
{
  g_return_val_if_fail (a < self->n && b < self->n, 0);

  return self->cost[(gsize) a * self->n + b];
}

/**
 * roundel_pairs_set_apart:
 * @self: the pairs
 * @a: index of a person
 * @b: index of another
 * @why: why the two must not be together, or 0 if they may
 */
void
roundel_pairs_set_apart (RoundelPairs *self,
                         guint         a,
                         guint         b,
                         RoundelApart  why)
{
  g_return_if_fail (a < self->n && b < self->n && a != b);

  self->apart[(gsize) a * self->n + b] = (guint8) why;
  self->apart[(gsize) b * self->n + a] = (guint8) why;
}

/**
 * roundel_pairs_get_apart:
 * @self: the pairs
 * @a: index of a person
 * @b: index of another
 *
 * Returns: why the two must not be together, 0 if they may
 */
RoundelApart
roundel_pairs_get_apart (const RoundelPairs *self,
                         guint               a,
                         guint               b)
{
  g_return_val_if_fail (a < self->n && b < self->n, 0);

  return self->apart[(gsize) a * self->n + b];
}

/**
 * roundel_pairs_explain:
 * @self: people who could not be split so that all are kept apart who must be
 * @n_groups: into how many groups
 * @proved: whether it is certain that there is no way
 *
 * Returns: (transfer full): why not, a sentence that names those it fails on
 */
char *
roundel_pairs_explain (const RoundelPairs *self,
                       guint               n_groups,
                       gboolean            proved)
{
  char *why = explain_lonely (self);

  if (why == NULL)
    why = explain_crowd (self, n_groups);
  if (why == NULL)
    why = explain_hardest (self, proved);
  return why;
}
