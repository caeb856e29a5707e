/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/format.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_FORMAT_PAGE (roundel_format_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelFormatPage, roundel_format_page, ROUNDEL, FORMAT_PAGE, AdwBin)

void roundel_format_page_set (RoundelFormatPage   *self,
                              const RoundelFormat *format,
                              guint                people);

G_END_DECLS
