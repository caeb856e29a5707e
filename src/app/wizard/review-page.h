/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_REVIEW_PAGE (roundel_review_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReviewPage, roundel_review_page, ROUNDEL, REVIEW_PAGE, RoundelWizardPage)

G_END_DECLS
