/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * RoundelChecked:
 * @kind: `notebook`, `journal` or `share-file`
 * @schema: the version of its schema; of a share file, major × 1000 + minor
 * @sealed: whether it is encrypted: nothing was looked at but its kind
 * @problems: (element-type utf8): what is wrong with it, in the reader's language; empty when it is sound
 */
typedef struct
{
  const char *kind;
  guint schema;
  gboolean sealed;
  GPtrArray *problems;
} RoundelChecked;

gboolean roundel_check_file    (const char      *path,
                                RoundelChecked  *checked,
                                GError         **error);
void     roundel_checked_clear (RoundelChecked  *checked);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundelChecked, roundel_checked_clear)

G_END_DECLS
