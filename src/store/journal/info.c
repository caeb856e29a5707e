/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/info.h"

#include "store/journal/entry.h"

/* Nothing is ever taken out of `revision`: its last row tells how many there are. */
#define COUNT_REVISIONS "SELECT max (seq) FROM revision"
#define COUNT_BYTES "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"

static gboolean
add_size (RoundelDb    *db,
          RoundelInfo  *info,
          GError      **error)
{
  gint64 revisions, bytes;

  if (!roundel_db_number (db, COUNT_REVISIONS, &revisions, error)
      || !roundel_db_number (db, COUNT_BYTES, &bytes, error))
    return FALSE;
  info->revisions += revisions;
  info->bytes += bytes;
  return TRUE;
}

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
  return roundel_info_count (roundel_records_get_db (roundel_notebook_get_records (notebook)),
                             roundel_journal_get_db (journal), info, error);
}

/**
 * roundel_info_count:
 * @notebook: (nullable): a connection to a notebook, or to a backup of one
 * @journal: (nullable): a connection to a journal, or to a backup of one
 * @info: (out caller-allocates): how much there is
 * @error: return location
 *
 * Returns: whether it could be counted
 */
gboolean
roundel_info_count (RoundelDb    *notebook,
                    RoundelDb    *journal,
                    RoundelInfo  *info,
                    GError      **error)
{
  *info = (RoundelInfo) { 0 };
  if (notebook != NULL
      && (!roundel_db_number (notebook, "PRAGMA user_version", &info->schema, error)
          || !roundel_db_number (notebook, "SELECT count (*) FROM current WHERE kind = 'program' AND live", &info->programs, error)
          || !roundel_db_number (notebook, "SELECT count (DISTINCT entity) FROM current WHERE kind = 'session' AND live",
                                 &info->sessions, error)
          || !add_size (notebook, info, error)))
    return FALSE;
  return journal == NULL
         || (roundel_db_number (journal, ROUNDEL_COUNT_ENTRIES, &info->entries, error) && add_size (journal, info, error));
}
