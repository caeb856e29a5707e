/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/seating.h"

#include "core/groups.h"
#include "core/partition.h"

struct _RoundelSeating
{
  const RoundelFormat *format;
  guint n;
  guint32 seed;
  RoundelPairs *pairs;
  RoundelPairs *own_pairs; /* when the caller has none */
  gboolean strangers;      /* nobody has met anybody: they are dealt out in order */
  GArray *rank;           /* of guint, for each member: its place in the order of claims */
  GPtrArray *by_gather[ROUNDEL_GATHER_ROOM + 1];
  GPtrArray *neighbours;  /* the room as one group, in the order in which pairs, trios or fours sit in it; or NULL */
  GArray *table;          /* of guint, for each member: the least member it sits with */
  const RoundelExpansion *expansion; /* whose places and roles count */
  gboolean placed;        /* by hand, as far as anybody was: only the first groups are */
};

static GArray *
indices_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static GPtrArray *
groups_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static int
compare_rank (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const GArray *rank = data;
  guint one = g_array_index (rank, guint, *(const guint *) a);
  guint two = g_array_index (rank, guint, *(const guint *) b);

  return (one > two) - (one < two);
}

static void
make_rank (RoundelSeating *self,
           const GArray   *claims)
{
  guint none = G_MAXUINT;

  self->rank = indices_new ();
  for (guint i = 0; i < self->n; i++)
    g_array_append_val (self->rank, none);
  for (guint i = 0; claims != NULL && i < claims->len; i++)
    g_array_index (self->rank, guint, g_array_index (claims, guint, i)) = i;
  /* whoever the ledger does not name comes after, in order */
  for (guint i = 0; i < self->n; i++)
    if (g_array_index (self->rank, guint, i) == none)
      g_array_index (self->rank, guint, i) = self->n + i;
}

static void
remember_met (RoundelSeating *self,
              GPtrArray      *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *group = groups->pdata[i];

      for (guint a = 0; a < group->len; a++)
        for (guint b = a + 1; b < group->len; b++)
          {
            guint one = g_array_index (group, guint, a);
            guint two = g_array_index (group, guint, b);

            /* more than any history can cost: today's meetings count first */
            roundel_pairs_set_cost (self->pairs, one, two,
                                    roundel_pairs_get_cost (self->pairs, one, two) + ROUNDEL_GROUPS_COST_END);
          }
    }
}

static gboolean
rotates (RoundelSeating *self)
{
  return self->expansion->roles != NULL;
}

/* Whoever has a role for the whole format sits in front: those who had it least. */
static void
seat_fixed_roles (RoundelSeating *self,
                  GArray         *group)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) chosen = NULL;

  for (guint i = 0; i < self->format->roles->len; i++)
    {
      const RoundelRole *role = self->format->roles->pdata[i];

      for (guint k = 0; role->kind == ROUNDEL_ROLE_FIXED && k < role->min; k++)
        g_ptr_array_add (names, role->name);
    }
  if (names->len == 0 || names->len > group->len)
    return;
  g_ptr_array_add (names, NULL);
  chosen = roundel_roles_assign (self->expansion->roles, (const char *const *) names->pdata, group);
  for (guint i = chosen->len; i-- > 0;)
    for (guint k = 0; k < group->len; k++)
      if (g_array_index (group, guint, k) == g_array_index (chosen, guint, i))
        {
          g_array_remove_index (group, k);
          g_array_prepend_val (group, g_array_index (chosen, guint, i));
          break;
        }
}

static void
sort_groups (RoundelSeating *self,
             GPtrArray      *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      g_array_sort_with_data (groups->pdata[i], compare_rank, self->rank);
      if (rotates (self) && groups->len > 1)
        seat_fixed_roles (self, groups->pdata[i]);
    }
}

static GPtrArray *
deal (const GArray *sizes)
{
  GPtrArray *groups = groups_new ();
  guint member = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      GArray *group = indices_new ();

      for (guint k = 0; k < g_array_index (sizes, guint, i); k++, member++)
        g_array_append_val (group, member);
      g_ptr_array_add (groups, group);
    }
  return groups;
}

