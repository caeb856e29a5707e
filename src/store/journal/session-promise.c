/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/session-promise.h"

#include "store/journal/setting.h"

static const char *const words[] = {
  [ROUNDEL_SESSION_PROMISE_UNKNOWN] = NULL,
  [ROUNDEL_SESSION_PROMISE_MADE] = "made",
  [ROUNDEL_SESSION_PROMISE_SETTLED] = "settled",
};

static char *
dup_name (const char *session)
{
  return g_strconcat ("promise.", session, NULL);
}

/**
 * roundel_journal_set_session_promise:
 * @self: a journal
 * @session: id of a session
 * @promise: what is known of its owner's promise there
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
roundel_journal_set_session_promise (RoundelJournal         *self,
                                     const char             *session,
                                     RoundelSessionPromise   promise,
                                     GError                **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && session != NULL, FALSE);

  name = dup_name (session);
  return roundel_journal_set_setting (self, name, words[promise], error);
}

/**
 * roundel_journal_get_session_promise:
 * @self: a journal
 * @session: id of a session
 *
 * Returns: what is known of its owner's promise there
 */
RoundelSessionPromise
roundel_journal_get_session_promise (RoundelJournal *self,
                                     const char     *session)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (self) && session != NULL, ROUNDEL_SESSION_PROMISE_UNKNOWN);

  name = dup_name (session);
  value = roundel_journal_get_setting (self, name, NULL);
  for (guint i = ROUNDEL_SESSION_PROMISE_MADE; value != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (value, words[i]))
      return (RoundelSessionPromise) i;
  return ROUNDEL_SESSION_PROMISE_UNKNOWN;
}
