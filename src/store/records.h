/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/current.h"
#include "store/record.h"
#include "store/schema.h"

G_BEGIN_DECLS

/**
 * RoundelRecords:
 *
 * One live file of records, open: what the notebook and the journal have in common. Each text ever written stays until
 * it is erased; what is read is what the revisions show.
 */
typedef struct _RoundelRecords RoundelRecords;

RoundelRecords *roundel_records_open       (const RoundelFileType *type,
                                            const char            *path,
                                            RoundelEnv            *env,
                                            guint                  wait,
                                            GError               **error);
RoundelRecords *roundel_records_open_db    (const RoundelFileType *type,
                                            RoundelDb             *db,
                                            RoundelEnv            *env,
                                            guint                  wait,
                                            GError               **error);
gboolean        roundel_records_close      (RoundelRecords        *self,
                                            GError               **error);
void            roundel_records_set_wait   (RoundelRecords        *self,
                                            guint                  wait);
void            roundel_records_set_changed (RoundelRecords       *self,
                                            void                 (*changed) (gpointer data),
                                            gpointer               data);
RoundelDb      *roundel_records_get_db     (RoundelRecords        *self);
RoundelEnv     *roundel_records_get_env    (RoundelRecords        *self);
const char     *roundel_records_get_device (RoundelRecords        *self);
guint           roundel_records_get_waiting (RoundelRecords       *self);

void            roundel_records_begin      (RoundelRecords        *self);
gboolean        roundel_records_commit     (RoundelRecords        *self,
                                            GError               **error);
void            roundel_records_cancel     (RoundelRecords        *self);
gboolean        roundel_records_flush      (RoundelRecords        *self,
                                            GError               **error);
gboolean        roundel_records_refresh    (RoundelRecords        *self,
                                            GError               **error);
void            roundel_records_add        (RoundelRecords        *self,
                                            const RoundelGroup    *group,
                                            const guint8          *circle,
                                            GByteArray            *parents,
                                            gboolean               deleted,
                                            const char            *body,
                                            char                 **text);
const guint8   *roundel_records_find_pending (RoundelRecords      *self,
                                            const RoundelGroup    *group);
gboolean        roundel_records_is_private (RoundelRecords        *self);

G_END_DECLS
