/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/share/incoming-names.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_INCOMING (roundel_incoming_get_type ())
G_DECLARE_FINAL_TYPE (RoundelIncoming, roundel_incoming, ROUNDEL, INCOMING, GObject)

/**
 * RoundelIncomingFile:
 * @program: (nullable): id of its program; %NULL when it does not come in
 * @writers: (nullable): who wrote what it would bring
 * @result: what it would bring if it came alone
 * @error: (nullable): why it does not come in
 *
 * One of the files.
 */
typedef struct
{
  char *path;
  char *program;
  char *writers;
  RoundelMergeResult result;
  GError *error;
} RoundelIncomingFile;

RoundelIncoming          *roundel_incoming_new          (RoundelNotebook      *notebook);
void                      roundel_incoming_add_file     (RoundelIncoming      *self,
                                                         const char           *path,
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
const GPtrArray          *roundel_incoming_get_files    (RoundelIncoming      *self);
const GPtrArray          *roundel_incoming_get_programs (RoundelIncoming      *self);
const RoundelIncomingProgram *roundel_incoming_find     (RoundelIncoming      *self,
                                                         const char           *program);
char                     *roundel_incoming_dup_writers  (RoundelIncoming      *self);

G_END_DECLS
