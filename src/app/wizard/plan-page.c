/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/plan-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plan-blocks.h"
#include "app/widgets/session-tabs.h"
#include "core/compare.h"

/* How each session is spent, as the outcome or the pattern suggests and as it works for so many people. */
struct _RoundelPlanPage
{
  RoundelWizardPage parent_instance;

  RoundelSessionTabs *tabs;
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

/* Its number among those of the first circle, which come first. */
static void
chosen_cb (RoundelPlanPage *self,
           const char      *id)
{
  const RoundelDesign *design = roundel_draft_model_get_design (roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self)));
  const RoundelSession *session = design != NULL ? roundel_program_find_session (design->program, id) : NULL;

  if (session == NULL)
    return;
  self->session = session->number - 1;
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
  self->session = MIN (self->session, count_sessions (design->program) - 1);
  roundel_session_tabs_set (self->tabs, design->program, design->program->sessions->pdata[self->session],
                            roundel_draft_model_get_outcome (model)->number);
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

  self->again = gtk_button_new_with_label (_("As Suggested Again"));
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

  self->tabs = ROUNDEL_SESSION_TABS (roundel_session_tabs_new ());
  g_signal_connect_object (self->tabs, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->blocks = ROUNDEL_PLAN_BLOCKS (roundel_plan_blocks_new ());
  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sum, 1);
  gtk_label_set_wrap (self->sum, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dim");
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "warning-text");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->tabs));
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
