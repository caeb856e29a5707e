/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/plan.h"

G_BEGIN_DECLS

char    *roundel_cli_describe_group    (const RoundelCliPlan *plan,
                                        const RoundelRound   *round,
                                        const GArray         *group);
char    *roundel_cli_describe_speakers (const RoundelCliPlan *plan,
                                        const RoundelRound   *round);
gboolean roundel_cli_has_turn          (const RoundelRound   *round,
                                        const GArray         *group);
gboolean roundel_cli_same_groups       (const RoundelRound   *a,
                                        const RoundelRound   *b);
gboolean roundel_cli_same_turn         (const RoundelRound   *a,
                                        const RoundelRound   *b);

G_END_DECLS
