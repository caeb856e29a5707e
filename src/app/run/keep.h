/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "app/live.h"
#include "core/pad.h"

G_BEGIN_DECLS

RoundelPad *roundel_keep_load_pad   (RoundelDesk       *desk,
                                     RoundelLive       *live);
gboolean    roundel_keep_save_pad   (RoundelDesk       *desk,
                                     RoundelLive       *live,
                                     const RoundelPad  *pad,
                                     GError           **error);
const char *roundel_keep_tally_id   (RoundelLive       *live);
gboolean    roundel_keep_session    (RoundelDesk       *desk,
                                     RoundelLive       *live,
                                     const RoundelPad  *pad,
                                     GError           **error);
void        roundel_keep_forget     (RoundelDesk       *desk,
                                     RoundelLive       *live);

RoundelSessionLeft *roundel_keep_make_left (RoundelDesk       *desk,
                                            RoundelLive       *live,
                                            const RoundelPad  *pad,
                                            GError           **error);

G_END_DECLS
