/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"
#include "store/db.h"

G_BEGIN_DECLS

/**
 * RoundelBackup:
 * @path: the copy of the notebook
 * @journal: (nullable): that of the journal, beside it
 * @made: when, in seconds since 1970
 * @before_merge: made because a large merge came; otherwise the one of its day
 * @bytes: of both copies
 *
 * Private copies as they lie in the folder of backups beside the notebook.
 */
typedef struct
{
  char *path;
  char *journal;
  gint64 made;
  gboolean before_merge;
  gint64 bytes;
} RoundelBackup;

void       roundel_backup_free (RoundelBackup *self);

GPtrArray *roundel_backups_list              (const char    *notebook);
gboolean   roundel_backups_make_daily        (const char    *notebook,
                                              const char    *journal,
                                              RoundelEnv    *env,
                                              GError       **error);
gboolean   roundel_backups_make_before_merge (RoundelDb     *notebook,
                                              RoundelEnv    *env,
                                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelBackup, roundel_backup_free)

G_END_DECLS
