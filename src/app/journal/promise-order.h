/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/commitment.h"

G_BEGIN_DECLS

/**
 * RoundelPromisePlace:
 * @ROUNDEL_PROMISE_NOW: it is worked on
 * @ROUNDEL_PROMISE_LATER: it waits
 * @ROUNDEL_PROMISE_PAST: it is over
 */
typedef enum
{
  ROUNDEL_PROMISE_NOW,
  ROUNDEL_PROMISE_LATER,
  ROUNDEL_PROMISE_PAST,
} RoundelPromisePlace;

void                roundel_promise_order     (GPtrArray               *commitments,
                                               const char              *session);
RoundelPromisePlace roundel_promise_get_place (GPtrArray               *commitments,
                                               guint                    index);

G_END_DECLS
