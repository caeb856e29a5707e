/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/prompt-card.h"

#include <glib/gi18n-lib.h>

#include "store/journal/setting.h"

#define OWN "prompts.own"   /* one on a line */
#define AWAY "prompts.away" /* set: none is offered until one is asked for */

/* One question, if its reader wants one; another for the asking. Sent away, a button is left that brings it back. */
struct _RoundelPromptCard
{
  AdwBin parent_instance;

  GtkWidget *question;
  GtkWidget *back_button;
  GtkLabel *text;
  GtkButton *write_button;
  GtkEditable *own;
  GtkWidget *own_popover;

  RoundelJournal *journal;
  GPtrArray *prompts; /* of the library, read when the first is offered */
  char *outcome;
  RoundelPromptStage stage;
  guint turn;
};

G_DEFINE_FINAL_TYPE (RoundelPromptCard, roundel_prompt_card, ADW_TYPE_BIN)

static void
show (RoundelPromptCard *self)
{
  g_autofree char *own = roundel_journal_get_setting (self->journal, OWN, NULL);
  g_autofree char *away = roundel_journal_get_setting (self->journal, AWAY, NULL);
  const char *text = away == NULL ? roundel_prompt_choose (self->prompts, own, self->outcome, self->stage, self->turn) : NULL;
  g_autofree char *line = text != NULL ? g_strndup (text, strcspn (text, "\n")) : NULL;

  gtk_widget_set_visible (self->question, line != NULL);
  gtk_widget_set_visible (self->back_button, line == NULL);
  if (line == NULL)
    return;
  gtk_label_set_label (self->text, line);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->write_button), "(ss)", "reflection", line);
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

/* One's own come before those of the library. */
static void
add_own (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelPromptCard *self = ROUNDEL_PROMPT_CARD (widget);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->own)));
  g_autofree char *own = roundel_journal_get_setting (self->journal, OWN, NULL);
  g_autofree char *all = own != NULL ? g_strconcat (typed, "\n", own, NULL) : g_strdup (typed);

  if (*typed == '\0')
    return;
  roundel_journal_set_setting (self->journal, OWN, all, NULL);
  gtk_editable_set_text (self->own, "");
  gtk_popover_popdown (GTK_POPOVER (self->own_popover));
  self->turn = 0;
  show (self);
}

static void
roundel_prompt_card_dispose (GObject *object)
{
  RoundelPromptCard *self = ROUNDEL_PROMPT_CARD (object);

  g_clear_object (&self->journal);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_clear_pointer (&self->outcome, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, RoundelPromptCard, own_popover);
  gtk_widget_class_install_action (widget_class, "prompt.another", NULL, another);
  gtk_widget_class_install_action (widget_class, "prompt.send-away", NULL, send_away);
  gtk_widget_class_install_action (widget_class, "prompt.bring-back", NULL, bring_back);
  gtk_widget_class_install_action (widget_class, "prompt.add-own", NULL, add_own);
}

static void
roundel_prompt_card_init (RoundelPromptCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
 * @outcome: (nullable): id of the outcome of the program
 * @stage: where its reader stands
 *
 * The same question stays until another is asked for, or the stage is another.
 */
void
roundel_prompt_card_offer (RoundelPromptCard  *self,
                           RoundelJournal     *journal,
                           const char         *outcome,
                           RoundelPromptStage  stage)
{
  g_return_if_fail (ROUNDEL_IS_PROMPT_CARD (self) && ROUNDEL_IS_JOURNAL (journal));

  if (self->prompts != NULL && self->stage == stage && g_strcmp0 (self->outcome, outcome) == 0)
    return;
  g_set_object (&self->journal, journal);
  g_free (self->outcome);
  self->outcome = g_strdup (outcome);
  self->stage = stage;
  if (self->prompts == NULL)
    self->prompts = roundel_prompts_load (NULL);
  if (self->prompts == NULL)
    self->prompts = g_ptr_array_new ();
  /* each day begins with another */
  self->turn = (guint) (roundel_env_now (roundel_journal_get_env (journal)) / G_TIME_SPAN_DAY);
  show (self);
}
