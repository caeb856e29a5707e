/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/info.h"

#include "store/journal/entry.h"

/* Nothing is ever taken out of `revision`: its last row tells how many there are. */
#define COUNT_REVISIONS "SELECT max (seq) FROM revision"
#define COUNT_BYTES "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"

/**
 * roundel_info_read:
 * @notebook: a notebook
 * @journal: the journal beside it
 * @info: (out caller-allocates): how much there is
 * @error: return location
 *
 * Returns: whether it could be counted
 */
gboolean
roundel_info_read (RoundelNotebook  *notebook,
                   RoundelJournal   *journal,
                   RoundelInfo      *info,
                   GError          **error)
{
  RoundelDb *shared = roundel_records_get_db (roundel_notebook_get_records (notebook));
  RoundelDb *private = roundel_journal_get_db (journal);
  gint64 revisions, bytes;

  if (!roundel_db_number (shared, "PRAGMA user_version", &info->schema, error)
      || !roundel_db_number (shared, "SELECT count (*) FROM current WHERE kind = 'program' AND live", &info->programs, error)
      || !roundel_db_number (shared, "SELECT count (DISTINCT entity) FROM current WHERE kind = 'session' AND live",
                             &info->sessions, error)
      || !roundel_db_number (private, ROUNDEL_COUNT_ENTRIES, &info->entries, error)
      || !roundel_db_number (shared, COUNT_REVISIONS, &info->revisions, error)
      || !roundel_db_number (private, COUNT_REVISIONS, &revisions, error)
      || !roundel_db_number (shared, COUNT_BYTES, &info->bytes, error)
      || !roundel_db_number (private, COUNT_BYTES, &bytes, error))
    return FALSE;
  info->revisions += revisions;
  info->bytes += bytes;
  return TRUE;
}
