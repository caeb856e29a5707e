/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RUN_PANE (roundel_run_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRunPane, roundel_run_pane, ROUNDEL, RUN_PANE, AdwBin)

void roundel_run_pane_set_agenda (RoundelRunPane      *self,
                                  const RoundelAgenda *agenda,
                                  gint64               starts,
                                  guint                outcome);
void roundel_run_pane_set_live   (RoundelRunPane      *self,
                                  RoundelLive         *live);

void roundel_run_pane_focus_plan (RoundelRunPane *self);

G_END_DECLS
