/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"

G_BEGIN_DECLS

#define ROUNDEL_ID_SIZE 16

char    *roundel_id_new   (RoundelEnv   *env);
gboolean roundel_id_parse (const char   *text,
                           guint8        id[ROUNDEL_ID_SIZE]);
char    *roundel_id_text  (const guint8 *id);

G_END_DECLS
