/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_AROUND (roundel_around_get_type ())
G_DECLARE_FINAL_TYPE (RoundelAround, roundel_around, ROUNDEL, AROUND, AdwBin)

void roundel_around_show (RoundelAround *self);

G_END_DECLS
