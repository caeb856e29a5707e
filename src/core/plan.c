/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/plan.h"

#include <glib/gi18n-lib.h>

#include "core/error.h"

RoundelPlanPart *
roundel_plan_part_new (const RoundelFormat *format,
                       const char          *title,
                       guint                seconds,
                       gboolean             optional)
{
  RoundelPlanPart *self = g_new0 (RoundelPlanPart, 1);

  self->format = format;
  self->title = g_strdup (title);
  self->seconds = seconds;
  self->optional = optional;
  return self;
}

void
roundel_plan_part_free (RoundelPlanPart *self)
{
  g_free (self->title);
  g_free (self);
}

/**
 * roundel_plan_new:
 *
 * Returns: (transfer full) (element-type RoundelPlanPart): a plan without parts, which owns them
 */
GPtrArray *
roundel_plan_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_plan_part_free);
}

/* Somebody decided on SECONDS: where nobody has a slot the longest round gets what the format does not use of them. A slot
 * keeps to what was published, and the rest stays in hand. */
static void
prolong (RoundelAgenda *agenda,
         guint          seconds)
{
  guint sum = roundel_agenda_seconds (agenda);
  RoundelRound *longest = NULL;

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      RoundelRound *round = agenda->rounds->pdata[i];

      if (round->slot != 0)
        return;
      if (round->kind == ROUNDEL_ROUND_STEP && (longest == NULL || round->seconds > longest->seconds))
        longest = round;
    }
  if (longest != NULL && sum < seconds)
    longest->seconds += seconds - sum;
}

/**
 * roundel_plan_expand_part:
 * @part: a part of a plan
 * @expansion: for whom; its own length is not looked at
 * @seconds: how long it is to be; 0 for as long as it usually takes
 * @error: return location for a #RoundelCoreError
 *
 * Returns: (transfer full): the rounds of @part alone, or %NULL
 */
RoundelAgenda *
roundel_plan_expand_part (const RoundelPlanPart   *part,
                          const RoundelExpansion  *expansion,
                          guint                    seconds,
                          GError                 **error)
{
  RoundelExpansion of_part = *expansion;
  RoundelAgenda *agenda;

  of_part.seconds = seconds;
  agenda = roundel_format_expand (part->format, &of_part, error);
  if (agenda != NULL && seconds != 0 && part->seconds != ROUNDEL_PLAN_REST)
    prolong (agenda, seconds);
  return agenda;
}

/* Seconds that the part AT needs or is given; the rest is not counted. */
static gboolean
measure_part (const RoundelPlanPart   *part,
              const RoundelExpansion  *expansion,
              guint                   *seconds,
              GError                 **error)
{
  RoundelExpansion strangers = { .n_members = expansion->n_members, .places = expansion->places,
                                 .places_format = expansion->places_format };
  g_autoptr (RoundelAgenda) agenda = NULL;

  *seconds = 0;
  if (part->seconds == ROUNDEL_PLAN_REST)
    return TRUE;
  agenda = roundel_plan_expand_part (part, &strangers, part->seconds, error);
  if (agenda == NULL)
    return FALSE;
  *seconds = roundel_agenda_seconds (agenda);
  return TRUE;
}

static const char *
part_name (const RoundelPlanPart *part)
{
  return part->title != NULL ? part->title : part->format->name;
}

static guint
count_slots (const RoundelAgenda *agenda)
{
  guint slots = 0;

  for (guint i = 0; i < agenda->rounds->len; i++)
    slots = MAX (slots, ((RoundelRound *) agenda->rounds->pdata[i])->slot);
  return slots;
}

/* Adds AGENDA as the next part of WHOLE. */
static void
append (RoundelAgenda         *whole,
        const RoundelPlanPart *part,
        RoundelAgenda         *agenda)
{
  guint slots = count_slots (whole);

  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      RoundelRound *round = roundel_round_copy (agenda->rounds->pdata[i]);

      round->part = whole->parts->len;
      if (round->slot != 0)
        round->slot += slots;
      if (part->optional)
        {
          round->optional = TRUE;
          if (round->slot == 0)
            round->least = 0;
        }
      g_ptr_array_add (whole->rounds, round);
    }
  g_ptr_array_add (whole->parts, g_strdup (part_name (part)));
  g_ptr_array_add (whole->formats, g_strdup (part->format->id));
  for (guint i = 0; i < agenda->notes->len; i++)
    g_ptr_array_add (whole->notes, g_strdup (agenda->notes->pdata[i]));
  g_array_append_vals (whole->waiting, agenda->waiting->data, agenda->waiting->len);
}

static void
count_cases (const RoundelAgenda *agenda,
             guint               *cases)
{
  for (guint i = 0; i < agenda->rounds->len; i++)
    {
      const RoundelRound *round = agenda->rounds->pdata[i];

      for (guint s = 0; round->is_case && s < round->speakers->len; s++)
        cases[g_array_index (round->speakers, guint, s)]++;
    }
}

