/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LEAVING_LIST (roundel_leaving_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLeavingList, roundel_leaving_list, ROUNDEL, LEAVING_LIST, AdwBin)

void roundel_leaving_list_show (RoundelLeavingList   *self,
                                GPtrArray            *records,
                                const RoundelProgram *program);

G_END_DECLS
