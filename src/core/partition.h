/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/pairs.h"

G_BEGIN_DECLS

/* In the places of roundel_partition(): no matter which group */
#define ROUNDEL_ANY_GROUP G_MAXUINT

GPtrArray *roundel_partition (const RoundelPairs *pairs,
                              const GArray       *sizes,
                              const GArray       *places,
                              guint32             seed,
                              guint              *n_broken,
                              GError            **error);

G_END_DECLS
