/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/keep.h"

#include <string.h>

#include "app/live-record.h"
#include "app/run/slip.h"
#include "store/journal/me.h"
#include "store/journal/session-promise.h"
#include "store/journal/setting.h"
#include "store/journal/tally.h"
#include "store/programs.h"

#define PAD "pad"

/**
 * roundel_keep_load_pad:
 * @desk: what the screens work on
 * @live: a session
 *
 * Returns: (transfer full): what has been written down in this session, before a crash too
 */
RoundelPad *
roundel_keep_load_pad (RoundelDesk *desk,
                       RoundelLive *live)
{
  RoundelJournal *journal = roundel_live_get_id (live) != NULL ? roundel_desk_get_journal (desk, NULL) : NULL;
  g_autofree char *text = journal != NULL ? roundel_journal_get_setting (journal, PAD, NULL) : NULL;
  const char *end = text != NULL ? strchr (text, '\n') : NULL;

  /* the pad of another session is none of this one's */
  if (end == NULL || strncmp (text, roundel_live_get_id (live), (gsize) (end - text)) != 0)
    return roundel_pad_new ();
  return roundel_pad_from_text (end + 1);
}

/**
 * roundel_keep_save_pad:
 * @desk: what the screens work on
 * @live: a session; of a rehearsal nothing is kept
 * @pad: what is written down
 * @error: return location
 *
 * Returns: whether it is safe in the journal, which nothing shares
 */
gboolean
roundel_keep_save_pad (RoundelDesk       *desk,
                       RoundelLive       *live,
                       const RoundelPad  *pad,
                       GError           **error)
{
  const char *id = roundel_live_get_id (live);
  RoundelJournal *journal;
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  if (id == NULL)
    return TRUE;
  journal = roundel_desk_get_journal (desk, error);
  if (journal == NULL)
    return FALSE;
  text = roundel_pad_to_text (pad);
  value = g_strconcat (id, "\n", text, NULL);
  return roundel_journal_set_setting (journal, PAD, value, error);
}

/**
 * roundel_keep_tally_id:
 * @live: a session
 *
 * Returns: (transfer none) (nullable): under which id its slips are counted; %NULL for a rehearsal
 */
const char *
roundel_keep_tally_id (RoundelLive *live)
{
  const char *session = roundel_live_get_meeting (live)->session;

  return roundel_live_is_rehearsal (live) ? NULL : session != NULL ? session : roundel_live_get_id (live);
}

/**
 * roundel_keep_make_left:
 * @desk: what the screens work on
 * @live: a session that is over
 * @pad: what was written down in it
 * @error: return location
 *
 * Returns: (transfer full): all that it leaves, or %NULL
 */
RoundelSessionLeft *
roundel_keep_make_left (RoundelDesk       *desk,
                        RoundelLive       *live,
                        const RoundelPad  *pad,
                        GError           **error)
{
  const char *id = roundel_live_get_id (live);
  RoundelJournal *journal = roundel_desk_get_journal (desk, error);
  g_autoptr (RoundelTally) tally = journal != NULL ? roundel_journal_get_tally (journal, roundel_keep_tally_id (live), error)
                                                   : NULL;
  RoundelSessionLeft *left;

  if (tally == NULL)
    return NULL;
  left = roundel_session_left_new (roundel_live_get_meeting (live)->circle, roundel_live_make_record (live, id),
                                   roundel_live_make_attendance (live, id));
  left->evaluation = roundel_slip_close (tally, id, left->record->session);
  roundel_pad_leave (pad, left);
  return left;
}

/* What the room heard of the promise of whoever writes the journal here, for that journal alone. */
static void
note_promise (RoundelDesk          *desk,
              const RoundelMeeting *meeting,
              const RoundelPad     *pad)
{
  RoundelJournal *journal = roundel_desk_get_journal (desk, NULL);
  g_autofree char *me = journal != NULL ? roundel_journal_get_me (journal, meeting->program, NULL) : NULL;

  for (guint i = 0; me != NULL && meeting->session != NULL && i < pad->promises->len; i++)
    {
      const RoundelPadPromise *promise = pad->promises->pdata[i];

      if (g_str_equal (promise->member, me) && promise->word != ROUNDEL_PROMISE_OPEN)
        roundel_journal_set_session_promise (journal, meeting->session,
                                             promise->word == ROUNDEL_PROMISE_PASSED ? ROUNDEL_SESSION_PROMISE_SETTLED
                                                                                     : ROUNDEL_SESSION_PROMISE_MADE, NULL);
    }
}

/**
 * roundel_keep_session:
 * @desk: what the screens work on
 * @live: a session that is over
 * @pad: what was written down in it
 * @error: return location
 *
 * What the session leaves goes into the notebook before it goes from the journal: who crashes between finds it again, at
 * its end, and writes the same once more.
 *
 * Returns: whether it is kept, or there was nothing to keep
 */
gboolean
roundel_keep_session (RoundelDesk       *desk,
                      RoundelLive       *live,
                      const RoundelPad  *pad,
                      GError           **error)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (live);
  g_autoptr (RoundelSessionLeft) left = NULL;

  if (roundel_live_get_id (live) == NULL || meeting->program == NULL)
    return TRUE;
  left = roundel_keep_make_left (desk, live, pad, error);
  if (left == NULL)
    return FALSE;
  note_promise (desk, meeting, pad);
  return roundel_notebook_add_left (roundel_desk_get_notebook (desk), meeting->program, left, error);
}

/**
 * roundel_keep_forget:
 * @desk: what the screens work on
 * @live: a session that is kept, or that nobody wants to keep
 *
 * The slips and what was written down are erased.
 */
void
roundel_keep_forget (RoundelDesk *desk,
                     RoundelLive *live)
{
  RoundelJournal *journal = roundel_live_get_id (live) != NULL ? roundel_desk_get_journal (desk, NULL) : NULL;

  if (journal == NULL)
    return;
  roundel_journal_clear_tally (journal, roundel_keep_tally_id (live), NULL);
  roundel_journal_set_setting (journal, PAD, NULL, NULL);
}
