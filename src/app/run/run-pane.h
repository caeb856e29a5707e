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

void        roundel_run_pane_set_formats   (RoundelRunPane       *self,
                                            const RoundelFormats *formats);
void        roundel_run_pane_show          (RoundelRunPane       *self,
                                            const char           *page);
const char *roundel_run_pane_get_page      (RoundelRunPane       *self);
void        roundel_run_pane_focus         (RoundelRunPane       *self);
void        roundel_run_pane_focus_message (RoundelRunPane       *self);
void        roundel_run_pane_toggle_timer  (RoundelRunPane       *self);

G_END_DECLS
