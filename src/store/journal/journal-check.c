/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/journal/journal-check.h"

#include "store/backup.h"

#include <glib/gi18n-lib.h>

/* What is derived in a journal, and must be so: each gives the number of rows that are not. */
static const char *const derived[] = {
  "SELECT count (*) FROM (SELECT c.entity, c.seq, c.live FROM current AS c JOIN revision AS r ON r.seq = c.seq"
  " WHERE c.program = zeroblob (16) AND c.kind = 'entry' AND r.body IS NOT NULL EXCEPT SELECT id, seq, live FROM entry)",
  "SELECT count (*) FROM (SELECT id, seq, live FROM entry"
  " EXCEPT SELECT entity, seq, live FROM current WHERE program = zeroblob (16) AND kind = 'entry')",
  "SELECT count (*) FROM entry AS e JOIN revision AS r ON r.seq = e.seq LEFT JOIN entry_text AS t ON t.place = e.place"
  " WHERE e.live AND (t.text IS NOT coalesce (json_extract (r.body, '$.text'), '')"
  "                   OR t.tags IS NOT json_extract (r.body, '$.tags'))",
  "SELECT count (*) FROM entry_text AS t LEFT JOIN entry AS e ON e.place = t.place WHERE e.live IS NOT 1",
};

/**
 * roundel_journal_check:
 * @path: a journal
 * @checked: what roundel_check_file() said of it: more problems are added
 * @error: return location
 *
 * Looks whether the list of entries and the index of their texts are what the revisions say. The file is only read; the
 * index is checked in a copy.
 *
 * Returns: whether it could be looked at
 */
gboolean
roundel_journal_check (const char      *path,
                       RoundelChecked  *checked,
                       GError         **error)
{
  RoundelDb *copy = roundel_backup_read (path, error);
  g_autoptr (GError) failed = NULL;
  gint64 wrong = 0;

  if (copy == NULL)
    return FALSE;
  for (guint i = 0; failed == NULL && wrong == 0 && i < G_N_ELEMENTS (derived); i++)
    roundel_db_number (copy, derived[i], &wrong, &failed);
  if (failed == NULL && wrong > 0)
    g_ptr_array_add (checked->problems,
                     g_strdup_printf (ngettext ("%u entry is not listed as it was written", "%u entries are not listed as they were written",
                                                (guint) wrong), (guint) wrong));
  if (failed == NULL)
    roundel_db_script (copy, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", &failed);
  if (failed != NULL)
    g_ptr_array_add (checked->problems, g_strdup (failed->message));
  roundel_db_close (copy, NULL);
  return TRUE;
}
