/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/current.h"

#include "store/heads.h"
#include "store/mutant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  RoundelDb *db;
  gint64 since;
  RoundelShownFunc shown;
  gpointer data;
  gboolean only_look;
  guint n_wrong;       /* groups that show something else than they should */
  guint n_groups;
  GError *error;

  RoundelGroup group;
  RoundelShown before;
  GArray *nodes;       /* RoundelNode */
  GByteArray *parents; /* their parents' ids */
} Work;

/* A parent outside the group: one that has not arrived yet is well, one that is here belongs to something else. */
static void
check_unknown (const RoundelNode *node,
               const guint8      *parent,
               gpointer           data)
{
  Work *work = data;
  g_autoptr (RoundelStatement) statement = NULL;

  if (node->seq <= work->since || work->error != NULL)
    return;
  statement = roundel_db_prepare (work->db, "SELECT 1 FROM revision WHERE id = :id", &work->error);
  if (statement == NULL)
    return;
  roundel_bind_blob (statement, ":id", parent, ROUNDEL_HASH_SIZE);
  if (roundel_db_next (work->db, statement, &work->error))
    g_set_error_literal (&work->error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
                         _("A text claims to follow one of another record."));
}

static gboolean
drop_superseded_everywhere (Work *work)
{
  for (guint i = 0; i < work->nodes->len; i++)
    {
      RoundelNode *node = &g_array_index (work->nodes, RoundelNode, i);
      g_autoptr (RoundelStatement) statement =
        roundel_db_prepare (work->db, "SELECT 1 FROM revision WHERE instr (parents, :id) > 0", &work->error);

      if (statement == NULL)
        return FALSE;
      roundel_bind_blob (statement, ":id", node->id, ROUNDEL_HASH_SIZE);
      node->head = node->head && !roundel_db_next (work->db, statement, &work->error);
    }
  return work->error == NULL;
}

/* How many different texts the live heads have: the same text written on two devices is one. */
static gboolean
count_versions (Work         *work,
                RoundelShown *after)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < work->nodes->len; i++)
    {
      const RoundelNode *node = &g_array_index (work->nodes, RoundelNode, i);
      g_autoptr (RoundelStatement) statement = NULL;

      if (!node->head || !node->live)
        continue;
      statement = roundel_db_prepare (work->db, "SELECT body FROM revision WHERE seq = :seq", &work->error);
      if (statement == NULL)
        return FALSE;
      roundel_bind_int64 (statement, ":seq", node->seq);
      if (!roundel_db_next (work->db, statement, &work->error))
        return FALSE;
      g_hash_table_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  after->versions = g_hash_table_size (texts);
  return TRUE;
}

static gboolean
write_current (Work               *work,
               const RoundelShown *after)
{
  const RoundelGroup *group = &work->group;
  g_autoptr (RoundelStatement) statement = NULL;

  if (work->before.seq == 0)
    statement = roundel_db_prepare (work->db,
                                    "INSERT INTO current (program, kind, entity, register, ring, seq, heads, versions, live)"
                                    " VALUES (:program, :kind, :entity, :register, :ring, :seq, :heads, :versions, :live)",
                                    &work->error);
  else
    statement = roundel_db_prepare (work->db,
                                    "UPDATE current SET seq = :seq, heads = :heads, versions = :versions, live = :live"
                                    " WHERE program = :program AND kind = :kind AND entity = :entity"
                                    "   AND register = :register AND ring = :ring",
                                    &work->error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":program", group->program, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":kind", group->kind, -1);
  roundel_bind_blob (statement, ":entity", group->entity, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":register", group->reg, -1);
  roundel_bind_text (statement, ":ring", group->ring, -1);
  roundel_bind_int64 (statement, ":seq", after->seq);
  roundel_bind_int64 (statement, ":heads", after->heads);
  roundel_bind_int64 (statement, ":versions", after->versions);
  roundel_bind_int64 (statement, ":live", after->live);
  return roundel_db_run (work->db, statement, &work->error);
}

