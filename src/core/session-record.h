/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelHeldPart:
 * @planned: seconds it was planned
 * @used: seconds it took; 0 when it was left out
 * @format: (nullable): id of its format
 *
 * A part of a session that was held. What each member used of it is kept nowhere (R1).
 */
typedef struct
{
  char *title;
  guint planned;
  guint used;
  char *format;
} RoundelHeldPart;

/**
 * RoundelHeldBy:
 * @what: the name of a role, or the text of a challenge
 * @member: id of whose it was
 */
typedef struct
{
  char *what;
  char *member;
} RoundelHeldBy;

/**
 * RoundelSessionRecord:
 * @session: id of the session that took place
 * @began: (nullable): when it began, local time with its offset, such as `2027-01-14T15:02:00+01:00`
 * @ended: (nullable): when it ended, as @began
 * @had: ids of the members who had a case
 * @owed: ids of those who are owed one
 * @parts: (element-type RoundelHeldPart): planned against used
 * @groups: (element-type GStrv): ids of those who were in a group together (R4)
 * @roles: (element-type RoundelHeldBy): who had which role that not everybody had, so that it goes round (R2)
 * @led: (nullable): id of the member who led it
 * @promises: how many made a promise; whose they are and what they say is not in it (R3)
 * @kept: (element-type RoundelHeldBy): challenges that those who brought them want to keep (R9)
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
  GPtrArray *roles;
  char *led;
  guint promises;
  GPtrArray *kept;
} RoundelSessionRecord;

/* Who led has a role as others have */
#define ROUNDEL_ROLE_LED "facilitator"

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

/**
 * RoundelHarvest:
 * @session: id of the session
 * @lines: what was learned and may leave the room, read back to those who were there (R3)
 */
typedef struct
{
  char *id;
  char *session;
  char **lines;
} RoundelHarvest;

#define ROUNDEL_WORTH_MOST 5       /* the best answer to "worth my time"; the least is 0 */
#define ROUNDEL_EVALUATION_LEAST 4 /* slips below which nothing is kept */
#define ROUNDEL_EVALUATION_COUNTS 8 /* slips below which only a mean is */

/**
 * RoundelEvaluation:
 * @session: id of the session
 * @slips: how many answered
 * @worth: how many gave each answer from 0 to %ROUNDEL_WORTH_MOST; all 0 below %ROUNDEL_EVALUATION_COUNTS slips
 * @mean: of the answers, rounded to halves, doubled; so that nobody can be singled out (E3)
 * @changes: what should change, in the order of the alphabet
 *
 * The sums of an evaluation (E1). There is no row that is one person's, here or anywhere.
 */
typedef struct
{
  char *id;
  char *session;
  guint slips;
  guint worth[ROUNDEL_WORTH_MOST + 1];
  guint mean;
  char **changes;
} RoundelEvaluation;

/**
 * RoundelSaidPromise:
 * @text: its words, which its owner wants the circle to read
 * @by: id of its owner
 */
typedef struct
{
  char *id;
  char *text;
  char *by;
} RoundelSaidPromise;

/**
 * RoundelSessionLeft:
 * @circle: (nullable): id of the circle that met
 * @harvest: (nullable): what was learned
 * @evaluation: (nullable): the sums of the slips, closed
 * @promises: (element-type RoundelSaidPromise): those whose owners said “my circle”
 *
 * All that a session leaves in the notebook.
 */
typedef struct
{
  char *circle;
  RoundelSessionRecord *record;
  RoundelAttendance *attendance;
  RoundelHarvest *harvest;
  RoundelEvaluation *evaluation;
  GPtrArray *promises;
} RoundelSessionLeft;

RoundelSessionRecord *roundel_session_record_new      (const char           *id,
                                                       const char           *session);
void                  roundel_session_record_free     (RoundelSessionRecord *self);
void                  roundel_session_record_add_role (RoundelSessionRecord *self,
                                                       const char           *role,
                                                       const char           *member);
void                  roundel_session_record_add_kept (RoundelSessionRecord *self,
                                                       const char           *text,
                                                       const char           *member);
RoundelHeldPart      *roundel_session_record_add_part (RoundelSessionRecord *self,
                                                       const char           *title,
                                                       guint                 planned,
                                                       guint                 used);
RoundelAttendance    *roundel_attendance_new          (const char           *id,
                                                       const char           *session);
void                  roundel_attendance_free         (RoundelAttendance    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionRecord, roundel_session_record_free)
RoundelSessionLeft   *roundel_session_left_new        (const char           *circle,
                                                       RoundelSessionRecord *record,
                                                       RoundelAttendance    *attendance);
void                  roundel_session_left_add_promise (RoundelSessionLeft  *self,
                                                        const char          *id,
                                                        const char          *text,
                                                        const char          *by);
void                  roundel_session_left_free       (RoundelSessionLeft   *self);
RoundelHarvest       *roundel_harvest_new             (const char           *id,
                                                       const char           *session);
void                  roundel_harvest_free            (RoundelHarvest       *self);
RoundelEvaluation    *roundel_evaluation_new          (const char           *id,
                                                       const char           *session);
gboolean              roundel_evaluation_close        (RoundelEvaluation    *self);
void                  roundel_evaluation_free         (RoundelEvaluation    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelSessionLeft, roundel_session_left_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelHarvest, roundel_harvest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelEvaluation, roundel_evaluation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelAttendance, roundel_attendance_free)

G_END_DECLS
