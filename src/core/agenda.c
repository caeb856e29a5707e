/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/agenda.h"

/**
 * roundel_round_new:
 * @kind: what sort of round
 * @title: what happens
 * @seconds: how long it is planned
 *
 * Returns: (transfer full): a round in which the whole room is together and nothing may be shortened
 */
RoundelRound *
roundel_round_new (RoundelRoundKind  kind,
                   const char       *title,
                   guint             seconds)
{
  RoundelRound *self = g_new0 (RoundelRound, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->seconds = seconds;
  self->least = seconds;
  self->gather = ROUNDEL_GATHER_ROOM;
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->speakers = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static gpointer
copy_group (gconstpointer group,
            gpointer      data)
{
  return g_array_copy ((GArray *) group);
}

/**
 * roundel_round_copy:
 * @self: a round
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
RoundelRound *
roundel_round_copy (const RoundelRound *self)
{
  RoundelRound *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->say = g_strdup (self->say);
  copy->spare = g_strdup (self->spare);
  copy->groups = g_ptr_array_copy (self->groups, (GCopyFunc) copy_group, NULL);
  g_ptr_array_set_free_func (copy->groups, (GDestroyNotify) g_array_unref);
  copy->speakers = g_array_copy (self->speakers);
  return copy;
}

void
roundel_round_free (RoundelRound *self)
{
  g_free (self->title);
  g_free (self->say);
  g_free (self->spare);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->speakers);
  g_free (self);
}

/**
 * roundel_agenda_new:
 * @n_members: how many members take part
 *
 * Returns: (transfer full): an agenda without rounds
 */
RoundelAgenda *
roundel_agenda_new (guint n_members)
{
  RoundelAgenda *self = g_new0 (RoundelAgenda, 1);

  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_ptr_array_new_with_free_func (g_free);
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_round_free);
  self->n_members = n_members;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
roundel_agenda_free (RoundelAgenda *self)
{
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->formats);
  g_ptr_array_unref (self->rounds);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->waiting);
  g_free (self);
}

/**
 * roundel_agenda_seconds:
 * @self: an agenda
 *
 * Returns: the sum of all rounds
 */
guint
roundel_agenda_seconds (const RoundelAgenda *self)
{
  guint seconds = 0;

  for (guint i = 0; i < self->rounds->len; i++)
    seconds += ((RoundelRound *) self->rounds->pdata[i])->seconds;
  return seconds;
}

static gboolean
speaks_in (const RoundelRound *round,
           guint               member)
{
  for (guint i = 0; i < round->speakers->len; i++)
    if (g_array_index (round->speakers, guint, i) == member)
      return TRUE;
  return FALSE;
}

/**
 * roundel_agenda_slot_seconds:
 * @self: an agenda
 * @member: index of a member
 *
 * Returns: how long the slots of @member are together
 */
guint
roundel_agenda_slot_seconds (const RoundelAgenda *self,
                             guint                member)
{
  guint seconds = 0;

  for (guint i = 0; i < self->rounds->len; i++)
    {
      const RoundelRound *round = self->rounds->pdata[i];

      if (round->slot != 0 && speaks_in (round, member))
        seconds += round->seconds;
    }
  return seconds;
}

/**
 * roundel_agenda_cases:
 * @self: an agenda
 * @member: index of a member
 *
 * Returns: how many cases @member has
 */
guint
roundel_agenda_cases (const RoundelAgenda *self,
                      guint                member)
{
  guint cases = 0;
  guint last = 0;

  for (guint i = 0; i < self->rounds->len; i++)
    {
      const RoundelRound *round = self->rounds->pdata[i];

      /* the rounds of one slot follow each other */
      if (round->is_case && round->slot != last && speaks_in (round, member))
        {
          cases++;
          last = round->slot;
        }
    }
  return cases;
}
