/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/commitment.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_COMMITMENT_FORM (roundel_commitment_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelCommitmentForm, roundel_commitment_form, ROUNDEL, COMMITMENT_FORM, AdwBin)

void     roundel_commitment_form_open (RoundelCommitmentForm    *self,
                                       RoundelJournal           *journal,
                                       const char               *program,
                                       const char               *session,
                                       guint                     active,
                                       const char               *id,
                                       const char               *text);
void     roundel_commitment_form_ask_cue (RoundelCommitmentForm *self);
char    *roundel_commitment_form_save (RoundelCommitmentForm    *self);

G_END_DECLS
