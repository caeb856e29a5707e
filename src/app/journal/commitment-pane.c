/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/commitment-pane.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/journal/commitment-card.h"
#include "app/journal/commitment-form.h"
#include "app/journal/learned-form.h"
#include "app/journal/partner-card.h"
#include "app/journal/practice-form.h"
#include "app/journal/prompt-card.h"
#include "app/journal/promise-order.h"
#include "app/journal/reminder-popover.h"
#include "app/journal/week-card.h"
#include "store/programs.h"

/* The promises beside the page, and the forms that take their place for a while. */
struct _RoundelCommitmentPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *list_page;
  GtkBox *today_box;
  RoundelPromptCard *prompt;
  GtkWidget *week_box;
  RoundelWeekCard *week;
  RoundelReminderPopover *reminders;
  GtkBox *partner_box;
  RoundelPartnerCard *partner;
  GtkWidget *empty;
  GtkWidget *now_box;
  GtkListBox *now_list;
  GtkWidget *later_box;
  GtkListBox *later_list;
  GtkWidget *past_box;
  GtkListBox *past_list;
  GtkWidget *form_page;
  GtkBox *form_box;
  RoundelCommitmentForm *form; /* NULL until it is first shown, as the others */
  GtkWidget *practice_page;
  GtkBox *practice_box;
  RoundelPracticeForm *practice;
  GtkWidget *learned_page;
  GtkBox *learned_box;
  RoundelLearnedForm *learned;

  RoundelDesk *desk;
  RoundelJournal *journal;
  GPtrArray *commitments;
  gboolean resting; /* one of them has lapsed */
  guint active;  /* how many are worked on */
  char *program; /* new promises are from it */
  char *session; /* the last one of it */
  gboolean facing; /* a situation that comes up is written about */
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

static gint64
get_now (RoundelCommitmentPane *self)
{
  return roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC;
}

static gboolean
has_lapsed (RoundelCommitmentPane *self,
            GPtrArray             *practices)
{
  for (guint i = 0; practices != NULL && self->commitments != NULL && i < self->commitments->len; i++)
    if (roundel_commitment_has_lapsed (self->commitments->pdata[i], practices, get_now (self)))
      return TRUE;
  return FALSE;
}

static const RoundelOutcome *
find_outcome (RoundelCommitmentPane *self,
              const RoundelProgram  *program)
{
  return program != NULL && program->outcome != NULL
           ? roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome) : NULL;
}

/* What the circle does until it meets again, and one question. */
static void
show_week (RoundelCommitmentPane *self)
{
  g_auto (RoundelThisWeek) now = { 0 };
  const RoundelWhen *about;

  roundel_this_week_read (&now, self->desk, self->journal, self->program);
  about = now.comes ? &now.week.next : &now.week.last;
  g_free (self->session);
  self->session = now.week.last.session != NULL ? g_strdup (now.week.last.session->id) : NULL;
  if (self->prompt == NULL)
    {
      self->prompt = ROUNDEL_PROMPT_CARD (roundel_prompt_card_new ());
      gtk_box_append (self->today_box, GTK_WIDGET (self->prompt));
    }
  roundel_prompt_card_offer (self->prompt, self->journal, find_outcome (self, about->program),
                             self->facing ? ROUNDEL_PROMPT_BEFORE_TALK
                                          : roundel_this_week_get_stage (&now, self->resting, get_now (self)));
  if (now.comes && self->week == NULL)
    {
      self->week = ROUNDEL_WEEK_CARD (roundel_week_card_new ());
      gtk_box_append (GTK_BOX (self->week_box), GTK_WIDGET (self->week));
    }
  if (self->partner == NULL)
    {
      self->partner = ROUNDEL_PARTNER_CARD (roundel_partner_card_new ());
      gtk_box_append (self->partner_box, GTK_WIDGET (self->partner));
    }
  roundel_partner_card_set (self->partner, &now, self->journal);
  gtk_widget_set_visible (self->week_box, now.comes);
  if (now.comes)
    roundel_week_card_set (self->week, &now.week, self->journal);
}

