/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_COMMITMENT_PANE (roundel_commitment_pane_get_type ())
G_DECLARE_FINAL_TYPE (RoundelCommitmentPane, roundel_commitment_pane, ROUNDEL, COMMITMENT_PANE, AdwBin)

void     roundel_commitment_pane_set_desk    (RoundelCommitmentPane *self,
                                              RoundelDesk           *desk,
                                              RoundelJournal        *journal);
void     roundel_commitment_pane_set_page    (RoundelCommitmentPane *self,
                                              const char            *program,
                                              const char            *kind);
void     roundel_commitment_pane_add         (RoundelCommitmentPane *self,
                                              const char            *text);
void     roundel_commitment_pane_keep        (RoundelCommitmentPane *self,
                                              const char            *program,
                                              const char            *session);
gboolean roundel_commitment_pane_try         (RoundelCommitmentPane *self,
                                              const char            *id);

G_END_DECLS
