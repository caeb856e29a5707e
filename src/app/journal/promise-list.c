/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/promise-list.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/journal/commitment-card.h"
#include "app/journal/partner-card.h"
#include "app/journal/prompt-card.h"
#include "app/journal/promise-order.h"
#include "app/journal/reminder-popover.h"
#include "app/journal/week-card.h"
#include "store/journal/release.h"
#include "store/journal/reply.h"
#include "store/programs.h"

/* What stands beside the page: a question, the promises, what the circle does, the partner. */
struct _RoundelPromiseList
{
  AdwBin parent_instance;

  GtkBox *today_box;
  RoundelPromptCard *prompt; /* NULL until it is first shown, as week and partner */
  GtkWidget *asked_box;
  GtkLabel *asked_by;
  GtkLabel *asked_text;
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

  RoundelDesk *desk;
  RoundelJournal *journal;
  GPtrArray *commitments;
  gboolean resting; /* one of them has lapsed */
  char *program;    /* new promises are from it */
  char *session;    /* the last one of it */
  gboolean facing;  /* a situation that comes up is written about */
};

G_DEFINE_FINAL_TYPE (RoundelPromiseList, roundel_promise_list, ADW_TYPE_BIN)

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
get_now (RoundelPromiseList *self)
{
  return roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC;
}

static gboolean
has_lapsed (RoundelPromiseList *self,
            GPtrArray             *practices)
{
  for (guint i = 0; practices != NULL && self->commitments != NULL && i < self->commitments->len; i++)
    if (roundel_commitment_has_lapsed (self->commitments->pdata[i], practices, get_now (self)))
      return TRUE;
  return FALSE;
}

static const RoundelOutcome *
find_outcome (RoundelPromiseList *self,
              const RoundelProgram  *program)
{
  return program != NULL && program->outcome != NULL
           ? roundel_outcomes_find (roundel_desk_get_outcomes (self->desk), program->outcome) : NULL;
}

/* Whoever asked about a lesson of the owner waits for an answer, which nobody else can give. */
static void
show_asked (RoundelPromiseList   *self,
            const RoundelProgram *program)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  g_autoptr (RoundelReply) question = program != NULL ? roundel_reply_find_question (self->journal, notebook, program->id, NULL) : NULL;
  const RoundelMember *by = question != NULL && question->by != NULL ? roundel_program_find_member (program, question->by) : NULL;
  g_autofree char *said = g_strdup_printf (_("%s asks about your lesson"), by != NULL && by->name != NULL ? by->name : _("Someone"));

  gtk_widget_set_visible (self->asked_box, question != NULL);
  gtk_label_set_label (self->asked_by, said);
  gtk_label_set_label (self->asked_text, question != NULL ? question->text : "");
}

/* What the circle does until it meets again, and one question. */
static void
show_week (RoundelPromiseList *self)
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
  show_asked (self, about->program);
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
    roundel_week_card_set (self->week, &now, self->journal);
}

static gboolean
is_shown (GPtrArray  *released,
          const char *commitment)
{
  for (guint i = 0; released != NULL && i < released->len; i++)
    {
      const RoundelRelease *one = released->pdata[i];

      if (one->text != NULL && g_str_equal (one->from, commitment))
        return TRUE;
    }
  return FALSE;
}

static void
show_list (RoundelPromiseList *self)
{
  RoundelNotebook *notebook;
  g_autoptr (GPtrArray) practices = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GPtrArray) released = NULL;
  guint n[ROUNDEL_PROMISE_PAST + 1] = { 0 };
  GtkListBox *lists[] = { self->now_list, self->later_list, self->past_list };

  if (self->journal == NULL)
    return;
  notebook = roundel_desk_get_notebook (self->desk);
  practices = roundel_journal_list_practices (self->journal, NULL, NULL);
  programs = roundel_notebook_list_programs (notebook, NULL);
  released = roundel_release_list (self->journal, notebook, NULL, NULL);
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
      RoundelPromisePlace place = roundel_promise_get_place (self->commitments, i);
      GtkWidget *card = roundel_commitment_card_new ();

      roundel_commitment_card_set (ROUNDEL_COMMITMENT_CARD (card), commitment, practices,
                                   roundel_about_outcome (self->desk, programs, commitment->program),
                                   is_shown (released, commitment->id), get_now (self));
      n[place]++;
      add_card (lists[place], card);
    }
  gtk_widget_set_visible (self->now_box, n[ROUNDEL_PROMISE_NOW] > 0);
  gtk_widget_set_visible (self->later_box, n[ROUNDEL_PROMISE_LATER] > 0);
  gtk_widget_set_visible (self->past_box, n[ROUNDEL_PROMISE_PAST] > 0);
  gtk_widget_set_visible (self->empty, self->commitments == NULL || self->commitments->len == 0);
}

