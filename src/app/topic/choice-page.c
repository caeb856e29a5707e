/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/topic/choice-page.h"

#include <glib/gi18n-lib.h>

#include "app/program-change.h"
#include "app/widgets/line-group.h"
#include "app/widgets/program-words.h"
#include "app/widgets/text-row.h"
#include "app/widgets/width-bin.h"
#include "app/window.h"
#include "core/ballot.h"
#include "core/id.h"
#include "store/programs.h"

/* How the members choose their topic (D3): how it is now, topic cards, a ballot, and each one's yes. */
struct _RoundelChoicePage
{
  AdwBin parent_instance;

  AdwWindowTitle *header_title;
  GtkEditable *reality;
  GtkEditable *event;
  GtkSwitch *informal;
  RoundelLineGroup *cards;
  GtkWidget *ballot;
  GtkLabel *count;
  GtkBox *boxes;
  AdwPreferencesGroup *papers;
  GtkEditable *topic;
  GtkWidget *yes;
  GtkLabel *said_yes;
  GtkFlowBox *names;

  RoundelDesk *desk;
  char *id;
  RoundelProgram *program;
  GtkWidget *paper;     /* the row of the paper ballot */
  guint reload_id;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RoundelChoicePage, roundel_choice_page, ADW_TYPE_BIN)

static RoundelProgramChange *
begin (RoundelChoicePage *self)
{
  return self->showing ? NULL : roundel_program_change_new (GTK_WIDGET (self), self->desk, self->id);
}

static char *
new_id (RoundelChoicePage *self)
{
  return roundel_id_new (roundel_desk_get_env (self->desk));
}

static void
take_text (char        **text,
           GtkEditable  *entry)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  g_free (*text);
  *text = *typed != '\0' ? g_steal_pointer (&typed) : NULL;
}

static void
reality_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  take_text (&change->after->reality, self->reality);
  roundel_program_change_do (change, g_strdup (_("How it is now is written down")));
}

static void
event_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  take_text (&change->after->event, self->event);
  roundel_program_change_do (change, g_strdup (_("What it follows is written down")));
}

static void
topic_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  take_text (&change->after->topic, self->topic);
  roundel_program_change_do (change, g_strdup (_("The topic is changed; everybody is asked again")));
}

static void
informal_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  change->after->informal = gtk_switch_get_active (self->informal);
  roundel_program_change_do (change, g_strdup (change->after->informal ? _("It needs no sponsor, and nobody who leads")
                                                                       : _("It has a sponsor, and somebody who leads")));
}

static void
card_added_cb (RoundelChoicePage *self,
               const char        *text)
{
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = new_id (self);

  if (change == NULL)
    return;
  g_ptr_array_add (change->after->topics, roundel_topic_new (id, text));
  roundel_program_change_do (change, g_strdup (_("A topic card is added")));
}

static void
card_removed_cb (RoundelChoicePage *self,
                 const char        *id)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  for (guint i = 0; i < change->after->topics->len; i++)
    if (g_str_equal (((RoundelTopic *) change->after->topics->pdata[i])->id, id))
      {
        g_ptr_array_remove_index (change->after->topics, i);
        break;
      }
  roundel_program_change_do (change, g_strdup (_("A topic card is removed")));
}

static void
yes_cb (RoundelChoicePage *self,
        GtkCheckButton    *check)
{
  RoundelProgramChange *change = begin (self);
  g_autofree char *id = new_id (self);

  if (change == NULL)
    return;
  roundel_program_say_yes (change->after, id, g_object_get_data (G_OBJECT (check), "member"), gtk_check_button_get_active (check));
  roundel_program_change_do (change, g_strdup (gtk_check_button_get_active (check) ? _("A yes is noted") : _("A yes is taken back")));
}

/* Showing */

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
show_cards (RoundelChoicePage *self)
{
  guint n = roundel_program_count_ballots (self->program);
  g_autofree char *counted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u ballot is counted.", "%u ballots are counted.", n), n);

  roundel_line_group_clear (self->cards);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->boxes))) != NULL;)
    gtk_box_remove (self->boxes, child);
  for (guint i = 0; i < self->program->topics->len; i++)
    {
      const RoundelTopic *topic = self->program->topics->pdata[i];
      guint votes = roundel_program_count_votes (self->program, topic);
      g_autofree char *note = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u vote", "%u votes", votes), votes) : NULL;
      GtkWidget *check = gtk_check_button_new_with_label (topic->text != NULL ? topic->text : "");

      roundel_line_group_add (self->cards, topic->id, topic->text != NULL ? topic->text : "", note, FALSE);
      g_object_set_data_full (G_OBJECT (check), "topic", g_strdup (topic->id), g_free);
      gtk_box_append (self->boxes, check);
    }
  gtk_label_set_text (self->count, counted);
  gtk_widget_set_visible (self->ballot, self->program->topics->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choice.take-most", n > 0);
}

