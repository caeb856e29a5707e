/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/run/keep.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CLOSING_PAGE (roundel_closing_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelClosingPage, roundel_closing_page, ROUNDEL, CLOSING_PAGE, AdwBin)

void roundel_closing_page_set_live (RoundelClosingPage *self,
                                    RoundelDesk        *desk,
                                    RoundelLive        *live,
                                    const RoundelPad   *pad);
void roundel_closing_page_focus    (RoundelClosingPage *self);

G_END_DECLS
