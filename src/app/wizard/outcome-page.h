/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_OUTCOME_PAGE (roundel_outcome_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelOutcomePage, roundel_outcome_page, ROUNDEL, OUTCOME_PAGE, RoundelWizardPage)

G_END_DECLS
