/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/version-page.h"

#include <glib/gi18n-lib.h>

#include "app/journal/day.h"
#include "app/journal/page-dress.h"
#include "app/widgets/page.h"
#include "app/window.h"
#include "store/journal/entry.h"

/* Every text a page ever had, the newest on top, and the way back to one. Nothing is lost by it: what the page says now
 * stays as a version, too. */
struct _RoundelVersionPage
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkTextView *view;
  GtkWidget *restore_button;
  GtkLabel *trouble;

  RoundelJournal *journal;
  GPtrArray *versions; /* of RoundelEntry, without those that say the same as the one before */
};

static guint restored_signal;

G_DEFINE_FINAL_TYPE (RoundelVersionPage, roundel_version_page, ADW_TYPE_BIN)

static const RoundelEntry *
chosen (RoundelVersionPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? self->versions->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static void
chosen_cb (RoundelVersionPage *self)
{
  const RoundelEntry *version = chosen (self);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), version != NULL ? version->text : "", -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.restore",
                                 version != NULL && version != self->versions->pdata[0]);
}

static void
add_row (RoundelVersionPage *self,
         const RoundelEntry *version)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 when = version->changed / G_USEC_PER_SEC;
  gint64 now = roundel_env_now (roundel_journal_get_env (self->journal)) / G_USEC_PER_SEC;
  g_autofree char *date = roundel_day_dup_date (when, now, zone);
  g_autofree char *time = roundel_day_dup_time (when, zone);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  gtk_list_box_append (self->list, row);
}

/* A version that only went into the bin or out of it says what the one before said. */
static void
list_versions (RoundelVersionPage *self,
               const char         *entry)
{
  g_autoptr (GPtrArray) all = roundel_journal_list_versions (self->journal, entry, NULL);

  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_entry_free);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const RoundelEntry *older = i + 1 < all->len ? all->pdata[i + 1] : NULL;
      RoundelEntry *version = all->pdata[i];

      if (older != NULL && g_str_equal (older->text, version->text) && g_str_equal (older->kind, version->kind))
        continue;
      g_ptr_array_add (self->versions, version);
      all->pdata[i] = NULL;
      add_row (self, version);
    }
}

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
restore (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelVersionPage *self = ROUNDEL_VERSION_PAGE (widget);
  const RoundelEntry *version = chosen (self);
  g_autoptr (RoundelEntry) shown = NULL;
  g_autoptr (GError) error = NULL;
  RoundelEntry put;

  if (version == NULL)
    return;
  shown = roundel_journal_get_entry (self->journal, version->id, &error);
  if (shown != NULL)
    {
      put = *shown;
      put.text = version->text;
      put.kind = version->kind;
      put.tags = NULL;
      if (roundel_journal_put_entry (self->journal, &put, NULL, &error))
        {
          g_signal_emit (self, restored_signal, 0, version->id);
          close_page (widget, NULL, NULL);
          return;
        }
    }
  gtk_label_set_label (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
roundel_version_page_dispose (GObject *object)
{
  RoundelVersionPage *self = ROUNDEL_VERSION_PAGE (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_version_page_parent_class)->dispose (object);
}

static void
roundel_version_page_class_init (RoundelVersionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_version_page_dispose;

  /**
   * RoundelVersionPage::restored:
   * @entry: id of the entry that has an earlier text again
   */
  restored_signal = g_signal_new ("restored", ROUNDEL_TYPE_VERSION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/version-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelVersionPage, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelVersionPage, view);
  gtk_widget_class_bind_template_child (widget_class, RoundelVersionPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelVersionPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "versions.close", NULL, close_page);
  gtk_widget_class_install_action (widget_class, "versions.restore", NULL, restore);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "versions.close", NULL);
}

static void
roundel_version_page_init (RoundelVersionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_page_dress (self->view);
}

/**
 * roundel_version_page_new:
 * @journal: a journal
 * @entry: id of an entry, which has no draft
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_version_page_new (RoundelJournal *journal,
                          const char     *entry)
{
  RoundelVersionPage *self;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal) && entry != NULL, NULL);

  self = g_object_new (ROUNDEL_TYPE_VERSION_PAGE, NULL);
  self->journal = g_object_ref (journal);
  list_versions (self, entry);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  return GTK_WIDGET (self);
}
