/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "content/library.h"
#include "core/outcome.h"

G_BEGIN_DECLS

RoundelOutcome *roundel_outcome_load (const char      *text,
                                      gssize           length,
                                      const char      *name,
                                      GError         **error);
RoundelPattern *roundel_pattern_load (const char      *text,
                                      gssize           length,
                                      const char      *name,
                                      GError         **error);

GPtrArray *roundel_outcomes_load (GError **error);
GPtrArray *roundel_patterns_load (GError **error);

GPtrArray *roundel_template_plan (const RoundelTemplate  *self,
                                  RoundelLibrary         *library,
                                  guint                   session,
                                  guint                   count,
                                  GError                **error);

G_END_DECLS
