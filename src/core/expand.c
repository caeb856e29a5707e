/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/expand.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "core/groups.h"
#include "core/seating.h"

#define FINENESS 32  /* steps between the shortest and the longest minutes */

/* One way to do the format: sizes of the groups, how many turns of each group, and how long the steps are. */
typedef struct
{
  GArray *sizes;      /* of guint */
  guint most_turns;   /* turns a group at most; the others wait for the next session */
  gboolean optional;  /* whether optional steps take place */
  guint scale;        /* from 0, shortest, to FINENESS, longest */
} Way;

/* What goes on while the steps are walked through. */
typedef struct
{
  const RoundelFormat *format;
  const RoundelExpansion *expansion;
  Way way;
  RoundelSeating *seating;
  RoundelAgenda *agenda;
  guint slot;          /* number of the last slot */
  guint case_slot;     /* number of the slot that is the one case of each group, once it has begun */
  GError *error;
} Walk;

/* Where a step stands among its repetitions. */
typedef struct
{
  const RoundelStep *outer;
  GPtrArray *groups;   /* who sits together, for a repeat over members or storytellers; NULL: by the step */
  guint turn;          /* from 1; 0 when nothing is repeated */
  guint turns;
  guint holder;        /* place in each group of the one whose slot it is, from 1; 0 for nobody */
  gboolean is_case;    /* the holder has the role with the turn */
} Place;

static void walk_steps (Walk        *walk,
                        GPtrArray   *steps,
                        const Place *place);

static guint
scaled (const Walk *walk,
        guint       low,
        guint       high,
        guint       grain)
{
  return low + (high - low) * walk->way.scale / FINENESS / grain * grain;
}

static void
add_groups (Walk         *walk,
            RoundelRound *round,
            GPtrArray    *groups,
            guint         holder)
{
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (round->groups, roundel_seating_assign (walk->seating, groups->pdata[i], holder));
}

/* The minutes in which people find their places, or the next storyteller comes FORWARD. */
static void
add_settle (Walk              *walk,
            const RoundelStep *step,
            GPtrArray         *groups,
            gboolean           forward)
{
  gboolean moved = roundel_seating_move (walk->seating, groups);
  RoundelRound *round;

  if ((!moved && !forward) || step->settle == 0)
    return;
  round = roundel_round_new (ROUNDEL_ROUND_SETTLE, !moved ? _("The next one comes forward")
                             : groups->len > 1 ? _("Find your group") : _("Come back together"), step->settle);
  round->gather = step->gather;
  add_groups (walk, round, groups, 0);
  g_ptr_array_add (walk->agenda->rounds, round);
}

static gboolean
has_the_floor (const RoundelFormat *format,
               const RoundelStep   *step)
{
  int role = roundel_format_turn_role (format);

  return step->speaks == ROUNDEL_SPEAKS_MEMBER ||
         (step->speaks == ROUNDEL_SPEAKS_ROLES && role >= 0 && step->speaks_roles == G_GUINT64_CONSTANT (1) << role);
}

static void
walk_leaf (Walk              *walk,
           const RoundelStep *step,
           const Place       *place)
{
  gboolean one_case = walk->format->turns == ROUNDEL_TURNS_ONE;
  gboolean alone = step->gather == ROUNDEL_GATHER_ALONE;
  guint holder = place->holder != 0 ? place->holder : step->slot ? 1 : 0;
  guint seconds = scaled (walk, step->low, step->high, step->high - step->low >= 60 ? 15 : 1);
  GPtrArray *groups = place->groups;
  RoundelRound *round;

  if (step->optional && !walk->way.optional)
    return;
  if (groups == NULL)
    groups = roundel_seating_get (walk->seating, step->gather, step->mix, &walk->error);
  if (groups == NULL)
    return;
  if (place->outer != NULL && place->outer->share)
    seconds /= place->turns;
  if (!alone)
    add_settle (walk, step, groups, place->outer != NULL && place->outer->repeat == ROUNDEL_REPEAT_STORYTELLER);

  round = roundel_round_new (ROUNDEL_ROUND_STEP, step->title, seconds);
  round->say = g_strdup (step->say);
  round->gather = step->gather;
  round->turn = place->turn;
  round->turns = place->turns;
  round->optional = step->optional;
  if (holder != 0)
    {
      /* the one case of a group is one slot, however many steps it has */
      if (place->holder == 0 && walk->case_slot == 0)
        walk->case_slot = ++walk->slot;
      round->slot = place->holder == 0 ? walk->case_slot : walk->slot;
      round->is_case = place->is_case || step->slot;
      round->floor = has_the_floor (walk->format, step);
      for (guint i = 0; i < groups->len; i++)
        {
          const GArray *group = groups->pdata[i];
          /* around a case the others come first, and the one whose case it is answers them */
          guint speaker = one_case && !round->is_case ? holder % group->len : holder - 1;

          if (holder <= group->len)
            g_array_append_val (round->speakers, g_array_index (group, guint, speaker));
        }
      if (round->speakers->len < groups->len)
        round->spare = g_strdup (walk->format->odd);
    }
  else
    {
      round->open = step->speaks == ROUNDEL_SPEAKS_EVERYONE && step->low < seconds;
      round->least = step->optional ? 0 : round->open ? step->low : seconds;
    }
  if (!alone)
    add_groups (walk, round, groups, place->is_case ? holder : one_case ? 1 : 0);
  g_ptr_array_add (walk->agenda->rounds, round);
}

