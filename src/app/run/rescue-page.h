/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_RESCUE_PAGE (roundel_rescue_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelRescuePage, roundel_rescue_page, ROUNDEL, RESCUE_PAGE, AdwBin)

G_END_DECLS
