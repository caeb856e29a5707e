/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/env.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RoundelHouseCopy:
 * @time: when it was made, microseconds since 1970; 0: never
 * @place: (nullable): the folder it was written to
 * @same_disk: whether that is the disk of the notebook, so that it is lost with it
 *
 * The last copy of everything.
 */
typedef struct
{
  gint64 time;
  char *place;
  gboolean same_disk;
} RoundelHouseCopy;

gboolean roundel_house_pack   (const char        *notebook,
                               const char        *passphrase,
                               const char        *path,
                               RoundelEnv        *env,
                               GCancellable      *cancellable,
                               GError           **error);
gboolean roundel_house_unpack (const char        *path,
                               const char        *passphrase,
                               const char        *notebook,
                               RoundelEnv        *env,
                               GPtrArray         *kept,
                               GCancellable      *cancellable,
                               GError           **error);
void     roundel_house_last   (const char        *notebook,
                               RoundelHouseCopy  *copy);
void     roundel_house_copy_clear (RoundelHouseCopy *copy);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoundelHouseCopy, roundel_house_copy_clear)

G_END_DECLS
