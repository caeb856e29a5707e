/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RESULTS_CARD (roundel_results_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelResultsCard, roundel_results_card, ROUNDEL, RESULTS_CARD, AdwBin)

void roundel_results_card_show (RoundelResultsCard   *self,
                                const RoundelProgram *program);

G_END_DECLS
