/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/desk.h"

G_BEGIN_DECLS

char *roundel_example_add (RoundelDesk  *desk,
                           GError      **error);

G_END_DECLS
