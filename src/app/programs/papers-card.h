/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PAPERS_CARD (roundel_papers_card_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPapersCard, roundel_papers_card, ROUNDEL, PAPERS_CARD, AdwBin)

void roundel_papers_card_show (RoundelPapersCard    *self,
                               const RoundelProgram *program);

G_END_DECLS
