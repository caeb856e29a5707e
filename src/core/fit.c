/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/fit.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

/* A round that is shortened keeps half of its time: less would not be that round any more. An optional one is rather
 * left out, and no group is asked to agree to less for its slots. */
#define HALF(seconds) (((seconds) + 1) / 2)

typedef struct
{
  const RoundelRound *round;
  guint seconds;  /* now planned */
  guint to;       /* to be planned */
  guint place;    /* how many rounds of its turn are before it */
  gboolean fixed; /* has begun */
  gboolean carried;
} Item;

/* Rounds that change together: one step in each of the turns to come, or a round by itself. */
typedef struct
{
  GPtrArray *items;
  RoundelFitKind kind;
} Set;

static void
set_free (Set *set)
{
  g_ptr_array_unref (set->items);
  g_free (set);
}

static const Item *
set_item (const Set *set)
{
  return set->items->pdata[0];
}

/* How short the rounds of a set may become. */
static guint
set_least (const Set *set)
{
  const RoundelRound *round = set_item (set)->round;

  switch (set->kind)
    {
    case ROUNDEL_FIT_IN_HAND:
      return 0;
    case ROUNDEL_FIT_OPTIONAL:
      return MAX (round->least, HALF (round->seconds));
    case ROUNDEL_FIT_OPEN:
      return round->least;
    case ROUNDEL_FIT_TURN:
      return HALF (set_item (set)->seconds);
    }
  g_assert_not_reached ();
}

/* Takes up to NEED seconds from a set. Returns how many. */
static gint64
set_take (Set    *set,
          gint64  need)
{
  guint count = set->items->len;
  guint to = set_item (set)->to;
  guint each = (guint) MIN ((need + count - 1) / count, (gint64) (to - MIN (to, set_least (set))));

  for (guint i = 0; i < count; i++)
    ((Item *) set->items->pdata[i])->to -= each;
  return (gint64) each * count;
}

/* Gives back up to SPARE seconds. Returns how many. */
static gint64
set_restore (Set    *set,
             gint64  spare)
{
  guint count = set->items->len;
  const Item *item = set_item (set);
  guint each = (guint) MIN (spare / count, (gint64) (item->seconds - item->to));

  for (guint i = 0; i < count; i++)
    ((Item *) set->items->pdata[i])->to += each;
  return (gint64) each * count;
}

static gboolean
item_kind (const Item     *item,
           RoundelFitKind *kind)
{
  if (item->fixed || item->carried || item->seconds == 0)
    return FALSE;
  if (item->round->slot)
    *kind = ROUNDEL_FIT_TURN;
  else if (item->round->kind == ROUNDEL_ROUND_IN_HAND)
    *kind = ROUNDEL_FIT_IN_HAND;
  else if (item->round->optional)
    *kind = ROUNDEL_FIT_OPTIONAL;
  else if (item->round->open)
    *kind = ROUNDEL_FIT_OPEN;
  else
    return FALSE;
  return TRUE;
}

static gboolean
in_set (const Set      *set,
        const Item     *item,
        RoundelFitKind  kind)
{
  const Item *other = set_item (set);

  return set->kind == kind && (item->round->turn > 0 || kind == ROUNDEL_FIT_TURN) &&
         (item->round->turn > 0) == (other->round->turn > 0) && other->round->part == item->round->part &&
         (item->round->slot > 0) == (other->round->slot > 0) && other->place == item->place &&
         other->seconds == item->seconds && other->round->least == item->round->least;
}

/* The sets in the order of their last rounds, the last one first. */
static GPtrArray *
make_sets (GArray *items)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) set_free);

  for (guint i = items->len; i-- > 0;)
    {
      Item *item = &g_array_index (items, Item, i);
      RoundelFitKind kind;
      Set *set = NULL;

      if (!item_kind (item, &kind))
        continue;
      for (guint j = 0; set == NULL && j < sets->len; j++)
        if (in_set (sets->pdata[j], item, kind))
          set = sets->pdata[j];
      if (set == NULL)
        {
          set = g_new0 (Set, 1);
          set->items = g_ptr_array_new ();
          set->kind = kind;
          g_ptr_array_add (sets, set);
        }
      g_ptr_array_add (set->items, item);
    }
  return sets;
}

