/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_WELCOME (roundel_welcome_get_type ())
G_DECLARE_FINAL_TYPE (RoundelWelcome, roundel_welcome, ROUNDEL, WELCOME, AdwBin)

G_END_DECLS
