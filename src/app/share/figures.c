/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/figures.h"

#include <glib/gi18n-lib.h>

static void
add_part (GString    *text,
          guint       n,
          const char *said)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", said);
}

/**
 * roundel_figures_sum:
 * @result: what files would bring, or have brought
 *
 * Returns: how many things are other than before, or are to be decided
 */
guint
roundel_figures_sum (const RoundelMergeResult *result)
{
  return result->added + result->changed + result->deleted + result->erased + result->conflicts + result->erased_by_others;
}

/**
 * roundel_figures_dup:
 * @result: what files would bring, or have brought
 * @tense: whether they have, and whether what they wrote at the same time was decided
 *
 * Returns: (transfer full): “3 new, 1 changed, 1 to decide”
 */
char *
roundel_figures_dup (const RoundelMergeResult *result,
                     RoundelFiguresTense       tense)
{
  guint n = result->conflicts;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *new = g_strdup_printf (ngettext ("%u new", "%u new", result->added), result->added);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed", "%u changed", result->changed), result->changed);
  g_autofree char *deleted = g_strdup_printf (ngettext ("%u deleted", "%u deleted", result->deleted), result->deleted);
  g_autofree char *erased = g_strdup_printf (ngettext ("%u erased", "%u erased", result->erased), result->erased);
  g_autofree char *twice = tense == ROUNDEL_FIGURES_COMING ? g_strdup_printf (ngettext ("%u to decide", "%u to decide", n), n)
                           : tense == ROUNDEL_FIGURES_CAME ? g_strdup_printf (ngettext ("%u written twice", "%u written twice", n), n)
                                                           : g_strdup_printf (ngettext ("%u decided", "%u decided", n), n);
  g_autofree char *others = g_strdup_printf (ngettext ("%u erased by others", "%u erased by others", result->erased_by_others),
                                             result->erased_by_others);
  g_autofree char *unknown = g_strdup_printf (ngettext ("%u of a newer version", "%u of a newer version", result->unknown),
                                              result->unknown);

  add_part (text, result->added, new);
  add_part (text, result->changed, changed);
  add_part (text, result->deleted, deleted);
  add_part (text, result->erased, erased);
  add_part (text, n, twice);
  /* afterwards they are among the erased, or have stayed */
  if (tense == ROUNDEL_FIGURES_COMING)
    add_part (text, result->erased_by_others, others);
  add_part (text, result->unknown, unknown);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_("nothing new"));
}
