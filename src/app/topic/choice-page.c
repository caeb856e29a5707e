/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/topic/choice-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/kept-row.h"
#include "app/widgets/line-group.h"
#include "app/widgets/program-words.h"
#include "app/widgets/text-row.h"
#include "app/widgets/width-bin.h"
#include "core/ballot.h"

/* How the members choose their topic (D3): how it is now, topic cards, a ballot, and each one's yes. */
struct _RoundelChoicePage
{
  RoundelProgramPage parent_instance;

  AdwWindowTitle *header_title;
  AdwEntryRow *reality;
  AdwEntryRow *event;
  GtkSwitch *informal;
  RoundelLineGroup *cards;
  GtkWidget *ballot;
  GtkLabel *count;
  GtkFlowBox *boxes;
  AdwPreferencesGroup *papers;
  AdwEntryRow *topic;
  GtkWidget *yes;
  GtkLabel *said_yes;
  GtkFlowBox *names;

  GtkWidget *paper;     /* the row of the paper ballot */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RoundelChoicePage, roundel_choice_page, ROUNDEL_TYPE_PROGRAM_PAGE)

static RoundelProgram *
get_program (RoundelChoicePage *self)
{
  return roundel_program_page_get_program (ROUNDEL_PROGRAM_PAGE (self));
}

static RoundelProgramChange *
begin (RoundelChoicePage *self)
{
  return self->showing ? NULL : roundel_program_page_begin (ROUNDEL_PROGRAM_PAGE (self));
}

static void
reality_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  roundel_kept_row_take (self->reality, &change->after->reality);
  roundel_program_change_do (change, g_strdup (_("How it is now is written down")));
}

static void
event_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  roundel_kept_row_take (self->event, &change->after->event);
  roundel_program_change_do (change, g_strdup (_("What it follows is written down")));
}

static void
topic_cb (RoundelChoicePage *self)
{
  RoundelProgramChange *change = begin (self);

  if (change == NULL)
    return;
  roundel_kept_row_take (self->topic, &change->after->topic);
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
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));

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
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));

  if (change == NULL)
    return;
  roundel_program_say_yes (change->after, id, g_object_get_data (G_OBJECT (check), "id"), gtk_check_button_get_active (check));
  roundel_program_change_do (change, g_strdup (gtk_check_button_get_active (check) ? _("A yes is noted") : _("A yes is taken back")));
}

/* Showing */

static GtkWidget *
get_check (GtkFlowBoxChild *child)
{
  return gtk_flow_box_child_get_child (child);
}

static const char *
get_id (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "id");
}

static GtkWidget *
find_check (GtkFlowBox *box,
            const char *id)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    if (g_str_equal (get_id (get_check (child)), id))
      return get_check (child);
  return NULL;
}

static void
remove_others (GtkFlowBox *box,
               GPtrArray  *ids)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL;)
    if (g_ptr_array_find_with_equal_func (ids, get_id (get_check (child)), g_str_equal, NULL))
      i++;
    else
      gtk_flow_box_remove (box, GTK_WIDGET (child));
}

/* The check of BOX that stands for ID. It stays as long as there is one, with the focus and what is ticked. */
static GtkWidget *
take_check (GtkFlowBox *box,
            const char *id,
            const char *text)
{
  GtkWidget *check = find_check (box, id);

  if (check == NULL)
    {
      check = gtk_check_button_new ();
      g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
      gtk_flow_box_append (box, check);
      gtk_widget_set_focusable (gtk_widget_get_parent (check), FALSE);
    }
  gtk_check_button_set_label (GTK_CHECK_BUTTON (check), text);
  return check;
}

static void
show_cards (RoundelChoicePage *self)
{
  const RoundelProgram *program = get_program (self);
  guint n = roundel_program_count_ballots (program);
  g_autofree char *counted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u ballot is counted.", "%u ballots are counted.", n), n);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  roundel_line_group_clear (self->cards);
  for (guint i = 0; i < program->topics->len; i++)
    {
      const RoundelTopic *topic = program->topics->pdata[i];
      const char *text = topic->text != NULL ? topic->text : "";
      guint votes = roundel_program_count_votes (program, topic);
      g_autofree char *note = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u vote", "%u votes", votes), votes) : NULL;

      roundel_line_group_add (self->cards, topic->id, text, note, FALSE);
      take_check (self->boxes, topic->id, text);
      g_ptr_array_add (ids, topic->id);
    }
  remove_others (self->boxes, ids);
  gtk_label_set_text (self->count, counted);
  gtk_widget_set_visible (self->ballot, program->topics->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "choice.take-most", n > 0);
}

