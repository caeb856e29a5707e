/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/answer-row.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/kept-row.h"

#define MOST_ENTRIES 3

/* Something that is open, and below it what there is to say of it. Nothing is written before *Save*. */
struct _RoundelAnswerRow
{
  AdwExpanderRow parent_instance;

  char *id;
  AdwEntryRow *entries[MOST_ENTRIES];
  gboolean saved;   /* and not yet shown as it is then */
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (RoundelAnswerRow, roundel_answer_row, ADW_TYPE_EXPANDER_ROW)

/* Folds in once what was written is there; the focus goes to the row. */
static void
fold_in (RoundelAnswerRow *self)
{
  for (guint i = 0; i < MOST_ENTRIES && self->entries[i] != NULL; i++)
    if (roundel_kept_row_is_unsaved (self->entries[i]))
      return;
  self->saved = FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    {
      gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
}

static void
save_cb (RoundelAnswerRow *self)
{
  for (guint i = 0; i < MOST_ENTRIES && self->entries[i] != NULL; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entries[i]))));

      if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entries[i]))))
        gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), text);
    }
  self->saved = TRUE;
  g_signal_emit (self, saved_signal, 0);
  fold_in (self);
}

static void
roundel_answer_row_finalize (GObject *object)
{
  g_free (ROUNDEL_ANSWER_ROW (object)->id);
  G_OBJECT_CLASS (roundel_answer_row_parent_class)->finalize (object);
}

static void
roundel_answer_row_class_init (RoundelAnswerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_answer_row_finalize;

  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
roundel_answer_row_init (RoundelAnswerRow *self)
{
}

/**
 * roundel_answer_row_new:
 * @id: what it is about
 * @title: the question, or what stands in the way
 * @subtitle: (nullable): what is known
 * @entries: (array length=n_entries): what can be said, three at the most
 * @n_entries: how many
 *
 * Returns: (transfer floating): a row, which emits `saved`
 */
GtkWidget *
roundel_answer_row_new (const char               *id,
                        const char               *title,
                        const char               *subtitle,
                        const RoundelAnswerEntry *entries,
                        guint                     n_entries)
{
  RoundelAnswerRow *self = g_object_new (ROUNDEL_TYPE_ANSWER_ROW, "use-markup", FALSE, NULL);
  GtkWidget *save = gtk_button_new_with_label (_("Save"));
  GtkWidget *row = gtk_list_box_row_new ();

  g_return_val_if_fail (n_entries <= MOST_ENTRIES, NULL);

  self->id = g_strdup (id);
  for (guint i = 0; i < n_entries; i++)
    {
      GtkWidget *entry = adw_entry_row_new ();

      self->entries[i] = ADW_ENTRY_ROW (entry);
      g_signal_connect_object (entry, "entry-activated", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
    }
  gtk_widget_set_halign (save, GTK_ALIGN_END);
  gtk_widget_set_margin_top (save, 9);
  gtk_widget_set_margin_bottom (save, 9);
  gtk_widget_set_margin_end (save, 12);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), save);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  roundel_answer_row_show (self, title, subtitle, entries);
  return GTK_WIDGET (self);
}

/**
 * roundel_answer_row_show:
 * @self: a row
 * @title: the question, or what stands in the way
 * @subtitle: (nullable): what is known
 * @entries: as many as at first
 *
 * Shows it as it is now. What somebody is writing stays.
 */
void
roundel_answer_row_show (RoundelAnswerRow         *self,
                         const char               *title,
                         const char               *subtitle,
                         const RoundelAnswerEntry *entries)
{
  g_return_if_fail (ROUNDEL_IS_ANSWER_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle != NULL ? subtitle : "");
  for (guint i = 0; i < MOST_ENTRIES && self->entries[i] != NULL; i++)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[i]), entries[i].title);
      roundel_kept_row_show (self->entries[i], entries[i].text);
    }
  if (self->saved)
    fold_in (self);
}

const char *
roundel_answer_row_get_id (RoundelAnswerRow *self)
{
  return self->id;
}

const char *
roundel_answer_row_get_text (RoundelAnswerRow *self,
                             guint             entry)
{
  g_return_val_if_fail (entry < MOST_ENTRIES && self->entries[entry] != NULL, NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entries[entry]));
}
