/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/**
 * RoundelLock:
 *
 * Held by the one program that shows a notebook on the screen. The command line writes without it: SQLite keeps the
 * writers apart.
 */
typedef struct _RoundelLock RoundelLock;

RoundelLock *roundel_lock_take (const char   *path,
                                GError      **error);
void         roundel_lock_free (RoundelLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelLock, roundel_lock_free)

G_END_DECLS