static gboolean
shows_the_same (const RoundelShown *a,
                const RoundelShown *b)
{
  return a->seq == b->seq && a->heads == b->heads && a->versions == b->versions && a->live == b->live;
}

static gboolean
finish_group (Work *work)
{
  RoundelShown after = { 0, };
  const RoundelNode *winner;
  guint found;

  if (work->nodes->len == 0)
    return TRUE;
  found = roundel_heads_find (work->nodes, work->parents, check_unknown, work);
  if (work->error != NULL)
    return FALSE;
  winner = &g_array_index (work->nodes, RoundelNode, found);
  if (roundel_mutant == MUTANT_SUPERSEDED_EVERYWHERE && !drop_superseded_everywhere (work))
    return FALSE;
  after.seq = winner->seq;
  after.live = winner->live;
  for (guint i = 0; i < work->nodes->len; i++)
    after.heads += g_array_index (work->nodes, RoundelNode, i).head ? 1 : 0;
  after.versions = winner->live ? 1 : 0;
  if (after.heads > 1 && !count_versions (work, &after))
    return FALSE;
  work->n_groups++;
  if (!shows_the_same (&after, &work->before))
    {
      work->n_wrong++;
      if (!work->only_look && !write_current (work, &after))
        return FALSE;
    }
  if (work->shown != NULL)
    work->shown (&work->group, &work->before, &after, work->data);
  g_array_set_size (work->nodes, 0);
  g_byte_array_set_size (work->parents, 0);
  return TRUE;
}

/* Takes over the group that the row's first columns name, if it is another one than before. */
static gboolean
enter_group (Work             *work,
             RoundelStatement *row)
{
  RoundelGroup *group = &work->group;
  const guint8 *program = sqlite3_column_blob (row, 0);
  const char *kind = (const char *) sqlite3_column_text (row, 1);
  const guint8 *entity = sqlite3_column_blob (row, 2);
  const char *reg = (const char *) sqlite3_column_text (row, 3);
  const char *ring = (const char *) sqlite3_column_text (row, 4);

  if (work->nodes->len > 0
      && memcmp (group->entity, entity, ROUNDEL_ID_SIZE) == 0 && memcmp (group->program, program, ROUNDEL_ID_SIZE) == 0
      && g_str_equal (group->reg, reg) && g_str_equal (group->kind, kind) && g_str_equal (group->ring, ring))
    return TRUE;
  if (!finish_group (work))
    return FALSE;
  memcpy (group->program, program, ROUNDEL_ID_SIZE);
  memcpy (group->entity, entity, ROUNDEL_ID_SIZE);
  g_strlcpy (group->kind, kind, sizeof group->kind);
  g_strlcpy (group->reg, reg, sizeof group->reg);
  g_strlcpy (group->ring, ring, sizeof group->ring);
  work->before.seq = sqlite3_column_int64 (row, 11);
  work->before.heads = sqlite3_column_int64 (row, 12);
  work->before.versions = sqlite3_column_int64 (row, 13);
  work->before.live = sqlite3_column_int64 (row, 14) != 0;
  return TRUE;
}

static void
take_node (Work             *work,
           RoundelStatement *row)
{
  RoundelNode node = { .seq = sqlite3_column_int64 (row, 5), .hlc = sqlite3_column_int64 (row, 7) };
  int length = sqlite3_column_bytes (row, 8);

  memcpy (node.id, sqlite3_column_blob (row, 6), ROUNDEL_HASH_SIZE);
  node.parents = work->parents->len / ROUNDEL_HASH_SIZE;
  node.n_parents = (guint) length / ROUNDEL_HASH_SIZE;
  node.live = sqlite3_column_int (row, 9) == 0 && sqlite3_column_int (row, 10) == 0;
  if (length > 0)
    g_byte_array_append (work->parents, sqlite3_column_blob (row, 8), (guint) length);
  g_array_append_val (work->nodes, node);
}

