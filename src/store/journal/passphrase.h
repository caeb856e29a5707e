/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

gboolean roundel_journal_opens_with (RoundelJournal       *self,
                                     const char           *secret,
                                     GError              **error);
void     roundel_journal_set_passphrase_async
                                    (RoundelJournal       *self,
                                     const char           *secret,
                                     const char           *passphrase,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean roundel_journal_set_passphrase_finish
                                    (RoundelJournal       *self,
                                     GAsyncResult         *result,
                                     char                **recovery,
                                     GError              **error);

G_END_DECLS
