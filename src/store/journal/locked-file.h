/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "store/lock.h"
#include "store/seal.h"

G_BEGIN_DECLS

/**
 * RoundelLockedFile:
 *
 * A journal that is encrypted on the disk and open in memory. What is written goes back to the disk by itself: a new file
 * in the place of the old one, whole or not at all.
 */
typedef struct _RoundelLockedFile RoundelLockedFile;

RoundelLockedFile *roundel_locked_file_open  (const char          *path,
                                              const char          *secret,
                                              guint                wait,
                                              RoundelDb          **db,
                                              GError             **error);
void               roundel_locked_file_set_wait (RoundelLockedFile *self,
                                              guint                wait);
void               roundel_locked_file_set_told (RoundelLockedFile *self,
                                              void               (*told) (const char *trouble,
                                                                          gpointer    data),
                                              gpointer             data);
gboolean           roundel_locked_file_flush (RoundelLockedFile   *self,
                                              GError             **error);
void               roundel_locked_file_free  (RoundelLockedFile   *self);
RoundelLockedFile *roundel_locked_file_new   (const char          *path,
                                              RoundelSeal         *seal,
                                              RoundelLock         *lock,
                                              guint                wait,
                                              RoundelDb           *db);
RoundelSeal       *roundel_locked_file_get_seal (RoundelLockedFile *self);
gboolean           roundel_locked_file_put   (RoundelLockedFile   *self,
                                              const char          *written,
                                              RoundelSeal         *seal,
                                              GError             **error);
void               roundel_locked_file_touch (RoundelLockedFile   *self);

G_END_DECLS