/* Works out group after group from rows that are ordered by group. */
static gboolean
work_through (Work        *work,
              const char  *sql,
              GError     **error)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (work->db, sql, error);

  if (statement == NULL)
    return FALSE;
  work->nodes = g_array_new (FALSE, FALSE, sizeof (RoundelNode));
  work->parents = g_byte_array_new ();
  while (work->error == NULL && roundel_db_next (work->db, statement, &work->error))
    if (enter_group (work, statement))
      take_node (work, statement);
  if (work->error == NULL)
    finish_group (work);
  g_array_unref (work->nodes);
  g_byte_array_unref (work->parents);
  if (work->error == NULL)
    return TRUE;
  g_propagate_error (error, work->error);
  return FALSE;
}

/**
 * roundel_current_prepare:
 * @db: a connection
 * @error: return location
 *
 * Makes the temporary list of groups to be worked out again.
 *
 * Returns: whether it is there
 */
gboolean
roundel_current_prepare (RoundelDb  *db,
                         GError    **error)
{
  return roundel_db_script (db,
                            "CREATE TEMP TABLE IF NOT EXISTS touched ("
                            "  program BLOB, kind TEXT, entity BLOB, register TEXT, ring TEXT,"
                            "  PRIMARY KEY (entity, register, kind, ring, program)) WITHOUT ROWID", error);
}

/**
 * roundel_current_touch:
 * @db: a connection
 * @revision: what has come or gone
 * @error: return location
 *
 * Notes that its group is to be worked out again. An erasure is no record and shows nothing.
 *
 * Returns: whether it is noted
 */
