/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/commitment-pane.h"

#include <glib/gi18n-lib.h>

#include "app/journal/commitment-card.h"
#include "app/journal/commitment-form.h"
#include "app/journal/practice-form.h"
#include "store/programs.h"

#define MOST_NOW 3 /* J: what is asked for at once is capped; the rest waits under “Later” */

/* The promises beside the page, and the two forms that take their place for a while. */
struct _RoundelCommitmentPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *list_page;
  GtkWidget *empty;
  GtkWidget *now_box;
  GtkListBox *now_list;
  GtkWidget *later_box;
  GtkListBox *later_list;
  GtkWidget *past_box;
  GtkListBox *past_list;
  GtkWidget *form_page;
  GtkBox *form_box;
  RoundelCommitmentForm *form; /* NULL until it is first shown, as the other */
  GtkWidget *practice_page;
  GtkBox *practice_box;
  RoundelPracticeForm *practice;

  RoundelDesk *desk;
  RoundelJournal *journal;
  GPtrArray *commitments;
  char *program; /* new promises are from it */
};

static guint undo_signal;

G_DEFINE_FINAL_TYPE (RoundelCommitmentPane, roundel_commitment_pane, ADW_TYPE_BIN)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static guint
find_outcome (RoundelCommitmentPane *self,
              GPtrArray             *programs,
              const char            *id)
{
  for (guint i = 0; programs != NULL && id != NULL && i < programs->len; i++)
    {
      const GPtrArray *outcomes = roundel_desk_get_outcomes (self->desk);
      const RoundelProgram *program = programs->pdata[i];

      for (guint k = 0; g_str_equal (program->id, id) && k < outcomes->len; k++)
        if (g_strcmp0 (((RoundelOutcome *) outcomes->pdata[k])->id, program->outcome) == 0)
          return k + 1;
    }
  return 0;
}

static void
add_card (GtkListBox *list,
          GtkWidget  *card)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (list, row);
}

static void
show_list (RoundelCommitmentPane *self)
{
  g_autoptr (GPtrArray) practices = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  guint now = 0, later = 0, past = 0;

  if (self->journal == NULL)
    return;
  practices = roundel_journal_list_practices (self->journal, NULL, NULL);
  programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  self->commitments = roundel_journal_list_commitments (self->journal, NULL);
  clear_list (self->now_list);
  clear_list (self->later_list);
  clear_list (self->past_list);
  for (guint i = 0; practices != NULL && self->commitments != NULL && i < self->commitments->len; i++)
    {
      const RoundelCommitment *commitment = self->commitments->pdata[i];
      GtkWidget *card = roundel_commitment_card_new ();

      roundel_commitment_card_set (ROUNDEL_COMMITMENT_CARD (card), commitment, practices,
                                   find_outcome (self, programs, commitment->program),
                                   roundel_env_now (roundel_desk_get_env (self->desk)));
      if (!g_str_equal (commitment->status, "open"))
        past++, add_card (self->past_list, card);
      else if (now < MOST_NOW)
        now++, add_card (self->now_list, card);
      else
        later++, add_card (self->later_list, card);
    }
  gtk_widget_set_visible (self->now_box, now > 0);
  gtk_widget_set_visible (self->later_box, later > 0);
  gtk_widget_set_visible (self->past_box, past > 0);
  gtk_widget_set_visible (self->empty, now + later + past == 0);
}

static void
show_page (RoundelCommitmentPane *self,
           GtkWidget             *page,
           GtkWidget             *focus)
{
  gtk_stack_set_visible_child (self->stack, page);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static void
open_form (RoundelCommitmentPane *self,
           const char            *id)
{
  if (self->form == NULL)
    {
      self->form = g_object_new (ROUNDEL_TYPE_COMMITMENT_FORM, NULL);
      gtk_box_append (self->form_box, GTK_WIDGET (self->form));
    }
  roundel_commitment_form_open (self->form, self->journal, self->program, id);
  show_page (self, self->form_page, GTK_WIDGET (self->form));
}

/* What was done can be undone from the toast of whoever hears this. */
static void
offer_undo (RoundelCommitmentPane *self,
            const char            *said,
            const char            *action,
            const char            *id)
{
  g_signal_emit (self, undo_signal, 0, said, action, id);
}

static void
set_status (RoundelCommitmentPane *self,
            const char            *id,
            const char            *status,
            const char            *said)
{
  g_autoptr (RoundelCommitment) commitment = roundel_journal_get_commitment (self->journal, id, NULL);
  RoundelCommitment changed;

  if (commitment == NULL)
    return;
  changed = *commitment;
  changed.status = status;
  if (roundel_journal_put_commitment (self->journal, &changed, NULL, NULL) && said != NULL)
    offer_undo (self, said, "promise.reopen", id);
}

/* Actions */

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  roundel_commitment_pane_add (ROUNDEL_COMMITMENT_PANE (widget));
}

