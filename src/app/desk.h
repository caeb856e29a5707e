/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content/library.h"
#include "content/outcome.h"
#include "store/journal/journal.h"
#include "store/notebook.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_DESK (roundel_desk_get_type ())
G_DECLARE_FINAL_TYPE (RoundelDesk, roundel_desk, ROUNDEL, DESK, GObject)

RoundelDesk     *roundel_desk_new          (RoundelEnv   *env,
                                            const char   *notebook_path,
                                            GError      **error);
RoundelEnv      *roundel_desk_get_env      (RoundelDesk  *self);
RoundelNotebook *roundel_desk_get_notebook (RoundelDesk  *self);
RoundelJournal  *roundel_desk_get_journal  (RoundelDesk  *self,
                                            GError      **error);
void             roundel_desk_unlock_journal_async
                                           (RoundelDesk  *self,
                                            const char   *secret,
                                            GAsyncReadyCallback callback,
                                            gpointer      user_data);
gboolean         roundel_desk_unlock_journal_finish
                                           (RoundelDesk  *self,
                                            GAsyncResult *result,
                                            GError      **error);
RoundelLibrary  *roundel_desk_get_library  (RoundelDesk  *self);
const GPtrArray *roundel_desk_get_outcomes (RoundelDesk  *self);
const GPtrArray *roundel_desk_get_patterns (RoundelDesk  *self);
void roundel_desk_close (RoundelDesk *self);

G_END_DECLS
