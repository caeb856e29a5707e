/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A hybrid logical clock: 48 bits of milliseconds above 15 bits that count within one (Kulkarni et al. 2014,
 * https://cse.buffalo.edu/tech-reports/2014-04.pdf). It breaks ties between edits that did not know of each other,
 * and nothing else. */

#include "store/hlc.h"

#define COUNTER_BITS 15
#define MILLISECONDS_MAX ((G_GINT64_CONSTANT (1) << 48) - 1)
#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

static gint64
from_time (gint64 now)
{
  return CLAMP (now / 1000, 0, MILLISECONDS_MAX) << COUNTER_BITS;
}

/**
 * roundel_hlc_tick:
 * @local: the clock as it stands
 * @now: wall time, microseconds since 1970
 *
 * Returns: the clock for a new revision, above @local even when the wall clock was set back
 */
gint64
roundel_hlc_tick (gint64 local,
                  gint64 now)
{
  return MAX (MIN (local, G_MAXINT64 - 1) + 1, from_time (now));
}

/**
 * roundel_hlc_observe:
 * @local: the clock as it stands
 * @seen: the highest clock in what arrived
 * @now: wall time, microseconds since 1970
 *
 * What comes from a far future is kept, and does not drag this clock along.
 *
 * Returns: the clock after it has seen @seen
 */
gint64
roundel_hlc_observe (gint64 local,
                     gint64 seen,
                     gint64 now)
{
  return MAX (local, MIN (seen, from_time (now + DAY)));
}

/**
 * roundel_hlc_time:
 * @hlc: the clock of a revision
 *
 * Returns: its wall time, microseconds since 1970
 */
gint64
roundel_hlc_time (gint64 hlc)
{
  return (hlc >> COUNTER_BITS) * 1000;
}
