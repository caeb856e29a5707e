/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/programs-row.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/program-stage.h"
#include "app/widgets/program-words.h"
#include "store/programs.h"

/**
 * roundel_programs_row_fill:
 * @row: a row in which a program is chosen
 * @desk: where the programs are
 * @id: (nullable): the one that is chosen at first; %NULL for that which somebody who names none means
 *
 * Returns: (transfer full) (element-type RoundelProgram): the programs, as a list has them, in the order of the row
 */
GPtrArray *
roundel_programs_row_fill (AdwComboRow *row,
                           RoundelDesk *desk,
                           const char  *id)
{
  GPtrArray *programs = roundel_notebook_list_programs (roundel_desk_get_notebook (desk), NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected;

  if (programs == NULL)
    programs = g_ptr_array_new ();
  selected = roundel_programs_find_running (programs, roundel_env_now (roundel_desk_get_env (desk)));
  for (guint i = 0; i < programs->len; i++)
    {
      const RoundelProgram *program = programs->pdata[i];

      gtk_string_list_append (titles, program->title != NULL ? program->title : _("Untitled program"));
      if (g_strcmp0 (program->id, id) == 0)
        selected = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (row, selected);
  return programs;
}
