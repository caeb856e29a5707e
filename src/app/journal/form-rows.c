/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/form-rows.h"

#include <stdio.h>

/**
 * roundel_row_set:
 * @row: a row
 * @text: (nullable): what stands in it
 */
void
roundel_row_set (AdwEntryRow *row,
                 const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * roundel_row_dup:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): what was typed, without blanks around it; %NULL for nothing
 */
char *
roundel_row_dup (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * roundel_row_is_date:
 * @text: what was typed
 *
 * Returns: whether it is a day, such as `2027-02-04`
 */
gboolean
roundel_row_is_date (const char *text)
{
  int year, month, day;
  char rest;

  return sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) == 3
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * roundel_row_trouble:
 * @label: where a form says what is wrong
 * @trouble: (nullable): what is; %NULL for nothing
 * @row: (nullable): the row in which it can be mended
 */
void
roundel_row_trouble (GtkLabel    *label,
                     const char  *trouble,
                     AdwEntryRow *row)
{
  gtk_label_set_label (label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (label), trouble != NULL);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
