/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_SESSIONS_CARD (roundel_sessions_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSessionsCard, roundel_sessions_card, ROUNDEL, SESSIONS_CARD, AdwBin)

void roundel_sessions_card_show (RoundelSessionsCard  *self,
                                 const RoundelProgram *program,
                                 const RoundelFormats *formats,
                                 guint                 outcome,
                                 gint64                now);

G_END_DECLS
