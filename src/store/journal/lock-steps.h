/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "store/seal.h"

G_BEGIN_DECLS

/* What locking a journal takes, step by step; one that is open and one that is not go through the same. */

char        *roundel_lock_real_path   (const char    *path);
gboolean     roundel_lock_fail        (const char    *path,
                                       const char    *said,
                                       int            code,
                                       GError       **error);
gboolean     roundel_lock_leave_log   (RoundelDb     *db,
                                       GError       **error);
guint8      *roundel_lock_read_plain  (const char    *path,
                                       gsize         *length,
                                       GError       **error);
guint8      *roundel_lock_read_sealed (const char    *path,
                                       const char    *secret,
                                       gsize         *length,
                                       GError       **error);
void         roundel_lock_drop        (guint8        *content,
                                       gsize          length);
RoundelSeal *roundel_lock_new_seal    (const char    *passphrase,
                                       char         **recovery,
                                       GError       **error);
gboolean     roundel_lock_write       (RoundelSeal   *seal,
                                       const char    *path,
                                       const guint8  *content,
                                       gsize          length,
                                       GCancellable  *cancellable,
                                       GError       **error);
gboolean     roundel_lock_seal_over   (RoundelSeal   *seal,
                                       const char    *path,
                                       const guint8  *content,
                                       gsize          length,
                                       gboolean       was_plain,
                                       GError       **error);
void         roundel_lock_wipe        (int            fd);
gboolean     roundel_lock_seal_copies (RoundelSeal   *seal,
                                       const char    *path,
                                       const char    *secret,
                                       GError       **error);
char        *roundel_lock_beside      (const char    *real);
void         roundel_lock_tidy        (const char    *real);

G_END_DECLS
