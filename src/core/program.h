/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ledger.h"
#include "core/member.h"
#include "core/outcome.h"
#include "core/person.h"
#include "core/reporting.h"
#include "core/result.h"
#include "core/session-record.h"
#include "core/together.h"
#include "core/topic.h"

G_BEGIN_DECLS

/**
 * RoundelCircle:
 * @name: (nullable): what to call it; with one circle the word never shows
 * @members: ids of those who meet, in their order
 * @facilitator: (nullable): who leads it
 */
typedef struct
{
  char *id;
  char *name;
  char **members;
  char *facilitator;
} RoundelCircle;

typedef enum
{
  ROUNDEL_MODE_IN_PERSON,
  ROUNDEL_MODE_ONLINE,
  ROUNDEL_MODE_MIXED,
} RoundelMode;

/* The words of the modes in files, in their order */
#define ROUNDEL_MODE_WORDS "in-person online mixed"

/**
 * RoundelSession:
 * @circle: id of the circle that meets
 * @number: which session of its circle, from 1, by its date
 * @starts: (nullable): local time, such as `2027-01-14T15:00`; %NULL while there is no date
 * @zone: (nullable): the IANA name of the zone of @starts
 * @seconds: how long it is
 * @place: (nullable): where, or the address of the call
 * @unheard: somebody made sure that nobody can overhear them there (D11)
 * @title: (nullable): what it is called
 * @outline: (element-type RoundelOutlinePart): its plan
 * @knowledge: (nullable): its knowledge input (D9)
 * @source: (nullable): where @knowledge comes from
 * @checked_by: (nullable): who checked @knowledge
 * @question: (nullable): the discussion question
 * @between: (element-type RoundelBetween): what is done in the time that leads to it
 */
typedef struct
{
  char *id;
  char *circle;
  guint number;
  char *starts;
  char *zone;
  guint seconds;
  RoundelMode mode;
  char *place;
  gboolean unheard;
  char *title;
  GPtrArray *outline;
  char *knowledge;
  char *source;
  char *checked_by;
  char *question;
  GPtrArray *between;
} RoundelSession;

/**
 * RoundelPartnering:
 * @circle: (nullable): id of the circle it was made for
 * @groups: (element-type GStrv): ids of the members of each pair or trio
 * @former: (element-type GStrv): those of earlier times, the oldest first
 *
 * Who is partner of whom between the sessions (D18).
 */
typedef struct
{
  char *id;
  char *circle;
  GPtrArray *groups;
  GPtrArray *former;
} RoundelPartnering;

/**
 * RoundelCharter:
 * @circle: (nullable): id of the circle whose it is
 * @rules: the ground rules
 * @agreed: ids of the members who agreed to them
 * @agreed_on: (nullable): when the last of them did, such as `2027-01-14`
 */
typedef struct
{
  char *id;
  char *circle;
  char **rules;
  char **agreed;
  char *agreed_on;
} RoundelCharter;

/**
 * RoundelLesson:
 * @by: (nullable): id of the member who released it
 */
typedef struct
{
  char *id;
  char *text;
  char *by;
} RoundelLesson;

/**
 * RoundelReadinessNote:
 * @check: the check it answers
 * @evidence: (nullable): what shows that it is so
 * @owner: (nullable): who sees to it
 * @due: (nullable): until when, such as `2027-01-07`
 *
 * What an organiser wrote about an item of the readiness check (D16).
 */
typedef struct
{
  char *id;
  char *check;
  char *evidence;
  char *owner;
  char *due;
} RoundelReadinessNote;

/**
 * RoundelProgram:
 * @title: (nullable): what it is called
 * @outcome: (nullable): id of its one primary outcome (D1)
 * @by_products: (nullable): what is welcome besides, and changes nothing (D1)
 * @pattern: (nullable): id of the pattern it was made from
 * @topic: (nullable): the topic of mutual concern (D3)
 * @facilitation: (nullable): who leads, and when the members take over (D7)
 * @sponsor: (nullable): who pays and supports
 * @reality: (nullable): how it is now, and what was tried with little success (D3)
 * @event: (nullable): the course, conference or onboarding that the program follows (D14)
 * @event_on: (nullable): its day, such as `2027-01-14`
 * @archived: (nullable): the day on which it was put away
 * @informal: its members started it themselves: no sponsor, nobody who leads (D15)
 * @members: (element-type RoundelMember): the seats, circle by circle
 * @circles: (element-type RoundelCircle): who meets
 * @sessions: (element-type RoundelSession): the sessions, circle by circle and by date
 * @partners: (element-type RoundelPartnering): partners between the sessions
 * @charters: (element-type RoundelCharter): ground rules
 * @results: (element-type RoundelResult): results wanted
 * @lessons: (element-type RoundelLesson): released lessons
 * @records: (element-type RoundelSessionRecord): what finished sessions left
 * @attendances: (element-type RoundelAttendance): who was there
 * @harvests: (element-type RoundelHarvest): what was learned
 * @evaluations: (element-type RoundelEvaluation): whether it was worth the time
 * @notes: (element-type RoundelReadinessNote): answers to the readiness check
 * @topics: (element-type RoundelTopic): topic cards
 * @ballots: (element-type RoundelBallot): votes on them
 * @people: (element-type RoundelPerson): who is around it
 * @decisions: (element-type RoundelDecision): what the advisory committee decided
 *
 * A whole peer-learning program, as it stands.
 */