static void
show_yes (RoundelChoicePage *self)
{
  const RoundelProgram *program = get_program (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint c = 0; c < program->circles->len; c++)
    {
      g_autoptr (GArray) circle = roundel_program_list_circle (program, program->circles->pdata[c]);

      for (guint i = 0; i < circle->len; i++)
        {
          guint at = g_array_index (circle, guint, i);
          const RoundelMember *member = program->members->pdata[at];
          g_autofree char *name = roundel_words_name (program, at);
          gboolean is_new = find_check (self->names, member->id) == NULL;
          GtkWidget *check = take_check (self->names, member->id, name);

          gtk_check_button_set_active (GTK_CHECK_BUTTON (check), roundel_program_says_yes (program, member->id));
          if (is_new)
            g_signal_connect_object (check, "toggled", G_CALLBACK (yes_cb), self, G_CONNECT_SWAPPED);
          g_ptr_array_add (ids, member->id);
        }
    }
  remove_others (self->names, ids);
  /* Translators: how many members say yes to the topic, and how many there are */
  text = g_strdup_printf (_("%u of %u say yes to it. Another topic asks them again."), roundel_program_count_yes (program), ids->len);
  gtk_label_set_text (self->said_yes, text);
  gtk_widget_set_visible (self->yes, program->topic != NULL);
}

static void
show_papers (RoundelChoicePage *self)
{
  if (self->paper != NULL)
    adw_preferences_group_remove (self->papers, self->paper);
  self->paper = roundel_text_row_new (_("Ballot"), _("to be printed, without a name"), roundel_program_write_ballot (get_program (self)));
  adw_preferences_group_add (self->papers, self->paper);
  gtk_widget_set_visible (GTK_WIDGET (self->papers), get_program (self)->topics->len > 0);
}

/* Actions */

static void
count_ballot (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelChoicePage *self = ROUNDEL_CHOICE_PAGE (widget);
  RoundelProgramChange *change = begin (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) topics = NULL;
  g_autofree char *id = roundel_program_page_dup_new_id (ROUNDEL_PROGRAM_PAGE (self));
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->boxes, i)) != NULL; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (child))))
      g_strv_builder_add (builder, get_id (get_check (child)));
  topics = g_strv_builder_end (builder);
  if (change == NULL || topics[0] == NULL)
    {
      g_clear_pointer (&change, roundel_program_change_unref);
      return;
    }
  roundel_program_vote (change->after, id, NULL, (const char *const *) topics);
  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->boxes, i)) != NULL; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (child)), FALSE);
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
roundel_choice_page_show (RoundelProgramPage *page)
{
  RoundelChoicePage *self = ROUNDEL_CHOICE_PAGE (page);
  const RoundelProgram *program = get_program (self);

  self->showing = TRUE;
  adw_window_title_set_subtitle (self->header_title, program->title != NULL ? program->title : "");
  roundel_kept_row_show (self->reality, program->reality);
  roundel_kept_row_show (self->event, program->event);
  roundel_kept_row_show (self->topic, program->topic);
  gtk_switch_set_active (self->informal, program->informal);
  show_cards (self);
  show_papers (self);
  show_yes (self);
  self->showing = FALSE;
}

static void
roundel_choice_page_class_init (RoundelChoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ROUNDEL_PROGRAM_PAGE_CLASS (klass)->show = roundel_choice_page_show;

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

  gtk_widget_class_install_action (widget_class, "choice.count", NULL, count_ballot);
  gtk_widget_class_install_action (widget_class, "choice.take-most", NULL, take_most);
}

static void
roundel_choice_page_init (RoundelChoicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_kept_row_init (self->reality);
  roundel_kept_row_init (self->event);
  roundel_kept_row_init (self->topic);
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
  return roundel_program_page_new (ROUNDEL_TYPE_CHOICE_PAGE, desk, program, error);
}
