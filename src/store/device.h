/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/id.h"

G_BEGIN_DECLS

void roundel_device_find (RoundelEnv   *env,
                          const guint8 *file,
                          const char   *path,
                          guint8        device[ROUNDEL_ID_SIZE]);

G_END_DECLS
