/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/calendar-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/programs/dossier.h"
#include "app/window.h"
#include "paper/calendar.h"
#include "store/programs.h"

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (RoundelDossier) dossier = user_data;
  RoundelDesk *desk = roundel_dossier_get_desk (dossier);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (dossier));
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelProgram) program = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  guint n;

  if (file == NULL || root == NULL)
    return;
  program = roundel_notebook_read_program (roundel_desk_get_notebook (desk), roundel_dossier_get_program (dossier), &error);
  if (program != NULL)
    {
      text = roundel_calendar_write (program, NULL, roundel_env_now (roundel_desk_get_env (desk)), &n);
      if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
        said = g_strdup_printf (ngettext ("%u session is in the calendar file", "%u sessions are in the calendar file", n), n);
    }
  roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (said != NULL ? said : error->message));
}

static void
save (GtkWidget  *dossier,
      const char *action,
      GVariant   *target)
{
  RoundelDesk *desk = roundel_dossier_get_desk (ROUNDEL_DOSSIER (dossier));
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (roundel_desk_get_notebook (desk),
                                                                      roundel_dossier_get_program (ROUNDEL_DOSSIER (dossier)), NULL);
  g_autofree char *title = program != NULL && program->title != NULL ? g_strdup (program->title) : g_strdup (_("Sessions"));
  g_autofree char *name = g_strconcat (g_strdelimit (title, G_DIR_SEPARATOR_S, '-'), ".ics", NULL);

  roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (dossier)), _("Save Calendar File"), name, NULL, NULL, chosen_cb,
                            g_object_ref (dossier));
}

/**
 * roundel_calendar_file_install_action:
 * @dossier_class: the class of #RoundelDossier
 *
 * Gives a dossier `program.calendar`, which saves its sessions for a calendar.
 */
void
roundel_calendar_file_install_action (GtkWidgetClass *dossier_class)
{
  gtk_widget_class_install_action (dossier_class, "program.calendar", NULL, save);
}
