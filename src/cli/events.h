/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/rehearsal.h"

G_BEGIN_DECLS

GArray *roundel_cli_events_read (const char  *text,
                                 gsize        length,
                                 const char  *name,
                                 GError     **error);

G_END_DECLS
