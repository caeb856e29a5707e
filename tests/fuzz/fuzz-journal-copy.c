/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of a journal from anybody: it comes in twice as the same, or is refused, nothing else. */

#include "store/journal/copy.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (RoundelEnv) env = roundel_env_new_simulated (G_USEC_PER_SEC, 1);
  g_autoptr (RoundelJournal) journal = roundel_journal_open (NULL, env, 0, NULL);
  g_autofree char *text = g_malloc0 (size + 1);
  RoundelCopied first, second;

  g_assert_nonnull (journal);
  if (size > 0)
    memcpy (text, data, size);
  if (roundel_journal_read_json (journal, text, size, &first, NULL))
    {
      g_assert_true (roundel_journal_read_json (journal, text, size, &second, NULL));
      g_assert_cmpuint (second.added, ==, 0);
    }
  return 0;
}
