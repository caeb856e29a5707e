/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/wizard/draft-model.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WIZARD_PAGE (roundel_wizard_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (RoundelWizardPage, roundel_wizard_page, ROUNDEL, WIZARD_PAGE, AdwBin)

/**
 * RoundelWizardPageClass:
 * @refresh: shows the draft as it is now; called when the page comes to be seen, and after each edit while it is
 * @leave: (nullable): takes what is typed and was not yet taken; called before another page, and before the program is made
 *
 * A page of the wizard. It edits the draft of its model and nothing else, so that going back keeps everything.
 */
struct _RoundelWizardPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (RoundelWizardPage *self,
                   RoundelDraftModel *model);
  void (*leave)   (RoundelWizardPage *self);
};

void               roundel_wizard_page_set_model     (RoundelWizardPage *self,
                                                      RoundelDraftModel *model);
RoundelDraftModel *roundel_wizard_page_get_model     (RoundelWizardPage *self);
gboolean           roundel_wizard_page_is_refreshing (RoundelWizardPage *self);
void               roundel_wizard_page_leave         (RoundelWizardPage *self);

G_END_DECLS
