/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *roundel_ring_time_text      (int      left);
char       *roundel_ring_room_time_text (int      left);
char       *roundel_ring_caption        (int      left,
                                         int      length,
                                         gboolean paused);
char       *roundel_ring_room_caption   (int      left,
                                         int      length,
                                         gboolean paused);
const char *roundel_ring_milestone      (int      left,
                                         int      length);

G_END_DECLS
