/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 roundel_hlc_tick    (gint64 local,
                            gint64 now);
gint64 roundel_hlc_observe (gint64 local,
                            gint64 seen,
                            gint64 now);
gint64 roundel_hlc_time    (gint64 hlc);

G_END_DECLS
