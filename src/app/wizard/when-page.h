/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WHEN_PAGE (roundel_when_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWhenPage, roundel_when_page, ROUNDEL, WHEN_PAGE, RoundelWizardPage)

G_END_DECLS
