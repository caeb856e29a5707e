/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/journal/me-row.h"

/* The row that asks who of the members writes this journal. */

/**
 * roundel_me_row_fill:
 * @row: a row
 * @program: (nullable): a program
 * @me: (nullable): id of the member who is chosen
 * @nobody: what choosing none is called; it stands first
 */
void
roundel_me_row_fill (AdwComboRow          *row,
                     const RoundelProgram *program,
                     const char           *me,
                     const char           *nobody)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, nobody);
  for (guint i = 0; program != NULL && i < program->members->len; i++)
    {
      g_autofree char *label = roundel_members_dup_label (program->members, i);

      gtk_string_list_append (names, label);
      if (g_strcmp0 (((RoundelMember *) program->members->pdata[i])->id, me) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

/**
 * roundel_me_row_get:
 * @row: a row
 * @program: (nullable): what it was filled with
 *
 * Returns: (transfer none) (nullable): who is chosen
 */
const RoundelMember *
roundel_me_row_get (AdwComboRow          *row,
                    const RoundelProgram *program)
{
  guint chosen = adw_combo_row_get_selected (row);

  return program != NULL && chosen > 0 && chosen <= program->members->len ? program->members->pdata[chosen - 1] : NULL;
}
