/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_CONFLICT_CARD (roundel_conflict_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelConflictCard, roundel_conflict_card, ROUNDEL, CONFLICT_CARD, AdwBin)

void roundel_conflict_card_show (RoundelConflictCard  *self,
                                 RoundelDesk          *desk,
                                 const RoundelProgram *program,
                                 const char           *entity);

G_END_DECLS
