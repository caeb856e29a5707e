/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/program.h"
#include "store/merge.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_INCOMING (roundel_incoming_get_type ())
G_DECLARE_FINAL_TYPE (RoundelIncoming, roundel_incoming, ROUNDEL, INCOMING, GObject)

RoundelIncoming          *roundel_incoming_new          (RoundelNotebook      *notebook,
                                                         char                **paths);
void                      roundel_incoming_set_passphrase (RoundelIncoming    *self,
                                                         const char           *passphrase);
void                      roundel_incoming_read         (RoundelIncoming      *self,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
void                      roundel_incoming_bring_in     (RoundelIncoming      *self,
                                                         RoundelMergeFlags     flags,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean                  roundel_incoming_finish       (RoundelIncoming      *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);
const char               *roundel_incoming_get_backup   (RoundelIncoming      *self);
double                    roundel_incoming_get_progress (RoundelIncoming      *self);
const RoundelMergeResult *roundel_incoming_get_result   (RoundelIncoming      *self);
const GPtrArray          *roundel_incoming_get_changes  (RoundelIncoming      *self);
const char               *roundel_incoming_get_program_id (RoundelIncoming    *self);
const RoundelProgram     *roundel_incoming_get_program  (RoundelIncoming      *self);
GHashTable               *roundel_incoming_get_cards    (RoundelIncoming      *self);
char                     *roundel_incoming_dup_writers  (RoundelIncoming      *self);

G_END_DECLS
