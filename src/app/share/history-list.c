/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/history-list.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/record-words.h"

#define MOST 50

/* Every text a record ever had: what it said then, who wrote it, and when. */
struct _RoundelHistoryList
{
  AdwBin parent_instance;

  GtkListBox *list;
};

static guint bring_back_signal;

G_DEFINE_FINAL_TYPE (RoundelHistoryList, roundel_history_list, ADW_TYPE_BIN)

static void
bring_back_cb (RoundelHistoryList *self,
               GtkButton          *button)
{
  g_signal_emit (self, bring_back_signal, 0, g_object_get_data (G_OBJECT (button), "body"));
}

/* Only the lines that are not as they were before. */
static char *
dup_changed (const RoundelRecord  *record,
             const RoundelRecord  *before,
             const RoundelProgram *program)
{
  g_autofree char *all = roundel_words_all (record->body, program);
  g_autofree char *was = before != NULL && before->body != NULL ? roundel_words_all (before->body, program) : NULL;
  char *changed = was != NULL ? roundel_words_without (all, was) : NULL;

  if (changed != NULL && *changed != '\0')
    return changed;
  g_free (changed);
  return was != NULL && !record->deleted ? g_strdup (_("The same words again")) : g_steal_pointer (&all);
}

static void
add_row (RoundelHistoryList   *self,
         const RoundelRecord  *record,
         const RoundelRecord  *before,
         gboolean              can_come_back,
         const char           *who,
         const RoundelProgram *program)
{
  g_autofree char *changed = record->body != NULL ? dup_changed (record, before, program)
                                                  : g_strdup (_("Its words were taken back."));
  g_autofree char *words = record->deleted ? g_strdup_printf (_("Deleted: %s"), changed) : g_strdup (changed);
  g_autofree char *title = g_markup_escape_text (words, -1);
  g_autofree char *when = roundel_words_when (record->written);
  /* Translators: who wrote it, and when */
  g_autofree char *said = g_strdup_printf (_("%s, %s"), who, when);
  g_autofree char *subtitle = g_markup_escape_text (said, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (can_come_back && record->body != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Bring Back"));
      g_autofree char *label = g_strdup_printf (_("Bring back what stood there on %s"), when);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data_full (G_OBJECT (button), "body", g_strdup (record->body), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  gtk_list_box_append (self->list, row);
}

static void
roundel_history_list_class_init (RoundelHistoryListClass *klass)
{
  /* (the body that is to be shown again); without a handler nothing can come back */
  bring_back_signal = g_signal_new ("bring-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
roundel_history_list_init (RoundelHistoryList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("So far"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * roundel_history_list_show:
 * @self: a list
 * @history: (nullable) (element-type RoundelRecord): every revision of a record, the newest first
 * @own: who writes here
 * @cards: (nullable): of roundel_cards_read()
 * @program: (nullable): the program, for names
 *
 * Somebody who is not known by a card is called someone.
 */
void
roundel_history_list_show (RoundelHistoryList   *self,
                           const GPtrArray      *history,
                           const char           *own,
                           GHashTable           *cards,
                           const RoundelProgram *program)
{
  gboolean heard;

  g_return_if_fail (ROUNDEL_IS_HISTORY_LIST (self));

  heard = g_signal_has_handler_pending (self, bring_back_signal, 0, FALSE);
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; history != NULL && i < MIN (history->len, MOST); i++)
    {
      const RoundelRecord *record = history->pdata[i];
      g_autofree char *who = roundel_words_who (record->device, own, cards, program);

      add_row (self, record, i + 1 < history->len ? history->pdata[i + 1] : NULL, heard && i > 0, who, program);
    }
}
