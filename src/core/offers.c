/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/offers.h"

static gboolean
has_word (char       **words,
          const char  *word)
{
  g_autofree char *folded = roundel_fold (word);

  for (char **one = words; folded != NULL && one != NULL && *one != NULL; one++)
    {
      g_autofree char *other = roundel_fold (*one);

      if (g_strcmp0 (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds all who can help ASKER with WHAT; FALSE when nobody can. */
static gboolean
add_helpers (const RoundelProgram *self,
             guint                 asker,
             const char           *what,
             GArray               *offers)
{
  guint n = offers->len;

  for (guint i = 0; i < self->members->len; i++)
    {
      const RoundelOffer offer = { i, asker, what };

      if (i != asker && has_word (((RoundelMember *) self->members->pdata[i])->can_help_with, what))
        g_array_append_val (offers, offer);
    }
  return offers->len > n;
}

static gboolean
is_asked_for (const RoundelProgram *self,
              guint                 helper,
              const char           *what)
{
  for (guint i = 0; i < self->members->len; i++)
    if (i != helper && has_word (((RoundelMember *) self->members->pdata[i])->goals, what))
      return TRUE;
  return FALSE;
}

static void
add_alone (GArray     *alone,
           guint       helper,
           guint       asker,
           const char *what)
{
  const RoundelOffer offer = { helper, asker, what };

  g_array_append_val (alone, offer);
}

/**
 * roundel_program_list_offers:
 * @self: a program
 *
 * Finds for each goal of a member those who can help with it, and so may have done "the impossible" (004); then the goals
 * with which nobody can, and the offers for which nobody asks. Words are compared whole, whatever their case.
 *
 * Returns: (transfer full) (element-type RoundelOffer): the offers; their texts belong to @self
 */
GArray *
roundel_program_list_offers (const RoundelProgram *self)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (RoundelOffer));
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (RoundelOffer));

  for (guint i = 0; i < self->members->len; i++)
    {
      const RoundelMember *member = self->members->pdata[i];

      for (char **goal = member->goals; goal != NULL && *goal != NULL; goal++)
        if (!add_helpers (self, i, *goal, offers))
          add_alone (alone, G_MAXUINT, i, *goal);
      for (char **help = member->can_help_with; help != NULL && *help != NULL; help++)
        if (!is_asked_for (self, i, *help))
          add_alone (alone, i, G_MAXUINT, *help);
    }
  g_array_append_vals (offers, alone->data, alone->len);
  return offers;
}
