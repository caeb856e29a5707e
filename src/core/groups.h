/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/partition.h"
#include "core/reporting.h"
#include "core/together.h"

G_BEGIN_DECLS

GArray *roundel_group_sizes (guint    n,
                             guint    min,
                             guint    max,
                             guint    best,
                             GError **error);

/* Nothing that a history makes a pair cost reaches this */
#define ROUNDEL_GROUPS_COST_END 1000000

RoundelPairs *roundel_groups_pairs (const GArray           *present,
                                    const RoundelReporting *lines,
                                    const RoundelTogether  *together);
GPtrArray    *roundel_groups_form  (const GArray           *present,
                                    const GArray           *sizes,
                                    const GArray           *places,
                                    const RoundelReporting *lines,
                                    const RoundelTogether  *together,
                                    guint32                 seed,
                                    guint                  *n_broken,
                                    GError                **error);
GPtrArray    *roundel_groups_split (const GPtrArray        *members,
                                    const GArray           *who,
                                    const RoundelReporting *lines,
                                    guint                   min,
                                    guint                   max,
                                    guint                   best,
                                    guint32                 seed,
                                    GError                **error);

G_END_DECLS
