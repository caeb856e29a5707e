/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/info.h"

G_BEGIN_DECLS

/**
 * RoundelRestored:
 * @notebook: whether the notebook is, or would be, restored
 * @journal: whether the journal is
 * @sealed: whether the journal in the backup is locked, so that nothing in it was counted
 * @contents: of the backup; what it does not hold is 0
 * @kept: (element-type filename): where what was there before is kept
 *
 * What a restore does.
 */
typedef struct
{
  gboolean notebook;
  gboolean journal;
  gboolean sealed;
  RoundelInfo contents;
  GPtrArray *kept;
} RoundelRestored;

gboolean roundel_restore_preview (const char       *copy,
                                  RoundelRestored  *restored,
                                  GError          **error);
gboolean roundel_restore_apply   (const char       *copy,
                                  const char       *notebook,
                                  gboolean          with_journal,
                                  RoundelEnv       *env,
                                  RoundelRestored  *restored,
                                  GError          **error);
void     roundel_restored_clear  (RoundelRestored  *restored);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundelRestored, roundel_restored_clear)

G_END_DECLS