/* The members with the first claims lead a group each when there is one case a group: they must not meet in one. */
static GArray *
place_claims (RoundelSeating *self,
              const GArray   *sizes)
{
  GArray *places;
  guint any = ROUNDEL_ANY_GROUP;

  if (self->format->turns != ROUNDEL_TURNS_ONE || sizes->len < 2)
    return NULL;
  places = indices_new ();
  for (guint i = 0; i < self->n; i++)
    g_array_append_val (places, any);
  for (guint i = 0; i < self->n; i++)
    {
      guint before = 0;

      for (guint k = 0; k < self->n; k++)
        before += g_array_index (self->rank, guint, k) < g_array_index (self->rank, guint, i);
      if (before < sizes->len)
        g_array_index (places, guint, i) = before;
    }
  return places;
}

static gboolean
is_placed (const RoundelFormat    *format,
           const RoundelExpansion *expansion)
{
  return expansion->places != NULL && expansion->places->len == expansion->n_members
         && g_strcmp0 (expansion->places_format, format->id) == 0;
}

/* Where those sit who were put there by hand while the others are mixed; NULL when they do not fit into SIZES. */
static GArray *
place_by_hand (RoundelSeating *self,
               const GArray   *sizes)
{
  g_autofree guint *taken = g_new0 (guint, sizes->len);

  if (!is_placed (self->format, self->expansion))
    return NULL;
  for (guint i = 0; i < self->n; i++)
    {
      guint group = g_array_index (self->expansion->places, guint, i);

      if (group == ROUNDEL_ANY_GROUP)
        continue;
      if (group >= sizes->len || ++taken[group] > g_array_index (sizes, guint, group))
        return NULL;
    }
  return g_array_copy ((GArray *) self->expansion->places);
}

static GPtrArray *
form (RoundelSeating  *self,
      const GArray    *sizes,
      GError         **error)
{
  g_autoptr (GArray) places = NULL;
  GPtrArray *groups = NULL;

  if (!self->placed)
    {
      self->placed = TRUE;
      groups = roundel_seating_by_hand (self->format, self->expansion);
      if (groups != NULL)
        {
          sort_groups (self, groups);
          return groups;
        }
      places = place_by_hand (self, sizes);
    }
  if (places == NULL)
    places = place_claims (self, sizes);
  if (self->strangers && places == NULL)
    groups = deal (sizes);
  else
    groups = roundel_partition (self->pairs, sizes, places, self->seed++, NULL, error);
  if (groups != NULL)
    sort_groups (self, groups);
  return groups;
}

static guint
gather_size (RoundelGather gather)
{
  switch (gather)
    {
    case ROUNDEL_GATHER_PAIR:
      return 2;
    case ROUNDEL_GATHER_TRIO:
      return 3;
    case ROUNDEL_GATHER_FOUR:
      return 4;
    default:
      return 0;
    }
}

/* Pairs, trios or fours of those who sit together already: neighbours merge and split without getting up. */
static GPtrArray *
split (GPtrArray  *groups,
       guint       size,
       GError    **error)
{
  g_autoptr (GPtrArray) parts = groups_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *group = groups->pdata[i];
      g_autoptr (GArray) sizes = NULL;
      guint at = 0;

      if (group->len <= size)
        {
          g_ptr_array_add (parts, g_array_copy ((GArray *) group));
          continue;
        }
      sizes = roundel_group_sizes (group->len, size, size, size, error);
      if (sizes == NULL)
        return NULL;
      for (guint k = 0; k < sizes->len; k++)
        {
          GArray *part = indices_new ();

          g_array_append_vals (part, &g_array_index (group, guint, at), g_array_index (sizes, guint, k));
          at += g_array_index (sizes, guint, k);
          g_ptr_array_add (parts, part);
        }
    }
  return g_steal_pointer (&parts);
}

/* Pairs, trios or fours out of the room, which has no groups: who may sit together decides. Those who do are neighbours from
 * now on. */
static GPtrArray *
divide (RoundelSeating  *self,
        guint            size,
        GError         **error)
{
  g_autoptr (GArray) sizes = roundel_group_sizes (self->n, size, size, size, error);
  GPtrArray *parts = sizes != NULL ? form (self, sizes, error) : NULL;

  if (parts == NULL)
    return NULL;
  self->neighbours = groups_new ();
  g_ptr_array_add (self->neighbours, indices_new ());
  for (guint i = 0; i < parts->len; i++)
    g_array_append_vals (self->neighbours->pdata[0], ((GArray *) parts->pdata[i])->data, ((GArray *) parts->pdata[i])->len);
  return parts;
}

