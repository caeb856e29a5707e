/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *roundel_group_sizes (guint    n,
                             guint    min,
                             guint    max,
                             guint    best,
                             GError **error);

G_END_DECLS
