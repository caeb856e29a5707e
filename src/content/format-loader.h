/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/format.h"

G_BEGIN_DECLS

RoundelFormat *roundel_format_load (const char  *text,
                                    gssize       length,
                                    const char  *name,
                                    gboolean     translate,
                                    GError     **error);

G_END_DECLS