/* Overrides */

static void
roundel_promise_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (roundel_promise_list_parent_class)->map (widget);
  /* strengths bend with the days */
  show_list (ROUNDEL_PROMISE_LIST (widget));
}

static void
roundel_promise_list_dispose (GObject *object)
{
  RoundelPromiseList *self = ROUNDEL_PROMISE_LIST (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->commitments, g_ptr_array_unref);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->session, g_free);
  G_OBJECT_CLASS (roundel_promise_list_parent_class)->dispose (object);
}

static void
roundel_promise_list_class_init (RoundelPromiseListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_promise_list_dispose;
  widget_class->map = roundel_promise_list_map;
  g_type_ensure (ROUNDEL_TYPE_REMINDER_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/promise-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, today_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, asked_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, asked_by);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, asked_text);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, week_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, reminders);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, partner_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, empty);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, now_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, now_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, later_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, later_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, past_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromiseList, past_list);
}

static void
roundel_promise_list_init (RoundelPromiseList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_promise_list_set_desk:
 * @self: a list
 * @desk: where the programs are
 * @journal: where the promises are
 */
void
roundel_promise_list_set_desk (RoundelPromiseList *self,
                               RoundelDesk        *desk,
                               RoundelJournal     *journal)
{
  g_return_if_fail (ROUNDEL_IS_PROMISE_LIST (self) && self->journal == NULL);

  self->desk = g_object_ref (desk);
  self->journal = g_object_ref (journal);
  roundel_reminder_popover_set_journal (self->reminders, journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);
}

/**
 * roundel_promise_list_set_page:
 * @self: a list
 * @program: (nullable): id of the program that new promises are from
 * @kind: the kind of the page that is written, which the question beside it follows
 */
void
roundel_promise_list_set_page (RoundelPromiseList *self,
                               const char         *program,
                               const char         *kind)
{
  gboolean facing = g_strcmp0 (kind, "coming-up") == 0;

  g_return_if_fail (ROUNDEL_IS_PROMISE_LIST (self));

  if (g_strcmp0 (program, self->program) == 0 && facing == self->facing)
    return;
  g_free (self->program);
  self->program = g_strdup (program);
  self->facing = facing;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_list (self);
}

/**
 * roundel_promise_list_get_commitments:
 * @self: a list
 *
 * Returns: (transfer none) (nullable) (element-type RoundelCommitment): the promises, in their order
 */
GPtrArray *
roundel_promise_list_get_commitments (RoundelPromiseList *self)
{
  g_return_val_if_fail (ROUNDEL_IS_PROMISE_LIST (self), NULL);

  return self->commitments;
}

/**
 * roundel_promise_list_count_others:
 * @self: a list
 * @id: (nullable): a promise
 *
 * Returns: how many promises besides it are worked on
 */
guint
roundel_promise_list_count_others (RoundelPromiseList *self,
                                   const char         *id)
{
  guint n = 0;

  g_return_val_if_fail (ROUNDEL_IS_PROMISE_LIST (self), 0);

  for (guint i = 0; self->commitments != NULL && i < self->commitments->len; i++)
    n += roundel_promise_get_place (self->commitments, i) == ROUNDEL_PROMISE_NOW
         && g_strcmp0 (((RoundelCommitment *) self->commitments->pdata[i])->id, id) != 0;
  return n;
}

/**
 * roundel_promise_list_get_program:
 * @self: a list
 * @session: (out) (nullable) (transfer none): id of the last session of it
 *
 * Returns: (transfer none) (nullable): id of the program that new promises are from
 */
const char *
roundel_promise_list_get_program (RoundelPromiseList  *self,
                                  const char         **session)
{
  g_return_val_if_fail (ROUNDEL_IS_PROMISE_LIST (self), NULL);

  *session = self->session;
  return self->program;
}
