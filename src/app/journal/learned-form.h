/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/commitment.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LEARNED_FORM (roundel_learned_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLearnedForm, roundel_learned_form, ROUNDEL, LEARNED_FORM, AdwBin)

void     roundel_learned_form_open (RoundelLearnedForm      *self,
                                    RoundelJournal          *journal,
                                    const RoundelCommitment *commitment);
gboolean roundel_learned_form_save (RoundelLearnedForm      *self);

G_END_DECLS
