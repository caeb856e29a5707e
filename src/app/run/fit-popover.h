/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/live.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_FIT_POPOVER (roundel_fit_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelFitPopover, roundel_fit_popover, ROUNDEL, FIT_POPOVER, GtkPopover)

void roundel_fit_popover_set_live (RoundelFitPopover *self,
                                   RoundelLive       *live);

G_END_DECLS
