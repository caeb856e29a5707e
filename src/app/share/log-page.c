/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/log-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/figures.h"
#include "app/widgets/record-words.h"
#include "app/widgets/page.h"
#include "app/widgets/restore.h"
#include "app/window.h"
#include "store/journal/incoming-log.h"

/* What came in from others, and the way back to before it. */
struct _RoundelLogPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *filled;
  GtkListBox *list;
  GtkLabel *trouble;

  RoundelDesk *desk;
};

G_DEFINE_FINAL_TYPE (RoundelLogPage, roundel_log_page, ADW_TYPE_BIN)

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  RoundelLogPage *self = ROUNDEL_LOG_PAGE (source);
  g_autoptr (GError) error = NULL;

  roundel_ask_to_restore_finish (GTK_WIDGET (self), result, &error);
  gtk_label_set_label (self->trouble, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), error != NULL);
}

static void
restore_cb (RoundelLogPage *self,
            GtkButton      *button)
{
  const char *backup = g_object_get_data (G_OBJECT (button), "backup");
  const gint64 *made = g_object_get_data (G_OBJECT (button), "made");

  roundel_ask_to_restore (GTK_WIDGET (self), self->desk, backup, *made, restored_cb, NULL);
}

static void
add_row (RoundelLogPage             *self,
         const RoundelIncomingEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = roundel_words_when (entry->when);
  g_autofree char *title = g_strdup_printf (_("%s, from %s"), entry->title != NULL ? entry->title : entry->files,
                                            entry->from != NULL && *entry->from != '\0' ? entry->from : _("someone"));
  const RoundelMergeResult result = {
    .added = entry->added, .changed = entry->changed, .deleted = entry->deleted, .erased = entry->erased,
    .conflicts = entry->conflicts,
  };
  g_autofree char *figures = roundel_figures_dup (&result, ROUNDEL_FIGURES_CAME);
  /* Translators: when, how much, and the names of files */
  g_autofree char *said = g_strdup_printf (_("%s: %s · %s"), when, figures, entry->files);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *subtitle = g_markup_escape_text (said, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (entry->backup != NULL && g_file_test (entry->backup, G_FILE_TEST_IS_REGULAR))
    {
      GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
      g_autofree char *label = g_strdup_printf (_("Restore the notebook of before %s"), when);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data_full (G_OBJECT (button), "backup", g_strdup (entry->backup), g_free);
      g_object_set_data_full (G_OBJECT (button), "made", g_memdup2 (&entry->when, sizeof entry->when), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->list, row);
}

static void
done (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
roundel_log_page_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_LOG_PAGE (object)->desk);
  G_OBJECT_CLASS (roundel_log_page_parent_class)->dispose (object);
}

static void
roundel_log_page_class_init (RoundelLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_log_page_dispose;
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/log-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelLogPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RoundelLogPage, filled);
  gtk_widget_class_bind_template_child (widget_class, RoundelLogPage, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelLogPage, trouble);
  gtk_widget_class_install_action (widget_class, "log.done", NULL, done);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "log.done", NULL);
}

static void
roundel_log_page_init (RoundelLogPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_log_page_new:
 * @desk: the notebook and the journal
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_log_page_new (RoundelDesk *desk)
{
  RoundelLogPage *self = g_object_new (ROUNDEL_TYPE_LOG_PAGE, NULL);
  RoundelJournal *journal = roundel_desk_get_journal (desk, NULL);
  g_autoptr (GPtrArray) entries = journal != NULL ? roundel_journal_list_incoming (journal, NULL) : NULL;

  self->desk = g_object_ref (desk);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    add_row (self, entries->pdata[i]);
  gtk_stack_set_visible_child (self->stack, entries != NULL && entries->len > 0 ? self->filled : self->empty);
  return GTK_WIDGET (self);
}
