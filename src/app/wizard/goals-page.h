/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_GOALS_PAGE (roundel_goals_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelGoalsPage, roundel_goals_page, ROUNDEL, GOALS_PAGE, RoundelWizardPage)

G_END_DECLS
