/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/run/keep.h"

G_BEGIN_DECLS

char *roundel_found_program (RoundelDesk       *desk,
                             RoundelLive       *live,
                             RoundelPad        *pad,
                             GError           **error);

G_END_DECLS
