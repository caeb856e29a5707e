/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session-plan.h"

G_BEGIN_DECLS

/* A session is at least this long, and at most; in seconds */
#define ROUNDEL_DRAFT_LEAST_SECONDS (10 * 60)
#define ROUNDEL_DRAFT_MOST_SECONDS (10 * 60 * 60)
#define ROUNDEL_DRAFT_MOST_SESSIONS 200
#define ROUNDEL_DRAFT_MOST_SEATS 5000

/**
 * RoundelDraftPlan:
 * @number: the session of each circle that it is for, from 1
 *
 * A plan that the designer changed.
 */
typedef struct
{
  guint number;
  RoundelSessionPlan *plan;
} RoundelDraftPlan;

/**
 * RoundelDraft:
 * @outcome: (nullable): id of the one primary outcome (D1)
 * @by_products: (nullable): what is welcome besides, and changes nothing (D1)
 * @second: (nullable): id of an outcome that gets a program of its own, after this one (D1)
 * @title: (nullable): what the program is called
 * @topic: (nullable): the topic of mutual concern (D3)
 * @starts: (nullable): local time of the first session, such as `2027-01-14T15:00`
 * @zone: (nullable): the IANA name of the zone of @starts
 * @days_off: (nullable): days and times on which nobody meets, such as `2027-02-18, 2027-03-22/2027-03-29`
 * @pattern: (nullable): id of a pattern; %NULL for the rhythm of the outcome
 * @n_sessions: how many sessions; 0 for as many as the rhythm has
 * @seconds: how long a session is; 0 for what the pattern or the outcome has
 * @mode: how the sessions are held
 * @place: (nullable): where, or the address of the call
 * @event: (nullable): the course, conference or onboarding that the program follows (D14)
 * @event_on: (nullable): its day, such as `2027-01-14`
 * @n_seats: how many people, with and without names; 0 for as many as have names
 * @facilitator: (nullable): who leads the sessions, at first at least (D7)
 * @logistics: (nullable): who takes care of date, room and reminder (D7)
 * @n_circles: into how many circles they are put; 0 for as many as suit the outcome
 * @members: (element-type RoundelMember): those who have names already
 * @typed: (nullable): a name that is being typed and is not among them yet
 * @results: (nullable) (element-type RoundelResult): the results wanted (D2); %NULL for those that the outcome suggests
 * @page: (nullable): the word of the page on which the designer was
 * @plans: (element-type RoundelDraftPlan): the plans that were changed, by their numbers
 *
 * What a designer has answered so far (D20). A draft never changes: each edit gives a new one, so that a screen can keep
 * the one before it. Read the fields, and never write them.
 */
typedef struct
{
  char *outcome;
  char *by_products;
  char *second;
  char *title;
  char *topic;
  char *starts;
  char *zone;
  char *days_off;
  char *pattern;
  guint n_sessions;
  guint seconds;
  RoundelMode mode;
  char *place;
  char *event;
  char *event_on;
  guint n_seats;
  guint n_circles;
  char *facilitator;
  char *logistics;
  char *page;
  char *typed;
  GPtrArray *members;
  GPtrArray *results;
  GPtrArray *plans;

  /*< private >*/
  gatomicrefcount refs;
} RoundelDraft;

/**
 * RoundelDraftField:
 *
 * An answer of a draft.
 */
typedef enum
{
  ROUNDEL_DRAFT_OUTCOME,
  ROUNDEL_DRAFT_TITLE,
  ROUNDEL_DRAFT_TOPIC,
  ROUNDEL_DRAFT_START,
  ROUNDEL_DRAFT_ZONE,
  ROUNDEL_DRAFT_DAYS_OFF,
  ROUNDEL_DRAFT_SESSIONS,
  ROUNDEL_DRAFT_LENGTH,
  ROUNDEL_DRAFT_PEOPLE,
} RoundelDraftField;

/**
 * RoundelDraftProblem:
 * @field: the answer it is about
 * @missing: there is no answer yet; otherwise it makes no sense
 * @why: a sentence that says what to do
 */
typedef struct
{
  RoundelDraftField field;
  gboolean missing;
  char *why;
} RoundelDraftProblem;

RoundelDraft *roundel_draft_new   (void);
RoundelDraft *roundel_draft_ref   (RoundelDraft *self);
void          roundel_draft_unref (RoundelDraft *self);

RoundelDraft *roundel_draft_set_outcome        (const RoundelDraft *self,
                                                const char         *outcome);
RoundelDraft *roundel_draft_set_by_products    (const RoundelDraft *self,
                                                const char         *by_products);
RoundelDraft *roundel_draft_set_second         (const RoundelDraft *self,
                                                const char         *outcome);
RoundelDraft *roundel_draft_set_title          (const RoundelDraft *self,
                                                const char         *title);
RoundelDraft *roundel_draft_set_topic          (const RoundelDraft *self,
                                                const char         *topic);
RoundelDraft *roundel_draft_set_start          (const RoundelDraft *self,
                                                const char         *starts);
RoundelDraft *roundel_draft_set_zone           (const RoundelDraft *self,
                                                const char         *zone);
RoundelDraft *roundel_draft_set_days_off       (const RoundelDraft *self,
                                                const char         *days_off);
RoundelDraft *roundel_draft_set_pattern        (const RoundelDraft *self,
                                                const char         *pattern);
RoundelDraft *roundel_draft_set_session_count  (const RoundelDraft *self,
                                                guint               n_sessions);
RoundelDraft *roundel_draft_set_session_length (const RoundelDraft *self,
                                                guint               seconds);
RoundelDraft *roundel_draft_set_mode           (const RoundelDraft *self,
                                                RoundelMode         mode);
RoundelDraft *roundel_draft_set_place          (const RoundelDraft *self,
                                                const char         *place);
RoundelDraft *roundel_draft_set_event          (const RoundelDraft *self,
                                                const char         *event);
RoundelDraft *roundel_draft_set_event_on       (const RoundelDraft *self,
                                                const char         *event_on);
RoundelDraft *roundel_draft_set_seat_count     (const RoundelDraft *self,
                                                guint               n_seats);
RoundelDraft *roundel_draft_set_facilitator    (const RoundelDraft *self,
                                                const char         *facilitator);
RoundelDraft *roundel_draft_set_logistics      (const RoundelDraft *self,
                                                const char         *logistics);
RoundelDraft *roundel_draft_set_circle_count   (const RoundelDraft *self,
                                                guint               n_circles);
RoundelDraft *roundel_draft_set_members        (const RoundelDraft *self,
                                                const GPtrArray    *members);
RoundelDraft *roundel_draft_set_results        (const RoundelDraft *self,
                                                const GPtrArray    *results);
RoundelDraft *roundel_draft_set_plan           (const RoundelDraft *self,
                                                guint               number,
                                                RoundelSessionPlan *plan);
RoundelDraft *roundel_draft_set_typed          (const RoundelDraft *self,
                                                const char         *typed);
RoundelDraft *roundel_draft_set_page           (const RoundelDraft *self,
                                                const char         *page);
RoundelDraft *roundel_draft_make_second        (const RoundelDraft *self);

guint roundel_draft_count_people (const RoundelDraft *self);

const RoundelSessionPlan *roundel_draft_find_plan (const RoundelDraft *self,
                                                   guint               number);

GPtrArray *roundel_draft_list_problems (const RoundelDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelDraft, roundel_draft_unref)

G_END_DECLS
