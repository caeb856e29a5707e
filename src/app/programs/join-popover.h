/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_JOIN_POPOVER (roundel_join_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelJoinPopover, roundel_join_popover, ROUNDEL, JOIN_POPOVER, GtkPopover)

void roundel_join_popover_show (RoundelJoinPopover   *self,
                                const RoundelProgram *program);

G_END_DECLS
