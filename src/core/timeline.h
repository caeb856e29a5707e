/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/practice.h"

G_BEGIN_DECLS

/**
 * RoundelHappeningKind:
 * @ROUNDEL_HAPPENING_SESSION: the circle met
 * @ROUNDEL_HAPPENING_PRACTICE: something promised was tried
 * @ROUNDEL_HAPPENING_MEETING: its owner met the partner
 */
typedef enum
{
  ROUNDEL_HAPPENING_SESSION,
  ROUNDEL_HAPPENING_PRACTICE,
  ROUNDEL_HAPPENING_MEETING,
} RoundelHappeningKind;

/**
 * RoundelHappening:
 * @at: when, seconds since 1970
 * @kind: what it was
 * @result: of a practice, how it went
 * @outcome: number of the outcome of its program, 0 for none
 * @text: one line about it
 *
 * What happened between the pages of a journal.
 */
typedef struct
{
  gint64 at;
  RoundelHappeningKind kind;
  RoundelPracticeResult result;
  guint outcome;
  char *text;
} RoundelHappening;

GArray *roundel_timeline_new     (void);
void    roundel_timeline_sort    (GArray       *timeline);
guint   roundel_timeline_between (const GArray *timeline,
                                  gint64        after,
                                  gint64        until,
                                  guint        *first);

G_END_DECLS
