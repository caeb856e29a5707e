/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/slip.h"

#define WORTH "worth"
#define CHANGE "change"
#define LONGEST 300 /* characters of what should change */

/**
 * roundel_slip_add:
 * @journal: where the sums are
 * @tally: under which id they are counted
 * @worth: the answer to “worth my time”, 0 to %ROUNDEL_WORTH_MOST; -1 for none
 * @change: what should change; may be empty
 * @error: return location
 *
 * Counts the slip of one person. Only sums are kept: no row, no order and no time tells whose it was (E1).
 *
 * Returns: whether it was counted
 */
gboolean
roundel_slip_add (RoundelJournal  *journal,
                  const char      *tally,
                  int              worth,
                  const char      *change,
                  GError         **error)
{
  g_autofree char *text = g_utf8_substring (change, 0, MIN (g_utf8_strlen (change, -1), LONGEST));
  const RoundelTallyAnswer answer = { WORTH, worth, 1 };
  RoundelTallyComment comment = { CHANGE, NULL, 1 };

  g_strstrip (g_strdelimit (text, "\n\r\t", ' '));
  comment.text = text;
  return roundel_journal_add_slip (journal, tally, &answer, worth >= 0, &comment, *text != '\0', error);
}

/**
 * roundel_slip_close:
 * @tally: the sums
 * @id: names the evaluation
 * @session: (nullable): id of the session
 *
 * Returns: (transfer full) (nullable): what may be kept of them; %NULL when there are too few slips
 */
RoundelEvaluation *
roundel_slip_close (const RoundelTally *tally,
                    const char         *id,
                    const char         *session)
{
  g_autoptr (RoundelEvaluation) evaluation = roundel_evaluation_new (id, session);
  g_autoptr (GStrvBuilder) changes = g_strv_builder_new ();

  evaluation->slips = tally->slips;
  for (guint i = 0; i < tally->answers->len; i++)
    {
      const RoundelTallyAnswer *answer = &g_array_index (tally->answers, RoundelTallyAnswer, i);

      if (g_strcmp0 (answer->question, WORTH) == 0 && answer->answer >= 0 && answer->answer <= ROUNDEL_WORTH_MOST)
        evaluation->worth[answer->answer] = answer->times;
    }
  for (guint i = 0; i < tally->comments->len; i++)
    {
      const RoundelTallyComment *comment = &g_array_index (tally->comments, RoundelTallyComment, i);

      for (guint k = 0; g_strcmp0 (comment->question, CHANGE) == 0 && k < comment->times; k++)
        g_strv_builder_add (changes, comment->text);
    }
  g_strfreev (evaluation->changes);
  evaluation->changes = g_strv_builder_end (changes);
  return roundel_evaluation_close (evaluation) ? g_steal_pointer (&evaluation) : NULL;
}
