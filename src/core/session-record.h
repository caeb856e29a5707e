/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelHeldPart:
 * @planned: seconds it was planned
 * @used: seconds it took; 0 when it was left out
 *
 * A part of a session that was held. What each member used of it is kept nowhere (R1).
 */
typedef struct
{
  char *title;
  guint planned;
  guint used;
} RoundelHeldPart;

/**
 * RoundelSessionRecord:
 * @session: id of the session that took place
 * @began: (nullable): when it began, local time with its offset, such as `2027-01-14T15:02:00+01:00`
 * @ended: (nullable): when it ended, as @began
 * @had: ids of the members who had a case
 * @owed: ids of those who are owed one
 * @parts: (element-type RoundelHeldPart): planned against used
 * @groups: (element-type GStrv): ids of those who were in a group together (R4)
 *
 * What a finished session left: the turn ledger (R1), the history of the groups, and how the time was used.
 */
typedef struct
{
  char *id;
  char *session;
  char *began;
  char *ended;
  char **had;
  char **owed;
  GPtrArray *parts;
  GPtrArray *groups;
} RoundelSessionRecord;

/**
 * RoundelAttendance:
 * @session: id of the session
 * @here: ids of the members who were there (R7)
 * @guests: how many others
 */
typedef struct
{
  char *id;
  char *session;
  char **here;
  guint guests;
} RoundelAttendance;

RoundelSessionRecord *roundel_session_record_new      (const char           *id,
                                                       const char           *session);
void                  roundel_session_record_free     (RoundelSessionRecord *self);
void                  roundel_session_record_add_part (RoundelSessionRecord *self,
                                                       const char           *title,
                                                       guint                 planned,
                                                       guint                 used);
RoundelAttendance    *roundel_attendance_new          (const char           *id,
                                                       const char           *session);
void                  roundel_attendance_free         (RoundelAttendance    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionRecord, roundel_session_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelAttendance, roundel_attendance_free)

G_END_DECLS
