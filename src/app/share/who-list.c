/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/who-list.h"

#include <glib/gi18n-lib.h>

#include "store/card.h"
#include "store/journal/me.h"

/* Which member one is in a program that comes in. It is asked once and stays in the journal; the others are told only by a card. */
struct _RoundelWhoList
{
  AdwBin parent_instance;

  GtkListBox *list;
  RoundelDesk *desk;
  RoundelIncoming *incoming;
  GPtrArray *questions; /* of Question */
};

typedef struct
{
  const RoundelProgram *program;
  AdwComboRow *who;
  AdwActionRow *card;
  GtkSwitch *tell;
} Question;

G_DEFINE_FINAL_TYPE (RoundelWhoList, roundel_who_list, ADW_TYPE_BIN)

static const RoundelMember *
get_answer (const Question *question)
{
  const GPtrArray *members = question->program->members;
  guint chosen = adw_combo_row_get_selected (question->who);

  return chosen > 0 && chosen <= members->len ? members->pdata[chosen - 1] : NULL;
}

static void
chosen_cb (AdwComboRow *row,
           GParamSpec  *pspec,
           gpointer     data)
{
  const Question *question = data;
  const RoundelMember *me = get_answer (question);
  g_autofree char *name = me != NULL && me->name != NULL ? g_markup_escape_text (me->name, -1) : NULL;
  g_autofree char *said = g_strdup_printf (_("The others then read “%s”, and not “someone”, beside what you write."),
                                           name != NULL ? name : "");

  gtk_widget_set_visible (GTK_WIDGET (question->card), name != NULL);
  adw_action_row_set_subtitle (question->card, said);
}

static void
ask (RoundelWhoList       *self,
     const RoundelProgram *program)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *title = g_markup_escape_text (program->title != NULL ? program->title : _("Untitled program"), -1);
  gboolean several = roundel_incoming_get_programs (self->incoming)->len > 1;
  g_autofree char *asked = g_strdup_printf (_("Who are you in “%s”?"), title);

  gtk_string_list_append (names, _("Rather not say"));
  for (guint i = 0; i < program->members->len; i++)
    {
      g_autofree char *label = roundel_members_dup_label (program->members, i);

      gtk_string_list_append (names, label);
    }
  question->program = program;
  question->who = ADW_COMBO_ROW (adw_combo_row_new ());
  question->card = ADW_ACTION_ROW (adw_action_row_new ());
  question->tell = GTK_SWITCH (gtk_switch_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->who), several ? asked : _("Who are you there?"));
  if (several)
    adw_combo_row_set_use_subtitle (question->who, TRUE);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (question->who), _("Kept in your journal."));
  adw_combo_row_set_model (question->who, G_LIST_MODEL (names));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->card), _("Tell the others"));
  gtk_widget_set_valign (GTK_WIDGET (question->tell), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (question->card, GTK_WIDGET (question->tell));
  adw_action_row_set_activatable_widget (question->card, GTK_WIDGET (question->tell));
  gtk_list_box_append (self->list, GTK_WIDGET (question->who));
  gtk_list_box_append (self->list, GTK_WIDGET (question->card));
  g_ptr_array_add (self->questions, question);
  g_signal_connect (question->who, "notify::selected", G_CALLBACK (chosen_cb), question);
  chosen_cb (question->who, NULL, question);
}

static void
clear (RoundelWhoList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->questions, 0);
}

static void
roundel_who_list_dispose (GObject *object)
{
  RoundelWhoList *self = ROUNDEL_WHO_LIST (object);

  for (guint i = 0; i < self->questions->len; i++)
    g_signal_handlers_disconnect_by_data (((Question *) self->questions->pdata[i])->who, self->questions->pdata[i]);
  g_ptr_array_set_size (self->questions, 0);
  g_clear_object (&self->incoming);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_who_list_parent_class)->dispose (object);
}

static void
roundel_who_list_finalize (GObject *object)
{
  g_ptr_array_unref (ROUNDEL_WHO_LIST (object)->questions);
  G_OBJECT_CLASS (roundel_who_list_parent_class)->finalize (object);
}

static void
roundel_who_list_class_init (RoundelWhoListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_who_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_who_list_finalize;
}

static void
roundel_who_list_init (RoundelWhoList *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * roundel_who_list_ask:
 * @self: the list
 * @desk: where the journal is
 * @incoming: files that were read
 *
 * Asks for each program in which the journal does not know it yet; is hidden when there is none.
 */
void
roundel_who_list_ask (RoundelWhoList  *self,
                      RoundelDesk     *desk,
                      RoundelIncoming *incoming)
{
  RoundelJournal *journal = roundel_desk_get_journal (desk, NULL);
  const GPtrArray *programs = roundel_incoming_get_programs (incoming);

  clear (self);
  g_set_object (&self->desk, desk);
  g_set_object (&self->incoming, incoming);
  for (guint i = 0; journal != NULL && i < programs->len; i++)
    {
      const RoundelProgram *program = ((RoundelIncomingProgram *) programs->pdata[i])->program;
      g_autofree char *me = roundel_journal_get_me (journal, program->id, NULL);

      if (me == NULL && program->members->len > 0)
        ask (self, program);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->questions->len > 0);
}

/**
 * roundel_who_list_keep:
 * @self: the list, after the files have come in
 * @error: return location
 *
 * Returns: whether the answers are in the journal, and the cards given
 */
gboolean
roundel_who_list_keep (RoundelWhoList  *self,
                       GError         **error)
{
  RoundelJournal *journal = self->desk != NULL ? roundel_desk_get_journal (self->desk, NULL) : NULL;

  for (guint i = 0; journal != NULL && i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];
      const RoundelMember *me = get_answer (question);

      if (me != NULL
          && (!roundel_journal_set_me (journal, question->program->id, me->id, error)
              || (gtk_switch_get_active (question->tell)
                  && !roundel_notebook_give_card (roundel_desk_get_notebook (self->desk), question->program->id, me->id, error))))
        return FALSE;
    }
  return TRUE;
}
