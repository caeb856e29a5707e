/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/program-changes.h"

#include "store/programs.h"

struct _RoundelProgramChanges
{
  RoundelDesk *desk;
  char *program;
  GPtrArray *undo; /* of RoundelProgram: before and after, in turn */
};

RoundelProgramChanges *
roundel_program_changes_new (RoundelDesk *desk,
                             const char  *program)
{
  RoundelProgramChanges *self = g_new0 (RoundelProgramChanges, 1);

  self->desk = g_object_ref (desk);
  self->program = g_strdup (program);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_program_free);
  return self;
}

void
roundel_program_changes_free (RoundelProgramChanges *self)
{
  g_object_unref (self->desk);
  g_free (self->program);
  g_ptr_array_unref (self->undo);
  g_free (self);
}

/**
 * roundel_program_changes_read:
 * @self: changes
 * @error: return location
 *
 * Returns: (transfer full): the program as it is in the notebook, to be changed; or %NULL
 */
RoundelProgram *
roundel_program_changes_read (RoundelProgramChanges  *self,
                              GError                **error)
{
  return roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), self->program, error);
}

/**
 * roundel_program_changes_write:
 * @self: changes
 * @after: (transfer full): what roundel_program_changes_read() gave, changed
 * @error: return location
 *
 * Writes what differs.
 *
 * Returns: whether it is on the disk, or waits
 */
gboolean
roundel_program_changes_write (RoundelProgramChanges  *self,
                               RoundelProgram         *after,
                               GError                **error)
{
  g_autoptr (RoundelProgram) owned = after;
  g_autoptr (RoundelProgram) before = roundel_program_changes_read (self, error);

  if (before == NULL
      || !roundel_notebook_change_program (roundel_desk_get_notebook (self->desk), before, after, error))
    return FALSE;
  g_ptr_array_add (self->undo, g_steal_pointer (&before));
  g_ptr_array_add (self->undo, g_steal_pointer (&owned));
  return TRUE;
}

gboolean
roundel_program_changes_can_undo (RoundelProgramChanges *self)
{
  return self->undo->len > 0;
}

/**
 * roundel_program_changes_undo:
 * @self: changes
 * @all: (out): whether nothing of it stays
 * @error: return location
 *
 * Takes the last one back, except what somebody else has changed since.
 *
 * Returns: whether it is done, or there was none
 */
gboolean
roundel_program_changes_undo (RoundelProgramChanges  *self,
                              gboolean               *all,
                              GError                **error)
{
  guint n = self->undo->len;

  *all = TRUE;
  if (n == 0)
    return TRUE;
  if (!roundel_notebook_undo_change (roundel_desk_get_notebook (self->desk), self->undo->pdata[n - 2],
                                     self->undo->pdata[n - 1], all, error))
    return FALSE;
  g_ptr_array_set_size (self->undo, (int) n - 2);
  return TRUE;
}
