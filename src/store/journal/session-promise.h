/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/journal/journal.h"

G_BEGIN_DECLS

/**
 * RoundelSessionPromise:
 * @ROUNDEL_SESSION_PROMISE_UNKNOWN: nobody noted whether the owner of the journal made one
 * @ROUNDEL_SESSION_PROMISE_MADE: there is one, and its owner may write it down
 * @ROUNDEL_SESSION_PROMISE_SETTLED: there is none, or nothing more is to be asked about it
 *
 * What the journal knows of its owner's promise at the close of a session. The notebook only ever counts them (R3).
 */
typedef enum
{
  ROUNDEL_SESSION_PROMISE_UNKNOWN,
  ROUNDEL_SESSION_PROMISE_MADE,
  ROUNDEL_SESSION_PROMISE_SETTLED,
} RoundelSessionPromise;

gboolean              roundel_journal_set_session_promise (RoundelJournal         *self,
                                                           const char             *session,
                                                           RoundelSessionPromise   promise,
                                                           GError                **error);
RoundelSessionPromise roundel_journal_get_session_promise (RoundelJournal         *self,
                                                           const char             *session);

G_END_DECLS