/* Whoever has no fixed role goes on to other tables, each to another one, and no table grows or shrinks. */
static GPtrArray *
scatter (RoundelSeating *self,
         GPtrArray      *groups)
{
  GPtrArray *mixed = groups_new ();
  guint stay = 0;

  for (guint i = 0; i < self->format->roles->len; i++)
    {
      const RoundelRole *role = self->format->roles->pdata[i];

      if (role->kind == ROUNDEL_ROLE_FIXED)
        stay += role->min;
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *group = groups->pdata[i];

      g_ptr_array_add (mixed, g_array_copy ((GArray *) group));
      for (guint k = stay; k < group->len; k++)
        {
          guint from = i;

          /* from the table before the last one this place was filled from; only tables that have this place */
          for (guint steps = 0; steps <= k - stay; steps++)
            do
              from = (from + 1) % groups->len;
            while (((GArray *) groups->pdata[from])->len <= k);
          g_array_index ((GArray *) mixed->pdata[i], guint, k) = g_array_index ((GArray *) groups->pdata[from], guint, k);
        }
    }
  return mixed;
}

/**
 * roundel_seating_by_hand:
 * @format: a format
 * @expansion: who is present
 *
 * Returns: (transfer full) (nullable): the groups, when everybody was put into one by hand and nobody sits alone
 */
GPtrArray *
roundel_seating_by_hand (const RoundelFormat    *format,
                         const RoundelExpansion *expansion)
{
  g_autoptr (GPtrArray) groups = NULL;

  if (!is_placed (format, expansion))
    return NULL;
  groups = groups_new ();
  for (guint i = 0; i < expansion->n_members; i++)
    {
      guint group = g_array_index (expansion->places, guint, i);

      if (group >= expansion->n_members)
        return NULL;
      while (groups->len <= group)
        g_ptr_array_add (groups, indices_new ());
      g_array_append_val (groups->pdata[group], i);
    }
  for (guint i = 0; i < groups->len; i++)
    if (((GArray *) groups->pdata[i])->len < 2)
      return NULL;
  return groups->len > 1 ? g_steal_pointer (&groups) : NULL;
}

/**
 * roundel_seating_new:
 * @format: a format
 * @expansion: who is present
 * @sizes: (element-type guint): sizes of the groups
 * @error: return location for a reason why they cannot be formed
 *
 * Returns: (transfer full): everybody in the room, the groups formed
 */