static gint64
take_from_all (GPtrArray      *sets,
               RoundelFitKind  kind,
               gint64          over)
{
  for (guint i = 0; over > 0 && i < sets->len; i++)
    {
      Set *set = sets->pdata[i];

      if (set->kind == kind)
        over -= set_take (set, over);
    }
  return over;
}

static gint64
leave_out (Set    *set,
           gint64  over)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      Item *item = set->items->pdata[i];

      over -= item->to;
      item->to = 0;
    }
  return over;
}

static gint64
leave_out_optional (GPtrArray *sets,
                    gint64     over)
{
  for (guint i = 0; over > 0 && i < sets->len; i++)
    {
      Set *set = sets->pdata[i];

      if (set->kind == ROUNDEL_FIT_OPTIONAL)
        over = leave_out (set, over);
    }
  /* the last one left out may have been so long that others need not be, or not be shortened so much */
  for (guint i = sets->len; over < 0 && i-- > 0;)
    {
      Set *set = sets->pdata[i];
      const Item *item = set_item (set);

      if (set->kind != ROUNDEL_FIT_OPTIONAL)
        continue;
      if (item->to == 0 && (gint64) set_least (set) * set->items->len > -over)
        continue;
      over += set_restore (set, -over);
    }
  return over;
}

/* What the program does by itself. Returns the seconds that are still too many. */
static gint64
fit_sets (GPtrArray *sets,
          gint64     over)
{
  over = take_from_all (sets, ROUNDEL_FIT_IN_HAND, over);
  over = take_from_all (sets, ROUNDEL_FIT_OPTIONAL, over);
  if (over > 0)
    over = leave_out_optional (sets, over);
  return take_from_all (sets, ROUNDEL_FIT_OPEN, over);
}

static RoundelFitPlan *
make_plan (GArray *items,
           gint64  over)
{
  RoundelFitPlan *plan = g_new0 (RoundelFitPlan, 1);

  plan->changes = g_array_new (FALSE, FALSE, sizeof (RoundelFitChange));
  plan->over = over;
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      RoundelFitChange change = { i, item->seconds, item->to, ROUNDEL_FIT_TURN };

      if (item->to == item->seconds)
        continue;
      item_kind (item, &change.kind);
      plan->taken[change.kind] += change.from - change.to;
      g_array_append_val (plan->changes, change);
    }
  return plan;
}

static void
plan_free (RoundelFitPlan *plan)
{
  g_array_unref (plan->changes);
  g_free (plan);
}

static void
start_again (GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_array_index (items, Item, i).to = g_array_index (items, Item, i).seconds;
}

static gboolean
has_begun (GArray *items,
           guint   slot)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, Item, i).round->slot == slot && g_array_index (items, Item, i).fixed)
      return TRUE;
  return FALSE;
}

/* The last case that has not begun: only cases are in the ledger and can be had another time. 0 if there is none. */
static guint
last_case (GArray *items)
{
  for (guint i = items->len; i-- > 0;)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (item->round->is_case && !item->carried && item->seconds > 0 && !has_begun (items, item->round->slot))
        return item->round->slot;
    }
  return 0;
}

static gboolean
contains (GArray *members,
          guint   member)
{
  for (guint i = 0; i < members->len; i++)
    if (g_array_index (members, guint, i) == member)
      return TRUE;
  return FALSE;
}

/* Carries the case SLOT over, of one member a group. Returns the seconds that gives. */
static gint64
carry_case (GArray *items,
            guint   slot,
            GArray *carried)
{
  gint64 given = 0;
  guint before = 0;

  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      if (item->round->slot != slot)
        continue;
      given += item->seconds;
      item->carried = TRUE;
      for (guint j = 0; j < item->round->speakers->len; j++)
        {
          guint member = g_array_index (item->round->speakers, guint, j);

          if (!contains (carried, member))
            g_array_insert_val (carried, before++, member);
        }
    }
  return given;
}