static int
compare_cases (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const guint *cases = data;
  guint one = cases[*(const guint *) a];
  guint two = cases[*(const guint *) b];

  return (one > two) - (one < two);
}

/* The order of claims after what this session has given so far: who had no case in it comes first (R1). */
static GArray *
list_claims (const RoundelExpansion *expansion,
             const guint            *cases)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *named = g_new0 (gboolean, expansion->n_members + 1);

  for (guint i = 0; expansion->claims != NULL && i < expansion->claims->len; i++)
    {
      guint member = g_array_index (expansion->claims, guint, i);

      named[member] = TRUE;
      g_array_append_val (claims, member);
    }
  for (guint i = 0; i < expansion->n_members; i++)
    if (!named[i])
      g_array_append_val (claims, i);
  g_array_sort_with_data (claims, compare_cases, (gpointer) cases);
  return claims;
}

/* Each once, and nobody whom another part gives a case. */
static void
settle_waiting (RoundelAgenda *whole,
                const guint   *cases)
{
  g_autoptr (GArray) waiting = g_array_copy (whole->waiting);
  g_autofree gboolean *there = g_new0 (gboolean, whole->n_members + 1);

  g_array_set_size (whole->waiting, 0);
  for (guint i = 0; i < waiting->len; i++)
    {
      guint member = g_array_index (waiting, guint, i);

      if (cases[member] == 0 && !there[member])
        g_array_append_val (whole->waiting, member);
      there[member] = TRUE;
    }
}

static void
append_hand (RoundelAgenda *whole,
             guint          seconds)
{
  RoundelRound *round;

  if (seconds == 0)
    return;
  round = roundel_round_new (ROUNDEL_ROUND_IN_HAND, _("Time in hand"), seconds);
  round->part = whole->parts->len;
  round->optional = TRUE;
  round->least = 0;
  g_ptr_array_add (whole->parts, g_strdup (round->title));
  g_ptr_array_add (whole->formats, g_strdup (""));
  g_ptr_array_add (whole->rounds, round);
}

/* A stretch of the plan up to the next fixed start, or to the end. */
typedef struct
{
  const GPtrArray *plan;
  guint from;
  guint to;    /* not included */
  guint total; /* seconds; 0 for as long as it takes */
  guint hand;  /* seconds to keep, at the least */
  const RoundelAgenda *before; /* what the stretches before became */
} Stretch;

/* The stretch without the last SKIP of its optional parts. */
static RoundelAgenda *
expand_without (const Stretch           *stretch,
                const RoundelExpansion  *expansion,
                guint                    skip,
                GError                 **error)
{
  const GPtrArray *plan = stretch->plan;
  guint total = stretch->total;
  guint hand = stretch->hand;
  guint fixed = 0;
  guint n_rest = 0;
  guint used;
  g_autoptr (RoundelAgenda) whole = roundel_agenda_new (expansion->n_members);
  g_autofree gboolean *skipped = g_new0 (gboolean, plan->len + 1);
  g_autofree guint *cases = g_new0 (guint, expansion->n_members + 1);

  count_cases (stretch->before, cases);
  for (guint i = stretch->to; i > stretch->from && skip > 0; i--)
    if (((RoundelPlanPart *) plan->pdata[i - 1])->optional)
      {
        skipped[i - 1] = TRUE;
        skip--;
      }
  for (guint i = stretch->from; i < stretch->to; i++)
    {
      const RoundelPlanPart *part = plan->pdata[i];
      guint seconds;

      if (skipped[i])
        continue;
      if (!measure_part (part, expansion, &seconds, error))
        return NULL;
      fixed += seconds;
      n_rest += part->seconds == ROUNDEL_PLAN_REST;
    }
  if (total > 0 && (fixed > total || (n_rest > 0 && fixed + hand + 60 * n_rest > total)))
    {
      if (stretch->to < plan->len)
        g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_TIME,
                     _("What comes before the fixed start of “%s” needs %u minutes, and has %u. Start it later, or take a "
                       "part out."), part_name (plan->pdata[stretch->to]), (fixed + 60 * n_rest + 59) / 60, total / 60);
      else
        g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_TIME,
                     _("The plan needs %u minutes besides its main part, and the session has %u. Plan more time, or take a "
                       "part out."), (fixed + hand + 59) / 60, total / 60);
      return NULL;
    }

  for (guint i = stretch->from; i < stretch->to; i++)
    {
      const RoundelPlanPart *part = plan->pdata[i];
      gboolean rest = part->seconds == ROUNDEL_PLAN_REST;
      g_autoptr (GArray) claims = NULL;
      g_autoptr (RoundelAgenda) agenda = NULL;
      RoundelExpansion of_part = *expansion;

      if (skipped[i])
        continue;
      of_part.claims = claims = list_claims (expansion, cases);
      agenda = roundel_plan_expand_part (part, &of_part,
                                         !rest ? part->seconds : total > 0 ? (total - hand - fixed) / n_rest : 0, error);
      if (agenda == NULL)
        return NULL;
      append (whole, part, agenda);
      count_cases (agenda, cases);
    }
  settle_waiting (whole, cases);
  used = roundel_agenda_seconds (whole);
  append_hand (whole, total > 0 ? total - used : used / (ROUNDEL_PLAN_HAND_SHARE - 1) / 60 * 60);
  return g_steal_pointer (&whole);
}

