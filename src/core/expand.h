/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/format.h"
#include "core/pairs.h"

G_BEGIN_DECLS

/**
 * RoundelExpansion:
 * @n_members: how many members are present
 * @seconds: how long there is; 0 for as long as it usually takes
 * @claims: (nullable) (element-type guint): the members in the order in which they have a claim to a case (turn
 *   ledger); %NULL for their own order
 * @pairs: (nullable): who must not be together, and what it costs to put two together again (R4), which rises as
 *   they meet; %NULL for members who are strangers to each other
 * @seed: another seed gives other groups of the same worth
 *
 * For whom and for how long a format is expanded.
 */
typedef struct
{
  guint n_members;
  guint seconds;
  const GArray *claims;
  RoundelPairs *pairs;
  guint32 seed;
} RoundelExpansion;

RoundelAgenda *roundel_format_expand (const RoundelFormat     *format,
                                      const RoundelExpansion  *expansion,
                                      GError                 **error);

G_END_DECLS