RoundelSeating *
roundel_seating_new (const RoundelFormat     *format,
                     const RoundelExpansion  *expansion,
                     const GArray            *sizes,
                     GError                 **error)
{
  g_autoptr (RoundelSeating) self = g_new0 (RoundelSeating, 1);
  GArray *room = indices_new ();
  guint together = 0;

  self->format = format;
  self->expansion = expansion;
  self->n = expansion->n_members;
  self->seed = expansion->seed;
  make_rank (self, expansion->claims);
  self->table = indices_new ();
  for (guint i = 0; i < self->n; i++)
    {
      g_array_append_val (room, i);
      g_array_append_val (self->table, together);
    }
  self->by_gather[ROUNDEL_GATHER_ROOM] = groups_new ();
  g_ptr_array_add (self->by_gather[ROUNDEL_GATHER_ROOM], room);
  sort_groups (self, self->by_gather[ROUNDEL_GATHER_ROOM]);
  self->strangers = expansion->pairs == NULL;
  self->own_pairs = self->strangers ? roundel_pairs_new (self->n) : NULL;
  self->pairs = self->strangers ? self->own_pairs : expansion->pairs;

  if (sizes->len == 1)
    self->by_gather[ROUNDEL_GATHER_GROUP] = g_ptr_array_ref (self->by_gather[ROUNDEL_GATHER_ROOM]);
  else
    {
      self->by_gather[ROUNDEL_GATHER_GROUP] = form (self, sizes, error);
      if (self->by_gather[ROUNDEL_GATHER_GROUP] == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
roundel_seating_free (RoundelSeating *self)
{
  g_clear_pointer (&self->own_pairs, roundel_pairs_free);
  g_array_unref (self->rank);
  g_array_unref (self->table);
  g_clear_pointer (&self->neighbours, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->by_gather); i++)
    g_clear_pointer (&self->by_gather[i], g_ptr_array_unref);
  g_free (self);
}

/**
 * roundel_seating_mix:
 * @self: the seating
 * @gather: how people sit
 * @mix: how they change
 * @error: return location for a reason why it cannot be done
 *
 * Changes who sits together in @gather from now on.
 *
 * Returns: whether it could be done
 */
gboolean
roundel_seating_mix (RoundelSeating  *self,
                     RoundelGather    gather,
                     RoundelMix       mix,
                     GError         **error)
{
  g_autoptr (GArray) sizes = NULL;
  GPtrArray *now = roundel_seating_get (self, gather, ROUNDEL_MIX_KEEP, error);
  GPtrArray *mixed;

  if (now == NULL)
    return FALSE;
  if (now->len < 2 || mix == ROUNDEL_MIX_KEEP)
    return TRUE;
  if (mix == ROUNDEL_MIX_SCATTER)
    mixed = scatter (self, now);
  else
    {
      sizes = indices_new ();
      for (guint i = 0; i < now->len; i++)
        g_array_append_val (sizes, ((GArray *) now->pdata[i])->len);
      mixed = form (self, sizes, error);
      if (mixed == NULL)
        return FALSE;
    }
  g_ptr_array_unref (self->by_gather[gather]);
  self->by_gather[gather] = mixed;
  return TRUE;
}

/**
 * roundel_seating_get:
 * @self: the seating
 * @gather: how people sit
 * @mix: whether they change first
 * @error: return location for a reason why it cannot be done
 *
 * Returns: (transfer none) (element-type GArray): the groups, each of indices in the order of claims, or %NULL. Alone,
 *   everybody is in one.
 */
GPtrArray *
roundel_seating_get (RoundelSeating  *self,
                     RoundelGather    gather,
                     RoundelMix       mix,
                     GError         **error)
{
  if (gather == ROUNDEL_GATHER_ALONE)
    gather = ROUNDEL_GATHER_ROOM;
  if (self->by_gather[gather] == NULL)
    {
      GPtrArray *groups = self->neighbours != NULL ? self->neighbours : self->by_gather[ROUNDEL_GATHER_GROUP];
      guint size = gather_size (gather);

      if (groups->len > 1 || self->neighbours != NULL || self->own_pairs != NULL || self->n <= size)
        self->by_gather[gather] = split (groups, size, error);
      else
        self->by_gather[gather] = divide (self, size, error);
    }
  if (self->by_gather[gather] == NULL
      || (mix != ROUNDEL_MIX_KEEP && !roundel_seating_mix (self, gather, mix, error)))
    return NULL;
  return self->by_gather[gather];
}

/**
 * roundel_seating_move:
 * @self: the seating
 * @groups: (element-type GArray): who sits together now
 *
 * Lets people go to their places, and remembers whom they met there.
 *
 * Returns: whether anybody had to
 */
gboolean
roundel_seating_move (RoundelSeating *self,
                      GPtrArray      *groups)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const GArray *group = groups->pdata[i];
      guint least = G_MAXUINT;

      for (guint k = 0; k < group->len; k++)
        least = MIN (least, g_array_index (group, guint, k));
      for (guint k = 0; k < group->len; k++)
        {
          guint *table = &g_array_index (self->table, guint, g_array_index (group, guint, k));

          moved |= *table != least;
          *table = least;
        }
    }
  if (moved && groups->len > 1)
    {
      remember_met (self, groups);
      self->strangers = FALSE;
    }
  return moved;
}

/* Gives ROLE to up to COUNT members from AT on; returns the place after them. */
static guint
take_role (const RoundelRole *role,
           GArray            *seats,
           guint              first,
           guint              at,
           guint              count)
{
  for (; count > 0 && at < seats->len; count--, at++)
    g_array_index (seats, RoundelSeat, (first + at) % seats->len).role = g_intern_string (role->name);
  return at;
}

static void
add_role (const RoundelRole *role,
          GArray            *seats,
          guint              place)
{
  g_array_index (seats, RoundelSeat, place % seats->len).also = g_intern_string (role->name);
}

/* Gives out the roles around the circle from the place FIRST. */
static void
take_roles (const GPtrArray *roles,
            GArray          *seats,
            guint            first)
{
  const RoundelRole *last = NULL;
  guint at = 0;

  for (guint i = 0; i < roles->len; i++)
    {
      const RoundelRole *role = roles->pdata[i];

      if (role->kind == ROUNDEL_ROLE_EXTRA || role->kind == ROUNDEL_ROLE_LEADER)
        continue;
      if (at < seats->len)
        at = take_role (role, seats, first, at, role->min);
      else if (role->min > 0)
        add_role (role, seats, first + seats->len - 1);
      if (role->kind == ROUNDEL_ROLE_MEMBER)
        last = role;
    }
  /* those who are left: the last role with room first, and the last of all once more */
  for (int i = (int) roles->len - 1; i >= 0; i--)
    {
      const RoundelRole *role = roles->pdata[i];

      if (role->kind == ROUNDEL_ROLE_MEMBER)
        at = take_role (role, seats, first, at, role->max == 0 ? G_MAXUINT : role->max - role->min);
    }
  if (last != NULL)
    take_role (last, seats, first, at, G_MAXUINT);
}

