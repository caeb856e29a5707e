/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/commitment-pane.h"

#include <glib/gi18n-lib.h>

#include "app/journal/commitment-form.h"
#include "app/journal/learned-form.h"
#include "app/journal/practice-form.h"
#include "app/journal/promise-list.h"
#include "app/widgets/focus.h"
#include "store/journal/release.h"

#define MARGIN 16

/* The promises beside the page, and the forms that take their place for a while. */
struct _RoundelCommitmentPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  RoundelPromiseList *list;
  RoundelCommitmentForm *form; /* NULL until it is first shown, as the others */
  RoundelPracticeForm *practice;
  RoundelLearnedForm *learned;

  RoundelDesk *desk;
  RoundelJournal *journal;
};

static guint undo_signal;

G_DEFINE_FINAL_TYPE (RoundelCommitmentPane, roundel_commitment_pane, ADW_TYPE_BIN)

/* A form of TYPE on a page of its own. */
static gpointer
new_form (RoundelCommitmentPane *self,
          GType                  type)
{
  GtkWidget *form = g_object_new (type, "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start", MARGIN,
                                  "margin-end", MARGIN, NULL);
  GtkWidget *page = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (page), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (page), form);
  gtk_stack_add_child (self->stack, page);
  return form;
}

static void
show_list (RoundelCommitmentPane *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->list));
}

static void
show_form (RoundelCommitmentPane *self,
           gpointer               form)
{
  gtk_stack_set_visible_child (self->stack, gtk_widget_get_ancestor (form, GTK_TYPE_SCROLLED_WINDOW));
  gtk_widget_grab_focus (form);
}

/* The form that waits for an answer; NULL while the list is shown. */
static gpointer
get_shown (RoundelCommitmentPane *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  gpointer forms[] = { self->form, self->practice, self->learned };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i] != NULL && gtk_widget_is_ancestor (forms[i], shown))
      return forms[i];
  return NULL;
}

static void
open_form (RoundelCommitmentPane *self,
           const char            *program,
           const char            *session,
           const char            *id,
           const char            *text)
{
  if (self->form == NULL)
    self->form = new_form (self, ROUNDEL_TYPE_COMMITMENT_FORM);
  roundel_commitment_form_open (self->form, self->journal, program, session,
                                roundel_promise_list_count_others (self->list, id), id, text);
  show_form (self, self->form);
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

/* Those who can read the promise read what has become of it. */
static void
follow (RoundelCommitmentPane *self,
        const char            *id)
{
  roundel_release_follow (self->journal, roundel_desk_get_notebook (self->desk), id, NULL);
}

static GDateTime *
dup_now (RoundelCommitmentPane *self)
{
  return g_date_time_new_from_unix_local (roundel_env_now (roundel_journal_get_env (self->journal)) / G_USEC_PER_SEC);
}

static void
set_status (RoundelCommitmentPane *self,
            const char            *id,
            const char            *status,
            const char            *said)
{
  g_autoptr (RoundelCommitment) commitment = roundel_journal_get_commitment (self->journal, id, NULL);
  g_autoptr (GDateTime) now = NULL;
  RoundelCommitment changed;

  if (commitment == NULL)
    return;
  changed = *commitment;
  changed.status = status;
  if (said == NULL)
    changed.renewed = now = dup_now (self);
  if (!roundel_journal_put_commitment (self->journal, &changed, NULL, NULL))
    return;
  follow (self, id);
  if (said == NULL)
    return;
  offer_undo (self, said, "promise.reopen", id);
  if (self->learned == NULL)
    self->learned = new_form (self, ROUNDEL_TYPE_LEARNED_FORM);
  roundel_learned_form_open (self->learned, self->journal, &changed);
  show_form (self, self->learned);
}

/* Actions */

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

  open_form (self, NULL, NULL, g_variant_get_string (target, NULL), NULL);
  if (g_str_equal (action, "promise.change-cue"))
    roundel_commitment_form_ask_cue (self->form);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  gpointer shown = get_shown (self);
  g_autofree char *id = NULL;

  if (shown == NULL)
    return;
  if (shown == self->form && (id = roundel_commitment_form_save (self->form)) != NULL)
    follow (self, id);
  else if (shown == self->practice && (id = roundel_practice_form_save (self->practice)) != NULL)
    offer_undo (self, _("Noted"), "promise.forget-practice", id);
  else if (shown != self->learned || !roundel_learned_form_save (self->learned))
    return;
  show_list (self);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (widget);
  g_autofree char *noted = get_shown (self) == self->practice && self->practice != NULL
                             ? roundel_practice_form_dup_noted (self->practice) : NULL;

  show_list (self);
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
  g_autoptr (GDateTime) now = NULL;
  RoundelCommitment changed;

  if (commitment == NULL)
    return;
  changed = *commitment;
  changed.later = g_str_equal (action, "promise.wait");
  changed.renewed = now = dup_now (self);
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

  if (!roundel_journal_delete_commitment (self->journal, id, NULL))
    return;
  follow (self, id);
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
    set_status (self, id, "let-go", _("Let go"));
  else
    set_status (self, id, "open", NULL);
}

