/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean roundel_same_day     (gint64     a,
                               gint64     b,
                               GTimeZone *zone);
char    *roundel_day_dup_name (gint64     when,
                               gint64     now,
                               GTimeZone *zone);
char    *roundel_day_dup_date (gint64     when,
                               gint64     now,
                               GTimeZone *zone);
char    *roundel_day_dup_time (gint64     when,
                               GTimeZone *zone);

G_END_DECLS
