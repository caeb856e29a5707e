/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_N_OUTCOMES 10

#define ROUNDEL_TYPE_OUTCOME_BADGE (roundel_outcome_badge_get_type ())
G_DECLARE_FINAL_TYPE (RoundelOutcomeBadge, roundel_outcome_badge, ROUNDEL, OUTCOME_BADGE, AdwBin)

GtkWidget  *roundel_outcome_badge_new (guint                outcome,
                                       const char          *label);
void        roundel_outcome_badge_set (RoundelOutcomeBadge *self,
                                       guint                outcome,
                                       const char          *label);

void        roundel_outcome_dress     (GtkWidget           *widget,
                                       guint                outcome);
const char *roundel_outcome_icon_name (guint                outcome);

G_END_DECLS