/* Overrides */

/* A form that waits for an answer takes it; the list does not. */
static gboolean
roundel_commitment_pane_grab_focus (GtkWidget *widget)
{
  gpointer shown = get_shown (ROUNDEL_COMMITMENT_PANE (widget));

  return shown != NULL && gtk_widget_grab_focus (shown);
}

static void
roundel_commitment_pane_dispose (GObject *object)
{
  RoundelCommitmentPane *self = ROUNDEL_COMMITMENT_PANE (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_commitment_pane_parent_class)->dispose (object);
}

static void
roundel_commitment_pane_class_init (RoundelCommitmentPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_commitment_pane_dispose;
  widget_class->grab_focus = roundel_commitment_pane_grab_focus;
  widget_class->focus = roundel_focus_through;

  /**
   * RoundelCommitmentPane::done:
   * @said: what was done
   * @action: what undoes it
   * @id: the target of @action
   */
  undo_signal = g_signal_new ("done", ROUNDEL_TYPE_COMMITMENT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                              G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (ROUNDEL_TYPE_PROMISE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/commitment-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelCommitmentPane, list);

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
  roundel_promise_list_set_desk (self->list, desk, journal);
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
  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self));

  roundel_promise_list_set_page (self->list, program, kind);
}

/**
 * roundel_commitment_pane_add:
 * @self: a pane
 * @text: (nullable): words to begin with
 *
 * Shows the form for a new promise.
 */
void
roundel_commitment_pane_add (RoundelCommitmentPane *self,
                             const char            *text)
{
  const char *program, *session;

  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self) && self->journal != NULL);

  program = roundel_promise_list_get_program (self->list, &session);
  open_form (self, program, session, NULL, text);
}

/**
 * roundel_commitment_pane_keep:
 * @self: a pane
 * @program: id of a program
 * @session: id of the session of it in which a promise was made
 *
 * Shows the form for its words.
 */
void
roundel_commitment_pane_keep (RoundelCommitmentPane *self,
                              const char            *program,
                              const char            *session)
{
  g_return_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self) && self->journal != NULL);

  open_form (self, program, session, NULL, NULL);
}

/* Without an ID that which is due, or else the first. */
static gboolean
find_tried (RoundelCommitmentPane *self,
            GPtrArray             *open,
            const char            *id,
            guint                 *index)
{
  g_autoptr (GPtrArray) practices = roundel_journal_list_practices (self->journal, NULL, NULL);
  gint64 now = roundel_env_now (roundel_journal_get_env (self->journal)) / G_USEC_PER_SEC;

  for (guint i = 0; i < open->len; i++)
    if (id != NULL ? g_str_equal (((RoundelCommitment *) open->pdata[i])->id, id)
                   : practices != NULL && roundel_commitment_is_due (open->pdata[i], practices, now))
      {
        *index = i;
        return TRUE;
      }
  *index = 0;
  return id == NULL && open->len > 0;
}

/**
 * roundel_commitment_pane_try:
 * @self: a pane
 * @id: (nullable): which promise was practised; %NULL for the first that is due
 *
 * Shows the form for a practice.
 *
 * Returns: whether there is such a promise
 */
gboolean
roundel_commitment_pane_try (RoundelCommitmentPane *self,
                             const char            *id)
{
  GPtrArray *commitments;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint index;

  g_return_val_if_fail (ROUNDEL_IS_COMMITMENT_PANE (self), FALSE);

  commitments = roundel_promise_list_get_commitments (self->list);
  for (guint i = 0; commitments != NULL && i < commitments->len; i++)
    if (g_str_equal (((RoundelCommitment *) commitments->pdata[i])->status, "open"))
      g_ptr_array_add (open, commitments->pdata[i]);
  if (!find_tried (self, open, id, &index))
    return FALSE;
  if (self->practice == NULL)
    self->practice = new_form (self, ROUNDEL_TYPE_PRACTICE_FORM);
  roundel_practice_form_open (self->practice, self->journal, open, index);
  show_form (self, self->practice);
  return TRUE;
}