/* With as few optional parts left out as lets everybody have a turn. */
static RoundelAgenda *
expand_stretch (const Stretch           *stretch,
                const RoundelExpansion  *expansion,
                GError                 **error)
{
  g_autoptr (RoundelAgenda) best = NULL;
  guint n_optional = 0;

  for (guint i = stretch->from; i < stretch->to; i++)
    n_optional += ((RoundelPlanPart *) stretch->plan->pdata[i])->optional;
  for (guint skip = 0; skip <= n_optional; skip++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (RoundelAgenda) agenda = expand_without (stretch, expansion, skip, &local);

      if (agenda != NULL && agenda->waiting->len == 0)
        return g_steal_pointer (&agenda);
      if (agenda != NULL && (best == NULL || agenda->waiting->len < best->waiting->len))
        {
          g_clear_pointer (&best, roundel_agenda_free);
          best = g_steal_pointer (&agenda);
        }
      if (agenda == NULL && best == NULL && skip == n_optional)
        g_propagate_error (error, g_steal_pointer (&local));
    }
  return g_steal_pointer (&best);
}

/* Adds what STRETCH became to the end of WHOLE. */
static void
join (RoundelAgenda       *whole,
      const RoundelAgenda *stretch)
{
  guint parts = whole->parts->len;
  guint slots = count_slots (whole);

  for (guint i = 0; i < stretch->rounds->len; i++)
    {
      RoundelRound *round = roundel_round_copy (stretch->rounds->pdata[i]);

      round->part += parts;
      if (round->slot != 0)
        round->slot += slots;
      g_ptr_array_add (whole->rounds, round);
    }
  for (guint i = 0; i < stretch->parts->len; i++)
    {
      g_ptr_array_add (whole->parts, g_strdup (stretch->parts->pdata[i]));
      g_ptr_array_add (whole->formats, g_strdup (stretch->formats->pdata[i]));
    }
  for (guint i = 0; i < stretch->notes->len; i++)
    g_ptr_array_add (whole->notes, g_strdup (stretch->notes->pdata[i]));
  g_array_append_vals (whole->waiting, stretch->waiting->data, stretch->waiting->len);
}

/**
 * roundel_plan_expand:
 * @plan: (element-type RoundelPlanPart): the parts of a session, in order
 * @expansion: for whom, and how long the session is
 * @error: return location for a #RoundelCoreError with a reason in figures
 *
 * Makes the timed rounds of a session. A tenth of it is kept in hand (R6), the part that has the rest takes what the
 * others leave, and the sum is the length of the session exactly. When the time does not suffice, optional parts are
 * left out, the last ones first; then turns wait for the next session. A part with a fixed start has what comes before it
 * end there, to the second. Who had a case in one part has the last claim to one in the next.
 *
 * Returns: (transfer full): the agenda, or %NULL
 */
RoundelAgenda *
roundel_plan_expand (const GPtrArray         *plan,
                     const RoundelExpansion  *expansion,
                     GError                 **error)
{
  g_autoptr (RoundelAgenda) whole = NULL;
  guint begins = 0;

  g_return_val_if_fail (plan != NULL && plan->len > 0 && expansion != NULL, NULL);

  whole = roundel_agenda_new (expansion->n_members);
  for (guint from = 0, to; from < plan->len; from = to)
    {
      guint end = expansion->seconds;
      Stretch stretch = { .plan = plan, .from = from, .before = whole };
      g_autoptr (RoundelAgenda) agenda = NULL;

      for (to = from + 1; to < plan->len && ((RoundelPlanPart *) plan->pdata[to])->begins == 0;)
        to++;
      if (from == 0 && ((RoundelPlanPart *) plan->pdata[0])->begins > 0)
        append_hand (whole, begins = ((RoundelPlanPart *) plan->pdata[0])->begins);
      if (to < plan->len)
        end = ((RoundelPlanPart *) plan->pdata[to])->begins;
      if (end != 0 && end <= begins)
        {
          const RoundelPlanPart *late = plan->pdata[MIN (to, plan->len - 1)];

          g_set_error (error, ROUNDEL_CORE_ERROR, ROUNDEL_CORE_ERROR_TIME,
                       _("“%s” cannot start %u minutes after the beginning. Give it another start."), part_name (late),
                       late->begins / 60);
          return NULL;
        }
      stretch.to = to;
      stretch.total = end > 0 ? end - begins : 0;
      stretch.hand = to == plan->len ? stretch.total / ROUNDEL_PLAN_HAND_SHARE / 60 * 60 : 0;
      agenda = expand_stretch (&stretch, expansion, error);
      if (agenda == NULL)
        return NULL;
      join (whole, agenda);
      begins = end;
    }
  return g_steal_pointer (&whole);
}
