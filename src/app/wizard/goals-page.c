/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/goals-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/evaluation-list.h"
#include "app/widgets/result-list.h"

/* The results wanted (D2), and how the program will be evaluated (E1). */
struct _RoundelGoalsPage
{
  RoundelWizardPage parent_instance;

  RoundelResultList *results;
  RoundelEvaluationList *evaluation;
};

G_DEFINE_FINAL_TYPE (RoundelGoalsPage, roundel_goals_page, ROUNDEL_TYPE_WIZARD_PAGE)

static void
edited_cb (RoundelGoalsPage *self,
           const GPtrArray  *results)
{
  RoundelDraftModel *model = roundel_wizard_page_get_model (ROUNDEL_WIZARD_PAGE (self));

  if (!roundel_wizard_page_is_refreshing (ROUNDEL_WIZARD_PAGE (self)))
    roundel_draft_model_take_draft (model, roundel_draft_set_results (roundel_draft_model_get_draft (model), results));
}

static void
roundel_goals_page_refresh (RoundelWizardPage *page,
                            RoundelDraftModel *model)
{
  RoundelGoalsPage *self = ROUNDEL_GOALS_PAGE (page);
  const RoundelDraft *draft = roundel_draft_model_get_draft (model);
  const RoundelOutcome *outcome = roundel_draft_model_get_outcome (model);

  if (outcome == NULL)
    return;
  roundel_result_list_set (self->results, draft->results != NULL ? draft->results : outcome->results, outcome);
  roundel_evaluation_list_set (self->evaluation, roundel_draft_model_get_design (model)->program, outcome);
}

static void
roundel_goals_page_class_init (RoundelGoalsPageClass *klass)
{
  ROUNDEL_WIZARD_PAGE_CLASS (klass)->refresh = roundel_goals_page_refresh;
}

static void
roundel_goals_page_init (RoundelGoalsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->results = ROUNDEL_RESULT_LIST (roundel_result_list_new ());
  self->evaluation = ROUNDEL_EVALUATION_LIST (roundel_evaluation_list_new (FALSE));
  g_signal_connect_object (self->results, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->results));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->evaluation));
  adw_bin_set_child (ADW_BIN (self), box);
}
