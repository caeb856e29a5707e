/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_TITLE_POPOVER (roundel_title_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelTitlePopover, roundel_title_popover, ROUNDEL, TITLE_POPOVER, GtkPopover)

void roundel_title_popover_set (RoundelTitlePopover *self,
                                const char          *title,
                                const char          *topic);

G_END_DECLS
