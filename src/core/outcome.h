/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/outline.h"

G_BEGIN_DECLS

/**
 * RoundelBetweenKind:
 * @ROUNDEL_BETWEEN_INPUT: look at the overview and think about the question
 * @ROUNDEL_BETWEEN_PARTNER: practise with one peer
 * @ROUNDEL_BETWEEN_PRACTICE: practise for real, at work
 * @ROUNDEL_BETWEEN_REFLECTION: write in the journal
 *
 * What is done between two sessions (D10).
 */
typedef enum
{
  ROUNDEL_BETWEEN_INPUT,
  ROUNDEL_BETWEEN_PARTNER,
  ROUNDEL_BETWEEN_PRACTICE,
  ROUNDEL_BETWEEN_REFLECTION,
} RoundelBetweenKind;

/* The words of the kinds in files, in their order */
#define ROUNDEL_BETWEEN_WORDS "input partner practice reflection"

typedef struct
{
  RoundelBetweenKind kind;
  char *text;
} RoundelBetween;

/**
 * RoundelPlace:
 * @ROUNDEL_PLACE_MIDDLE: all sessions but the first and the last
 *
 * Where a session stands in its program.
 */
typedef enum
{
  ROUNDEL_PLACE_FIRST,
  ROUNDEL_PLACE_MIDDLE,
  ROUNDEL_PLACE_LAST,
  ROUNDEL_N_PLACES,
} RoundelPlace;

/**
 * RoundelOutcome:
 * @id: its word in files
 * @question: the question it answers, both halves of it (001)
 * @lines_allowed: a reporting line in a circle is no conflict: the intact team is the point (outcome 9)
 * @circle_min: fewest members of a circle
 * @circle_best: the size that suits it
 * @circle_max: most members of a circle
 * @seconds: length of a session
 * @days: (element-type guint): days from the first session to each, the first being 0
 * @formats: ids of the formats that suit it, the best first
 * @facilitation: who leads
 * @hand_over: the number of the session at which the members take the lead over; 0 for none
 * @between: (element-type RoundelBetween): what is done between the sessions
 * @measures: what is looked at half way and at the end
 * @results: suggestions for the results wanted
 * @outlines: (element-type RoundelOutlinePart): the template of the sessions at each #RoundelPlace
 *
 * One of the ten outcomes of a peer-learning program, and how a design for it looks (D1). Texts are in the reader's
 * language.
 */
typedef struct
{
  char *id;
  guint number;
  char *name;
  char *question;
  char *description;
  gboolean lines_allowed;
  guint circle_min;
  guint circle_best;
  guint circle_max;
  guint seconds;
  GArray *days;
  char **formats;
  char *facilitation;
  guint hand_over;
  GPtrArray *between;
  char **measures;
  char **results;
  GPtrArray *outlines[ROUNDEL_N_PLACES];
} RoundelOutcome;

/**
 * RoundelPattern:
 * @days: (element-type guint): days from the first session to each; empty for those of the outcome
 * @seconds: length of a session; 0 for that of the outcome
 * @between: (element-type RoundelBetween): what is done between the sessions; empty for what the outcome has
 * @outlines: (element-type RoundelOutlinePart): the template of the sessions at each #RoundelPlace; empty for that of the
 *   outcome
 *
 * A ready rhythm that takes the place of the outcome's own (D13, D14).
 */
typedef struct
{
  char *id;
  char *name;
  char *description;
  GArray *days;
  guint seconds;
  GPtrArray *between;
  GPtrArray *outlines[ROUNDEL_N_PLACES];
} RoundelPattern;

RoundelBetween *roundel_between_new       (RoundelBetweenKind  kind,
                                           const char         *text);
void            roundel_between_free      (RoundelBetween     *self);
GPtrArray      *roundel_between_list_new  (void);
GPtrArray      *roundel_between_list_copy (const GPtrArray    *self);

RoundelOutcome *roundel_outcome_new  (void);
void            roundel_outcome_free (RoundelOutcome *self);
RoundelPattern *roundel_pattern_new  (void);
void            roundel_pattern_free (RoundelPattern *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelBetween, roundel_between_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelOutcome, roundel_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelPattern, roundel_pattern_free)

G_END_DECLS
