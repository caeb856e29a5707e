/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/export.h"

G_BEGIN_DECLS

char *roundel_outgoing_make (RoundelNotebook      *notebook,
                             const RoundelExport  *choice,
                             const char           *name,
                             GError              **error);

G_END_DECLS
