/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/widgets/ring.h"
#include "core/readiness.h"

G_BEGIN_DECLS

void roundel_readiness_ring_set   (RoundelRing     *ring,
                                   const GPtrArray *readiness);
void roundel_readiness_ring_count (RoundelRing     *ring,
                                   const GPtrArray *readiness);

G_END_DECLS
