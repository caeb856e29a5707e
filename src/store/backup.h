/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/schema.h"

G_BEGIN_DECLS

RoundelDb *roundel_backup_read    (const char   *path,
                                   GError      **error);
gboolean   roundel_backup_write   (const char   *path,
                                   const char   *copy,
                                   GError      **error);
gboolean   roundel_backup_restore (const char   *copy,
                                   const char   *path,
                                   const char   *kept,
                                   GError      **error);
char      *roundel_backup_path    (const char   *notebook_copy);

G_END_DECLS