static void
show_yes (RoundelChoicePage *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->names))) != NULL;)
    gtk_flow_box_remove (self->names, child);
  for (guint c = 0; c < self->program->circles->len; c++)
    {
      g_autoptr (GArray) circle = roundel_program_list_circle (self->program, self->program->circles->pdata[c]);

      for (guint i = 0; i < circle->len; i++, n++)
        {
          guint at = g_array_index (circle, guint, i);
          const RoundelMember *member = self->program->members->pdata[at];
          g_autofree char *name = roundel_words_name (self->program, at);
          GtkWidget *check = gtk_check_button_new_with_label (name);

          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), roundel_program_says_yes (self->program, member->id));
          g_object_set_data_full (G_OBJECT (check), "member", g_strdup (member->id), g_free);
          g_signal_connect_object (check, "toggled", G_CALLBACK (yes_cb), self, G_CONNECT_SWAPPED);
          gtk_flow_box_append (self->names, check);
          gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
        }
    }
  /* Translators: how many members say yes to the topic, and how many there are */
  text = g_strdup_printf (_("%u of %u say yes to it. Another topic asks them again."), roundel_program_count_yes (self->program), n);
  gtk_label_set_text (self->said_yes, text);
  gtk_widget_set_visible (self->yes, self->program->topic != NULL);
}

static void
show_papers (RoundelChoicePage *self)
{
  if (self->paper != NULL)
    adw_preferences_group_remove (self->papers, self->paper);
  self->paper = roundel_text_row_new (_("Ballot"), _("to be printed, without a name"), roundel_program_write_ballot (self->program));
  adw_preferences_group_add (self->papers, self->paper);
  gtk_widget_set_visible (GTK_WIDGET (self->papers), self->program->topics->len > 0);
}

static void
reload (RoundelChoicePage *self)
{
  RoundelProgram *program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), self->id, NULL);

  if (program == NULL)
    return;
  g_clear_pointer (&self->program, roundel_program_free);
  self->program = program;
  self->showing = TRUE;
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  set_text (self->reality, program->reality);
  set_text (self->event, program->event);
  set_text (self->topic, program->topic);
  gtk_switch_set_active (self->informal, program->informal);
  show_cards (self);
  show_papers (self);
  show_yes (self);
  self->showing = FALSE;
}

static gboolean
reload_cb (gpointer user_data)
{
  RoundelChoicePage *self = user_data;

  self->reload_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RoundelChoicePage *self)
{
  if (self->reload_id == 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

/* Actions */

static void
close_page (GtkWidget  *widget,
            const char *action,
            GVariant   *target)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
count_ballot (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelChoicePage *self = ROUNDEL_CHOICE_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) topics = NULL;
  g_autofree char *id = new_id (self);

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->boxes)); box != NULL; box = gtk_widget_get_next_sibling (box))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (box), "topic"));
  topics = g_strv_builder_end (builder);
  if (change == NULL || topics[0] == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  roundel_program_vote (change->after, id, NULL, (const char *const *) topics);
  roundel_program_change_do (change, g_strdup (_("The ballot is counted")));
}

static void
take_most (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelChoicePage *self = ROUNDEL_CHOICE_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  const RoundelTopic *best = NULL;

  for (guint i = 0; change != NULL && i < change->after->topics->len; i++)
    {
      const RoundelTopic *topic = change->after->topics->pdata[i];

      if (best == NULL || roundel_program_count_votes (change->after, topic) > roundel_program_count_votes (change->after, best))
        best = topic;
    }
  if (best == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  g_free (change->after->topic);
  change->after->topic = g_strdup (best->text);
  roundel_program_change_do (change, g_strdup (_("The topic with the most votes is taken")));
}

/* Overrides */

static void
roundel_choice_page_dispose (GObject *object)
{
  RoundelChoicePage *self = ROUNDEL_CHOICE_PAGE (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_choice_page_parent_class)->dispose (object);
}

static void
roundel_choice_page_finalize (GObject *object)
{
  RoundelChoicePage *self = ROUNDEL_CHOICE_PAGE (object);

  g_clear_pointer (&self->program, roundel_program_free);
  g_free (self->id);
  G_OBJECT_CLASS (roundel_choice_page_parent_class)->finalize (object);
}

static void
roundel_choice_page_class_init (RoundelChoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_choice_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_choice_page_finalize;

  g_type_ensure (ROUNDEL_TYPE_LINE_GROUP);
  g_type_ensure (ROUNDEL_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/choice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, reality);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, event);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, informal);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, cards);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, ballot);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, count);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, boxes);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, papers);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, topic);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, yes);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, said_yes);
  gtk_widget_class_bind_template_child (widget_class, RoundelChoicePage, names);
  gtk_widget_class_bind_template_callback (widget_class, reality_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_cb);
  gtk_widget_class_bind_template_callback (widget_class, topic_cb);
  gtk_widget_class_bind_template_callback (widget_class, informal_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_removed_cb);

  gtk_widget_class_install_action (widget_class, "choice.close", NULL, close_page);
  gtk_widget_class_install_action (widget_class, "choice.count", NULL, count_ballot);
  gtk_widget_class_install_action (widget_class, "choice.take-most", NULL, take_most);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "choice.close", NULL);
}

static void
roundel_choice_page_init (RoundelChoicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_line_group_set (self->cards, _("Topic cards"), _("What the members bring before the first session, each on a card."),
                          _("Add a topic"));
}

/**
 * roundel_choice_page_new:
 * @desk: what the screens work on
 * @program: id of a program
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when there is no such program
 */
GtkWidget *
roundel_choice_page_new (RoundelDesk  *desk,
                         const char   *program,
                         GError      **error)
{
  g_autoptr (RoundelProgram) read = roundel_notebook_read_program (roundel_desk_get_notebook (desk), program, error);
  RoundelChoicePage *self;

  if (read == NULL)
    return NULL;
  self = g_object_new (ROUNDEL_TYPE_CHOICE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->id = g_strdup (program);
  g_signal_connect_object (roundel_desk_get_notebook (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