static void
show_list (RoundelCommitmentPane *self)
{
  g_autoptr (GPtrArray) practices = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  guint n[ROUNDEL_PROMISE_PAST + 1] = { 0 };
  GtkListBox *lists[] = { self->now_list, self->later_list, self->past_list };

  if (self->journal == NULL)
    return;
  practices = roundel_journal_list_practices (self->journal, NULL, NULL);
  programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  self->commitments = roundel_journal_list_commitments (self->journal, NULL);
  self->resting = has_lapsed (self, practices);
  show_week (self);
  if (self->commitments != NULL)
    roundel_promise_order (self->commitments, self->session);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    clear_list (lists[i]);
  for (guint i = 0; practices != NULL && self->commitments != NULL && i < self->commitments->len; i++)
    {
      const RoundelCommitment *commitment = self->commitments->pdata[i];
      GtkWidget *card = roundel_commitment_card_new ();
      RoundelPromisePlace place;

      roundel_commitment_card_set (ROUNDEL_COMMITMENT_CARD (card), commitment, practices,
                                   roundel_about_outcome (self->desk, programs, commitment->program),
                                   get_now (self));
      place = roundel_promise_get_place (self->commitments, i);
      n[place]++;
      add_card (lists[place], card);
    }
  self->active = n[ROUNDEL_PROMISE_NOW];
  gtk_widget_set_visible (self->now_box, n[ROUNDEL_PROMISE_NOW] > 0);
  gtk_widget_set_visible (self->later_box, n[ROUNDEL_PROMISE_LATER] > 0);
  gtk_widget_set_visible (self->past_box, n[ROUNDEL_PROMISE_PAST] > 0);
  gtk_widget_set_visible (self->empty, self->commitments == NULL || self->commitments->len == 0);
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
           guint                  others,
           const char            *id)
{
  if (self->form == NULL)
    {
      self->form = g_object_new (ROUNDEL_TYPE_COMMITMENT_FORM, NULL);
      gtk_box_append (self->form_box, GTK_WIDGET (self->form));
    }
  roundel_commitment_form_open (self->form, self->journal, self->program, self->session, others, id);
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
  if (!roundel_journal_put_commitment (self->journal, &changed, NULL, NULL) || said == NULL)
    return;
  offer_undo (self, said, "promise.reopen", id);
  if (self->learned == NULL)
    {
      self->learned = g_object_new (ROUNDEL_TYPE_LEARNED_FORM, NULL);
      gtk_box_append (self->learned_box, GTK_WIDGET (self->learned));
    }
  roundel_learned_form_open (self->learned, self->journal, &changed);
  show_page (self, self->learned_page, GTK_WIDGET (self->learned));
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

  const char *id = g_variant_get_string (target, NULL);
  guint others = self->active;

  for (guint i = 0; self->commitments != NULL && i < self->commitments->len; i++)
    if (g_str_equal (((RoundelCommitment *) self->commitments->pdata[i])->id, id)
        && roundel_promise_get_place (self->commitments, i) == ROUNDEL_PROMISE_NOW)
      others--;
  open_form (self, others, id);
  if (g_str_equal (action, "promise.change-cue"))
    roundel_commitment_form_ask_cue (self->form);
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
  else if (shown == self->learned_page && roundel_learned_form_save (self->learned))
    show_page (self, self->list_page, NULL);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  g_autofree char *noted = gtk_stack_get_visible_child (self->stack) == self->practice_page
                             ? roundel_practice_form_dup_noted (self->practice) : NULL;

  show_page (self, self->list_page, NULL);
  if (noted != NULL)
    offer_undo (self, _("Noted"), "promise.forget-practice", noted);
}

static void
later_action (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  const char *id = g_variant_get_string (target, NULL);
  g_autoptr (RoundelCommitment) commitment = roundel_journal_get_commitment (self->journal, id, NULL);
  RoundelCommitment changed;

  if (commitment == NULL)
    return;
  changed = *commitment;
  changed.later = g_str_equal (action, "promise.wait");
  if (roundel_journal_put_commitment (self->journal, &changed, NULL, NULL))
    offer_undo (self, changed.later ? _("It waits") : _("It begins"), changed.later ? "promise.begin" : "promise.wait", id);
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

/* A form that waits for an answer takes it; the list does not. */
static gboolean
roundel_commitment_pane_grab_focus (GtkWidget *widget)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (shown == self->form_page)
    return gtk_widget_grab_focus (GTK_WIDGET (self->form));
  if (shown == self->practice_page)
    return gtk_widget_grab_focus (GTK_WIDGET (self->practice));
  if (shown == self->learned_page)
    return gtk_widget_grab_focus (GTK_WIDGET (self->learned));
  return FALSE;
}

static void
roundel_commitment_pane_dispose (GObject *object)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->session, g_free);
  G_OBJECT_CLASS (roundel_commitment_pane_parent_class)->dispose (object);
}

static void
roundel_commitment_pane_class_init (RoundelCommitmentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_commitment_pane_dispose;
  widget_class->map = roundel_commitment_pane_map;
  widget_class->grab_focus = roundel_commitment_pane_grab_focus;

  /**
   * RoundelCommitmentPane::done:
   * @said: what was done
   * @action: what undoes it
   * @id: the target of @action
   */
  undo_signal = g_signal_new ("done", ROUNDEL_TYPE_COMMITMENT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                              G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (ROUNDEL_TYPE_REMINDER_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/commitment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, list_page);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, empty);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, today_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, week_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, partner_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, reminders);
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
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, learned_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, learned_page);

  gtk_widget_class_install_action (widget_class, "promise.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "promise.try", "s", try_action);
  gtk_widget_class_install_action (widget_class, "promise.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "promise.change-cue", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "promise.begin", "s", later_action);
  gtk_widget_class_install_action (widget_class, "promise.wait", "s", later_action);
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
  roundel_reminder_popover_set_journal (self->reminders, journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);
}

/**
 * roundel_commitment_pane_set_page:
 * @self: a pane
 * @program: (nullable): id of the program that new promises are from
 * @kind: the kind of the page that is written, which the question beside it follows
 */
void
roundel_commitment_pane_set_page (RoundelCommitmentPane *self,
                                  const char            *program,
                                  const char            *kind)
{
  gboolean facing = g_strcmp0 (kind, "coming-up") == 0;

  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self));

  if (g_strcmp0 (program, self->program) == 0 && facing == self->facing)
    return;
  g_free (self->program);
  self->program = g_strdup (program);
  self->facing = facing;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_list (self);
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

  open_form (self, self->active, NULL);
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
