/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/roles.h"

typedef struct
{
  guint count;
  guint last; /* session, 0 for never */
} Turns;

struct _RoundelRoles
{
  guint n;
  guint latest;      /* session */
  GHashTable *turns; /* role → Turns of each member */
};

typedef struct
{
  const RoundelRoles *roles;
  const char *role;
} Order;

static Turns
turns_of (const RoundelRoles *self,
          const char         *role,
          guint               member)
{
  const Turns *turns = g_hash_table_lookup (self->turns, role);

  return turns != NULL ? turns[member] : (Turns) { 0 };
}

static gint
compare_turns (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Order *order = data;
  Turns x = turns_of (order->roles, order->role, *(const guint *) a);
  Turns y = turns_of (order->roles, order->role, *(const guint *) b);

  if (x.count != y.count)
    return x.count < y.count ? -1 : 1;
  return (x.last > y.last) - (x.last < y.last);
}

/**
 * roundel_roles_new:
 * @n_members: how many members the program has
 *
 * Returns: (transfer full): members none of whom have had a role yet
 */
RoundelRoles *
roundel_roles_new (guint n_members)
{
  RoundelRoles *self = g_new0 (RoundelRoles, 1);

  self->n = n_members;
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * roundel_roles_pick:
 * @self: the history
 * @who: (element-type guint): indices of members
 *
 * Returns: (transfer full): the history of @who alone, whose indices are places in @who
 */
RoundelRoles *
roundel_roles_pick (const RoundelRoles *self,
                    const GArray       *who)
{
  RoundelRoles *picked = roundel_roles_new (who->len);
  GHashTableIter iter;
  gpointer role;
  gpointer value;

  picked->latest = self->latest;
  g_hash_table_iter_init (&iter, self->turns);
  while (g_hash_table_iter_next (&iter, &role, &value))
    {
      Turns *turns = g_new0 (Turns, who->len);

      for (guint i = 0; i < who->len; i++)
        {
          guint member = g_array_index (who, guint, i);

          if (member < self->n)
            turns[i] = ((const Turns *) value)[member];
        }
      g_hash_table_insert (picked->turns, g_strdup (role), turns);
    }
  return picked;
}

void
roundel_roles_free (RoundelRoles *self)
{
  g_hash_table_unref (self->turns);
  g_free (self);
}

/**
 * roundel_roles_add:
 * @self: the history
 * @role: a role, as the format or the program names it
 * @member: index of the member who had it
 * @session: in which session, counted from 1
 */
void
roundel_roles_add (RoundelRoles *self,
                   const char   *role,
                   guint         member,
                   guint         session)
{
  Turns *turns = g_hash_table_lookup (self->turns, role);

  g_return_if_fail (member < self->n);
  g_return_if_fail (session > 0);

  if (turns == NULL)
    {
      turns = g_new0 (Turns, self->n);
      g_hash_table_insert (self->turns, g_strdup (role), turns);
    }
  turns[member].count++;
  turns[member].last = MAX (turns[member].last, session);
  self->latest = MAX (self->latest, session);
}

/**
 * roundel_roles_count:
 * @self: the history
 * @role: a role
 * @member: index of a member
 *
 * Returns: how often the member has had the role
 */
guint
roundel_roles_count (const RoundelRoles *self,
                     const char         *role,
                     guint               member)
{
  g_return_val_if_fail (member < self->n, 0);

  return turns_of (self, role, member).count;
}

/**
 * roundel_roles_order:
 * @self: the history
 * @role: a role, such as the facilitator's
 * @who: (element-type guint): indices of the members who may have it
 *
 * Who has a role next: first those who had it least, of these those for whom it is longest ago, then in the order of
 * @who. Whoever is skipped today stays where it is: the next of the list takes the role, and nothing is added for the
 * first.
 *
 * Returns: (transfer full) (element-type guint): @who in that order
 */
GArray *
roundel_roles_order (const RoundelRoles *self,
                     const char         *role,
                     const GArray       *who)
{
  Order order = { self, role };
  GArray *sorted = g_array_copy ((GArray *) who);

  for (guint i = 0; i < who->len; i++)
    g_return_val_if_fail (g_array_index (who, guint, i) < self->n, sorted);
  g_array_sort_with_data (sorted, compare_turns, &order);
  return sorted;
}

/**
 * roundel_roles_assign:
 * @self: the history
 * @roles: (array zero-terminated=1): the roles to give, no more than the group has members; a role that several have is
 *   there several times
 * @group: (element-type guint): indices of the members of a group
 *
 * Gives each role to another member so that, over all of them, those have a role who had it least, and, as often, for
 * whom it is longest ago; then in the order of @group.
 *
 * Returns: (transfer full) (element-type guint): for each role the member who has it
 */
GArray *
roundel_roles_assign (const RoundelRoles *self,
                      const char * const *roles,
                      const GArray       *group)
{
  /* The Hungarian method, one role after the other along the cheapest chain of members who hand theirs on; Kuhn, 1955,
   * doi:10.1002/nav.3800020109. Place 0 stands for the role that is being given. */
  const guint n_roles = g_strv_length ((char **) roles);
  const guint n = group->len;
  g_autofree gint64 *of_role = g_new0 (gint64, n_roles + 1);
  g_autofree gint64 *of_member = g_new0 (gint64, n + 1);
  g_autofree guint *holds = g_new0 (guint, n + 1);
  g_autofree guint *from = g_new0 (guint, n + 1);
  g_autofree gint64 *slack = g_new (gint64, n + 1);
  g_autofree gboolean *done = g_new (gboolean, n + 1);
  /* one turn more weighs more than all that is added to tell members apart who had as many */
  const gint64 later = (gint64) n * n_roles + 1;
  const gint64 once = later * ((gint64) self->latest * n_roles + 1);
  GArray *result;

  g_return_val_if_fail (n_roles <= n, NULL);

  for (guint role = 1; role <= n_roles; role++)
    {
      guint at = 0;

      holds[0] = role;
      for (guint m = 0; m <= n; m++)
        {
          slack[m] = G_MAXINT64;
          done[m] = FALSE;
        }
      while (holds[at] != 0)
        {
          const char *name = roles[holds[at] - 1];
          gint64 step = G_MAXINT64;
          guint next = 0;

          done[at] = TRUE;
          for (guint m = 1; m <= n; m++)
            {
              Turns turns;
              gint64 cost;

              if (done[m])
                continue;
              turns = turns_of (self, name, g_array_index (group, guint, m - 1));
              cost = once * turns.count + later * turns.last + (m - 1) - of_role[holds[at]] - of_member[m];
              if (cost < slack[m])
                {
                  slack[m] = cost;
                  from[m] = at;
                }
              if (slack[m] < step)
                {
                  step = slack[m];
                  next = m;
                }
            }
          for (guint m = 0; m <= n; m++)
            if (done[m])
              {
                of_role[holds[m]] += step;
                of_member[m] -= step;
              }
            else
              slack[m] -= step;
          at = next;
        }
      for (; at != 0; at = from[at])
        holds[at] = holds[from[at]];
    }

  result = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_roles);
  g_array_set_size (result, n_roles);
  for (guint m = 1; m <= n; m++)
    if (holds[m] != 0)
      g_array_index (result, guint, holds[m] - 1) = g_array_index (group, guint, m - 1);
  return result;
}
