/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ROUNDEL_REMIND_LATER (60 * 60)      /* J: seconds until it reminds again */
#define ROUNDEL_REMIND_NEXT (20 * 60 * 60)  /* J: seconds between two that nobody put off: one a day */
#define ROUNDEL_REMIND_FROM 9               /* J: hours of the day between which it may remind */
#define ROUNDEL_REMIND_UNTIL 18

/**
 * RoundelReminding:
 * @on: whether reminders are wanted; they are not until somebody says so
 * @from: the first hour of the day in which it may remind
 * @until: the hour in which the quiet begins; up to @from there is none
 * @next: not before this, seconds since 1970
 */
typedef struct
{
  gboolean on;
  guint from;
  guint until;
  gint64 next;
} RoundelReminding;

void     roundel_reminding_read     (RoundelReminding       *self,
                                     const char             *text);
char    *roundel_reminding_to_text  (const RoundelReminding *self);
gboolean roundel_reminding_may      (const RoundelReminding *self,
                                     gint64                  now,
                                     guint                   hour);

G_END_DECLS
