/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/outcome.h"

G_BEGIN_DECLS

/* What a design for one outcome decides, value by value, so that two can be shown side by side (D1). */

const char *roundel_design_value_get_name   (RoundelDesignValue    self);
const char *roundel_design_value_to_string  (RoundelDesignValue    self);
char       *roundel_outcome_describe_value  (const RoundelOutcome *self,
                                             RoundelDesignValue    value,
                                             const RoundelFormats *formats);
char       *roundel_outcome_describe_facilitation (const RoundelOutcome *self,
                                                   guint                 n_sessions);

G_END_DECLS
