/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/file-row.h"

#include <glib/gi18n-lib.h>

#include "app/share/figures.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"
#include "core/outcome.h"

/* One of several files: which program, from whom, and what it would bring if it came alone. */

static gboolean
wants_passphrase (const RoundelIncomingFile *file)
{
  return g_error_matches (file->error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED)
         || g_error_matches (file->error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE);
}

/**
 * roundel_file_dress_ring:
 * @ring: a #RoundelRing
 * @program: the program in a file
 * @outcomes: (element-type RoundelOutcome): in their order
 *
 * Gives @ring the hue and the mark of the program's outcome.
 */
void
roundel_file_dress_ring (GtkWidget            *ring,
                         const RoundelProgram *program,
                         const GPtrArray      *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    if (g_strcmp0 (((RoundelOutcome *) outcomes->pdata[i])->id, program->outcome) == 0)
      {
        roundel_outcome_dress (ring, i + 1);
        roundel_ring_set_icon_name (ROUNDEL_RING (ring), roundel_outcome_icon_name (i + 1));
      }
}

/**
 * roundel_file_row_new:
 * @file: one of the files
 * @program: (nullable): its program; %NULL when the file does not come in
 * @outcomes: (element-type RoundelOutcome): in their order
 *
 * A file with a passphrase has a button for the action `shared.unlock`.
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
roundel_file_row_new (const RoundelIncomingFile *file,
                      const RoundelProgram      *program,
                      const GPtrArray           *outcomes)
{
  g_autofree char *name = g_path_get_basename (file->path);
  g_autofree char *figures = roundel_figures_dup (&file->result, ROUNDEL_FIGURES_COMING);
  g_autofree char *writers = file->writers != NULL && *file->writers != '\0' ? g_strdup_printf (_("from %s"), file->writers)
                                                                            : g_strdup (_("from this notebook"));
  g_autofree char *said = file->error != NULL ? g_strdup (file->error->message)
                                              : g_strdup_printf ("%s, %s\n%s", name, writers, figures);
  g_autofree char *title = g_markup_escape_text (file->error != NULL      ? name
                                                 : program->title != NULL ? program->title
                                                                          : _("Untitled program"), -1);
  g_autofree char *subtitle = g_markup_escape_text (said, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = file->error != NULL ? gtk_image_new_from_icon_name ("dialog-warning-symbolic") : roundel_ring_new (36);

  if (file->error == NULL)
    roundel_file_dress_ring (sign, program, outcomes);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (sign, 36, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  if (file->error != NULL && wants_passphrase (file))
    {
      GtkWidget *button = gtk_button_new_with_label (_("Passphrase…"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "shared.unlock");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", file->path);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}
