/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/merge-counting.h"

#include "core/kind.h"
#include "store/record-list.h"

struct _RoundelMergeCounting
{
  RoundelDb *db;
  RoundelMergeResult *result;
  GPtrArray *changes; /* of RoundelMergeChange; NULL when nobody wants to see them */
  guint most;         /* of each sort that are listed */
  GArray *noted;      /* of Noted: what is listed when all is worked out */
  GPtrArray *going;   /* of RoundelRecord: what is shown here and goes, before it does */
  GError *error;
};

typedef struct
{
  RoundelGroup group;
  gint64 before;
  gint64 after;
  gboolean conflict;
} Noted;

static RoundelRecord *
read_seq (RoundelMergeCounting  *self,
          gint64                 seq,
          GError               **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db, "SELECT " ROUNDEL_RECORD_COLUMNS " FROM revision AS r WHERE r.seq = :seq", error);

  if (statement == NULL)
    return NULL;
  roundel_bind_int64 (statement, ":seq", seq);
  return roundel_db_next (self->db, statement, error) ? roundel_record_new (statement) : NULL;
}

/* READ, or the same with its words, if they were kept. */
static RoundelRecord *
find_words (RoundelMergeCounting *self,
            RoundelRecord        *read)
{
  for (guint i = 0; read != NULL && read->body == NULL && i < self->going->len; i++)
    if (g_str_equal (((RoundelRecord *) self->going->pdata[i])->revision, read->revision))
      {
        roundel_record_free (read);
        return g_ptr_array_steal_index_fast (self->going, i);
      }
  return read;
}

/* What a question about two revisions, which may be the same, is answered with. */
static gboolean
ask_revisions (RoundelMergeCounting *self,
               const char           *sql,
               const RoundelShown   *before,
               const RoundelShown   *after)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (self->db, sql, &self->error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":before", before->seq);
  roundel_bind_int64 (statement, ":after", after->seq);
  return roundel_db_next (self->db, statement, &self->error) && sqlite3_column_int (statement, 0) != 0;
}

/* What has become of what a group shows: where that is counted, or NULL when nothing has. */
static guint *
find_sort (RoundelMergeCounting *self,
           const RoundelShown   *before,
           const RoundelShown   *after)
{
  RoundelMergeResult *result = self->result;

  if (after->versions > 1 && before->versions <= 1)
    return &result->conflicts;
  if (before->seq == 0 || !before->live)
    return !after->live ? NULL : before->seq == 0 ? &result->added : &result->changed;
  if (!after->live)
    return ask_revisions (self, "SELECT a.body IS NULL FROM revision AS b, revision AS a"
                                " WHERE b.seq = :before AND a.seq = :after", before, after) ? &result->erased : &result->deleted;
  /* the same words at another time are no change, unless they decide something */
  if (before->versions > after->versions)
    return &result->changed;
  return before->seq != after->seq
         && ask_revisions (self, "SELECT a.body IS NOT b.body OR a.circle <> b.circle FROM revision AS b, revision AS a"
                                 " WHERE b.seq = :before AND a.seq = :after", before, after) ? &result->changed : NULL;
}

/**
 * roundel_merge_counting_new:
 * @db: a connection on which a merge is carried out, within its transaction
 * @result: where things are counted; it must stay
 * @changes: (nullable) (element-type RoundelMergeChange): where they are listed, to be freed by roundel_merge_change_free();
 *   it must stay
 * @most: how many things of each sort are listed
 *
 * Returns: (transfer full): nothing counted yet
 */
RoundelMergeCounting *
roundel_merge_counting_new (RoundelDb          *db,
                            RoundelMergeResult *result,
                            GPtrArray          *changes,
                            guint               most)
{
  RoundelMergeCounting *self = g_new0 (RoundelMergeCounting, 1);

  self->db = db;
  self->result = result;
  self->changes = changes;
  self->most = most;
  self->noted = g_array_new (FALSE, FALSE, sizeof (Noted));
  self->going = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  return self;
}