/* Each member of a group has a turn; the groups keep to one clock, so that the largest sets how many there are. */
static void
walk_turns (Walk              *walk,
            const RoundelStep *step)
{
  GPtrArray *groups = roundel_seating_get (walk->seating, step->gather, step->mix, &walk->error);
  gboolean members = step->repeat == ROUNDEL_REPEAT_MEMBER;
  gboolean is_case = FALSE;
  int turn_role = roundel_format_turn_role (walk->format);
  guint turns = 0;

  if (groups == NULL)
    return;
  for (guint i = 0; i < step->steps->len; i++)
    {
      const RoundelStep *inner = step->steps->pdata[i];

      if (turn_role >= 0 && (inner->speaks_roles & (G_GUINT64_CONSTANT (1) << turn_role)) != 0)
        is_case = TRUE;
    }
  for (guint i = 0; i < groups->len; i++)
    turns = MAX (turns, ((GArray *) groups->pdata[i])->len);
  if (!members)
    turns = MIN (turns, scaled (walk, step->count_low, step->count_high, 1));
  else if (is_case && !step->share)
    turns = MIN (turns, walk->way.most_turns);

  for (guint turn = 1; turn <= turns && walk->error == NULL; turn++)
    {
      walk->slot++;
      walk_steps (walk, step->steps, &(Place) { step, groups, turn, turns, turn, is_case });
    }
}

static void
walk_steps (Walk        *walk,
            GPtrArray   *steps,
            const Place *place)
{
  for (guint i = 0; i < steps->len && walk->error == NULL; i++)
    {
      const RoundelStep *step = steps->pdata[i];
      guint times;

      if (step->steps == NULL)
        walk_leaf (walk, step, place);
      else if (step->optional && !walk->way.optional)
        continue;
      else if (step->repeat == ROUNDEL_REPEAT_MEMBER || step->repeat == ROUNDEL_REPEAT_STORYTELLER)
        walk_turns (walk, step);
      else
        {
          times = scaled (walk, step->count_low, step->count_high, 1);
          for (guint turn = 1; turn <= times && walk->error == NULL; turn++)
            {
              if (step->mix != ROUNDEL_MIX_KEEP)
                roundel_seating_mix (walk->seating, step->gather, step->mix, &walk->error);
              walk_steps (walk, step->steps, &(Place) { step, NULL, turn, times, 0, FALSE });
            }
        }
    }
}

static RoundelAgenda *
walk_way (const RoundelFormat     *format,
          const RoundelExpansion  *expansion,
          const Way               *way,
          GError                 **error)
{
  g_autoptr (RoundelSeating) seating = roundel_seating_new (format, expansion, way->sizes, error);
  g_autoptr (RoundelAgenda) agenda = NULL;
  Walk walk = { format, expansion, *way, seating };

  if (seating == NULL)
    return NULL;
  walk.agenda = agenda = roundel_agenda_new (expansion->n_members);
  g_ptr_array_add (agenda->parts, g_strdup (format->name));
  g_ptr_array_add (agenda->formats, g_strdup (format->id));
  walk_steps (&walk, format->steps, &(Place) { 0 });
  if (walk.error != NULL)
    {
      g_propagate_error (error, walk.error);
      return NULL;
    }
  return g_steal_pointer (&agenda);
}

/* Seconds that WAY takes; G_MAXUINT if it cannot be done. */
static guint
measure (const RoundelFormat    *format,
         const RoundelExpansion *expansion,
         const Way              *way)
{
  RoundelExpansion strangers = { .n_members = expansion->n_members, .places = expansion->places,
                                 .places_format = expansion->places_format };
  g_autoptr (RoundelAgenda) agenda = walk_way (format, &strangers, way, NULL);

  return agenda != NULL ? roundel_agenda_seconds (agenda) : G_MAXUINT;
}

static guint
minutes (guint seconds)
{
  return (seconds + 59) / 60;
}

/* A set of four goes on with three when one stays away: the one group may lack one, as groups side by side may. Two alone are
 * another thing, and where people talk in pairs, three would be one pair that never changes. */
static gboolean
lacks_one (const RoundelFormat *format,
           guint                n)
{
  return n >= 3 && n + 1 == format->people_min && format->group_max != 2;
}

