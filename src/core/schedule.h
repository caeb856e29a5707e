/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Local times are written as `2027-01-14T15:00`, and stand beside the IANA name of their zone. */

gboolean   roundel_local_time_is_valid (const char   *local);
gboolean   roundel_zone_is_valid       (const char   *zone);
GDateTime *roundel_local_time_resolve  (const char   *local,
                                        const char   *zone,
                                        guint         seconds,
                                        GError      **error);

char  *roundel_schedule_suggest (gint64        now,
                                 const char   *zone);
char **roundel_schedule_list    (const char   *first,
                                 const GArray *days);

G_END_DECLS
