/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/journal/commitment.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PRACTICE_FORM (roundel_practice_form_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPracticeForm, roundel_practice_form, ROUNDEL, PRACTICE_FORM, AdwBin)

void  roundel_practice_form_open      (RoundelPracticeForm *self,
                                       RoundelJournal      *journal,
                                       GPtrArray           *commitments,
                                       guint                index);
char *roundel_practice_form_dup_noted (RoundelPracticeForm *self);
char *roundel_practice_form_save      (RoundelPracticeForm *self);

G_END_DECLS
