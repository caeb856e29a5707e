/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/ring-text.h"

#include <glib/gi18n-lib.h>

#define LAST_PARTS 5          /* from the last fifth on the caption tells what is left */
#define VERY_LAST_PARTS 20    /* and from here on the room is told once more */
#define ROOM_MINUTES_FROM 600 /* seconds from which a room needs no seconds */

static char *
clock_text (int seconds)
{
  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

/**
 * roundel_ring_time_text:
 * @left: seconds left, negative once the time is over
 *
 * Returns: (transfer full): the time as digits
 */
char *
roundel_ring_time_text (int left)
{
  g_autofree char *text = clock_text (ABS (left));

  /* the left-to-right mark keeps the sign before the digits */
  return left < 0 ? g_strconcat ("\342\200\216+", text, NULL) : g_steal_pointer (&text);
}

/**
 * roundel_ring_room_time_text:
 * @left: seconds left, negative once the time is over
 *
 * For the projector, where nothing but the digits stands in the line, so that they are as large as they can be: whole
 * minutes are enough from ten minutes up, and what they are is told by the caption.
 *
 * Returns: (transfer full): the time as digits
 */
char *
roundel_ring_room_time_text (int left)
{
  if (ABS (left) < ROOM_MINUTES_FROM)
    return clock_text (ABS (left));
  return g_strdup_printf ("%d", left > 0 ? (left + 59) / 60 : -left / 60);
}

/**
 * roundel_ring_caption:
 * @left: seconds left, negative once the time is over
 * @length: seconds of the whole
 * @paused: whether time stands still
 *
 * Returns: (transfer full): the line below the digits
 */
char *
roundel_ring_caption (int      left,
                      int      length,
                      gboolean paused)
{
  g_autofree char *whole = NULL;

  if (paused)
    return g_strdup (_("paused"));
  if (left < 0)
    return g_strdup (_("over time"));
  if (left > length / LAST_PARTS)
    {
      whole = clock_text (length);
      return g_strdup_printf (C_("time left, of 1:00", "of %s"), whole);
    }
  if (left > 90)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d min left", "%d min left", (gulong) (left + 30) / 60),
                            (left + 30) / 60);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d s left", "%d s left", (gulong) left), left);
}

static const char *
room_state (int      left,
            int      length,
            gboolean paused)
{
  if (paused)
    return left < 0 ? _("over time, paused") : _("paused");
  if (left < 0)
    return _("over time");
  if (left <= length / VERY_LAST_PARTS)
    return C_("the time of a round", "almost over");
  return left <= length / LAST_PARTS ? C_("the time of a round", "soon over") : NULL;
}

/**
 * roundel_ring_room_caption:
 * @left: seconds left, negative once the time is over
 * @length: seconds of the whole
 * @paused: whether time stands still
 *
 * Returns: (transfer full) (nullable): the line below the digits on the projector; %NULL while there is nothing to say
 */
char *
roundel_ring_room_caption (int      left,
                           int      length,
                           gboolean paused)
{
  const char *state = room_state (left, length, paused);
  const char *unit = ABS (left) >= ROOM_MINUTES_FROM ? C_("below a number", "min") : NULL;

  if (unit == NULL || state == NULL)
    return g_strdup (unit != NULL ? unit : state);
  /* Translators: minutes, and what of them: “min, over time” */
  return g_strdup_printf (C_("below a number", "%s, %s"), unit, state);
}

/**
 * roundel_ring_milestone:
 * @left: seconds left, negative once the time is over
 * @length: seconds of the whole
 *
 * What a screen reader is told, so that a running second is no flood of words. Milestones that would follow one another
 * within ten seconds are left out.
 *
 * Returns: (nullable): the last milestone that was passed, %NULL before the first
 */
const char *
roundel_ring_milestone (int left,
                        int length)
{
  if (left <= 0)
    return _("The time is over");
  if (left <= 10 && length > 30)
    return _("10 seconds left");
  if (left <= 60 && length > 150)
    return _("1 minute left");
  if (left <= length / 2 && length >= 30)
    return _("Half of the time is left");
  return NULL;
}
