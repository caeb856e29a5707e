/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ROUNDEL_TYPE_EMPTY_PAGE (roundel_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelEmptyPage, roundel_empty_page, ROUNDEL, EMPTY_PAGE, AdwBin)

G_END_DECLS
