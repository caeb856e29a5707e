/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/house/last-copy.h"

#include <glib/gi18n-lib.h>

#include "store/journal/house.h"

/**
 * roundel_last_copy_said:
 * @notebook: (type filename): a notebook
 *
 * Returns: (transfer full): when everything was last copied out of this computer, in a sentence
 */
char *
roundel_last_copy_said (const char *notebook)
{
  g_auto (RoundelHouseCopy) copy = { 0, };
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *date = NULL;

  roundel_house_last (notebook, &copy);
  if (copy.time > 0)
    time = g_date_time_new_from_unix_local (copy.time / G_USEC_PER_SEC);
  if (time == NULL)
    return g_strdup (_("Last copy outside this computer: never"));
  date = g_date_time_format (time, _("%-d %B %Y"));
  return g_strdup_printf (copy.same_disk ? _("Last copy: %s, in %s. That is the same disk: carry it elsewhere.")
                                         : _("Last copy outside this computer: %s, in %s"), date, copy.place);
}
