/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"
#include "core/program.h"

G_BEGIN_DECLS

const RoundelProgram *roundel_about_find    (const GPtrArray *programs,
                                             const char      *id);
guint                 roundel_about_outcome (RoundelDesk     *desk,
                                             const GPtrArray *programs,
                                             const char      *id);
const RoundelProgram *roundel_about_mine    (const GPtrArray *programs,
                                             RoundelJournal  *journal);
const RoundelProgram *roundel_about_pick    (const GPtrArray *programs,
                                             RoundelJournal  *journal,
                                             const char      *page);

G_END_DECLS
