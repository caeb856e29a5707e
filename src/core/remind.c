/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/remind.h"

#include <stdio.h>

/**
 * roundel_reminding_read:
 * @self: (out caller-allocates): when to remind
 * @text: (nullable): what roundel_reminding_to_text() returned; anything else is as nothing was ever said
 */
void
roundel_reminding_read (RoundelReminding *self,
                        const char       *text)
{
  int on;

  if (text != NULL
      && sscanf (text, "%d %u %u %" G_GINT64_FORMAT, &on, &self->from, &self->until, &self->next) == 4
      && self->from < 24 && self->until <= 24)
    self->on = on != 0;
  else
    *self = (RoundelReminding) { FALSE, ROUNDEL_REMIND_FROM, ROUNDEL_REMIND_UNTIL, 0 };
}

/**
 * roundel_reminding_to_text:
 * @self: when to remind
 *
 * Returns: (transfer full): that, in one line
 */
char *
roundel_reminding_to_text (const RoundelReminding *self)
{
  return g_strdup_printf ("%d %u %u %" G_GINT64_FORMAT, self->on, self->from, self->until, self->next);
}

/**
 * roundel_reminding_may:
 * @self: when to remind
 * @now: the present moment, seconds since 1970
 * @hour: its hour of the day, where the reader is
 *
 * Returns: whether nobody is disturbed now
 */
gboolean
roundel_reminding_may (const RoundelReminding *self,
                       gint64                  now,
                       guint                   hour)
{
  return self->on && hour >= self->from && hour < self->until && now >= self->next;
}
