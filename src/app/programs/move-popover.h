/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_MOVE_POPOVER (roundel_move_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelMovePopover, roundel_move_popover, ROUNDEL, MOVE_POPOVER, GtkPopover)

GtkWidget *roundel_move_popover_new (const RoundelSession *session);

G_END_DECLS
