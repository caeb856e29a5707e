/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/program.h"

G_BEGIN_DECLS

void                 roundel_me_row_fill (AdwComboRow          *row,
                                          const RoundelProgram *program,
                                          const char           *me,
                                          const char           *nobody);
const RoundelMember *roundel_me_row_get  (AdwComboRow          *row,
                                          const RoundelProgram *program);

G_END_DECLS
