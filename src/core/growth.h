/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/practice.h"

G_BEGIN_DECLS

#define ROUNDEL_GROWTH_SMOOTH 0.35 /* how much of a new confidence the evened one takes (J) */
#define ROUNDEL_GROWTH_DIP 0.1     /* how far an evened line goes down before one says so (J): less than half a step of confidence */

/**
 * RoundelGrowthPoint:
 * @at: when, seconds since 1970
 * @value: from 0 to 1
 * @result: for a practice, how it went
 *
 * A point of a picture of growth (J7).
 */
typedef struct
{
  gint64 at;
  double value;
  RoundelPracticeResult result;
} RoundelGrowthPoint;

GArray *roundel_growth_even     (const GArray         *points);
GArray *roundel_growth_strength (const RoundelAttempt *attempts,
                                 gsize                 n_attempts,
                                 guint                 rhythm,
                                 guint                 off,
                                 gint64                from,
                                 gint64                to,
                                 guint                 n);
int     roundel_growth_find_dip (const GArray         *points);

G_END_DECLS
