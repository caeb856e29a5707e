/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/revision.h"

G_BEGIN_DECLS

/**
 * RoundelIdCursor:
 *
 * A cursor over the ids that are here, which follows an ascending walk through others.
 */
typedef struct
{
  RoundelDb *db;
  sqlite3_stmt *ids;
  guint8 at[ROUNDEL_HASH_SIZE];
  gboolean begun;
  gboolean ended;
} RoundelIdCursor;

gboolean roundel_id_cursor_has (RoundelIdCursor  *cursor,
                                const guint8     *id,
                                gboolean         *here,
                                GError          **error);

G_END_DECLS