void
roundel_merge_counting_free (RoundelMergeCounting *self)
{
  g_array_unref (self->noted);
  g_ptr_array_unref (self->going);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * roundel_merge_counting_note_erased:
 * @self: a counting
 * @error: return location
 *
 * Lists texts here that somebody else erases: the newest of each register, as it stands.
 *
 * Returns: whether all is well
 */
gboolean
roundel_merge_counting_note_erased (RoundelMergeCounting  *self,
                                    GError               **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelStatement) statement = NULL;

  if (self->changes == NULL)
    return TRUE;
  statement = roundel_db_prepare (self->db, "SELECT " ROUNDEL_RECORD_COLUMNS ", e.device, max (r.hlc) " ROUNDEL_HERE_AND_ANOTHERS
                      "GROUP BY r.program, r.entity, r.kind, r.register LIMIT :most", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":most", self->most);
  while (roundel_db_next (self->db, statement, &failed))
    {
      RoundelMergeChange *change = g_new0 (RoundelMergeChange, 1);

      change->before = roundel_record_new (statement);
      change->eraser = roundel_id_text (sqlite3_column_blob (statement, 14));
      g_ptr_array_add (self->changes, change);
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_merge_counting_keep_words:
 * @self: a counting
 * @error: return location
 *
 * Keeps the words of what is shown and named by a new erasure, to be looked at once more.
 *
 * Returns: whether all is well
 */
gboolean
roundel_merge_counting_keep_words (RoundelMergeCounting  *self,
                                   GError               **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (RoundelStatement) statement = NULL;

  if (self->changes == NULL)
    return TRUE;
  statement = roundel_db_prepare (self->db,
                      "SELECT DISTINCT " ROUNDEL_RECORD_COLUMNS " FROM temp.erasing AS e"
                      " JOIN revision AS r ON r.id = e.id AND r.body IS NOT NULL"
                      " JOIN current AS c ON c.program = r.program AND c.kind = r.kind AND c.entity = r.entity"
                      "                  AND c.register = r.register AND c.seq = r.seq LIMIT :most", error);
  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":most", self->most);
  while (roundel_db_next (self->db, statement, &failed))
    g_ptr_array_add (self->going, roundel_record_new (statement));
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_merge_counting_take:
 * @self: a counting
 * @group: a register of a record
 * @before: what it showed
 * @after: what it shows now
 *
 * Counts what has become of it. What goes wrong is told by roundel_merge_counting_finish().
 */
void
roundel_merge_counting_take (RoundelMergeCounting *self,
                             const RoundelGroup   *group,
                             const RoundelShown   *before,
                             const RoundelShown   *after)
{
  guint *n = self->error == NULL ? find_sort (self, before, after) : NULL;

  if (before->seq == 0 && roundel_kind_find (group->kind) == NULL)
    self->result->unknown++;
  if (n != NULL && (*n)++ < self->most && self->changes != NULL)
    {
      Noted noted = { *group, before->seq, after->seq, n == &self->result->conflicts };

      g_array_append_val (self->noted, noted);
    }
}

/**
 * roundel_merge_counting_finish:
 * @self: a counting to which everything was told
 * @error: return location
 *
 * Lists what was noted.
 *
 * Returns: whether all of it could be counted and read
 */
gboolean
roundel_merge_counting_finish (RoundelMergeCounting  *self,
                               GError               **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  for (guint i = 0; i < self->noted->len; i++)
    {
      const Noted *noted = &g_array_index (self->noted, Noted, i);
      RoundelMergeChange *change = g_new0 (RoundelMergeChange, 1);

      g_ptr_array_add (self->changes, change);
      change->after = read_seq (self, noted->after, error);
      if (change->after == NULL)
        return FALSE;
      if (noted->before != 0 && (change->before = find_words (self, read_seq (self, noted->before, error))) == NULL)
        return FALSE;
      if (noted->conflict && (change->versions = roundel_record_list_versions (self->db, &noted->group, error)) == NULL)
        return FALSE;
    }
  return TRUE;
}

void
roundel_merge_change_free (RoundelMergeChange *self)
{
  g_clear_pointer (&self->before, roundel_record_free);
  g_clear_pointer (&self->after, roundel_record_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_free (self->eraser);
  g_free (self);
}
