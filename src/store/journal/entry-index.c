/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/journal/entry-index.h"

#include "core/id.h"
#include "store/hlc.h"

/* A row of `entry`, as it is or as it should be. */
typedef struct
{
  gint64 place;
  gint64 seq; /* 0: none */
  gint64 written;
  gboolean live;
} Row;

static gboolean
read_old (RoundelDb     *db,
          const guint8  *id,
          Row           *row,
          GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db, "SELECT place, seq, written, live FROM entry WHERE id = :id", error);
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":id", id, ROUNDEL_ID_SIZE);
  if (roundel_db_next (db, statement, &failed))
    {
      row->place = sqlite3_column_int64 (statement, 0);
      row->seq = sqlite3_column_int64 (statement, 1);
      row->written = sqlite3_column_int64 (statement, 2);
      row->live = sqlite3_column_int (statement, 3) != 0;
    }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return *error == NULL;
}

static gboolean
read_new (RoundelDb     *db,
          const guint8  *id,
          Row           *row,
          GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT c.seq, c.live, unixepoch (json_extract (r.body, '$.written')), r.hlc"
                        " FROM current AS c JOIN revision AS r ON r.seq = c.seq"
                        " WHERE c.program = zeroblob (16) AND c.kind = 'entry' AND c.entity = :id"
                        "   AND c.register = '' AND c.ring = 'private' AND r.body IS NOT NULL", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":id", id, ROUNDEL_ID_SIZE);
  if (roundel_db_next (db, statement, error))
    {
      row->seq = sqlite3_column_int64 (statement, 0);
      row->live = sqlite3_column_int (statement, 1) != 0;
      row->written = sqlite3_column_int64 (statement, 2);
      if (sqlite3_column_type (statement, 2) == SQLITE_NULL)
        row->written = roundel_hlc_time (sqlite3_column_int64 (statement, 3)) / G_USEC_PER_SEC;
    }
  return *error == NULL;
}

/* Two entries of one second: the later one goes to the next free place. */
static gboolean
find_place (RoundelDb  *db,
            Row        *row,
            GError    **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM entry WHERE place = :place) THEN :place ELSE"
                        " (SELECT e.place + 1 FROM entry AS e WHERE e.place >= :place"
                        "  AND NOT EXISTS (SELECT 1 FROM entry WHERE place = e.place + 1) ORDER BY e.place LIMIT 1) END",
                        error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":place", row->written);
  if (roundel_db_next (db, statement, error))
    row->place = sqlite3_column_int64 (statement, 0);
  return *error == NULL;
}

static gboolean
run_at (RoundelDb   *db,
        const char  *sql,
        gint64       place,
        GError     **error)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":place", place);
  return roundel_db_run (db, statement, error);
}

static gboolean
write_row (RoundelDb     *db,
           const guint8  *id,
           const Row     *row,
           GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "INSERT INTO entry (place, id, seq, written, kind, program, live)"
                        " SELECT :place, :id, seq, :written, coalesce (json_extract (body, '$.kind'), 'note'),"
                        "        json_extract (body, '$.program'), :live"
                        " FROM revision WHERE seq = :seq", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":place", row->place);
  roundel_bind_blob (statement, ":id", id, ROUNDEL_ID_SIZE);
  roundel_bind_int64 (statement, ":written", row->written);
  roundel_bind_int64 (statement, ":live", row->live);
  roundel_bind_int64 (statement, ":seq", row->seq);
  return roundel_db_run (db, statement, error);
}

/* The index forgets a text only when it is told the same text again. */
static gboolean
remove_row (RoundelDb  *db,
            const Row  *row,
            GError    **error)
{
  if (row->live
      && (!run_at (db, "INSERT INTO search (search, rowid, text, tags)"
                       " SELECT 'delete', place, text, tags FROM entry_text WHERE place = :place", row->place, error)
          || !run_at (db, "DELETE FROM entry_text WHERE place = :place", row->place, error)))
    return FALSE;
  return run_at (db, "DELETE FROM entry WHERE place = :place", row->place, error);
}

static gboolean
add_row (RoundelDb     *db,
         const guint8  *id,
         const Row     *row,
         GError       **error)
{
  if (!write_row (db, id, row, error))
    return FALSE;
  return !row->live
         || run_at (db, "INSERT INTO entry_text (place, text, tags)"
                        " SELECT e.place, coalesce (json_extract (r.body, '$.text'), ''), json_extract (r.body, '$.tags')"
                        " FROM entry AS e JOIN revision AS r ON r.seq = e.seq WHERE e.place = :place", row->place, error);
}

