/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelPracticeResult:
 * @ROUNDEL_PRACTICE_NOT_YET: it was tried, and did not come off
 * @ROUNDEL_PRACTICE_PARTLY: some of it did
 * @ROUNDEL_PRACTICE_WORKED: it did
 */
typedef enum
{
  ROUNDEL_PRACTICE_NOT_YET,
  ROUNDEL_PRACTICE_PARTLY,
  ROUNDEL_PRACTICE_WORKED,
} RoundelPracticeResult;

/* J values, all of them here. */
#define ROUNDEL_PRACTICE_HALF_LIFE 13.0 /* days, of what is practised daily */
#define ROUNDEL_PRACTICE_RHYTHM 7       /* days from one occasion to the next, unless chosen otherwise */
#define ROUNDEL_PRACTICE_MOST_RHYTHM 366
#define ROUNDEL_PRACTICE_VALUES { 0.5, 0.75, 1.0 } /* of the results: having tried is half of it */
#define ROUNDEL_PRACTICE_LAPSES 2       /* in a row, before something smaller is offered (J3) */
#define ROUNDEL_PRACTICE_MOST_NOW 3     /* promises that are worked on at once (J2); the others wait */
#define ROUNDEL_PRACTICE_WEEKEND 0x60   /* Saturday and Sunday, of a set of weekdays whose bit 0 is Monday */

/**
 * RoundelAttempt:
 * @at: when, microseconds since 1970-01-01T00:00 where its owner is, so that a day ends at their midnight
 * @result: how it went
 *
 * What counts of one practice.
 */
typedef struct
{
  gint64 at;
  RoundelPracticeResult result;
} RoundelAttempt;

const char *roundel_practice_result_to_text   (RoundelPracticeResult  result);
gboolean    roundel_practice_result_from_text (const char            *text,
                                               RoundelPracticeResult *result);

double      roundel_practice_strength         (const RoundelAttempt  *attempts,
                                               gsize                  n_attempts,
                                               guint                  rhythm,
                                               guint                  off,
                                               gint64                 now);
guint       roundel_practice_lapses           (const RoundelAttempt  *attempts,
                                               gsize                  n_attempts,
                                               guint                  rhythm,
                                               guint                  off,
                                               gint64                 now);
gboolean    roundel_practice_is_due           (const RoundelAttempt  *attempts,
                                               gsize                  n_attempts,
                                               guint                  rhythm,
                                               guint                  off,
                                               gint64                 made,
                                               gint64                 now);

G_END_DECLS
