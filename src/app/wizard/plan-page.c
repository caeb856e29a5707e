/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/plan-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/plan-blocks.h"
#include "app/widgets/program-words.h"
#include "core/compare.h"

/* How each session is spent, as the outcome or the pattern suggests and as it works for so many people. */
struct _RoundelPlanPage
{
  RoundelWizardPage parent_instance;

  GtkBox *tabs;
  RoundelPlanBlocks *blocks;
  GtkLabel *sum;
  GtkWidget *again;
  GtkLabel *problem;
  AdwPreferencesGroup *lead;
  GtkEditable *facilitator;
  GtkEditable *logistics;
  guint session; /* from 0 */
};

G_DEFINE_FINAL_TYPE (RoundelPlanPage, roundel_plan_page, ROUNDEL_TYPE_WIZARD_PAGE)

static void show_session (RoundelPlanPage *self);

static void
tab_cb (RoundelPlanPage *self,
        GtkToggleButton *tab)
{
  guint session = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tab), "session"));

  if (!gtk_toggle_button_get_active (tab) || session == self->session)
    return;
  self->session = session;
  show_session (self);
}

static guint
count_sessions (const RoundelProgram *program)
{
  guint n = 0;

  while (n < program->sessions->len && g_strcmp0 (((RoundelSession *) program->sessions->pdata[n])->circle,
                                                  ((RoundelSession *) program->sessions->pdata[0])->circle) == 0)
    n++;
  return n;
}

static void
fill_tabs (RoundelPlanPage      *self,
           const RoundelProgram *program,
           guint                 outcome)
{
  guint n = count_sessions (program);
  GtkToggleButton *first = NULL;

  for (GtkWidget *tab; (tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs))) != NULL;)
    gtk_box_remove (self->tabs, tab);
  self->session = MIN (self->session, n > 0 ? n - 1 : 0);
  for (guint i = 0; i < n; i++)
    {
      const RoundelSession *session = program->sessions->pdata[i];
      g_autofree char *title = roundel_words_session_title (program, session);
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      GtkWidget *tab = gtk_toggle_button_new_with_label (text);

      g_object_set_data (G_OBJECT (tab), "session", GUINT_TO_POINTER (i));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), i == self->session);
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), first);
      else
        first = GTK_TOGGLE_BUTTON (tab);
      gtk_widget_set_tooltip_text (tab, title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_widget_add_css_class (tab, "circular");
      gtk_widget_add_css_class (tab, "session-tab");
      roundel_outcome_dress (tab, outcome);
      g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->tabs, tab);
    }
}

static void
show_session (RoundelPlanPage *self)
{
  RoundelDraftModel *model = roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self));
  const RoundelProgram *program = roundel_draft_model_get_design (model)->program;
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (roundel_draft_model_get_desk (model)));
  const RoundelSession *session = program->sessions->pdata[self->session];
  g_autoptr (GError) error = NULL;
  g_autoptr (RoundelAgenda) agenda = roundel_program_expand_session (program, session, &formats, &error);
  g_autofree char *own = agenda != NULL ? roundel_agenda_dup_air_time (agenda) : NULL;
  g_autofree char *length = NULL;
  g_autofree char *sum = NULL;

  gtk_widget_set_visible (self->again, roundel_draft_find_plan (roundel_draft_model_get_draft (model), session->number) != NULL);
  roundel_plan_blocks_set (self->blocks, agenda, session->starts, roundel_draft_model_get_outcome (model)->number);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), agenda == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), agenda != NULL);
  if (agenda == NULL)
    {
      gtk_label_set_text (self->problem, error->message);
      return;
    }
  length = g_strdup_printf (_("%u of %u min"), roundel_agenda_seconds (agenda) / 60, session->seconds / 60);
  sum = own != NULL ? g_strdup_printf ("%s · %s", length, own) : g_strdup (length);
  gtk_label_set_text (self->sum, sum);
}

/* Actions */