static RoundelFitPlan *
plan_carry (GArray *items,
            gint64  over,
            GArray *carried)
{
  gint64 given = 0;
  gint64 still;

  do
    {
      guint slot = last_case (items);
      g_autoptr (GPtrArray) sets = NULL;

      if (slot == 0)
        return NULL;
      given += carry_case (items, slot, carried);
      start_again (items);
      sets = make_sets (items);
      still = fit_sets (sets, over - given);
    }
  while (still > 0);

  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, Item, i).carried)
      g_array_index (items, Item, i).to = 0;
  return make_plan (items, still);
}

/* The set of slots that has given least for its length and can give more. */
static Set *
richest (GPtrArray *sets)
{
  Set *rich = NULL;

  for (guint i = sets->len; i-- > 0;)
    {
      Set *set = sets->pdata[i];
      const Item *a = set_item (set);
      const Item *b = rich != NULL ? set_item (rich) : NULL;

      if (set->kind == ROUNDEL_FIT_TURN && a->to > set_least (set) &&
          (b == NULL || (guint64) (a->seconds - a->to) * b->seconds < (guint64) (b->seconds - b->to) * a->seconds))
        rich = set;
    }
  return rich;
}

/* Equally shorter, in proportion to what a step of the turn lasts. Needs all else to be taken before. */
static RoundelFitPlan *
plan_shorter (GArray    *items,
              GPtrArray *sets,
              gint64     over)
{
  gint64 all = 0;
  gint64 still = over;

  for (guint i = 0; i < sets->len; i++)
    {
      const Set *set = sets->pdata[i];

      if (set->kind == ROUNDEL_FIT_TURN)
        all += (gint64) set_item (set)->seconds * set->items->len;
    }
  for (guint i = 0; i < sets->len; i++)
    {
      Set *set = sets->pdata[i];

      if (set->kind == ROUNDEL_FIT_TURN)
        still -= set_take (set, over * set_item (set)->seconds / all * set->items->len);
    }
  while (still > 0)
    {
      Set *set = richest (sets);

      if (set == NULL)
        return NULL;
      still -= set_take (set, 1);
    }
  return make_plan (items, still);
}

static gboolean
one_turn (const RoundelRound *a,
          const RoundelRound *b)
{
  return a->slot == b->slot && (a->slot > 0 || (a->turn > 0 && a->turn == b->turn && a->part == b->part));
}

static void
count_places (GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      for (guint j = 0; j < i; j++)
        item->place += one_turn (item->round, g_array_index (items, Item, j).round);
    }
}

static RoundelFit *
fit (GArray *items,
     gint64  over)
{
  RoundelFit *self = g_new0 (RoundelFit, 1);
  g_autoptr (GPtrArray) sets = NULL;
  gint64 still;

  count_places (items);
  start_again (items);
  sets = make_sets (items);
  still = fit_sets (sets, over);
  self->over = over;
  self->plan = make_plan (items, still);
  self->carried = g_array_new (FALSE, FALSE, sizeof (guint));
  if (still > 0)
    {
      self->shorter = plan_shorter (items, sets, still);
      self->carry = plan_carry (items, over, self->carried);
    }
  if (self->carry == NULL)
    g_array_set_size (self->carried, 0);
  return self;
}

/**
 * roundel_fit_rounds:
 * @rounds: (element-type RoundelRound): a plan of which nothing has begun
 * @over: seconds that it is too long
 *
 * Returns: (transfer full): how it would be made to fit; nothing is changed
 */
RoundelFit *
roundel_fit_rounds (GPtrArray *rounds,
                    gint64     over)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));

  for (guint i = 0; i < rounds->len; i++)
    {
      const RoundelRound *round = rounds->pdata[i];
      Item item = { .round = round, .seconds = round->seconds };

      g_array_append_val (items, item);
    }
  return fit (items, over);
}

/**
 * roundel_fit_session:
 * @view: a session at a moment
 * @end: wall time, in microseconds, at which it should end; what was promised is `view->ends - view->late`
 *
 * Returns: (transfer full): how the rest of the session would be made to fit; nothing is changed
 */
