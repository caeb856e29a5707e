/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RUN_FRAME (roundel_run_frame_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRunFrame, roundel_run_frame, ROUNDEL, RUN_FRAME, AdwBin)

gboolean roundel_run_frame_is_narrow    (RoundelRunFrame *self);
void     roundel_run_frame_set_has_pane (RoundelRunFrame *self,
                                         gboolean         has_pane);
gboolean roundel_run_frame_shows_pane   (RoundelRunFrame *self);
void     roundel_run_frame_show_pane    (RoundelRunFrame *self,
                                         gboolean         show);
gboolean roundel_run_frame_is_room      (RoundelRunFrame *self);
void     roundel_run_frame_set_room     (RoundelRunFrame *self,
                                         gboolean         room);

G_END_DECLS
