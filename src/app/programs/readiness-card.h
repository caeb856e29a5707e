/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/readiness.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_READINESS_CARD (roundel_readiness_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelReadinessCard, roundel_readiness_card, ROUNDEL, READINESS_CARD, AdwBin)

void roundel_readiness_card_show (RoundelReadinessCard *self,
                                  const char           *program,
                                  GPtrArray            *readiness,
                                  guint                 outcome);

G_END_DECLS
