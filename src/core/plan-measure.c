/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/plan-measure.h"

static void
block_free (RoundelPlanBlock *self)
{
  g_clear_pointer (&self->agenda, roundel_agenda_free);
  g_free (self->problem);
  g_free (self);
}

static RoundelPlanBlock *
add_block (RoundelPlanMeasure *self,
           guint               part)
{
  RoundelPlanBlock *block = g_new0 (RoundelPlanBlock, 1);

  block->part = part;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
add_hand (RoundelPlanMeasure *self,
          guint               seconds)
{
  if (seconds > 0)
    add_block (self, ROUNDEL_PLAN_NO_PART)->seconds = seconds;
}

/* How long BLOCK is with SECONDS, 0 for as long as it usually takes. What does not work keeps the time it was given. */
static void
measure (RoundelPlanBlock         *block,
         const RoundelOutlinePart *of,
         guint                     n_members,
         guint                     seconds)
{
  const RoundelPlanPart part = { block->format, NULL, of->seconds };
  const RoundelExpansion expansion = { n_members };
  g_autoptr (GError) error = NULL;

  if (block->format != NULL)
    block->agenda = roundel_plan_expand_part (&part, &expansion, seconds, &error);
  if (block->agenda != NULL)
    {
      block->seconds = roundel_agenda_seconds (block->agenda);
      return;
    }
  if (error != NULL)
    block->problem = g_strdup (error->message);
  if (seconds == 0 && block->format != NULL)
    {
      double low, high;

      roundel_format_minutes (block->format, &low, &high);
      seconds = (guint) low * 60;
    }
  block->seconds = seconds;
}

/* Whether a run leaves PART out. */
static gboolean
is_left_out (const RoundelPlanMeasure *self,
             guint                     part)
{
  for (guint i = 0; i < self->left_out->len; i++)
    if (g_array_index (self->left_out, guint, i) == part)
      return TRUE;
  return FALSE;
}

/* How long BLOCK counts: what a run leaves out makes room, unless all is too long as it is written. */
static guint
get_taken (const RoundelPlanMeasure *self,
           const RoundelPlanBlock   *block)
{
  return self->over == 0 && is_left_out (self, block->part) ? 0 : block->seconds;
}

/* The blocks of the parts up to the next fixed start, and time in hand after them. */
static guint
measure_stretch (RoundelPlanMeasure   *self,
                 const GPtrArray      *outline,
                 const RoundelFormats *formats,
                 guint                 n_members,
                 guint                 from,
                 guint                 length,
                 gboolean              last)
{
  guint first = self->blocks->len;
  guint hand = last ? length / ROUNDEL_PLAN_HAND_SHARE / 60 * 60 : 0;
  guint fixed = 0;
  guint n_rest = 0;
  guint share;
  guint sum = 0;
  guint to = from;

  do
    {
      const RoundelOutlinePart *part = outline->pdata[to];
      RoundelPlanBlock *block = add_block (self, to);
      g_autoptr (GError) error = NULL;

      block->format = formats->find (formats->library, part->format, &error);
      if (error != NULL)
        block->problem = g_strdup (error->message);
      if (part->seconds == ROUNDEL_PLAN_REST)
        n_rest++;
      else
        {
          measure (block, part, n_members, part->seconds);
          fixed += get_taken (self, block);
        }
    }
  while (++to < outline->len && ((RoundelOutlinePart *) outline->pdata[to])->begins == 0);

  share = n_rest > 0 && fixed + hand + ROUNDEL_PLAN_LEAST_PART * n_rest <= length ? (length - hand - fixed) / n_rest
                                                                                   : ROUNDEL_PLAN_LEAST_PART;
  for (guint i = first; i < self->blocks->len; i++)
    {
      RoundelPlanBlock *block = self->blocks->pdata[i];
      const RoundelOutlinePart *part = outline->pdata[block->part];

      if (part->seconds == ROUNDEL_PLAN_REST)
        measure (block, part, n_members, share);
      sum += get_taken (self, block);
    }
  add_hand (self, length > sum ? length - sum : 0);
  return to;
}

/* What a run would do: it leaves optional parts out, the last ones first, and may still not succeed. */
static void
try_run (RoundelPlanMeasure   *self,
         const GPtrArray      *outline,
         const RoundelFormats *formats,
         guint                 n_members)
{
  RoundelExpansion expansion = { n_members, self->length };
  g_autoptr (GError) error = NULL;
  RoundelAgenda *agenda = self->agenda = roundel_outline_expand (outline, formats, &expansion, &error);
  guint n_parts = 0;

  if (agenda == NULL)
    {
      self->problem = g_strdup (error->message);
      return;
    }
  for (guint i = 0; i < agenda->parts->len; i++)
    for (guint r = 0; r < agenda->rounds->len; r++)
      {
        const RoundelRound *round = agenda->rounds->pdata[r];

        if (round->part == i)
          {
            n_parts += round->kind != ROUNDEL_ROUND_IN_HAND;
            break;
          }
      }
  for (guint i = outline->len; i > 0 && n_parts < outline->len; i--)
    if (((RoundelOutlinePart *) outline->pdata[i - 1])->optional)
      {
        guint part = i - 1;

        g_array_append_val (self->left_out, part);
        n_parts++;
      }
}

static void
lay_out (RoundelPlanMeasure   *self,
         const GPtrArray      *outline,
         const RoundelFormats *formats,
         guint                 n_members)
{
  guint length = self->length;
  guint next;
  guint now;

  g_ptr_array_set_size (self->blocks, 0);
  self->sum = 0;
  for (guint from = 0, first = 0; from < outline->len; from = next, first = self->blocks->len)
    {
      guint begins = ((RoundelOutlinePart *) outline->pdata[from])->begins;
      guint end = length;
      gboolean last = TRUE;

      if (from == 0)
        add_hand (self, begins);
      for (guint i = from + 1; i < outline->len && last; i++)
        if (((RoundelOutlinePart *) outline->pdata[i])->begins > 0)
          {
            end = ((RoundelOutlinePart *) outline->pdata[i])->begins;
            last = FALSE;
          }
      now = from == 0 ? begins : self->sum;
      next = measure_stretch (self, outline, formats, n_members, from, end > now ? end - now : 0, last);
      for (guint i = first; i < self->blocks->len; i++)
        {
          RoundelPlanBlock *block = self->blocks->pdata[i];

          block->starts = self->sum;
          if (block->part == from && begins > 0 && block->starts > begins)
            block->late = block->starts - begins;
          self->sum += get_taken (self, block);
        }
    }
  if (outline->len == 0)
    add_hand (self, self->sum = length);
  self->over = self->sum > length ? self->sum - length : 0;
}

/**
 * roundel_plan_measure_new:
 * @outline: (element-type RoundelOutlinePart): the parts of a session, in order
 * @formats: where their formats come from
 * @n_members: how many come
 * @length: how long the session is; seconds
 *
 * Returns: (transfer full): the plan in time; the formats belong to @formats
 */
RoundelPlanMeasure *
roundel_plan_measure_new (const GPtrArray      *outline,
                          const RoundelFormats *formats,
                          guint                 n_members,
                          guint                 length)
{
  RoundelPlanMeasure *self = g_new0 (RoundelPlanMeasure, 1);

  g_return_val_if_fail (outline != NULL && formats != NULL, NULL);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  self->left_out = g_array_new (FALSE, FALSE, sizeof (guint));
  self->length = length;
  try_run (self, outline, formats, n_members);
  /* as it is written first, with what is optional */
  self->over = G_MAXUINT;
  lay_out (self, outline, formats, n_members);
  if (self->over == 0 && self->left_out->len > 0)
    lay_out (self, outline, formats, n_members);
  return self;
}

void
roundel_plan_measure_free (RoundelPlanMeasure *self)
{
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->left_out);
  g_clear_pointer (&self->agenda, roundel_agenda_free);
  g_free (self->problem);
  g_free (self);
}

/**
 * roundel_plan_measure_find:
 * @part: index into the outline
 *
 * Returns: (transfer none) (nullable): its block
 */
const RoundelPlanBlock *
roundel_plan_measure_find (const RoundelPlanMeasure *self,
                           guint                     part)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (((RoundelPlanBlock *) self->blocks->pdata[i])->part == part)
      return self->blocks->pdata[i];
  return NULL;
}