gboolean
roundel_current_touch (RoundelDb              *db,
                       const RoundelRevision  *revision,
                       GError                **error)
{
  g_autoptr (RoundelStatement) statement = NULL;

  if (g_str_equal (revision->kind, ROUNDEL_KIND_ERASE))
    return TRUE;
  statement = roundel_db_prepare (db,
                                  "INSERT OR IGNORE INTO temp.touched (program, kind, entity, register, ring)"
                                  " VALUES (:program, :kind, :entity, :register, :ring)", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_blob (statement, ":program", revision->program, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":kind", revision->kind, -1);
  roundel_bind_blob (statement, ":entity", revision->entity, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":register", revision->reg, -1);
  roundel_bind_text (statement, ":ring", revision->ring, -1);
  return roundel_db_run (db, statement, error);
}

/**
 * roundel_current_update:
 * @db: a connection
 * @since: rows above this seq are new: a parent of theirs that belongs to another record is refused
 * @shown: (scope call) (nullable): called for each group
 * @data: for @shown
 * @error: return location
 *
 * Works out what the touched groups show, and forgets that they were touched.
 *
 * Returns: whether all is well
 */
gboolean
roundel_current_update (RoundelDb         *db,
                        gint64             since,
                        RoundelShownFunc   shown,
                        gpointer           data,
                        GError           **error)
{
  Work work = { .db = db, .since = since, .shown = shown, .data = data };

  return work_through (&work,
                       "SELECT t.program, t.kind, t.entity, t.register, t.ring,"
                       "       r.seq, r.id, r.hlc, r.parents, r.deleted, r.body IS NULL,"
                       "       c.seq, c.heads, c.versions, c.live"
                       " FROM temp.touched AS t"
                       " LEFT JOIN current AS c ON c.program = t.program AND c.kind = t.kind AND c.entity = t.entity"
                       "                       AND c.register = t.register AND c.ring = t.ring"
                       " CROSS JOIN revision AS r ON r.entity = t.entity AND r.program = t.program AND r.kind = t.kind"
                       "                         AND r.register = t.register AND r.ring = t.ring"
                       " ORDER BY t.entity, t.register, t.kind, t.ring, t.program", error)
         && roundel_db_do (db, "DELETE FROM temp.touched", error);
}

/**
 * roundel_current_rebuild:
 * @db: a connection
 * @error: return location
 *
 * Works out what every group shows from nothing but the revisions.
 *
 * Returns: whether all is well
 */
gboolean
roundel_current_rebuild (RoundelDb  *db,
                         GError    **error)
{
  Work work = { .db = db, .since = G_MAXINT64 };

  return roundel_db_do (db, "DELETE FROM current", error)
         && work_through (&work,
                          "SELECT program, kind, entity, register, ring,"
                          "       seq, id, hlc, parents, deleted, body IS NULL, 0, 0, 0, 0"
                          " FROM revision WHERE kind <> 'erase'"
                          " ORDER BY program, kind, entity, register, ring", error);
}

/**
 * roundel_current_verify:
 * @db: a connection
 * @n_wrong: (out): how many groups show something else than a rebuild would give
 * @error: return location
 *
 * Changes nothing.
 *
 * Returns: whether it could be worked out
 */
gboolean
roundel_current_verify (RoundelDb  *db,
                        guint      *n_wrong,
                        GError    **error)
{
  Work work = { .db = db, .since = G_MAXINT64, .only_look = TRUE };
  gint64 n_rows;

  if (!work_through (&work,
                     "SELECT r.program, r.kind, r.entity, r.register, r.ring,"
                     "       r.seq, r.id, r.hlc, r.parents, r.deleted, r.body IS NULL, c.seq, c.heads, c.versions, c.live"
                     " FROM revision AS r"
                     " LEFT JOIN current AS c ON c.program = r.program AND c.kind = r.kind AND c.entity = r.entity"
                     "                       AND c.register = r.register AND c.ring = r.ring"
                     " WHERE r.kind <> 'erase' ORDER BY r.program, r.kind, r.entity, r.register, r.ring", error)
      || !roundel_db_number (db, "SELECT count (*) FROM current", &n_rows, error))
    return FALSE;
  *n_wrong = work.n_wrong + (guint) ABS (n_rows - (gint64) work.n_groups);
  return TRUE;
}

/**
 * roundel_current_heads:
 * @db: a connection
 * @group: a register of a record
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the seq of each head, the winner first; empty when the
 *   group is not here; %NULL with @error set
 */
GArray *
roundel_current_heads (RoundelDb           *db,
                       const RoundelGroup  *group,
                       GError             **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RoundelNode));
  g_autoptr (GByteArray) parents = g_byte_array_new ();
  Work work = { .db = db, .nodes = nodes, .parents = parents };
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (db,
                        "SELECT program, kind, entity, register, ring, seq, id, hlc, parents, deleted, body IS NULL"
                        " FROM revision WHERE entity = :entity AND program = :program AND kind = :kind"
                        "   AND register = :register AND ring = :ring", error);
  guint winner;

  if (statement == NULL)
    return NULL;
  roundel_bind_blob (statement, ":entity", group->entity, ROUNDEL_ID_SIZE);
  roundel_bind_blob (statement, ":program", group->program, ROUNDEL_ID_SIZE);
  roundel_bind_text (statement, ":kind", group->kind, -1);
  roundel_bind_text (statement, ":register", group->reg, -1);
  roundel_bind_text (statement, ":ring", group->ring, -1);
  while (roundel_db_next (db, statement, &work.error))
    take_node (&work, statement);
  if (work.error != NULL)
    {
      g_propagate_error (error, work.error);
      return NULL;
    }
  if (nodes->len == 0)
    return g_steal_pointer (&heads);

  winner = roundel_heads_find (nodes, parents, NULL, NULL);
  g_array_append_val (heads, g_array_index (nodes, RoundelNode, winner).seq);
  for (guint i = 0; i < nodes->len; i++)
    if (i != winner && g_array_index (nodes, RoundelNode, i).head)
      g_array_append_val (heads, g_array_index (nodes, RoundelNode, i).seq);
  return g_steal_pointer (&heads);
}
