/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"
#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LESSONS_CARD (roundel_lessons_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLessonsCard, roundel_lessons_card, ROUNDEL, LESSONS_CARD, AdwBin)

void     roundel_lessons_card_show (RoundelLessonsCard   *self,
                                    RoundelDesk          *desk,
                                    const RoundelProgram *program);
gboolean roundel_lessons_card_fill (RoundelLessonsCard   *self);

G_END_DECLS
