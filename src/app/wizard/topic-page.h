/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_TOPIC_PAGE (roundel_topic_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelTopicPage, roundel_topic_page, ROUNDEL, TOPIC_PAGE, RoundelWizardPage)

G_END_DECLS
