/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/outline.h"
#include "core/result.h"
#include "core/schedule.h"

G_BEGIN_DECLS

/**
 * RoundelBetweenKind:
 * @ROUNDEL_BETWEEN_OVERVIEW: something to watch or read, with a question
 * @ROUNDEL_BETWEEN_PARTNER: practice with the partner (D10)
 * @ROUNDEL_BETWEEN_REAL: practice for real
 * @ROUNDEL_BETWEEN_PROMPT: a small reminder or question
 */
typedef enum
{
  ROUNDEL_BETWEEN_OVERVIEW,
  ROUNDEL_BETWEEN_PARTNER,
  ROUNDEL_BETWEEN_REAL,
  ROUNDEL_BETWEEN_PROMPT,
} RoundelBetweenKind;

/* The words of the kinds in files, in their order */
#define ROUNDEL_BETWEEN_WORDS "overview partner real prompt"

/**
 * RoundelBetween:
 * @before: how many days before the next session; 0 for any time
 *
 * Something to do between two sessions.
 */
typedef struct
{
  RoundelBetweenKind kind;
  char *text;
  guint before;
} RoundelBetween;

/**
 * RoundelTemplate:
 * @first: (element-type RoundelOutlinePart): what the first session is made of
 * @middle: (element-type GPtrArray): what the sessions after it are made of, in turn
 * @last: (element-type RoundelOutlinePart): what the last session is made of
 */
typedef struct
{
  GPtrArray *first;
  GPtrArray *middle;
  GPtrArray *last;
} RoundelTemplate;

/**
 * RoundelFacilitation:
 * @ROUNDEL_FACILITATION_OUTSIDE: somebody from outside, and impartial, at first
 * @ROUNDEL_FACILITATION_INSIDE: somebody trained from inside the organisation at first
 * @ROUNDEL_FACILITATION_MEMBERS: the members from the start
 */
typedef enum
{
  ROUNDEL_FACILITATION_OUTSIDE,
  ROUNDEL_FACILITATION_INSIDE,
  ROUNDEL_FACILITATION_MEMBERS,
} RoundelFacilitation;

/**
 * RoundelDesignValue:
 *
 * What a design decides, and two outcomes decide otherwise (D1).
 */
typedef enum
{
  ROUNDEL_DESIGN_CIRCLE,
  ROUNDEL_DESIGN_MINUTES,
  ROUNDEL_DESIGN_RHYTHM,
  ROUNDEL_DESIGN_FORMATS,
  ROUNDEL_DESIGN_FACILITATION,
  ROUNDEL_DESIGN_BETWEEN,
  ROUNDEL_DESIGN_MEASURES,
  ROUNDEL_DESIGN_N_VALUES
} RoundelDesignValue;

/**
 * RoundelOutcome:
 * @number: from 1 to 10, as 001 counts them
 * @question: the outcome and the question it answers, in the words of 001
 * @asks: the same as a plain question to a designer
 * @why_one: why it needs a foundation of its own
 * @who: who should meet
 * @different_teams: whether members should come from different teams
 * @reporting_lines_conflict: whether a reporting line inside a circle is a conflict (D4)
 * @minutes: length of a session
 * @formats: ids, the most fitting first
 * @facilitation_text: who facilitates, in a sentence
 * @handover: number of the session at which the members take over (D7); 0 for none
 * @between: (element-type RoundelBetween): what is done between sessions
 * @results: (element-type RoundelResult): results to suggest
 * @evaluate_individual: how each one's own goals are looked at (E1)
 * @evaluate_later: (nullable): what is looked at once more after the end
 * @provenance: for each #RoundelDesignValue, P published or J our judgement
 *
 * One of the ten outcomes, with the design it asks for (D1). Texts are in the reader's language.
 */
typedef struct
{
  guint number;
  char *id;
  char *name;
  char *question;
  char *asks;
  char *description;
  char *why_one;
  char *who;
  guint circle_min;
  guint circle_best;
  guint circle_max;
  gboolean different_teams;
  gboolean reporting_lines_conflict;
  guint minutes;
  RoundelRhythm rhythm;
  char **formats;
  RoundelFacilitation facilitation;
  char *facilitation_text;
  guint handover;
  GPtrArray *between;
  char **measures;
  GPtrArray *results;
  char *evaluate_individual;
  char *evaluate_later;
  RoundelTemplate plan;
  char provenance[ROUNDEL_DESIGN_N_VALUES];
} RoundelOutcome;

/**
 * RoundelPattern:
 * @minutes: length of a session; 0 for that of the outcome
 * @between: (element-type RoundelBetween): what is done between sessions; empty for what the outcome asks for
 * @plan: (nullable): what the sessions are made of; %NULL for what the outcome asks for
 *
 * A rhythm of sessions that is ready to use (D13, D14).
 */
typedef struct
{
  char *id;
  char *name;
  char *description;
  RoundelRhythm rhythm;
  guint minutes;
  GPtrArray *between;
  RoundelTemplate *plan;
} RoundelPattern;

RoundelBetween *roundel_between_new       (RoundelBetweenKind  kind,
                                           const char         *text,
                                           guint               before);
void            roundel_between_free      (RoundelBetween     *self);
GPtrArray      *roundel_between_list_new  (void);
GPtrArray      *roundel_between_list_copy (const GPtrArray    *self);

RoundelOutcome *roundel_outcome_new  (void);
void            roundel_outcome_free (RoundelOutcome *self);
RoundelPattern *roundel_pattern_new  (void);
void            roundel_pattern_free (RoundelPattern *self);

const RoundelOutcome *roundel_outcomes_find (const GPtrArray *outcomes,
                                             const char      *id);
const RoundelPattern *roundel_patterns_find (const GPtrArray *patterns,
                                             const char      *id);

void             roundel_template_init  (RoundelTemplate       *self);
void             roundel_template_clear (RoundelTemplate       *self);
const GPtrArray *roundel_template_get   (const RoundelTemplate *self,
                                         guint                  session,
                                         guint                  count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelBetween, roundel_between_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelOutcome, roundel_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPattern, roundel_pattern_free)

G_END_DECLS
