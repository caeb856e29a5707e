/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/outcome.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_OUTCOME_COMPARE (roundel_outcome_compare_get_type ())
G_DECLARE_FINAL_TYPE (RoundelOutcomeCompare, roundel_outcome_compare, ROUNDEL, OUTCOME_COMPARE, AdwBin)

void roundel_outcome_compare_show (RoundelOutcomeCompare *self,
                                   const RoundelOutcome  *one,
                                   const RoundelOutcome  *two,
                                   const RoundelFormats  *formats);

G_END_DECLS
