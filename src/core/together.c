/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/together.h"

typedef struct
{
  guint count;
  guint last; /* session */
} Pair;

struct _RoundelTogether
{
  guint n;
  guint latest; /* session */
  Pair *pairs;  /* n × n */
};

static Pair *
pair_of (const RoundelTogether *self,
         guint                  a,
         guint                  b)
{
  return &self->pairs[(gsize) MIN (a, b) * self->n + MAX (a, b)];
}

/**
 * roundel_together_new:
 * @n_members: how many members the program has
 *
 * Returns: (transfer full): members none of whom have been in a group yet
 */
RoundelTogether *
roundel_together_new (guint n_members)
{
  RoundelTogether *self = g_new0 (RoundelTogether, 1);

  self->n = n_members;
  self->pairs = g_new0 (Pair, (gsize) n_members * n_members);
  return self;
}

void
roundel_together_free (RoundelTogether *self)
{
  g_free (self->pairs);
  g_free (self);
}

/**
 * roundel_together_add:
 * @self: the history
 * @group: (element-type guint): indices of the members who were in one group
 * @session: in which session, counted from 1
 */
void
roundel_together_add (RoundelTogether *self,
                      const GArray    *group,
                      guint            session)
{
  g_return_if_fail (session > 0);

  self->latest = MAX (self->latest, session);
  for (guint i = 0; i < group->len; i++)
    for (guint j = 0; j < i; j++)
      {
        guint a = g_array_index (group, guint, i);
        guint b = g_array_index (group, guint, j);
        Pair *pair;

        g_return_if_fail (a < self->n && b < self->n && a != b);
        pair = pair_of (self, a, b);
        pair->count++;
        pair->last = MAX (pair->last, session);
      }
}

/**
 * roundel_together_count:
 * @self: the history
 * @a: index of a member
 * @b: index of another
 *
 * Returns: how often the two have been in one group
 */
guint
roundel_together_count (const RoundelTogether *self,
                        guint                  a,
                        guint                  b)
{
  g_return_val_if_fail (a < self->n && b < self->n, 0);

  return pair_of (self, a, b)->count;
}

/**
 * roundel_together_recency:
 * @self: the history
 * @a: index of a member
 * @b: index of another
 *
 * Returns: %ROUNDEL_TOGETHER_LATEST if the two were in one group in the latest session, one less for each session
 *   before it but never less than 1; 0 if they never were
 */
guint
roundel_together_recency (const RoundelTogether *self,
                          guint                  a,
                          guint                  b)
{
  const Pair *pair;
  guint ago;

  g_return_val_if_fail (a < self->n && b < self->n, 0);

  pair = pair_of (self, a, b);
  ago = self->latest - pair->last;
  return pair->count == 0 ? 0 : ROUNDEL_TOGETHER_LATEST - MIN (ago, ROUNDEL_TOGETHER_LATEST - 1);
}
