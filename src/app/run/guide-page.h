/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_GUIDE_PAGE (roundel_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelGuidePage, roundel_guide_page, ROUNDEL, GUIDE_PAGE, AdwBin)

void roundel_guide_page_set_formats (RoundelGuidePage     *self,
                                     const RoundelFormats *formats);
void roundel_guide_page_set_live    (RoundelGuidePage     *self,
                                     RoundelLive          *live);

G_END_DECLS
