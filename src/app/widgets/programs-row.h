/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

GPtrArray *roundel_programs_row_fill (AdwComboRow *row,
                                      RoundelDesk *desk,
                                      const char  *id);

G_END_DECLS
