/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PERSON_POPOVER (roundel_person_popover_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPersonPopover, roundel_person_popover, ROUNDEL, PERSON_POPOVER, GtkPopover)

GtkWidget *roundel_person_popover_new (const RoundelProgram *program,
                                       const RoundelMember  *member,
                                       const char           *conflict);

G_END_DECLS
