/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/ledger.h"

typedef struct
{
  guint had;
  gboolean owed;
  guint last; /* session of the latest case, 0 for never */
} Account;

struct _RoundelLedger
{
  guint n;
  guint session;
  Account *accounts;
};

static gint
compare_claims (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const RoundelLedger *self = data;
  const Account *x = &self->accounts[*(const guint *) a];
  const Account *y = &self->accounts[*(const guint *) b];

  if (x->owed != y->owed)
    return x->owed ? -1 : 1;
  if (x->had != y->had)
    return x->had < y->had ? -1 : 1;
  return (x->last > y->last) - (x->last < y->last);
}

/**
 * roundel_ledger_new:
 * @n_members: how many members the program has
 *
 * Returns: (transfer full): the ledger before the first session
 */
RoundelLedger *
roundel_ledger_new (guint n_members)
{
  RoundelLedger *self = g_new0 (RoundelLedger, 1);

  self->n = n_members;
  self->accounts = g_new0 (Account, n_members);
  return self;
}

void
roundel_ledger_free (RoundelLedger *self)
{
  g_free (self->accounts);
  g_free (self);
}

/**
 * roundel_ledger_add_session:
 * @self: the ledger
 * @cases: (element-type guint): indices of the members who had a case, once for each
 * @carried: (nullable) (element-type guint): those whose turn was carried over to the next session, or shortened (R6)
 *
 * Adds what a session recorded; sessions are added in the order in which they were held. Who was absent needs no
 * record: only a case takes a claim away.
 */
void
roundel_ledger_add_session (RoundelLedger *self,
                            const GArray  *cases,
                            const GArray  *carried)
{
  self->session++;
  for (guint i = 0; i < cases->len; i++)
    {
      guint member = g_array_index (cases, guint, i);

      g_return_if_fail (member < self->n);
      self->accounts[member].had++;
      self->accounts[member].owed = FALSE;
      self->accounts[member].last = self->session;
    }
  for (guint i = 0; carried != NULL && i < carried->len; i++)
    {
      guint member = g_array_index (carried, guint, i);

      g_return_if_fail (member < self->n);
      self->accounts[member].owed = TRUE;
    }
}

/**
 * roundel_ledger_had:
 * @self: the ledger
 * @member: index of a member
 *
 * Returns: how many cases the member has had
 */
guint
roundel_ledger_had (const RoundelLedger *self,
                    guint                member)
{
  g_return_val_if_fail (member < self->n, 0);

  return self->accounts[member].had;
}

/**
 * roundel_ledger_owed:
 * @self: the ledger
 * @member: index of a member
 *
 * Returns: whether a turn of the member was carried over and not held since
 */
gboolean
roundel_ledger_owed (const RoundelLedger *self,
                     guint                member)
{
  g_return_val_if_fail (member < self->n, FALSE);

  return self->accounts[member].owed;
}

/**
 * roundel_ledger_choose:
 * @self: the ledger
 * @present: (element-type guint): indices of the members who are there
 * @count: how many cases there is time for; %G_MAXUINT for the order of all
 *
 * Who has a case today: those whose turn was carried over first, then those who had the fewest, then those for whom
 * it is longest ago, then in the order of @present.
 *
 * Two members who are always there are never more than one case apart (R1). Of any two, what one has had more than
 * one case above the other was given to it, or promised to it, in sessions from which the other was absent: at most
 * one each.
 *
 * Returns: (transfer full) (element-type guint): the members chosen, in the order of their claims; fewer than @count if
 *   fewer are present
 */
GArray *
roundel_ledger_choose (const RoundelLedger *self,
                       const GArray        *present,
                       guint                count)
{
  GArray *chosen = g_array_copy ((GArray *) present);

  for (guint i = 0; i < present->len; i++)
    g_return_val_if_fail (g_array_index (present, guint, i) < self->n, chosen);
  g_array_sort_with_data (chosen, compare_claims, (gpointer) self);
  g_array_set_size (chosen, MIN (count, present->len));
  return chosen;
}
