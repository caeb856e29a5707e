/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/readiness-ring.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/program-words.h"

/* Solid only on evidence: what is prepared for later is the part of a reason that is not done. */
static RoundelRingSegment
make_segment (const RoundelReadiness *readiness)
{
  guint met = 0;

  for (guint i = 0; i < readiness->checks->len; i++)
    met += ((RoundelCheck *) readiness->checks->pdata[i])->status == ROUNDEL_STATUS_MET;
  if (readiness->status == ROUNDEL_STATUS_MET)
    return (RoundelRingSegment) { ROUNDEL_SEGMENT_MET, 1 };
  if (readiness->status == ROUNDEL_STATUS_FAILED)
    return (RoundelRingSegment) { ROUNDEL_SEGMENT_FAILED, 0 };
  if (met == 0)
    return (RoundelRingSegment) { ROUNDEL_SEGMENT_OPEN, 0 };
  return (RoundelRingSegment) { ROUNDEL_SEGMENT_PARTLY, (double) met / readiness->checks->len };
}

/**
 * roundel_readiness_ring_set:
 * @ring: a ring
 * @readiness: (nullable) (element-type RoundelReadiness): the seven reasons, or %NULL for an open ring
 *
 * Shows a segment for each of the seven reasons (D16).
 */
void
roundel_readiness_ring_set (RoundelRing     *ring,
                            const GPtrArray *readiness)
{
  RoundelRingSegment segments[ROUNDEL_N_REASONS] = { 0 };

  g_return_if_fail (readiness == NULL || readiness->len == ROUNDEL_N_REASONS);

  for (guint i = 0; readiness != NULL && i < readiness->len; i++)
    segments[i] = make_segment (readiness->pdata[i]);
  roundel_ring_set_segments (ring, segments, ROUNDEL_N_REASONS);
}

/**
 * roundel_readiness_ring_count:
 * @ring: a ring
 * @readiness: (nullable) (element-type RoundelReadiness): the seven reasons
 *
 * As roundel_readiness_ring_set(), with the number of those that are met in the middle.
 */
void
roundel_readiness_ring_count (RoundelRing     *ring,
                              const GPtrArray *readiness)
{
  g_autofree char *met = g_strdup_printf ("%u", readiness != NULL ? roundel_readiness_count (readiness) : 0);
  /* Translators: after a number in the middle of a ring: “4 of 7” */
  g_autofree char *all = g_strdup_printf (_("of %u"), ROUNDEL_N_REASONS);

  roundel_readiness_ring_set (ring, readiness);
  roundel_ring_set_icon_name (ring, NULL);
  roundel_ring_set_title (ring, met, all, _("ready"));
}
