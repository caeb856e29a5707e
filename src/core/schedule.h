/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RoundelRhythm:
 * @every: how many units lie between two sessions; 0 when @at says where they are
 * @count: how many sessions
 * @at: (nullable) (element-type guint): for each session, how many units after the event that the program follows.
 *   Without an event the first session is on the first day and the others keep their distance.
 *
 * When the sessions are.
 */
typedef struct
{
  enum
  {
    ROUNDEL_RHYTHM_DAYS,
    ROUNDEL_RHYTHM_WEEKS,
    ROUNDEL_RHYTHM_MONTHS,
  } unit;
  guint every;
  guint count;
  GArray *at;
} RoundelRhythm;

/* Local times are written as `2027-01-14T15:00`, and stand beside the IANA name of their zone. */

gboolean   roundel_local_time_is_valid (const char   *local);
gboolean   roundel_zone_is_valid       (const char   *zone);
gboolean   roundel_days_off_is_valid  (const char   *days_off);
GDateTime *roundel_local_time_resolve  (const char   *local,
                                        const char   *zone,
                                        guint         seconds,
                                        GError      **error);

gint64     roundel_local_time_distance (const char  *from,
                                        const char  *to);
char      *roundel_local_time_add      (const char  *local,
                                        gint64       seconds);

char *roundel_duration_describe (guint                seconds);
char *roundel_rhythm_describe   (const RoundelRhythm *self);

char  *roundel_schedule_suggest (gint64               now,
                                 const char          *zone);
char  *roundel_schedule_begin   (const char          *event_on,
                                 const RoundelRhythm *rhythm,
                                 const char          *starts);
char **roundel_schedule_list    (const char          *first,
                                 const RoundelRhythm *rhythm,
                                 guint                count,
                                 const char          *days_off);

G_END_DECLS
