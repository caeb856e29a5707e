/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/readiness-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plain-row.h"
#include "app/widgets/program-words.h"
#include "app/widgets/readiness-mark.h"
#include "core/next-steps.h"

/* So many steps are shown; the page has all. */
#define MOST_STEPS 3

/* What comes next (D20), and the ring in words: the seven reasons, and below each what it was judged by (D16). */
struct _RoundelReadinessCard
{
  AdwBin parent_instance;

  GtkWidget *next;
  GtkListBox *steps;
  GtkListBox *list;
  GtkWidget *work;
  GPtrArray *readiness; /* what is shown */
  guint outcome;
};

G_DEFINE_FINAL_TYPE (RoundelReadinessCard, roundel_readiness_card, ADW_TYPE_BIN)

static GtkWidget *
make_check_row (const RoundelCheck *check,
                guint               outcome)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (check->why);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "note");
  gtk_widget_add_css_class (box, "check");
  gtk_box_append (GTK_BOX (box), roundel_readiness_mark_new (check->status, outcome));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* What it was judged by is made when it is looked at: there is much of it, and as much to measure. */
static void
expanded_cb (RoundelReadinessCard *self,
             GParamSpec           *pspec,
             AdwExpanderRow       *row)
{
  const RoundelReadiness *readiness = g_object_steal_data (G_OBJECT (row), "readiness");

  for (guint i = 0; readiness != NULL && i < readiness->checks->len; i++)
    adw_expander_row_add_row (row, make_check_row (readiness->checks->pdata[i], self->outcome));
}

static GtkWidget *
make_row (RoundelReadinessCard *self,
          RoundelReadiness     *readiness)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *text = roundel_words_status (readiness);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), roundel_reason_get_name (readiness->reason));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), roundel_readiness_mark_new (readiness->status, self->outcome));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), text);
  g_object_set_data (G_OBJECT (row), "readiness", readiness);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (row, "reason");
  return row;
}

/* The page where a step is settled. */
static const char *
find_way (const RoundelCheck *check)
{
  const char *const members[] = { "size", "reporting-lines", "levels", "people-around", "facilitator", NULL };
  const char *const topic[] = { "topic", "topic-chosen", NULL };

  if (g_strv_contains (members, check->id))
    return "win.members";
  if (g_strv_contains (topic, check->id))
    return "win.topic";
  return g_str_equal (check->id, "results") ? "win.results" : "win.readiness";
}

static GtkWidget *
make_step (const RoundelNextStep *step,
           const char            *program)
{
  const char *times[] = { N_("Before you invite anybody"), N_("Before the first session"), N_("In the first session") };
  GtkWidget *row = roundel_plain_row_new (roundel_step_get_text (step->check), _(times[step->time]));

  roundel_plain_row_leads (row, find_way (step->check), g_variant_new_string (program));
  return row;
}

static void
empty (GtkListBox *list)
{
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL;)
    gtk_list_box_remove (list, row);
}

static void
show_steps (RoundelReadinessCard *self,
            const char           *program,
            const GPtrArray      *readiness)
{
  g_autoptr (GArray) steps = roundel_next_steps_list (readiness);

  empty (self->steps);
  for (guint i = 0; i < MIN (steps->len, MOST_STEPS); i++)
    gtk_list_box_append (self->steps, make_step (&g_array_index (steps, RoundelNextStep, i), program));
  gtk_widget_set_visible (self->next, steps->len > 0);
}

static GtkListBox *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

static void
roundel_readiness_card_finalize (GObject *object)
{
  g_clear_pointer (&ROUNDEL_READINESS_CARD (object)->readiness, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_readiness_card_parent_class)->finalize (object);
}

static void
roundel_readiness_card_class_init (RoundelReadinessCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_readiness_card_finalize;
}

static void
roundel_readiness_card_init (RoundelReadinessCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_("What comes next"));

  self->next = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->steps = make_list (_("What comes next"));
  self->list = make_list (_("The seven reasons"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->next), heading);
  gtk_box_append (GTK_BOX (self->next), GTK_WIDGET (self->steps));
  gtk_widget_set_margin_bottom (self->next, 12);
  gtk_box_append (GTK_BOX (box), self->next);
  self->work = gtk_button_new_with_label (_("Work Through It"));
  gtk_widget_set_halign (self->work, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->work);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_readiness_card_show:
 * @self: a card
 * @program: id of the program
 * @readiness: (element-type RoundelReadiness): the seven reasons, which the card keeps
 * @outcome: 1 to 10, or 0 for none
 */
void
roundel_readiness_card_show (RoundelReadinessCard *self,
                             const char           *program,
                             GPtrArray            *readiness,
                             guint                 outcome)
{
  g_return_if_fail (ROUNDEL_IS_READINESS_CARD (self));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->work), "s", program);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->work), "win.readiness");
  show_steps (self, program, readiness);
  empty (self->list);
  g_ptr_array_ref (readiness);
  g_clear_pointer (&self->readiness, g_ptr_array_unref);
  self->readiness = readiness;
  self->outcome = outcome;
  for (guint i = 0; i < readiness->len; i++)
    gtk_list_box_append (self->list, make_row (self, readiness->pdata[i]));
}
