/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PEOPLE_CARD (roundel_people_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPeopleCard, roundel_people_card, ROUNDEL, PEOPLE_CARD, AdwBin)

void roundel_people_card_show (RoundelPeopleCard    *self,
                               const RoundelProgram *program,
                               const GPtrArray      *conflicts);

G_END_DECLS
