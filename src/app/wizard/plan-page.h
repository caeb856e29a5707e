/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PLAN_PAGE (roundel_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPlanPage, roundel_plan_page, ROUNDEL, PLAN_PAGE, RoundelWizardPage)

G_END_DECLS
