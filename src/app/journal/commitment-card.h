/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/commitment.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_COMMITMENT_CARD (roundel_commitment_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelCommitmentCard, roundel_commitment_card, ROUNDEL, COMMITMENT_CARD, AdwBin)

GtkWidget *roundel_commitment_card_new     (void);
void       roundel_commitment_card_set     (RoundelCommitmentCard   *self,
                                            const RoundelCommitment *commitment,
                                            GPtrArray               *practices,
                                            guint                    outcome,
                                            gboolean                 shown,
                                            gint64                   now);
char      *roundel_commitment_dup_terms    (const RoundelCommitment *commitment);

G_END_DECLS
