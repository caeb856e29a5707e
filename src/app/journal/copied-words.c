/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/copied-words.h"

#include <glib/gi18n-lib.h>

#include "store/journal/folder.h"

#define MOST_NAMED 5 /* files that were passed over, by name */

static void G_GNUC_PRINTF (2, 3)
say (GString    *text,
     const char *sentence,
     ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (arguments, sentence);
  g_string_append_vprintf (text, sentence, arguments);
  va_end (arguments);
}

/**
 * roundel_words_copied:
 * @copied: what came of records that were brought in
 * @skipped: (element-type RoundelSkipped): files that were passed over
 *
 * Returns: (transfer full): both in words; a line for each file that was passed over, up to five
 */
char *
roundel_words_copied (const RoundelCopied *copied,
                      const GPtrArray     *skipped)
{
  GString *text = g_string_new (NULL);
  guint pages = copied->added - copied->beside;

  if (copied->added + copied->changed == 0)
    say (text, _("Everything in it was here already."));
  if (pages > 0)
    say (text, ngettext ("%u page came in.", "%u pages came in.", pages), pages);
  if (copied->beside > 0)
    say (text, ngettext ("%u line about promises and meetings came in.", "%u lines about promises and meetings came in.",
                         copied->beside), copied->beside);
  if (copied->changed > 0)
    say (text, ngettext ("%u page has another text now.", "%u pages have another text now.", copied->changed), copied->changed);
  if (copied->added + copied->changed > 0 && copied->unchanged > 0)
    say (text, ngettext ("%u was here already.", "%u were here already.", copied->unchanged), copied->unchanged);
  for (guint i = 0; i < skipped->len && i < MOST_NAMED; i++)
    {
      const RoundelSkipped *one = skipped->pdata[i];
      g_autofree char *name = g_path_get_basename (one->file);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Passed over: %s. %s"), name, one->why);
    }
  if (skipped->len > MOST_NAMED)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("… and %u other.", "… and %u others.", skipped->len - MOST_NAMED),
                              skipped->len - MOST_NAMED);
    }
  return g_string_free (text, FALSE);
}
