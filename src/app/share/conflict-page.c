/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/conflict-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/history-list.h"
#include "app/widgets/record-words.h"
#include "app/share/text-choice.h"
#include "app/widgets/page.h"
#include "app/window.h"
#include "store/card.h"
#include "store/programs.h"

/* Texts that two people wrote at the same time, one conflict after the other. Whatever is chosen, all of them stay in the
 * history. */
struct _RoundelConflictPage
{
  AdwBin parent_instance;

  RoundelPage *page;
  GtkLabel *title;
  AdwBin *place;
  RoundelTextChoice *choice;
  RoundelHistoryList *history;
  GtkLabel *trouble;

  RoundelDesk *desk;
  guint of;            /* how many there were to decide */
};

G_DEFINE_FINAL_TYPE (RoundelConflictPage, roundel_conflict_page, ADW_TYPE_BIN)

static RoundelNotebook *
notebook (RoundelConflictPage *self)
{
  return roundel_desk_get_notebook (self->desk);
}

static void
chosen_cb (RoundelConflictPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conflict.keep", roundel_text_choice_is_made (self->choice));
}

static guint
find (const GPtrArray     *conflicts,
      const RoundelRecord *record)
{
  for (guint i = 0; record != NULL && i < conflicts->len; i++)
    {
      const RoundelRecord *other = ((GPtrArray *) conflicts->pdata[i])->pdata[0];

      if (g_str_equal (other->program, record->program) && g_str_equal (other->kind, record->kind)
          && g_str_equal (other->entity, record->entity) && g_str_equal (other->reg, record->reg))
        return i;
    }
  return 0;
}

/* RECORD if it is among them, or else the next one, or back to where it began. */
static void
show_next (RoundelConflictPage *self,
           const RoundelRecord *record)
{
  g_autoptr (GPtrArray) conflicts = roundel_notebook_conflicts (notebook (self), NULL, NULL);
  g_autoptr (RoundelProgram) program = NULL;
  g_autofree char *named = NULL;
  g_autofree char *title = NULL;
  g_autofree char *count = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GHashTable) cards = NULL;
  const RoundelRecord *first;

  if (conflicts == NULL || conflicts->len == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "conflict.later", NULL);
      return;
    }
  self->of = MAX (self->of, conflicts->len);
  versions = g_ptr_array_ref (conflicts->pdata[find (conflicts, record)]);
  first = versions->pdata[0];
  program = roundel_notebook_read_program (notebook (self), first->program, NULL);
  named = roundel_words_title (first, program);
  title = *named != '\0' ? g_strdup_printf (_("%s, “%s”: written twice at the same time"),
                                            roundel_words_kind (first->kind, first->reg), named)
                         : g_strdup_printf (_("%s: written twice at the same time"),
                                            roundel_words_kind (first->kind, first->reg));
  gtk_label_set_label (self->title, title);
  count = g_strdup_printf (_("%u of %u"), self->of - conflicts->len + 1, self->of);
  g_object_set (self->page, "subtitle", count, NULL);
  records = roundel_notebook_list (notebook (self), first->program, NULL);
  cards = records != NULL ? roundel_cards_read (records) : NULL;
  self->choice = ROUNDEL_TEXT_CHOICE (roundel_text_choice_new (versions, roundel_notebook_get_device (notebook (self)), cards,
                                                               program, FALSE));
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->choice));
  history = roundel_notebook_history (notebook (self), first, NULL);
  roundel_history_list_show (self->history, history, roundel_notebook_get_device (notebook (self)), cards, program);
  chosen_cb (self);
}

/* Actions */

static void
later (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
keep (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelConflictPage *self = ROUNDEL_CONFLICT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gboolean done = roundel_text_choice_keep (self->choice, notebook (self), &error);

  gtk_label_set_label (self->trouble, done ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), !done);
  if (done)
    show_next (self, NULL);
}

/* Overrides */

static void
roundel_conflict_page_dispose (GObject *object)
{
  RoundelConflictPage *self = ROUNDEL_CONFLICT_PAGE (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_conflict_page_parent_class)->dispose (object);
}

static void
roundel_conflict_page_class_init (RoundelConflictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_conflict_page_dispose;
  g_type_ensure (ROUNDEL_TYPE_HISTORY_LIST);
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/conflict-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, page);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, place);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, history);
  gtk_widget_class_bind_template_child (widget_class, RoundelConflictPage, trouble);
  gtk_widget_class_install_action (widget_class, "conflict.later", NULL, later);
  gtk_widget_class_install_action (widget_class, "conflict.keep", NULL, keep);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "conflict.later", NULL);
}

static void
roundel_conflict_page_init (RoundelConflictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_conflict_page_new:
 * @desk: where the programs are; something in them is in conflict
 * @record: (nullable): program, kind, entity and register of what is decided first
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_conflict_page_new (RoundelDesk         *desk,
                           const RoundelRecord *record)
{
  RoundelConflictPage *self = g_object_new (ROUNDEL_TYPE_CONFLICT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  show_next (self, record);
  return GTK_WIDGET (self);
}

/**
 * roundel_conflict_page_has:
 * @desk: where the programs are
 *
 * Returns: whether anything in them was written twice at the same time
 */
gboolean
roundel_conflict_page_has (RoundelDesk *desk)
{
  g_autoptr (GPtrArray) conflicts = roundel_notebook_conflicts (roundel_desk_get_notebook (desk), NULL, NULL);

  return conflicts != NULL && conflicts->len > 0;
}
