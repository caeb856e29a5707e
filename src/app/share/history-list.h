/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"
#include "store/record.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_HISTORY_LIST (roundel_history_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelHistoryList, roundel_history_list, ROUNDEL, HISTORY_LIST, AdwBin)

void roundel_history_list_show (RoundelHistoryList   *self,
                                const GPtrArray      *history,
                                const char           *own,
                                GHashTable           *cards,
                                const RoundelProgram *program);

G_END_DECLS
