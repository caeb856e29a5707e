/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/format.h"

RoundelRole *
roundel_role_new (void)
{
  return g_new0 (RoundelRole, 1);
}

void
roundel_role_free (RoundelRole *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->does);
  g_free (self);
}

RoundelStep *
roundel_step_new (void)
{
  return g_new0 (RoundelStep, 1);
}

void
roundel_step_free (RoundelStep *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_free (self->id);
  g_free (self->title);
  g_free (self->say);
  g_free (self);
}

RoundelFormat *
roundel_format_new (void)
{
  RoundelFormat *self = g_new0 (RoundelFormat, 1);

  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_role_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_step_free);
  return self;
}

void
roundel_format_free (RoundelFormat *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->purpose);
  g_free (self->when);
  g_free (self->when_not);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->steps);
  g_free (self->paste);
  g_free (self->odd);
  g_free (self->note);
  g_strfreev (self->sources);
  g_free (self->source_edition);
  g_free (self->licence);
  g_free (self->attribution);
  g_free (self);
}

/**
 * roundel_format_find_role:
 * @self: a format
 * @id: id of a role
 *
 * Returns: the index of the role, or -1
 */
int
roundel_format_find_role (const RoundelFormat *self,
                          const char          *id)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (g_str_equal (((RoundelRole *) self->roles->pdata[i])->id, id))
      return i;
  return -1;
}

/**
 * roundel_format_turn_role:
 * @self: a format
 *
 * Returns: the index of the role whose slot it is, or -1
 */
int
roundel_format_turn_role (const RoundelFormat *self)
{
  for (guint i = 0; i < self->roles->len; i++)
    if (((RoundelRole *) self->roles->pdata[i])->kind == ROUNDEL_ROLE_TURN)
      return i;
  return -1;
}

/* Seconds of STEPS at their shortest (LOW, without what is optional) or longest, in a group of MEMBERS, without settling. */
static double
sum_steps (GPtrArray *steps,
           guint      members,
           gboolean   low)
{
  double sum = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const RoundelStep *step = steps->pdata[i];
      guint gathered = step->gather == ROUNDEL_GATHER_PAIR ? 2 : step->gather == ROUNDEL_GATHER_TRIO ? 3
                       : step->gather == ROUNDEL_GATHER_FOUR ? 4 : members;
      double seconds;

      if (step->optional && low)
        continue;
      if (step->steps == NULL)
        seconds = low ? step->low : step->high;
      else
        {
          seconds = sum_steps (step->steps, gathered, low);
          if (step->repeat == ROUNDEL_REPEAT_MEMBER)
            seconds *= step->share ? 1 : gathered;
          else
            seconds *= low ? step->count_low : step->count_high;
        }
      sum += seconds;
    }
  return sum;
}

/**
 * roundel_format_minutes:
 * @self: a format
 * @low: (out): minutes with the smallest group, each step at its shortest, without what is optional
 * @high: (out): minutes with the largest group, each step at its longest
 *
 * How long the format takes, without the time to find one's place. Both are 0 for a format without minutes.
 */
void
roundel_format_minutes (const RoundelFormat *self,
                        double              *low,
                        double              *high)
{
  guint least = self->group_min > 0 ? self->group_min : self->people_min;
  guint most = self->group_max > 0 ? self->group_max : self->people_max > 0 ? self->people_max : least;

  *low = sum_steps (self->steps, least, TRUE) / 60.0;
  *high = sum_steps (self->steps, MAX (least, most), FALSE) / 60.0;
}