static gboolean
check_format (const RoundelFormat  *format,
              guint                 n,
              GError              **error)
{
  if (format->steps->len == 0)
    {
      g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_TIME,
                   _("%s has no minutes: it is a text to paste. Choose another format for a session."), format->name);
      return FALSE;
    }
  if (n < format->people_min && !lacks_one (format, n))
    {
      g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
                   ngettext ("%s needs at least %u person, and there are %u. Choose a format for fewer people.",
                             "%s needs at least %u people, and there are %u. Choose a format for fewer people.",
                             format->people_min),
                   format->name, format->people_min, n);
      return FALSE;
    }
  if (format->people_max > 0 && n > format->people_max)
    {
      g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_PEOPLE,
                   ngettext ("%s works with %u person at most, and there are %u. Make several circles of them, or choose "
                             "a format for more people.",
                             "%s works with %u people at most, and there are %u. Make several circles of them, or choose "
                             "a format for more people.",
                             format->people_max),
                   format->name, format->people_max, n);
      return FALSE;
    }
  return TRUE;
}

static guint
largest (const GArray *sizes)
{
  guint most = 0;

  for (guint i = 0; i < sizes->len; i++)
    most = MAX (most, g_array_index (sizes, guint, i));
  return most;
}

/* The sizes of the groups that were made by hand, if they were and the format works with them. */
static GArray *
sizes_by_hand (const RoundelFormat    *format,
               const RoundelExpansion *expansion)
{
  g_autoptr (GPtrArray) groups = roundel_seating_by_hand (format, expansion);
  g_autoptr (GArray) sizes = NULL;

  if (groups == NULL || format->group_min == 0)
    return NULL;
  sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < groups->len; i++)
    {
      guint size = ((GArray *) groups->pdata[i])->len;

      if (size < format->group_min || (format->group_max > 0 && size > format->group_max))
        return NULL;
      g_array_append_val (sizes, size);
    }
  return g_steal_pointer (&sizes);
}

/* As many full groups as there can be, and one that lacks one: eight in threes, with a pair. NULL where no or more groups would. */
static GArray *
sizes_with_a_short_one (const RoundelFormat *format,
                        guint                n)
{
  const guint full = format->group_max;
  GArray *sizes;

  if (full < 3 || n < full || (n + 1) % full != 0)
    return NULL;
  sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint placed = 0; placed < n; placed += g_array_index (sizes, guint, sizes->len - 1))
    {
      guint size = placed == 0 ? full - 1 : full;

      g_array_append_val (sizes, size);
    }
  return sizes;
}

/* The sizes of groups that come into question, the preferred ones first; smaller groups work side by side and need
 * less time. */
static GPtrArray *
list_sizes (const RoundelFormat  *format,
            guint                 n,
            GError              **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *sizes;

  if (format->group_min == 0)
    {
      sizes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (sizes, n);
      g_ptr_array_add (list, sizes);
      return g_steal_pointer (&list);
    }
  sizes = roundel_group_sizes (n, format->group_min, format->group_max, format->group_best, error);
  if (sizes == NULL)
    return NULL;
  g_ptr_array_add (list, sizes);
  for (guint max = largest (sizes) - 1; max >= format->group_min; max--)
    if ((sizes = roundel_group_sizes (n, format->group_min, max, 0, NULL)) != NULL)
      g_ptr_array_add (list, sizes);
  if (largest (list->pdata[list->len - 1]) > format->group_max && (sizes = sizes_with_a_short_one (format, n)) != NULL)
    g_ptr_array_add (list, sizes);
  return g_steal_pointer (&list);
}

static guint
count_served (const GArray *sizes,
              guint         turns)
{
  guint served = 0;

  for (guint i = 0; i < sizes->len; i++)
    served += MIN (turns, g_array_index (sizes, guint, i));
  return served;
}

/* A way in which everybody has a turn: what is optional goes before the groups are made smaller. */
static gboolean
find_whole_way (const RoundelFormat    *format,
                const RoundelExpansion *expansion,
                GPtrArray              *list,
                Way                    *way)
{
  for (guint i = 0; i < list->len; i++)
    for (int optional = TRUE; optional >= FALSE; optional--)
      {
        *way = (Way) { list->pdata[i], G_MAXUINT, optional, 0 };
        if (measure (format, expansion, way) <= expansion->seconds)
          return TRUE;
      }
  return FALSE;
}