static void
edit_session (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelPlanPage *self = ROUNDEL_PLAN_PAGE (widget);
  const RoundelDesign *design = roundel_draft_model_get_design (roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self)));

  if (design != NULL && self->session < design->program->sessions->len)
    gtk_widget_activate_action (widget, "wizard.edit-plan", "s",
                                ((RoundelSession *) design->program->sessions->pdata[self->session])->id);
}

static void
suggest_again (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  RoundelPlanPage *self = ROUNDEL_PLAN_PAGE (widget);
  RoundelDraftModel *model = roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self));

  roundel_draft_model_take_draft (model, roundel_draft_set_plan (roundel_draft_model_get_draft (model), self->session + 1, NULL));
}

static void
named_cb (RoundelPlanPage *self,
          GtkEditable     *entry)
{
  RoundelDraftModel *model = roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self));
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);
  const char *name = gtk_editable_get_text (entry);

  if (!roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)))
    roundel_draft_model_take_draft (model, entry == self->facilitator ? roundel_draft_set_facilitator (draft, name)
                                                                      : roundel_draft_set_logistics (draft, name));
}

static void
show_name (GtkEditable *entry,
           const char  *name)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), name != NULL ? name : "") != 0)
    gtk_editable_set_text (entry, name != NULL ? name : "");
}

/* Who leads, and until when (D7). */
static void
show_lead (RoundelPlanPage      *self,
           const RoundelDraft   *draft,
           const RoundelOutcome *outcome,
           guint                 n_sessions)
{
  g_autofree char *words = roundel_outcome_describe_facilitation (outcome, n_sessions);

  adw_preferences_group_set_description (self->lead, words);
  gtk_widget_set_visible (GTK_WIDGET (self->facilitator), outcome->facilitation != ROUNDEL_FACILITATION_MEMBERS);
  show_name (self->facilitator, draft->facilitator);
  show_name (self->logistics, draft->logistics);
}

static void
roundel_plan_page_refresh (RoundelWizardPage *page,
                           RoundelDraftModel *model)
{
  RoundelPlanPage *self = ROUNDEL_PLAN_PAGE (page);
  const RoundelDesign *design;

  design = roundel_draft_model_get_design (model);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), design != NULL && design->program->sessions->len > 0);
  if (design == NULL || design->program->sessions->len == 0)
    return;
  fill_tabs (self, design->program, roundel_draft_model_get_outcome (model)->number);
  show_session (self);
  show_lead (self, roundel_draft_model_get_draft (model), roundel_draft_model_get_outcome (model),
             count_sessions (design->program));
}

static void
roundel_plan_page_class_init (RoundelPlanPageClass *klass)
{
  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_plan_page_refresh;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan-page.edit", NULL, edit_session);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "plan-page.suggest", NULL, suggest_again);
}

static GtkEditable *
add_name (RoundelPlanPage *self,
          const char      *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  g_signal_connect_object (entry, "changed", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->lead, entry);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
make_steps (RoundelPlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *edit = gtk_button_new_with_label (_("Edit This Session…"));

  self->again = gtk_button_new_with_label (_("As suggested again"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "plan-page.edit");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->again), "plan-page.suggest");
  gtk_box_append (GTK_BOX (box), edit);
  gtk_box_append (GTK_BOX (box), self->again);
  return box;
}

static void
roundel_plan_page_init (RoundelPlanPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->tabs = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->tabs));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tabs), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sessions"), -1);
  self->blocks = ROUNDEL_PLAN_BLOCKS (roundel_plan_blocks_new ());
  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sum, 1);
  gtk_label_set_wrap (self->sum, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dim");
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "warning-text");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->blocks));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum));
  gtk_box_append (GTK_BOX (box), make_steps (self));
  self->lead = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->lead, _("Who leads"));
  self->facilitator = add_name (self, _("Who leads at first: nobody’s boss"));
  self->logistics = add_name (self, _("Who takes care of date, room and reminder"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lead));
  adw_bin_set_child (ADW_BIN (self), box);
}
