/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/wizard/wizard-page.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PREVIEW (roundel_preview_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPreview, roundel_preview, ROUNDEL, PREVIEW, RoundelWizardPage)

G_END_DECLS
