/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PAGE (roundel_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPage, roundel_page, ROUNDEL, PAGE, AdwBin)

G_END_DECLS