/* A way in which as many as possible have a turn today, and the others next time. */
static gboolean
find_partial_way (const RoundelFormat    *format,
                  const RoundelExpansion *expansion,
                  GPtrArray              *list,
                  Way                    *way)
{
  guint best = 0;

  for (guint i = 0; format->turns == ROUNDEL_TURNS_ALL && i < list->len; i++)
    {
      const GArray *sizes = list->pdata[i];

      for (guint turns = largest (sizes) - 1; turns > 0; turns--)
        {
          Way some = { list->pdata[i], turns, FALSE, 0 };

          if (count_served (sizes, turns) <= best)
            break;
          if (measure (format, expansion, &some) <= expansion->seconds)
            {
              best = count_served (sizes, turns);
              *way = some;
              break;
            }
        }
    }
  return best > 0;
}

/* Uses the time there is: the steps become longer as long as they fit. */
static void
stretch (const RoundelFormat    *format,
         const RoundelExpansion *expansion,
         Way                    *way)
{
  guint fits = way->scale;
  guint too_long = FINENESS + 1;

  while (too_long - fits > 1)
    {
      way->scale = (fits + too_long) / 2;
      if (measure (format, expansion, way) <= expansion->seconds)
        fits = way->scale;
      else
        too_long = way->scale;
    }
  way->scale = fits;
}

static void
note_waiting (RoundelAgenda          *agenda,
              const RoundelExpansion *expansion,
              guint                   needed)
{
  guint n = expansion->n_members;
  guint today;
  g_autofree char *first = NULL;
  g_autofree char *now = NULL;
  g_autofree char *later = NULL;

  for (guint member = 0; member < n; member++)
    if (roundel_agenda_cases (agenda, member) == 0)
      g_array_append_val (agenda->waiting, member);
  today = n - agenda->waiting->len;
  first = g_strdup_printf (ngettext ("A turn for %u person needs %u minutes, there are %u:",
                                     "Turns for %u people need %u minutes, there are %u:", n),
                           n, minutes (needed), expansion->seconds / 60);
  now = g_strdup_printf (ngettext ("%u today,", "%u today,", today), today);
  later = g_strdup_printf (ngettext ("%u next time.", "%u next time.", agenda->waiting->len), agenda->waiting->len);
  g_ptr_array_add (agenda->notes, g_strjoin (" ", first, now, later, NULL));
}

static void
note_lacking (RoundelAgenda       *agenda,
              const RoundelFormat *format,
              guint                n)
{
  /* Translators: the name of a format, and how many people there are: 4 and 3 */
  g_ptr_array_add (agenda->notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                "%s is meant for %u person or more; %u go on with it.",
                                                                "%s is meant for %u people or more; %u go on with it.",
                                                                format->people_min), format->name, format->people_min, n));
}

/**
 * roundel_format_expand:
 * @format: a format with minutes
 * @expansion: for whom and for how long
 * @error: return location for a %ROUNDEL_CORE_ERROR_PEOPLE or %ROUNDEL_CORE_ERROR_TIME with a reason in figures
 *
 * Makes the timed rounds of @format. Every slot of a round is equal to the second, and all groups keep to one clock:
 * the largest sets the number of turns. When the time does not suffice, first optional steps go, then groups become
 * smaller within the format's sizes, or one of them lacks one, then some turns wait for the next session; nobody's slot
 * becomes shorter than the format's least. A single group goes on when it lacks one.
 *
 * Returns: (transfer full): the agenda, or %NULL
 */
RoundelAgenda *
roundel_format_expand (const RoundelFormat     *format,
                       const RoundelExpansion  *expansion,
                       GError                 **error)
{
  g_autoptr (GPtrArray) list = NULL;
  GArray *by_hand;
  RoundelAgenda *agenda;
  guint needed = 0;
  Way way;

  g_return_val_if_fail (format != NULL && expansion != NULL, NULL);

  if (!check_format (format, expansion->n_members, error)
      || (list = list_sizes (format, expansion->n_members, error)) == NULL)
    return NULL;
  by_hand = sizes_by_hand (format, expansion);
  if (by_hand != NULL)
    {
      g_ptr_array_set_size (list, 0);
      g_ptr_array_add (list, by_hand);
    }

  if (expansion->seconds == 0)
    way = (Way) { list->pdata[0], G_MAXUINT, TRUE, FINENESS / 2 };
  else
    {
      if (!find_whole_way (format, expansion, list, &way))
        {
          needed = measure (format, expansion, &(Way) { list->pdata[0], G_MAXUINT, FALSE, 0 });
          if (!find_partial_way (format, expansion, list, &way))
            {
              g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_TIME,
                           _("%s needs %u minutes for %u people, and there are %u. Plan more time, or choose a shorter "
                             "format."),
                           format->name, minutes (needed), expansion->n_members, expansion->seconds / 60);
              return NULL;
            }
        }
      stretch (format, expansion, &way);
    }

  agenda = walk_way (format, expansion, &way, error);
  if (agenda != NULL && needed > 0)
    note_waiting (agenda, expansion, needed);
  if (agenda != NULL && expansion->n_members < format->people_min)
    note_lacking (agenda, format, expansion->n_members);
  return agenda;
}
