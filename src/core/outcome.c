/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/outcome.h"

static gpointer
copy_between (gconstpointer between,
              gpointer      data)
{
  const RoundelBetween *self = between;

  return roundel_between_new (self->kind, self->text);
}

RoundelBetween *
roundel_between_new (RoundelBetweenKind  kind,
                     const char         *text)
{
  RoundelBetween *self = g_new0 (RoundelBetween, 1);

  self->kind = kind;
  self->text = g_strdup (text);
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

RoundelOutcome *
roundel_outcome_new (void)
{
  RoundelOutcome *self = g_new0 (RoundelOutcome, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (guint));
  self->between = roundel_between_list_new ();
  for (guint i = 0; i < ROUNDEL_N_PLACES; i++)
    self->outlines[i] = roundel_outline_new ();
  return self;
}

void
roundel_outcome_free (RoundelOutcome *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->question);
  g_free (self->description);
  g_array_unref (self->days);
  g_strfreev (self->formats);
  g_free (self->facilitation);
  g_ptr_array_unref (self->between);
  g_strfreev (self->measures);
  g_strfreev (self->results);
  for (guint i = 0; i < ROUNDEL_N_PLACES; i++)
    g_ptr_array_unref (self->outlines[i]);
  g_free (self);
}

RoundelPattern *
roundel_pattern_new (void)
{
  RoundelPattern *self = g_new0 (RoundelPattern, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (guint));
  self->between = roundel_between_list_new ();
  for (guint i = 0; i < ROUNDEL_N_PLACES; i++)
    self->outlines[i] = roundel_outline_new ();
  return self;
}

void
roundel_pattern_free (RoundelPattern *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_array_unref (self->days);
  g_ptr_array_unref (self->between);
  for (guint i = 0; i < ROUNDEL_N_PLACES; i++)
    g_ptr_array_unref (self->outlines[i]);
  g_free (self);
}