/* The list of what one entry shows. What it showed is taken out of the index; what it shows now comes in with the others. */
static gboolean
list_one (RoundelDb     *db,
           const guint8  *id,
           GError       **error)
{
  Row before = { 0, }, after = { 0, };

  if (!read_old (db, id, &before, error) || !read_new (db, id, &after, error))
    return FALSE;
  if (before.seq == after.seq && before.live == after.live)
    return TRUE;
  if (before.seq != 0 && !remove_row (db, &before, error))
    return FALSE;
  if (after.seq == 0)
    return TRUE;
  after.place = before.place;
  if ((before.seq == 0 || before.written != after.written) && !find_place (db, &after, error))
    return FALSE;
  return add_row (db, id, &after, error);
}

/* All at once: between two statements FTS5 would write out a piece of index for each entry, which costs six times as much. */
static gboolean
index_new (RoundelDb  *db,
           gint64      since,
           GError    **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "INSERT INTO search (rowid, text, tags) SELECT t.place, t.text, t.tags"
                        " FROM revision AS r JOIN entry AS e ON e.id = r.entity AND e.seq = r.seq"
                        " JOIN entry_text AS t ON t.place = e.place"
                        " WHERE r.seq > :since AND r.kind = 'entry'", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":since", since);
  return roundel_db_run (db, statement, error);
}

/**
 * roundel_entry_index:
 * @db: a connection to a journal, in the transaction that writes
 * @since: revisions above it are new
 * @error: return location
 *
 * Brings the list of entries and the index of their texts up to date.
 *
 * Returns: whether it did
 */
gboolean
roundel_entry_index (RoundelDb  *db,
                     gint64      since,
                     GError    **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT entity FROM (SELECT entity, seq FROM revision WHERE seq > :since AND kind = 'entry'"
                        " UNION ALL SELECT e.id, 0 FROM entry AS e JOIN revision AS r ON r.seq = e.seq"
                        "  WHERE r.body IS NULL AND EXISTS (SELECT 1 FROM revision WHERE seq > :since AND kind = 'erase'))"
                        " ORDER BY seq", error);
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":since", since);
  while (failed == NULL && roundel_db_next (db, statement, &failed))
    list_one (db, sqlite3_column_blob (statement, 0), &failed);
  if (failed == NULL)
    return index_new (db, since, error);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_entry_index_clean:
 * @db: a connection to a journal
 * @first: whether it begins
 * @done: (out): whether nothing is left to do
 * @error: return location
 *
 * The words of a text that was taken out of the index stay in its segments until those are written anew: they are merged
 * into one, in pieces of some milliseconds (https://www.sqlite.org/fts5.html#the_merge_command). SQLite overwrites the pages
 * (secure_delete), and the log that still has them goes. FTS5's own secure-delete is of 3.42.
 *
 * Returns: whether the piece was done
 */
gboolean
roundel_entry_index_clean (RoundelDb  *db,
                           gboolean    first,
                           gboolean   *done,
                           GError    **error)
{
  sqlite3 *handle = roundel_db_get_handle (db);
  int before = sqlite3_total_changes (handle);

  *done = FALSE;
  if (!roundel_db_script (db, first ? "INSERT INTO search (search, rank) VALUES ('merge', -64)"
                                    : "INSERT INTO search (search, rank) VALUES ('merge', 64)", error))
    return FALSE;
  /* fewer than two changes: there was nothing to merge */
  *done = sqlite3_total_changes (handle) - before < 2;
  return !*done || roundel_db_checkpoint (db, error);
}

/**
 * roundel_entry_index_rebuild:
 * @db: a connection to a journal
 * @error: return location
 *
 * Makes list and index from nothing but the revisions.
 *
 * Returns: whether it did
 */
gboolean
roundel_entry_index_rebuild (RoundelDb  *db,
                             GError    **error)
{
  return roundel_db_script (db, "INSERT INTO search (search) VALUES ('delete-all');"
                                "DELETE FROM entry_text; DELETE FROM entry", error)
         && roundel_entry_index (db, 0, error);
}