static void
try_action (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  roundel_commitment_pane_try (ROUNDEL_COMMITMENT_PANE (widget), g_variant_get_string (target, NULL));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);

  open_form (self, g_variant_get_string (target, NULL));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (shown == self->form_page && roundel_commitment_form_save (self->form))
    show_page (self, self->list_page, NULL);
  else if (shown == self->practice_page)
    {
      g_autofree char *id = roundel_practice_form_save (self->practice);

      if (id == NULL)
        return;
      show_page (self, self->list_page, NULL);
      offer_undo (self, _("Noted"), "promise.forget-practice", id);
    }
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);

  show_page (self, self->list_page, NULL);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  const char *id = g_variant_get_string (target, NULL);

  if (roundel_journal_delete_commitment (self->journal, id, NULL))
    offer_undo (self, _("Promise deleted"), "promise.undelete", id);
}

static void
undelete_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *target)
{
  roundel_journal_undelete_commitment (ROUNDEL_COMMITMENT_PANE (widget)->journal, g_variant_get_string (target, NULL), NULL);
}

static void
forget_practice_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *target)
{
  roundel_journal_delete_practice (ROUNDEL_COMMITMENT_PANE (widget)->journal, g_variant_get_string (target, NULL), NULL);
}

static void
status_action (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  const char *id = g_variant_get_string (target, NULL);

  if (g_str_equal (action, "promise.keep"))
    set_status (self, id, "kept", _("Kept"));
  else if (g_str_equal (action, "promise.keep-partly"))
    set_status (self, id, "partly", _("Partly kept"));
  else if (g_str_equal (action, "promise.let-go"))
    set_status (self, id, "let-go", _("Let go. What you learned is yours to write down."));
  else
    set_status (self, id, "open", NULL);
}

/* Overrides */

static void
roundel_commitment_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roundel_commitment_pane_parent_class)->map (widget);
  /* strengths bend with the days */
  show_list (ROUNDEL_COMMITMENT_PANE (widget));
}

static void
roundel_commitment_pane_dispose (GObject *object)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->program, g_free);
  G_OBJECT_CLASS (roundel_commitment_pane_parent_class)->dispose (object);
}

static void
roundel_commitment_pane_class_init (RoundelCommitmentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_commitment_pane_dispose;
  widget_class->map = roundel_commitment_pane_map;

  /**
   * RoundelCommitmentPane::done:
   * @said: what was done
   * @action: what undoes it
   * @id: the target of @action
   */
  undo_signal = g_signal_new ("done", ROUNDEL_TYPE_COMMITMENT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                              G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/commitment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, list_page);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, empty);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, now_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, now_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, later_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, later_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, past_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, past_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, form_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, form_page);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, practice_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, practice_page);

  gtk_widget_class_install_action (widget_class, "promise.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "promise.try", "s", try_action);
  gtk_widget_class_install_action (widget_class, "promise.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "promise.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "promise.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "promise.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "promise.undelete", "s", undelete_action);
  gtk_widget_class_install_action (widget_class, "promise.forget-practice", "s", forget_practice_action);
  gtk_widget_class_install_action (widget_class, "promise.keep", "s", status_action);
  gtk_widget_class_install_action (widget_class, "promise.keep-partly", "s", status_action);
  gtk_widget_class_install_action (widget_class, "promise.let-go", "s", status_action);
  gtk_widget_class_install_action (widget_class, "promise.reopen", "s", status_action);
}

static void
roundel_commitment_pane_init (RoundelCommitmentPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_commitment_pane_set_desk:
 * @self: a pane
 * @desk: where the programs are
 * @journal: where the promises are
 */
void
roundel_commitment_pane_set_desk (RoundelCommitmentPane *self,
                                  RoundelDesk           *desk,
                                  RoundelJournal        *journal)
{
  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self) && self->journal == NULL);

  self->desk = g_object_ref (desk);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);
}

/**
 * roundel_commitment_pane_set_program:
 * @self: a pane
 * @program: (nullable): id of the program that new promises are from
 */
void
roundel_commitment_pane_set_program (RoundelCommitmentPane *self,
                                     const char            *program)
{
  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self));

  g_free (self->program);
  self->program = g_strdup (program);
}

/**
 * roundel_commitment_pane_add:
 * @self: a pane
 *
 * Shows the form for a new promise.
 */
void
roundel_commitment_pane_add (RoundelCommitmentPane *self)
{
  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self) && self->journal != NULL);

  open_form (self, NULL);
}

/**
 * roundel_commitment_pane_try:
 * @self: a pane
 * @id: (nullable): which promise was practised; %NULL for the first
 *
 * Shows the form for a practice.
 *
 * Returns: whether there is such a promise
 */
gboolean
roundel_commitment_pane_try (RoundelCommitmentPane *self,
                             const char            *id)
{
  g_return_val_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self), FALSE);

  for (guint i = 0; self->commitments != NULL && i < self->commitments->len; i++)
    {
      const RoundelCommitment *commitment = self->commitments->pdata[i];

      if (!g_str_equal (commitment->status, "open") || (id != NULL && !g_str_equal (commitment->id, id)))
        continue;
      if (self->practice == NULL)
        {
          self->practice = g_object_new (ROUNDEL_TYPE_PRACTICE_FORM, NULL);
          gtk_box_append (self->practice_box, GTK_WIDGET (self->practice));
        }
      roundel_practice_form_open (self->practice, self->journal, commitment);
      show_page (self, self->practice_page, GTK_WIDGET (self->practice));
      return TRUE;
    }
  return FALSE;
}