static gboolean
moves_on (const GPtrArray *roles,
          const char      *name)
{
  for (guint i = 0; i < roles->len; i++)
    {
      const RoundelRole *role = roles->pdata[i];

      if (role->kind == ROUNDEL_ROLE_MEMBER && g_strcmp0 (role->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Roles that do not move on with the turns go to those who had them least; the roles of TURN and of the whole format
 * stay where they are. */
static void
rotate_roles (RoundelSeating *self,
              GArray         *seats)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) who = indices_new ();
  g_autoptr (GArray) chosen = NULL;

  for (guint i = 0; i < seats->len; i++)
    {
      const RoundelSeat *seat = &g_array_index (seats, RoundelSeat, i);

      if (!moves_on (self->format->roles, seat->role))
        continue;
      g_ptr_array_add (names, (gpointer) seat->role);
      g_array_append_val (who, seat->member);
    }
  if (who->len < 2)
    return;
  g_ptr_array_add (names, NULL);
  chosen = roundel_roles_assign (self->expansion->roles, (const char *const *) names->pdata, who);
  for (guint i = 0; i < chosen->len; i++)
    for (guint k = 0; k < seats->len; k++)
      if (g_array_index (seats, RoundelSeat, k).member == g_array_index (chosen, guint, i))
        g_array_index (seats, RoundelSeat, k).role = names->pdata[i];
}

/* The place of the one who has an extra role: not of those who come first, who have the first turns; of the others, who
 * had it least. */
static guint
choose_extra (RoundelSeating    *self,
              const RoundelRole *role,
              const GArray      *seats,
              guint              last)
{
  g_autoptr (GArray) who = NULL;
  g_autoptr (GArray) order = NULL;

  if (!rotates (self))
    return last;
  who = indices_new ();
  for (guint i = seats->len; i-- > 0;)
    if (g_array_index (seats, RoundelSeat, i).also == NULL)
      g_array_append_val (who, g_array_index (seats, RoundelSeat, i).member);
  if (who->len == 0)
    return last;
  order = roundel_roles_order (self->expansion->roles, role->name, who);
  for (guint i = 0; i < seats->len; i++)
    if (g_array_index (seats, RoundelSeat, i).member == g_array_index (order, guint, 0))
      return i;
  g_return_val_if_reached (last);
}

/**
 * roundel_seating_assign:
 * @self: the seating
 * @group: (element-type guint): who sits together
 * @holder: the place in @group of the one whose turn it is, from 1; 0 for nobody
 *
 * Gives the roles of the format: to the one whose turn it is first, then around the circle. A role is doubled when the
 * group is larger than the format's, and one member has two when it is smaller. With a @holder beyond the group, which
 * has no more turns, nobody has a role but the extra ones.
 *
 * Returns: (transfer full) (element-type RoundelSeat): the seats, in the order of @group
 */
GArray *
roundel_seating_assign (RoundelSeating *self,
                        const GArray   *group,
                        guint           holder)
{
  const GPtrArray *roles = self->format->roles;
  GArray *seats = g_array_new (FALSE, TRUE, sizeof (RoundelSeat));
  guint extra = group->len;

  for (guint i = 0; i < group->len; i++)
    {
      RoundelSeat seat = { g_array_index (group, guint, i), NULL, NULL };

      g_array_append_val (seats, seat);
    }
  /* all together, nobody has the role of a group: there would be one host for the whole room */
  if (group->len == self->n && self->by_gather[ROUNDEL_GATHER_GROUP]->len > 1)
    return seats;
  if (roundel_format_turn_role (self->format) < 0)
    take_roles (roles, seats, 0);
  else if (holder > 0 && holder <= group->len)
    take_roles (roles, seats, holder - 1);
  if (rotates (self) && self->format->turns != ROUNDEL_TURNS_ALL)
    rotate_roles (self, seats);

  for (guint i = 0; i < roles->len && extra > 0; i++)
    if (((RoundelRole *) roles->pdata[i])->kind == ROUNDEL_ROLE_EXTRA)
      add_role (roles->pdata[i], seats, choose_extra (self, roles->pdata[i], seats, --extra));
  return seats;
}
