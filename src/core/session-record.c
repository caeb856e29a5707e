/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/session-record.h"

static void
part_free (gpointer data)
{
  RoundelHeldPart *part = data;

  g_free (part->title);
  g_free (part);
}

/**
 * roundel_session_record_new:
 * @id: names the record
 * @session: (nullable): id of the session that took place
 *
 * Returns: (transfer full): a record in which nothing happened and nobody had a case
 */
RoundelSessionRecord *
roundel_session_record_new (const char *id,
                            const char *session)
{
  RoundelSessionRecord *self = g_new0 (RoundelSessionRecord, 1);

  self->id = g_strdup (id);
  self->session = g_strdup (session);
  self->had = g_new0 (char *, 1);
  self->owed = g_new0 (char *, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
roundel_session_record_free (RoundelSessionRecord *self)
{
  g_free (self->id);
  g_free (self->session);
  g_free (self->began);
  g_free (self->ended);
  g_strfreev (self->had);
  g_strfreev (self->owed);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * roundel_session_record_add_part:
 * @self: a record
 * @title: (nullable): what the part was called
 * @planned: seconds
 * @used: seconds
 */
void
roundel_session_record_add_part (RoundelSessionRecord *self,
                                 const char           *title,
                                 guint                 planned,
                                 guint                 used)
{
  RoundelHeldPart *part = g_new0 (RoundelHeldPart, 1);

  part->title = g_strdup (title);
  part->planned = planned;
  part->used = used;
  g_ptr_array_add (self->parts, part);
}

/**
 * roundel_attendance_new:
 * @id: names it
 * @session: (nullable): id of the session
 *
 * Returns: (transfer full): an attendance of nobody
 */
RoundelAttendance *
roundel_attendance_new (const char *id,
                        const char *session)
{
  RoundelAttendance *self = g_new0 (RoundelAttendance, 1);

  self->id = g_strdup (id);
  self->session = g_strdup (session);
  self->here = g_new0 (char *, 1);
  return self;
}

void
roundel_attendance_free (RoundelAttendance *self)
{
  g_free (self->id);
  g_free (self->session);
  g_strfreev (self->here);
  g_free (self);
}
