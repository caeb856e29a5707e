/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/history-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/history-list.h"
#include "app/widgets/record-words.h"
#include "app/widgets/page.h"
#include "app/window.h"
#include "store/card.h"
#include "store/programs.h"

/* The history of one record: nothing that was ever written in it is lost, and each text can be shown again. */
struct _RoundelHistoryPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  RoundelHistoryList *list;
  GtkLabel *trouble;

  RoundelDesk *desk;
  char *program;
  char *kind;
  char *entity;
  char *reg;
};

G_DEFINE_FINAL_TYPE (RoundelHistoryPage, roundel_history_page, ADW_TYPE_BIN)

static RoundelRecord
get_record (RoundelHistoryPage *self)
{
  return (RoundelRecord) { .program = self->program, .kind = self->kind, .entity = self->entity, .reg = self->reg };
}

static void
show (RoundelHistoryPage *self)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  const RoundelRecord record = get_record (self);
  g_autoptr (GPtrArray) history = roundel_notebook_history (notebook, &record, NULL);
  g_autoptr (GPtrArray) records = roundel_notebook_list (notebook, self->program, NULL);
  g_autoptr (GHashTable) cards = records != NULL ? roundel_cards_read (records) : NULL;
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (notebook, self->program, NULL);
  g_autoptr (RoundelRecord) shown = roundel_notebook_get (notebook, &record, NULL);
  g_autofree char *named = shown != NULL ? roundel_words_title (shown, program) : g_strdup ("");
  g_autofree char *title = *named != '\0' ? g_strdup_printf ("%s, “%s”", roundel_words_kind (self->kind, self->reg), named)
                                          : g_strdup (roundel_words_kind (self->kind, self->reg));

  gtk_label_set_label (self->title, title);
  roundel_history_list_show (self->list, history, roundel_notebook_get_device (notebook), cards, program);
}

static void
bring_back_cb (RoundelHistoryPage *self,
               const char         *body)
{
  RoundelRecord record = get_record (self);
  g_autoptr (GError) error = NULL;

  record.body = body;
  if (roundel_notebook_put (roundel_desk_get_notebook (self->desk), &record, NULL, &error))
    {
      show (self);
      return;
    }
  gtk_label_set_label (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
done (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
roundel_history_page_finalize (GObject *object)
{
  RoundelHistoryPage *self = ROUNDEL_HISTORY_PAGE (object);

  g_clear_object (&self->desk);
  g_free (self->program);
  g_free (self->kind);
  g_free (self->entity);
  g_free (self->reg);
  G_OBJECT_CLASS (roundel_history_page_parent_class)->finalize (object);
}

static void
roundel_history_page_class_init (RoundelHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_history_page_finalize;
  g_type_ensure (ROUNDEL_TYPE_HISTORY_LIST);
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelHistoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelHistoryPage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, bring_back_cb);
  gtk_widget_class_install_action (widget_class, "history.done", NULL, done);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "history.done", NULL);
}

static void
roundel_history_page_init (RoundelHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_history_page_new:
 * @desk: where the record is
 * @record: program, kind, entity and register of the record
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_history_page_new (RoundelDesk         *desk,
                          const RoundelRecord *record)
{
  RoundelHistoryPage *self = g_object_new (ROUNDEL_TYPE_HISTORY_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->program = g_strdup (record->program);
  self->kind = g_strdup (record->kind);
  self->entity = g_strdup (record->entity);
  self->reg = g_strdup (record->reg);
  show (self);
  return GTK_WIDGET (self);
}