typedef struct
{
  char *id;
  char *title;
  char *outcome;
  char *by_products;
  char *pattern;
  char *topic;
  char *facilitation;
  char *sponsor;
  char *reality;
  char *event;
  char *event_on;
  char *archived;
  gboolean informal;
  GPtrArray *members;
  GPtrArray *circles;
  GPtrArray *sessions;
  GPtrArray *partners;
  GPtrArray *charters;
  GPtrArray *results;
  GPtrArray *lessons;
  GPtrArray *records;
  GPtrArray *attendances;
  GPtrArray *harvests;
  GPtrArray *evaluations;
  GPtrArray *notes;
  GPtrArray *topics;
  GPtrArray *ballots;
  GPtrArray *people;
  GPtrArray *decisions;
} RoundelProgram;

RoundelProgram *roundel_program_new  (const char     *id);
void            roundel_program_free (RoundelProgram *self);

RoundelCircle        *roundel_program_add_circle    (RoundelProgram *self,
                                                     const char     *id);
RoundelSession       *roundel_program_add_session   (RoundelProgram *self,
                                                     const char     *id,
                                                     const char     *circle);
RoundelPartnering    *roundel_program_add_partners  (RoundelProgram *self,
                                                     const char     *id,
                                                     const char     *circle);
RoundelCharter       *roundel_program_add_charter   (RoundelProgram *self,
                                                     const char     *id,
                                                     const char     *circle);
RoundelResult        *roundel_program_add_result    (RoundelProgram *self,
                                                     const char     *id);
RoundelLesson        *roundel_program_add_lesson    (RoundelProgram *self,
                                                     const char     *id);
RoundelSessionRecord *roundel_program_add_record    (RoundelProgram *self,
                                                     const char     *id);
RoundelAttendance    *roundel_program_add_attendance (RoundelProgram *self,
                                                      const char     *id);
RoundelHarvest       *roundel_program_add_harvest   (RoundelProgram *self,
                                                     const char     *id);
RoundelEvaluation    *roundel_program_add_evaluation (RoundelProgram *self,
                                                      const char     *id);
RoundelReadinessNote *roundel_program_add_note      (RoundelProgram *self,
                                                     const char     *id);

void roundel_program_put_in_order (RoundelProgram *self);

RoundelMember  *roundel_program_find_member    (const RoundelProgram *self,
                                                const char           *id);
RoundelCircle  *roundel_program_find_circle    (const RoundelProgram *self,
                                                const char           *id);
RoundelSession *roundel_program_find_session   (const RoundelProgram *self,
                                                const char           *id);
GArray         *roundel_program_list_circle    (const RoundelProgram *self,
                                                const RoundelCircle  *circle);
char           *roundel_program_dup_circle_name (const RoundelProgram *self,
                                                 guint                 circle);
GPtrArray      *roundel_program_find_conflicts (const RoundelProgram *self,
                                                const RoundelOutcome *outcome);
RoundelLedger  *roundel_program_fold_ledger    (const RoundelProgram *self);
RoundelTogether *roundel_program_fold_together (const RoundelProgram *self);
RoundelAgenda  *roundel_program_expand_session (const RoundelProgram  *self,
                                                const RoundelSession  *session,
                                                const RoundelFormats  *formats,
                                                GError               **error);
RoundelAgenda  *roundel_program_expand_present (const RoundelProgram  *self,
                                                const RoundelSession  *session,
                                                const RoundelOutcome  *outcome,
                                                const GArray          *present,
                                                guint                  seconds,
                                                const RoundelFormats  *formats,
                                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelProgram, roundel_program_free)

G_END_DECLS
