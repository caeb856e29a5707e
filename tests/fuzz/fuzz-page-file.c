/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of Markdown or text from anybody: what comes of it goes out and comes in again as the same, and twice is once. */

#include "store/journal/page-file.h"

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
  g_autoptr (GPtrArray) copies = roundel_copies_new ();
  RoundelCopied copied = { 0, };
  RoundelCopy *copy;

  g_assert_nonnull (journal);
  if (size > 0)
    memcpy (text, data, size);
  if (!roundel_page_file_read (roundel_journal_get_db (journal), "2027-01-14 a.md", text, size, 0, &copy, NULL) || copy == NULL)
    return 0;
  g_ptr_array_add (copies, copy);
  if (!roundel_journal_take (journal, copies, 0, 1, &copied, NULL))
    return 0;
  g_assert_cmpuint (copied.added, ==, 1);
  if (size < ROUNDEL_BODY_MAX / 8)
    {
      g_autoptr (RoundelEntry) entry = roundel_journal_get_entry (journal, copy->id, NULL);
      g_autofree char *page = roundel_page_file_write (entry);

      g_assert_true (roundel_page_file_read (roundel_journal_get_db (journal), "b.md", page, strlen (page), 0, &copy, NULL));
      g_assert_nonnull (copy);
      g_ptr_array_add (copies, copy);
      g_assert_true (roundel_journal_take (journal, copies, 1, 2, &copied, NULL));
    }
  g_assert_true (roundel_journal_take (journal, copies, 0, copies->len, &copied, NULL));
  g_assert_cmpuint (copied.added, ==, 1);
  return 0;
}
