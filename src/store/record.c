/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/record.h"

#include "store/hlc.h"

#include <string.h>

/**
 * roundel_record_new:
 * @row: a row whose first columns are %ROUNDEL_RECORD_COLUMNS, and, if there are more, heads and versions
 *
 * Returns: (transfer full) (nullable): the record, or %NULL if the row has not the form of a revision
 */
RoundelRecord *
roundel_record_new (RoundelStatement *row)
{
  static const guint8 whole_program[ROUNDEL_ID_SIZE];
  RoundelRevision revision;
  RoundelRecord *self;

  if (!roundel_revision_read (&revision, row))
    return NULL;
  self = g_new0 (RoundelRecord, 1);
  self->program = roundel_id_text (revision.program);
  if (memcmp (revision.circle, whole_program, ROUNDEL_ID_SIZE) != 0)
    self->circle = roundel_id_text (revision.circle);
  self->entity = roundel_id_text (revision.entity);
  self->kind = g_intern_string (revision.kind);
  self->reg = g_intern_string (revision.reg);
  self->ring = g_intern_string (revision.ring);
  self->revision = roundel_hash_text (revision.id);
  self->body = g_strndup (revision.body, revision.body_length);
  self->device = roundel_id_text (revision.device);
  self->written = roundel_hlc_time (revision.hlc);
  self->deleted = revision.deleted;
  if (sqlite3_column_count (row) > ROUNDEL_REVISION_N_COLUMNS)
    {
      self->heads = (guint) sqlite3_column_int (row, ROUNDEL_REVISION_N_COLUMNS);
      self->versions = (guint) sqlite3_column_int (row, ROUNDEL_REVISION_N_COLUMNS + 1);
    }
  return self;
}

/**
 * roundel_record_free:
 * @self: (nullable): a record that came out of the store
 */
void
roundel_record_free (RoundelRecord *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->program);
  g_free ((char *) self->circle);
  g_free ((char *) self->entity);
  g_free ((char *) self->revision);
  g_free ((char *) self->body);
  g_free ((char *) self->device);
  g_free (self);
}

/**
 * roundel_record_find_group:
 * @self: a record with program, entity, kind and register
 * @ring: the ring of its kind
 * @group: (out caller-allocates): the register of the record
 *
 * Returns: whether its ids are ids and its words fit
 */
gboolean
roundel_record_find_group (const RoundelRecord *self,
                           const char          *ring,
                           RoundelGroup        *group)
{
  memset (group->program, 0, sizeof group->program);
  return (self->program == NULL || roundel_id_parse (self->program, group->program))
         && roundel_id_parse (self->entity, group->entity)
         && g_strlcpy (group->kind, self->kind, sizeof group->kind) < sizeof group->kind
         && g_strlcpy (group->reg, self->reg != NULL ? self->reg : "", sizeof group->reg) < sizeof group->reg
         && g_strlcpy (group->ring, ring, sizeof group->ring) < sizeof group->ring;
}