RoundelFit *
roundel_fit_session (const RoundelSessionView *view,
                     gint64                    end)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));
  gint64 over = view->ends - end;

  for (guint i = 0; i < view->rounds->len; i++)
    {
      const RoundelRoundTime *time = &g_array_index (view->rounds, RoundelRoundTime, i);
      gboolean fixed = time->begun || time->state != ROUNDEL_ROUND_STATE_AHEAD;
      Item item = { .round = time->round, .seconds = (guint) ((time->planned + time->added) / SECOND), .fixed = fixed };

      g_array_append_val (items, item);
    }
  return fit (items, over > 0 ? (over + SECOND - 1) / SECOND : over / SECOND);
}

void
roundel_fit_free (RoundelFit *self)
{
  g_clear_pointer (&self->plan, plan_free);
  g_clear_pointer (&self->carry, plan_free);
  g_clear_pointer (&self->shorter, plan_free);
  g_array_unref (self->carried);
  g_free (self);
}

/**
 * roundel_fit_plan_list_lines:
 * @self: a plan for the session that @view shows
 * @view: the session
 *
 * Returns: (transfer full) (element-type RoundelFitLine): the changes in the order of the rounds, those of one step that
 *   change alike as one; valid as long as @view is
 */
GArray *
roundel_fit_plan_list_lines (const RoundelFitPlan     *self,
                             const RoundelSessionView *view)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RoundelFitLine));

  for (guint i = 0; i < self->changes->len; i++)
    {
      const RoundelFitChange *change = &g_array_index (self->changes, RoundelFitChange, i);
      const RoundelRound *round = g_array_index (view->rounds, RoundelRoundTime, change->round).round;
      RoundelFitLine line = { round, 1, change->from, change->to, change->kind };
      guint like = 0;

      for (; like < lines->len; like++)
        {
          RoundelFitLine *before = &g_array_index (lines, RoundelFitLine, like);

          if (before->round->part == round->part && before->from == line.from && before->to == line.to &&
              g_strcmp0 (before->round->title, round->title) == 0)
            {
              before->count++;
              break;
            }
        }
      if (like == lines->len)
        g_array_append_val (lines, line);
    }
  return lines;
}

/**
 * roundel_fit_choose:
 * @self: how a session would be made to fit
 * @choice: what the facilitator chose; an offer that there is
 * @now: this moment
 *
 * Returns: (transfer full) (nullable): the event that does it, one step for an undo; %NULL when there is nothing to do
 */
RoundelSessionEvent *
roundel_fit_choose (const RoundelFit     *self,
                    RoundelFitChoice      choice,
                    const RoundelInstant *now)
{
  static const RoundelSessionEventKind kinds[] = {
    [ROUNDEL_FIT_PLAIN] = ROUNDEL_SESSION_EVENT_FIT,
    [ROUNDEL_FIT_LATER] = ROUNDEL_SESSION_EVENT_EXTEND,
    [ROUNDEL_FIT_CARRY] = ROUNDEL_SESSION_EVENT_CARRY,
    [ROUNDEL_FIT_SHORTER] = ROUNDEL_SESSION_EVENT_AGREE,
  };
  const RoundelFitPlan *plan = self->plan;
  RoundelSessionEvent *event;

  if (choice == ROUNDEL_FIT_CARRY)
    plan = self->carry;
  else if (choice == ROUNDEL_FIT_SHORTER)
    plan = self->shorter;
  g_return_val_if_fail (plan != NULL, NULL);

  if (plan->changes->len == 0 && (choice != ROUNDEL_FIT_LATER || plan->over <= 0))
    return NULL;
  event = roundel_session_event_new (kinds[choice], now, choice == ROUNDEL_FIT_LATER ? MAX (plan->over, 0) : 0);
  event->changes = g_array_new (FALSE, FALSE, sizeof (RoundelChange));
  for (guint i = 0; i < plan->changes->len; i++)
    {
      const RoundelFitChange *c = &g_array_index (plan->changes, RoundelFitChange, i);
      RoundelChange change = { c->round, c->to };

      g_array_append_val (event->changes, change);
    }
  return event;
}
