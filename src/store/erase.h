/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/revision.h"

G_BEGIN_DECLS

#define ROUNDEL_ERASE_MAX 900 /* ids in one body of 64 KiB */

/**
 * RoundelErasedFunc:
 * @id: the id of a revision that an erasure names
 * @data: data
 * @error: return location
 *
 * Returns: %FALSE, with @error set, to end
 */
typedef gboolean (*RoundelErasedFunc) (const guint8  *id,
                                       gpointer       data,
                                       GError       **error);

char    *roundel_erase_body    (const GByteArray      *ids,
                                guint                  first);
gboolean roundel_erase_foreach (RoundelDb             *db,
                                const char            *body,
                                gsize                  length,
                                RoundelErasedFunc      func,
                                gpointer               data,
                                GError               **error);
gboolean roundel_erase_apply   (RoundelDb             *db,
                                const RoundelRevision *erasure,
                                GError               **error);
void     roundel_erase_bind    (RoundelStatement      *statement,
                                const guint8          *id,
                                const RoundelRevision *erasure);
gboolean roundel_erase_stub    (RoundelDb             *db,
                                const guint8          *id,
                                const RoundelRevision *scope,
                                GError               **error);

G_END_DECLS
