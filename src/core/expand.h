/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/format.h"
#include "core/pairs.h"
#include "core/roles.h"

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
 * @roles: (nullable): who has had which role, so that roles rotate (R2); %NULL to hand them out in order
 * @places: (nullable) (element-type guint): for each member the group it was put into by hand, from 0, or
 *   %ROUNDEL_ANY_GROUP
 * @places_format: (nullable): id of the format whose first groups @places are
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
  const RoundelRoles *roles;
  const GArray *places;
  const char *places_format;
} RoundelExpansion;

RoundelAgenda *roundel_format_expand (const RoundelFormat     *format,
                                      const RoundelExpansion  *expansion,
                                      GError                 **error);

G_END_DECLS
