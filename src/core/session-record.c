/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/session-record.h"

static void
part_free (gpointer data)
{
  RoundelHeldPart *part = data;

  g_free (part->title);
  g_free (part->format);
  g_free (part);
}

static void
held_by_free (gpointer data)
{
  RoundelHeldBy *held = data;

  g_free (held->what);
  g_free (held->member);
  g_free (held);
}

static void
add_held_by (GPtrArray  *list,
             const char *what,
             const char *member)
{
  RoundelHeldBy *held = g_new0 (RoundelHeldBy, 1);

  held->what = g_strdup (what);
  held->member = g_strdup (member);
  g_ptr_array_add (list, held);
}

static void
promise_free (gpointer data)
{
  RoundelSaidPromise *promise = data;

  g_free (promise->id);
  g_free (promise->text);
  g_free (promise->by);
  g_free (promise);
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
  self->roles = g_ptr_array_new_with_free_func (held_by_free);
  self->kept = g_ptr_array_new_with_free_func (held_by_free);
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
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->kept);
  g_free (self->led);
  g_free (self);
}

/**
 * roundel_session_record_add_part:
 * @self: a record
 * @title: (nullable): what the part was called
 * @planned: seconds
 * @used: seconds
 *
 * Returns: (transfer none): the part
 */
RoundelHeldPart *
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
  return part;
}

/**
 * roundel_session_record_add_role:
 * @self: a record
 * @role: what it is called
 * @member: id of who had it
 */
void
roundel_session_record_add_role (RoundelSessionRecord *self,
                                 const char           *role,
                                 const char           *member)
{
  add_held_by (self->roles, role, member);
}

/**
 * roundel_session_record_add_kept:
 * @self: a record
 * @text: a challenge
 * @member: id of who brought it
 */
void
roundel_session_record_add_kept (RoundelSessionRecord *self,
                                 const char           *text,
                                 const char           *member)
{
  add_held_by (self->kept, text, member);
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

/**
 * roundel_harvest_new:
 * @id: names it
 * @session: (nullable): id of the session
 *
 * Returns: (transfer full): a harvest without lines
 */
RoundelHarvest *
roundel_harvest_new (const char *id,
                     const char *session)
{
  RoundelHarvest *self = g_new0 (RoundelHarvest, 1);

  self->id = g_strdup (id);
  self->session = g_strdup (session);
  self->lines = g_new0 (char *, 1);
  return self;
}

void
roundel_harvest_free (RoundelHarvest *self)
{
  g_free (self->id);
  g_free (self->session);
  g_strfreev (self->lines);
  g_free (self);
}

/**
 * roundel_evaluation_new:
 * @id: names it
 * @session: (nullable): id of the session
 *
 * Returns: (transfer full): an evaluation without answers
 */
RoundelEvaluation *
roundel_evaluation_new (const char *id,
                        const char *session)
{
  RoundelEvaluation *self = g_new0 (RoundelEvaluation, 1);

  self->id = g_strdup (id);
  self->session = g_strdup (session);
  self->changes = g_new0 (char *, 1);
  return self;
}

/**
 * roundel_evaluation_close:
 * @self: an evaluation, with @slips and @worth as they were counted
 *
 * Leaves what may be kept: with few slips the mean alone (E3).
 *
 * Returns: whether it may be kept at all
 */
gboolean
roundel_evaluation_close (RoundelEvaluation *self)
{
  guint n = 0;
  guint sum = 0;

  if (self->slips < ROUNDEL_EVALUATION_LEAST)
    return FALSE;
  for (guint i = 0; i <= ROUNDEL_WORTH_MOST; i++)
    {
      n += self->worth[i];
      sum += i * self->worth[i];
    }
  self->mean = n >= ROUNDEL_EVALUATION_LEAST ? (4 * sum + n) / (2 * n) : 0;
  for (guint i = 0; n < ROUNDEL_EVALUATION_COUNTS && i <= ROUNDEL_WORTH_MOST; i++)
    self->worth[i] = 0;
  return TRUE;
}

void
roundel_evaluation_free (RoundelEvaluation *self)
{
  g_free (self->id);
  g_free (self->session);
  g_strfreev (self->changes);
  g_free (self);
}

/**
 * roundel_session_left_new:
 * @circle: (nullable): id of the circle that met
 * @record: (transfer full): what happened
 * @attendance: (transfer full): who was there
 *
 * Returns: (transfer full): what the session leaves, without harvest and evaluation
 */
RoundelSessionLeft *
roundel_session_left_new (const char           *circle,
                          RoundelSessionRecord *record,
                          RoundelAttendance    *attendance)
{
  RoundelSessionLeft *self = g_new0 (RoundelSessionLeft, 1);

  self->circle = g_strdup (circle);
  self->record = record;
  self->attendance = attendance;
  self->promises = g_ptr_array_new_with_free_func (promise_free);
  return self;
}

/**
 * roundel_session_left_add_promise:
 * @self: what a session leaves
 * @id: names the commitment
 * @text: its words
 * @by: id of its owner
 */
void
roundel_session_left_add_promise (RoundelSessionLeft *self,
                                  const char         *id,
                                  const char         *text,
                                  const char         *by)
{
  RoundelSaidPromise *promise = g_new0 (RoundelSaidPromise, 1);

  promise->id = g_strdup (id);
  promise->text = g_strdup (text);
  promise->by = g_strdup (by);
  g_ptr_array_add (self->promises, promise);
}

void
roundel_session_left_free (RoundelSessionLeft *self)
{
  g_free (self->circle);
  roundel_session_record_free (self->record);
  roundel_attendance_free (self->attendance);
  g_clear_pointer (&self->harvest, roundel_harvest_free);
  g_clear_pointer (&self->evaluation, roundel_evaluation_free);
  g_ptr_array_unref (self->promises);
  g_free (self);
}
