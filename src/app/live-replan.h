/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/live-log.h"

G_BEGIN_DECLS

RoundelSessionEvent *roundel_live_replan_from    (RoundelLivePlan           *plan,
                                                  const RoundelSessionView  *view,
                                                  const RoundelFormats      *formats,
                                                  guint                      first_part,
                                                  const RoundelInstant      *now,
                                                  GError                   **error);
gboolean             roundel_live_replan_needed  (const RoundelSessionView  *view,
                                                  guint                      member,
                                                  RoundelPresence            presence,
                                                  guint                     *first_part);
gboolean             roundel_live_replan_opens_turns (const RoundelSessionView  *view,
                                                      guint                     *part);

G_END_DECLS
