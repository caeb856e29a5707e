/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/outcome.h"

static gpointer
copy_between (gconstpointer between,
              gpointer      data)
{
  const RoundelBetween *self = between;

  return roundel_between_new (self->kind, self->text, self->before);
}

RoundelBetween *
roundel_between_new (RoundelBetweenKind  kind,
                     const char         *text,
                     guint               before)
{
  RoundelBetween *self = g_new0 (RoundelBetween, 1);

  self->kind = kind;
  self->text = g_strdup (text);
  self->before = before;
  return self;
}

void
roundel_between_free (RoundelBetween *self)
{
  g_free (self->text);
  g_free (self);
}

GPtrArray *
roundel_between_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_between_free);
}

GPtrArray *
roundel_between_list_copy (const GPtrArray *self)
{
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) self, copy_between, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) roundel_between_free);
  return copy;
}

void
roundel_template_init (RoundelTemplate *self)
{
  self->first = roundel_outline_new ();
  self->middle = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->last = roundel_outline_new ();
}

void
roundel_template_clear (RoundelTemplate *self)
{
  g_ptr_array_unref (self->first);
  g_ptr_array_unref (self->middle);
  g_ptr_array_unref (self->last);
}

/**
 * roundel_template_get:
 * @self: what the sessions of an outcome or pattern are made of
 * @session: number of the session, from 1
 * @count: how many sessions there are; a single one is a first one
 *
 * Returns: (transfer none) (element-type RoundelOutlinePart): what that session is made of
 */
const GPtrArray *
roundel_template_get (const RoundelTemplate *self,
                      guint                  session,
                      guint                  count)
{
  g_return_val_if_fail (self != NULL && session >= 1 && session <= count, NULL);

  if (session == 1)
    return self->first;
  if (session == count)
    return self->last;
  return self->middle->pdata[(session - 2) % self->middle->len];
}

RoundelOutcome *
roundel_outcome_new (void)
{
  RoundelOutcome *self = g_new0 (RoundelOutcome, 1);

  self->between = roundel_between_list_new ();
  self->results = roundel_results_new ();
  roundel_template_init (&self->plan);
  return self;
}

void
roundel_outcome_free (RoundelOutcome *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->question);
  g_free (self->asks);
  g_free (self->description);
  g_free (self->why_one);
  g_free (self->who);
  g_clear_pointer (&self->rhythm.at, g_array_unref);
  g_strfreev (self->formats);
  g_free (self->facilitation_text);
  g_ptr_array_unref (self->between);
  g_strfreev (self->measures);
  g_ptr_array_unref (self->results);
  g_free (self->evaluate_individual);
  g_free (self->evaluate_later);
  roundel_template_clear (&self->plan);
  g_free (self);
}

/**
 * roundel_outcomes_find:
 * @outcomes: (element-type RoundelOutcome): outcomes
 * @id: (nullable): id of one
 *
 * Returns: (transfer none) (nullable): the outcome
 */
const RoundelOutcome *
roundel_outcomes_find (const GPtrArray *outcomes,
                       const char      *id)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (g_strcmp0 (((RoundelOutcome *) outcomes->pdata[i])->id, id) == 0)
      return outcomes->pdata[i];
  return NULL;
}

RoundelPattern *
roundel_pattern_new (void)
{
  RoundelPattern *self = g_new0 (RoundelPattern, 1);

  self->between = roundel_between_list_new ();
  return self;
}

void
roundel_pattern_free (RoundelPattern *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_clear_pointer (&self->rhythm.at, g_array_unref);
  g_ptr_array_unref (self->between);
  if (self->plan != NULL)
    roundel_template_clear (self->plan);
  g_free (self->plan);
  g_free (self);
}

/**
 * roundel_patterns_find:
 * @patterns: (element-type RoundelPattern): patterns
 * @id: (nullable): id of one
 *
 * Returns: (transfer none) (nullable): the pattern
 */
const RoundelPattern *
roundel_patterns_find (const GPtrArray *patterns,
                       const char      *id)
{
  for (guint i = 0; i < patterns->len; i++)
    if (g_strcmp0 (((RoundelPattern *) patterns->pdata[i])->id, id) == 0)
      return patterns->pdata[i];
  return NULL;
}
