/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/format-words.h"

#include <glib/gi18n-lib.h>

/**
 * roundel_words_format_people:
 * @format: a format
 *
 * Returns: (transfer full): for how many people it is
 */
char *
roundel_words_format_people (const RoundelFormat *format)
{
  if (format->people_max == 0)
    return g_strdup_printf (_("from %u people"), format->people_min);
  if (format->people_max == format->people_min)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", format->people_min), format->people_min);
  /* Translators: fewest and most people */
  return g_strdup_printf (_("%u–%u people"), format->people_min, format->people_max);
}

/**
 * roundel_words_format_minutes:
 * @format: a format
 *
 * Returns: (transfer full): how long it takes
 */
char *
roundel_words_format_minutes (const RoundelFormat *format)
{
  double low, high;

  roundel_format_minutes (format, &low, &high);
  if (high < 1)
    return g_strdup (_("no minutes"));
  if ((guint) (low + .5) == (guint) (high + .5))
    return g_strdup_printf (_("%u min"), (guint) (low + .5));
  /* Translators: least and most minutes */
  return g_strdup_printf (_("%u–%u min"), (guint) (low + .5), (guint) (high + .5));
}

/**
 * roundel_words_format_summary:
 * @format: a format
 *
 * Returns: (transfer full): how long it takes, and for how many
 */
char *
roundel_words_format_summary (const RoundelFormat *format)
{
  g_autofree char *minutes = roundel_words_format_minutes (format);
  g_autofree char *people = roundel_words_format_people (format);

  return g_strdup_printf ("%s · %s", minutes, people);
}
