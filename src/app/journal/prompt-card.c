/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/prompt-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "store/journal/setting.h"

#define OWN "prompts.own"   /* one on a line */
#define AWAY "prompts.away" /* set: none is offered until one is asked for */
#define SAVE_AFTER 500      /* milliseconds after a key */

/* One question, if its reader wants one; another for the asking. Sent away, a button is left that brings it back. */
struct _RoundelPromptCard
{
  AdwBin parent_instance;

  GtkWidget *question;
  GtkWidget *back_button;
  GtkLabel *text;
  GtkButton *write_button;
  GtkTextView *own;

  RoundelJournal *journal;
  GPtrArray *prompts; /* of the library, read when the first is offered */
  const RoundelOutcome *outcome;
  RoundelPromptStage stage;
  guint turn;
  guint saving;
  gboolean changed; /* one's own, since they are in view */
};

G_DEFINE_FINAL_TYPE (RoundelPromptCard, roundel_prompt_card, ADW_TYPE_BIN)

static void
show (RoundelPromptCard *self)
{
  g_autofree char *own = roundel_journal_get_setting (self->journal, OWN, NULL);
  g_autofree char *away = roundel_journal_get_setting (self->journal, AWAY, NULL);
  const char *text = away == NULL ? roundel_prompt_choose (self->prompts, own, self->outcome != NULL ? self->outcome->id : NULL,
                                                            self->stage, self->turn) : NULL;
  g_autofree char *line = text != NULL ? g_strndup (text, strcspn (text, "\n")) : NULL;

  gtk_widget_set_visible (self->question, line != NULL);
  gtk_widget_set_visible (self->back_button, line == NULL);
  if (line == NULL)
    return;
  gtk_label_set_label (self->text, line);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->write_button), "(ss)",
                                    self->stage == ROUNDEL_PROMPT_BEFORE_TALK ? "coming-up" : "reflection", line);
}

/* Actions */

static void
another (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelPromptCard *self = ROUNDEL_PROMPT_CARD (widget);

  self->turn++;
  show (self);
}

static void
send_away (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelPromptCard *self = ROUNDEL_PROMPT_CARD (widget);

  roundel_journal_set_setting (self->journal, AWAY, "1", NULL);
  show (self);
  gtk_widget_grab_focus (self->back_button);
}

static void
bring_back (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  RoundelPromptCard *self = ROUNDEL_PROMPT_CARD (widget);

  roundel_journal_set_setting (self->journal, AWAY, NULL, NULL);
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->write_button));
}

/* Callbacks */

/* What stands there is what is kept: a line that is taken out is a question that is removed. */
static void
save_own (RoundelPromptCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->own);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->saving, g_source_remove);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  roundel_journal_set_setting (self->journal, OWN, *text != '\0' ? text : NULL, NULL);
}

static gboolean
save_cb (gpointer data)
{
  RoundelPromptCard *self = data;

  self->saving = 0;
  save_own (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (RoundelPromptCard *self)
{
  self->changed = TRUE;
  if (self->saving == 0)
    self->saving = g_timeout_add (SAVE_AFTER, save_cb, self);
}

static void
opened_cb (RoundelPromptCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->own);
  g_autofree char *own = roundel_journal_get_setting (self->journal, OWN, NULL);

  g_signal_handlers_block_by_func (buffer, typed_cb, self);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, own != NULL ? own : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  g_signal_handlers_unblock_by_func (buffer, typed_cb, self);
  self->changed = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->own));
}

/* The question on the last line, most often the one just written, is the next that is asked. */
static void
closed_cb (RoundelPromptCard *self)
{
  if (!self->changed)
    return;
  save_own (self);
  self->turn = ROUNDEL_PROMPT_OWN * (guint) (gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (self->own)) - 1);
  show (self);
}

static void
roundel_prompt_card_dispose (GObject *object)
{
  RoundelPromptCard *self = ROUNDEL_PROMPT_CARD (object);

  if (self->saving != 0)
    save_own (self);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_prompt_card_parent_class)->dispose (object);
}

static void
roundel_prompt_card_class_init (RoundelPromptCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_prompt_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/prompt-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPromptCard, question);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromptCard, back_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromptCard, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromptCard, write_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelPromptCard, own);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_install_action (widget_class, "prompt.another", NULL, another);
  gtk_widget_class_install_action (widget_class, "prompt.send-away", NULL, send_away);
  gtk_widget_class_install_action (widget_class, "prompt.bring-back", NULL, bring_back);
}

static void
roundel_prompt_card_init (RoundelPromptCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->own), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
roundel_prompt_card_new (void)
{
  return g_object_new (ROUNDEL_TYPE_PROMPT_CARD, NULL);
}

/**
 * roundel_prompt_card_offer:
 * @self: a card
 * @journal: where one's own questions are, and whether any is wanted
 * @outcome: (nullable): the outcome of the program, which gives questions and hue
 * @stage: where its reader stands
 *
 * The same question stays until another is asked for, or the stage is another.
 */
void
roundel_prompt_card_offer (RoundelPromptCard    *self,
                           RoundelJournal       *journal,
                           const RoundelOutcome *outcome,
                           RoundelPromptStage    stage)
{
  g_return_if_fail (ROUNDEL_IS_PROMPT_CARD (self) && ROUNDEL_IS_JOURNAL (journal));

  if (self->prompts != NULL && self->stage == stage && self->outcome == outcome)
    return;
  g_set_object (&self->journal, journal);
  self->outcome = outcome;
  roundel_outcome_dress (self->question, outcome != NULL ? outcome->number : 0);
  if (outcome == NULL)
    gtk_widget_add_css_class (self->question, "accent");
  else
    gtk_widget_remove_css_class (self->question, "accent");
  self->stage = stage;
  if (self->prompts == NULL)
    self->prompts = roundel_prompts_load (NULL);
  if (self->prompts == NULL)
    self->prompts = g_ptr_array_new ();
  /* each day begins with another */
  self->turn = (guint) (roundel_env_now (roundel_journal_get_env (journal)) / G_TIME_SPAN_DAY);
  show (self);
}
