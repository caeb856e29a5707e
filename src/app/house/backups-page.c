/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/house/backups-page.h"

#include <glib/gi18n-lib.h>

#include "app/house/last-copy.h"
#include "app/widgets/record-words.h"
#include "app/widgets/restore.h"
#include "app/widgets/sheet.h"
#include "store/backups.h"

/* The backups that are made by themselves, and the way back to one of them. */
struct _RoundelBackupsPage
{
  AdwBin parent_instance;

  GtkLabel *trouble;

  RoundelDesk *desk;
};

G_DEFINE_FINAL_TYPE (RoundelBackupsPage, roundel_backups_page, ADW_TYPE_BIN)

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  RoundelBackupsPage *self = ROUNDEL_BACKUPS_PAGE (source);
  g_autoptr (GError) error = NULL;

  roundel_ask_to_restore_finish (GTK_WIDGET (self), result, &error);
  gtk_label_set_label (self->trouble, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), error != NULL);
}

static void
restore_cb (RoundelBackupsPage *self,
            GtkButton          *button)
{
  const RoundelBackup *backup = g_object_get_data (G_OBJECT (button), "backup");

  roundel_ask_to_restore (GTK_WIDGET (self), self->desk, backup->path, backup->made * G_USEC_PER_SEC, restored_cb, NULL);
}

/* Such as: “Programs and journal, before a backup was restored · 1.2 MB” */
static char *
dup_said (const RoundelBackup *backup)
{
  const char *what = backup->journal != NULL ? _("Programs and journal") : _("Programs");
  g_autofree char *size = g_format_size ((guint64) backup->bytes);

  switch (backup->reason)
    {
    case ROUNDEL_BACKUP_BEFORE_MERGE:
      return g_strdup_printf (_("%s, before much came in · %s"), what, size);
    case ROUNDEL_BACKUP_BEFORE_RESTORE:
      return g_strdup_printf (_("%s, before a backup was restored · %s"), what, size);
    case ROUNDEL_BACKUP_BEFORE_MOVING:
      return g_strdup_printf (_("%s, before you moved in · %s"), what, size);
    case ROUNDEL_BACKUP_DAILY:
    default:
      return g_strdup_printf ("%s · %s", what, size);
    }
}

static GtkWidget *
new_row (RoundelBackupsPage *self,
         RoundelBackup      *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
  g_autofree char *when = roundel_words_when (backup->made * G_USEC_PER_SEC);
  g_autofree char *label = g_strdup_printf (_("Restore the backup of %s"), when);
  g_autofree char *said = dup_said (backup);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "backup", backup, (GDestroyNotify) roundel_backup_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
new_list (RoundelBackupsPage *self,
          GPtrArray          *backups)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Backups"), -1);
  while (backups->len > 0)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (self, g_ptr_array_steal_index (backups, 0)));
  return list;
}

static void
roundel_backups_page_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_BACKUPS_PAGE (object)->desk);
  G_OBJECT_CLASS (roundel_backups_page_parent_class)->dispose (object);
}

static void
roundel_backups_page_class_init (RoundelBackupsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_backups_page_dispose;
}

static void
roundel_backups_page_init (RoundelBackupsPage *self)
{
}

/**
 * roundel_backups_page_new:
 * @desk: what is backed up
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_backups_page_new (RoundelDesk *desk)
{
  RoundelBackupsPage *self = g_object_new (ROUNDEL_TYPE_BACKUPS_PAGE, NULL);
  RoundelSheet *sheet = ROUNDEL_SHEET (roundel_sheet_new (_("Backups")));
  const char *notebook = roundel_notebook_get_path (roundel_desk_get_notebook (desk));
  g_autoptr (GPtrArray) backups = roundel_backups_list_all (notebook);
  g_autofree char *last = roundel_last_copy_said (notebook);

  self->desk = g_object_ref (desk);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (sheet));
  roundel_sheet_add_text (sheet, _("Go back to an earlier day"), "title-1");
  roundel_sheet_add_text (sheet, _("Roundel copies your programs and your journal once a day, and your programs before much comes in. "
                                   "Backups of the last 7 days, 4 weeks and 12 months stay, and what was here before a "
                                   "backup was restored or you moved in."), NULL);
  roundel_sheet_add_text (sheet, last, "heading");
  roundel_sheet_add_text (sheet, _("They lie on this computer and are lost with it. “Move House” in the main menu makes one encrypted "
                                   "file of everything, to be kept elsewhere."), NULL);
  self->trouble = GTK_LABEL (roundel_sheet_add_text (sheet, "", "warning-text"));
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), FALSE);
  if (backups->len > 0)
    roundel_sheet_add (sheet, new_list (self, backups));
  else
    roundel_sheet_add_text (sheet, _("There is none yet. The first is made by itself in a moment."), "heading");
  return GTK_WIDGET (self);
}
