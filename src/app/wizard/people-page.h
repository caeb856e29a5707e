/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PEOPLE_PAGE (roundel_people_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPeoplePage, roundel_people_page, ROUNDEL, PEOPLE_PAGE, RoundelWizardPage)

G_END_DECLS
