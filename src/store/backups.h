/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"
#include "store/db.h"

G_BEGIN_DECLS

/**
 * RoundelBackupReason:
 * @ROUNDEL_BACKUP_DAILY: it is the one of its day
 * @ROUNDEL_BACKUP_BEFORE_MERGE: much was about to come in
 * @ROUNDEL_BACKUP_BEFORE_RESTORE: a backup took its place
 * @ROUNDEL_BACKUP_BEFORE_MOVING: what came from another computer took its place
 */
typedef enum
{
  ROUNDEL_BACKUP_DAILY,
  ROUNDEL_BACKUP_BEFORE_MERGE,
  ROUNDEL_BACKUP_BEFORE_RESTORE,
  ROUNDEL_BACKUP_BEFORE_MOVING,
} RoundelBackupReason;

/**
 * RoundelBackup:
 * @path: the copy of the notebook
 * @journal: (nullable): that of the journal, beside it
 * @made: when, in seconds since 1970
 * @reason: why it was made
 * @bytes: of both copies
 *
 * Private copies, in the folder of backups beside the notebook or, when something took its place, beside it.
 */
typedef struct
{
  char *path;
  char *journal;
  gint64 made;
  RoundelBackupReason reason;
  gint64 bytes;
} RoundelBackup;

void       roundel_backup_free (RoundelBackup *self);

GPtrArray *roundel_backups_list              (const char    *notebook);
GPtrArray *roundel_backups_list_all          (const char    *notebook);
gboolean   roundel_backups_make_daily        (const char    *notebook,
                                              const char    *journal,
                                              RoundelEnv    *env,
                                              GError       **error);
gboolean   roundel_backups_make_before_merge (RoundelDb     *notebook,
                                              RoundelEnv    *env,
                                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RoundelBackup, roundel_backup_free)

G_END_DECLS
