/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/programs/program-item.h"
#include "app/widgets/ring.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PROGRAM_ROW (roundel_program_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelProgramRow, roundel_program_row, ROUNDEL, PROGRAM_ROW, AdwBin)

void roundel_program_row_set (RoundelProgramRow  *self,
                              RoundelProgramItem *item);

G_END_DECLS
