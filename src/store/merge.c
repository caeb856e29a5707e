/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/merge.h"

#include "store/backups.h"
#include "store/erase.h"
#include "store/hlc.h"
#include "store/id-cursor.h"
#include "store/merge-counting.h"
#include "store/mutant.h"
#include "store/secret.h"
#include "store/share-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WAIT 5000      /* milliseconds for another writer */
#define INSERTED 500   /* per mille that are done when everything is in its table */

/* What has been set aside, so that nobody has to look through all of it for what is seldom there. */
typedef struct
{
  guint staged;
  guint unchanged;
  guint stubs;
  guint erasures;
  gint64 hlc;
} Tally;

struct _RoundelMerge
{
  RoundelDb *db;
  gboolean own_db;
  RoundelEnv *env;
  Tally tally;
  GPtrArray *changes; /* NULL when nobody wants to see them */
  guint most;         /* changes of each sort that are kept */
  RoundelMergeCounting *counting; /* of what is being carried out */
  char *passphrase; /* of files that are encrypted, or NULL */
  char *program;    /* of the file that was added last */
  int progress;       /* per mille of what is being done; read by another thread */
  guint n_done;       /* records that are worked out */
  gint64 n_touched;
};

typedef struct
{
  RoundelDb *db;
  const RoundelRevision *erasure;
} Naming;

/**
 * roundel_merge_new:
 * @notebook: what is merged into; it stays usable meanwhile
 * @cancellable: (nullable): ends what is being done with %G_IO_ERROR_CANCELLED
 * @error: return location
 *
 * Returns: (transfer full): a merge without files
 */
RoundelMerge *
roundel_merge_new (RoundelNotebook  *notebook,
                   GCancellable     *cancellable,
                   GError          **error)
{
  const char *path = roundel_notebook_get_path (notebook);
  RoundelMerge *self = g_new0 (RoundelMerge, 1);

  self->env = roundel_env_ref (roundel_notebook_get_env (notebook));
  self->own_db = path != NULL;
  self->db = self->own_db ? roundel_db_open (path, WAIT, error)
                          : roundel_records_get_db (roundel_notebook_get_records (notebook));
  if (self->db != NULL)
    {
      roundel_db_set_cancellable (self->db, cancellable);
      if (roundel_db_script (self->db, "PRAGMA cache_size = -49152; PRAGMA temp.cache_size = -4096;"
                                       "PRAGMA temp.secure_delete = OFF", error)
          && roundel_current_prepare (self->db, error)
          && roundel_db_script (self->db,
                                "DROP TABLE IF EXISTS temp.staged; DROP TABLE IF EXISTS temp.erasing;"
                                "CREATE TEMP TABLE staged (id BLOB PRIMARY KEY, program, circle, ring, entity, kind,"
                                "  register, hlc, device, parents, deleted, salt, body, digest) WITHOUT ROWID;"
                                "CREATE TEMP TABLE erasing (id, program, circle, ring, device, by,"
                                "  PRIMARY KEY (id, by)) WITHOUT ROWID", error))
        return self;
    }
  roundel_merge_free (self);
  return NULL;
}

void
roundel_merge_free (RoundelMerge *self)
{
  if (self->db != NULL)
    {
      roundel_db_set_cancellable (self->db, NULL);
      if (self->own_db)
        roundel_db_close (self->db, NULL);
    }
  roundel_env_unref (self->env);
  roundel_secret_free (self->passphrase);
  g_free (self->program);
  g_free (self);
}

/**
 * roundel_merge_add:
 * @self: a merge
 * @revision: a sound revision
 * @digest: (array fixed-size=32): of its salt and body
 * @error: return location
 *
 * Sets one revision aside. A text is taken rather than its stub.
 *
 * Returns: whether it is set aside
 */
gboolean
roundel_merge_add (RoundelMerge           *self,
                   const RoundelRevision  *revision,
                   const guint8           *digest,
                   GError                **error)
{
  RoundelRevision staged = *revision;
  gint64 now = roundel_env_now (self->env);
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db,
                        "INSERT INTO temp.staged (" ROUNDEL_REVISION_COLUMNS ") VALUES (" ROUNDEL_REVISION_PARAMETERS ")"
                        " ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, body = excluded.body WHERE body IS NULL",
                        error);

  if (statement == NULL)
    return FALSE;
  if (roundel_mutant == MUTANT_REFUSE_FUTURE_CLOCKS && roundel_hlc_observe (0, revision->hlc, now) < revision->hlc)
    return TRUE;
  self->tally.staged++;
  self->tally.hlc = MAX (self->tally.hlc, revision->hlc);
  self->tally.stubs += revision->body == NULL ? 1 : 0;
  self->tally.erasures += g_str_equal (revision->kind, ROUNDEL_KIND_ERASE) ? 1 : 0;
  staged.digest = digest;
  roundel_revision_bind (&staged, statement);
  return roundel_db_run (self->db, statement, error);
}

static gboolean
add_rows (RoundelMerge      *self,
          RoundelShareFile  *file,
          RoundelIdCursor   *here,
          GError           **error)
{
  g_autoptr (GError) failed = NULL;
  const guint8 *id;

  while ((id = roundel_share_file_next (file, &failed)) != NULL)
    {
      guint8 digest[ROUNDEL_HASH_SIZE];
      RoundelRevision revision;
      gboolean known;

      if (!roundel_id_cursor_has (here, id, &known, error))
        return FALSE;
      /* hashes in their order: where one stands tells how far it is */
      g_atomic_int_set (&self->progress, (id[0] << 8 | id[1]) * 1000 / 0x10000);
      if (known)
        self->tally.unchanged++;
      else if (!roundel_share_file_read (file, self->db, &revision, digest, error)
               || !roundel_merge_add (self, &revision, digest, error))
        return FALSE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/**
 * roundel_merge_set_passphrase:
 * @self: a merge
 * @passphrase: (nullable): what opens those of the next files that are encrypted
 */
void
roundel_merge_set_passphrase (RoundelMerge *self,
                              const char   *passphrase)
{
  roundel_secret_free (self->passphrase);
  self->passphrase = g_strdup (passphrase);
}

/**
 * roundel_merge_add_file:
 * @self: a merge
 * @path: a share file
 * @error: return location, with the codes of #RoundelStoreError
 *
 * Verifies a file and sets aside what is not here yet. A file that is refused leaves nothing behind.
 *
 * Returns: whether the file is sound
 */
gboolean
roundel_merge_add_file (RoundelMerge  *self,
                        const char    *path,
                        GError       **error)
{
  g_autoptr (RoundelShareFile) file = roundel_share_file_open (path, self->passphrase, roundel_db_get_cancellable (self->db),
                                                               error);
  RoundelIdCursor here = { .db = self->db };
  Tally tally = self->tally;
  gboolean added;

  if (file == NULL || !roundel_db_script (self->db, "SAVEPOINT adding", error))
    return FALSE;
  here.ids = roundel_db_prepare (self->db, "SELECT id FROM revision WHERE id >= ? ORDER BY id", error);
  added = here.ids != NULL && add_rows (self, file, &here, error);
  if (here.ids != NULL)
    roundel_statement_reset (here.ids);
  if (!added)
    self->tally = tally;
  g_free (self->program);
  self->program = roundel_id_text (roundel_share_file_get_program (file));
  roundel_db_script (self->db, added ? "RELEASE adding" : "ROLLBACK TO adding; RELEASE adding", NULL);
  return added;
}

/**
 * roundel_merge_get_program:
 * @self: a merge to which a file was added
 *
 * Returns: (transfer none): id of the program of the file that was added last
 */
const char *
roundel_merge_get_program (RoundelMerge *self)
{
  return self->program;
}

/**
 * roundel_merge_get_db:
 * @self: a merge
 *
 * Returns: (transfer none): its connection, with what was set aside in `temp.staged`
 */
RoundelDb *
roundel_merge_get_db (RoundelMerge *self)
{
  return self->db;
}

static gboolean
name_erased (const guint8  *id,
             gpointer       data,
             GError       **error)
{
  Naming *naming = data;
  const RoundelRevision *erasure = naming->erasure;
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (naming->db,
                        "INSERT OR IGNORE INTO temp.erasing (id, program, circle, ring, device, by)"
                        " VALUES (:id, :program, :circle, :ring, :device, :by)", error);

  if (statement == NULL)
    return FALSE;
  roundel_erase_bind (statement, id, erasure);
  roundel_bind_blob (statement, ":device", erasure->device, ROUNDEL_ID_SIZE);
  roundel_bind_blob (statement, ":by", erasure->id, ROUNDEL_HASH_SIZE);
  return roundel_db_run (naming->db, statement, error);
}

/* Fills the list of what the new erasures name. */
static gboolean
list_erasing (RoundelMerge  *self,
              GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db, "SELECT " ROUNDEL_REVISION_COLUMNS " FROM temp.staged WHERE kind = 'erase'", error);
  g_autoptr (GError) failed = NULL;
  RoundelRevision erasure;

  if (statement == NULL)
    return FALSE;
  while (roundel_db_next (self->db, statement, &failed))
    {
      Naming naming = { self->db, &erasure };

      /* In this table the digest stands beside the body. */
      if (sqlite3_column_type (statement, 12) != SQLITE_TEXT)
        {
          g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT, _("An erasure was itself erased."));
          return FALSE;
        }
      erasure = (RoundelRevision) {
        .id = sqlite3_column_blob (statement, 0), .program = sqlite3_column_blob (statement, 1),
        .circle = sqlite3_column_blob (statement, 2), .ring = (const char *) sqlite3_column_text (statement, 3),
        .device = sqlite3_column_blob (statement, 8),
      };
      if (!roundel_erase_foreach (self->db, (const char *) sqlite3_column_text (statement, 12),
                                  (gsize) sqlite3_column_bytes (statement, 12), name_erased, &naming, error))
        return FALSE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* A stub needs an erasure that names it; so does what a stub is made of here. */
static gboolean
apply_erasures (RoundelMerge        *self,
                RoundelMergeFlags    flags,
                RoundelMergeResult  *result,
                GError             **error)
{
  gint64 others, stubs, erased;

  if (!roundel_db_number (self->db, "SELECT count (*) FROM (SELECT 1 FROM erased LIMIT 1)", &erased, error))
    return FALSE;
  if (erased == 0 && self->tally.stubs == 0 && self->tally.erasures == 0)
    return TRUE;
  if (!list_erasing (self, error)
      || !roundel_db_number (self->db, "SELECT count (*) FROM (SELECT 1 " ROUNDEL_HERE_AND_ANOTHERS
                                      "GROUP BY r.program, r.entity, r.kind, r.register)", &others, error))
    return FALSE;
  result->erased_by_others = (guint) others;
  if (others > 0 && !roundel_merge_counting_note_erased (self->counting, error))
    return FALSE;
  if (others > 0 && (flags & ROUNDEL_MERGE_ERASE) == 0
      && !roundel_db_script (self->db,
                             "CREATE TEMP TABLE declined AS SELECT DISTINCT e.by AS id " ROUNDEL_HERE_AND_ANOTHERS ";"
                             "DELETE FROM temp.staged WHERE id IN (SELECT id FROM temp.declined)"
                             "  OR (body IS NULL AND id IN (SELECT id FROM temp.erasing"
                             "                              WHERE by IN (SELECT id FROM temp.declined)));"
                             "DELETE FROM temp.erasing WHERE by IN (SELECT id FROM temp.declined);"
                             "DROP TABLE temp.declined", error))
    return FALSE;

  if (roundel_mutant != MUTANT_BODY_OVER_STUB
      && !(roundel_db_do (self->db,
                          "UPDATE temp.staged SET salt = NULL, body = NULL WHERE kind <> 'erase'"
                          "  AND (id, program, circle, ring) IN (SELECT id, program, circle, ring FROM temp.erasing)", error)
           && roundel_db_do (self->db,
                             "UPDATE temp.staged SET salt = NULL, body = NULL WHERE kind <> 'erase'"
                             "  AND (id, program, circle, ring) IN (SELECT id, program, circle, ring FROM erased)", error)))
    return FALSE;
  if (!roundel_db_number (self->db,
                          "SELECT count (*) FROM temp.staged WHERE body IS NULL"
                          "  AND (id, program, circle, ring) NOT IN (SELECT id, program, circle, ring FROM temp.erasing)"
                          "  AND (id, program, circle, ring) NOT IN (SELECT id, program, circle, ring FROM erased)",
                          &stubs, error))
    return FALSE;
  if (stubs == 0)
    return TRUE;
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT,
                       _("A text is missing and nothing says that it was erased."));
  return FALSE;
}

/* What is here already and named by a new erasure. */
static gboolean
drop_erased (RoundelMerge  *self,
             GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db,
                        "SELECT e.id, e.program, e.circle, e.ring FROM temp.erasing AS e"
                        " JOIN revision AS r ON r.id = e.id WHERE r.body IS NOT NULL", error);
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return FALSE;
  while (roundel_db_next (self->db, statement, &failed))
    {
      RoundelRevision scope = {
        .program = sqlite3_column_blob (statement, 1), .circle = sqlite3_column_blob (statement, 2),
        .ring = (const char *) sqlite3_column_text (statement, 3),
      };

      if (!roundel_erase_stub (self->db, sqlite3_column_blob (statement, 0), &scope, error))
        return FALSE;
    }
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
observe_clock (RoundelMerge  *self,
               GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db, "UPDATE state SET clock = :clock WHERE clock < :clock", error);
  gint64 local;

  if (statement == NULL
      || !roundel_db_number (self->db, "SELECT clock FROM state", &local, error))
    return FALSE;
  roundel_bind_int64 (statement, ":clock", roundel_hlc_observe (local, self->tally.hlc, roundel_env_now (self->env)));
  return roundel_db_run (self->db, statement, error);
}

static gboolean
check_joins (RoundelMerge        *self,
             RoundelMergeFlags    flags,
             RoundelMergeResult  *result,
             GError             **error)
{
  gint64 joined;

  if (!roundel_db_number (self->db,
                          "SELECT count (*) FROM (SELECT DISTINCT program FROM temp.staged) AS s"
                          " WHERE NOT EXISTS (SELECT 1 FROM current AS c WHERE c.program = s.program)", &joined, error))
    return FALSE;
  result->joined = (guint) joined;
  if (joined == 0 || (flags & ROUNDEL_MERGE_JOIN) != 0)
    return TRUE;
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM,
                       _("This share file is of a program that is not in this notebook. Say that you want to join it first."));
  return FALSE;
}

static gboolean
touch_new (RoundelMerge  *self,
           gint64         before,
           GError       **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db,
                        "INSERT OR IGNORE INTO temp.touched (program, kind, entity, register, ring)"
                        " SELECT program, kind, entity, register, ring FROM revision"
                        " WHERE seq > :before AND kind <> 'erase'", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":before", before);
  return roundel_db_run (self->db, statement, error);
}

/* What SQLite does in one statement moves the bar when it is done. */
static gboolean
reach (RoundelMerge *self,
       int           progress)
{
  g_atomic_int_set (&self->progress, progress);
  return TRUE;
}

/* Revisions are put in by record: those of a record lie side by side, and are found so when its state is worked out. Their
 * ids then come in no order: where most are new, to sort all ids once is quicker than to look up the place of each. Of few it
 * is not, since every statement is then prepared again. */
static gboolean
insert_staged (RoundelMerge  *self,
               gint64         before,
               GError       **error)
{
  gboolean most = self->tally.staged >= ROUNDEL_MERGE_LARGE && self->tally.staged > before;

  /* What has come in otherwise since it was set aside; the smaller set is walked through. */
  return roundel_db_do (self->db,
                        most ? "DELETE FROM temp.staged WHERE id IN (SELECT s.id FROM revision AS r"
                               "                                     CROSS JOIN temp.staged AS s ON s.id = r.id)"
                             : "DELETE FROM temp.staged WHERE id IN (SELECT id FROM revision)", error)
         && reach (self, INSERTED / 4)
         && (!most || roundel_db_do (self->db, "DROP INDEX revision_id", error))
         && roundel_db_do (self->db,
                           "INSERT INTO revision (" ROUNDEL_REVISION_COLUMNS ")"
                           " SELECT id, program, circle, ring, entity, kind, register, hlc, device, parents, deleted,"
                           "        salt, body, CASE WHEN body IS NULL THEN digest END FROM temp.staged"
                           " ORDER BY entity, hlc, id", error)
         && reach (self, INSERTED / 2)
         && (!most || roundel_db_do (self->db, "CREATE UNIQUE INDEX revision_id ON revision (id)", error));
}

static void
count_shown (const RoundelGroup *group,
             const RoundelShown *before,
             const RoundelShown *after,
             gpointer            data)
{
  RoundelMerge *self = data;

  self->n_done++;
  if (self->n_touched > 0)
    g_atomic_int_set (&self->progress, (int) MIN (1000, INSERTED + self->n_done * (1000 - INSERTED) / self->n_touched));
  roundel_merge_counting_take (self->counting, group, before, after);
}

static gboolean
carry_out (RoundelMerge        *self,
           RoundelMergeFlags    flags,
           RoundelMergeResult  *result,
           GError             **error)
{
  g_autoptr (RoundelMergeCounting) counting = roundel_merge_counting_new (self->db, result, self->changes, self->most);
  gint64 before, after;

  self->counting = counting;
  g_atomic_int_set (&self->progress, 0);
  self->n_done = 0;
  if (!check_joins (self, flags, result, error)
      || !apply_erasures (self, flags, result, error)
      || !roundel_db_number (self->db, "SELECT max (seq) FROM revision", &before, error)
      || !roundel_db_do (self->db,
                         "INSERT OR IGNORE INTO erased (id, program, circle, ring)"
                         " SELECT DISTINCT id, program, circle, ring FROM temp.erasing", error)
      || !insert_staged (self, before, error)
      || !reach (self, INSERTED * 3 / 4)
      || !touch_new (self, before, error)
      || !reach (self, INSERTED)
      || !roundel_merge_counting_keep_words (counting, error)
      || !drop_erased (self, error)
      || !roundel_db_number (self->db, "SELECT count (*) FROM temp.touched", &self->n_touched, error)
      || !roundel_current_update (self->db, before, count_shown, self, error)
      || !roundel_merge_counting_finish (counting, error)
      || !observe_clock (self, error)
      || !roundel_db_number (self->db, "SELECT max (seq) FROM revision", &after, error))
    {
      self->counting = NULL;
      return FALSE;
    }
  self->counting = NULL;
  result->revisions = (guint) (after - before);
  result->unchanged = self->tally.unchanged;
  return TRUE;
}

/**
 * roundel_merge_get_progress:
 * @self: a merge
 *
 * May be asked from another thread than the one that works.
 *
 * Returns: how far the file that is read, the preview or the merge has come, from 0 to 1
 */
double
roundel_merge_get_progress (RoundelMerge *self)
{
  return g_atomic_int_get (&self->progress) / 1000.0;
}

/**
 * roundel_merge_preview:
 * @self: a merge
 * @flags: as for roundel_merge_apply(); joining need not be allowed to be looked at
 * @result: (out caller-allocates): what would happen
 * @error: return location
 *
 * Does it and takes it back, so that the figures are those of the merge itself. Other writers wait meanwhile.
 *
 * Returns: whether it would go well
 */
gboolean
roundel_merge_preview (RoundelMerge        *self,
                       RoundelMergeFlags    flags,
                       RoundelMergeResult  *result,
                       GError             **error)
{
  gboolean done;

  memset (result, 0, sizeof *result);
  if (!roundel_db_begin (self->db, error))
    return FALSE;
  done = carry_out (self, flags | ROUNDEL_MERGE_JOIN, result, error);
  roundel_db_rollback (self->db);
  return done;
}

/**
 * roundel_merge_list_changes:
 * @self: a merge
 * @most: how many things of each sort (in conflict, changed, new, erased by others) are listed; the rest is counted
 * @result: (out caller-allocates): what would happen
 * @error: return location
 *
 * As roundel_merge_preview(), with the words.
 *
 * Returns: (transfer full) (element-type RoundelMergeChange): what would change, or %NULL
 */
GPtrArray *
roundel_merge_list_changes (RoundelMerge        *self,
                            guint                most,
                            RoundelMergeResult  *result,
                            GError             **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_merge_change_free);
  gboolean done;

  self->changes = changes;
  self->most = most;
  done = roundel_merge_preview (self, ROUNDEL_MERGE_JOIN, result, error);
  self->changes = NULL;
  return done ? g_steal_pointer (&changes) : NULL;
}

/**
 * roundel_merge_apply:
 * @self: a merge
 * @flags: what was asked for and allowed
 * @result: (out caller-allocates): what has happened
 * @error: return location: %ROUNDEL_STORE_ERROR_ANOTHER_PROGRAM when joining was not allowed
 *
 * Brings in all that was set aside, in one transaction; when it is %ROUNDEL_MERGE_LARGE, after a backup. Afterwards roundel_notebook_refresh() lets the screens know.
 *
 * Returns: whether all of it is in the notebook; otherwise nothing is
 */
gboolean
roundel_merge_apply (RoundelMerge        *self,
                     RoundelMergeFlags    flags,
                     RoundelMergeResult  *result,
                     GError             **error)
{
  gint64 erased;

  memset (result, 0, sizeof *result);
  if ((self->own_db && self->tally.staged >= ROUNDEL_MERGE_LARGE
       && !roundel_backups_make_before_merge (self->db, self->env, error))
      || !roundel_db_begin (self->db, error))
    return FALSE;
  if (!carry_out (self, flags, result, error)
      || !roundel_db_number (self->db, "SELECT count (*) FROM temp.erasing", &erased, error))
    {
      roundel_db_rollback (self->db);
      return FALSE;
    }
  if (!roundel_db_commit (self->db, error))
    return FALSE;
  roundel_db_do (self->db, "DELETE FROM temp.staged", NULL);
  roundel_db_do (self->db, "DELETE FROM temp.erasing", NULL);
  self->tally = (Tally) { 0, };
  /* The log still has what was erased. */
  if (erased > 0)
    roundel_db_checkpoint (self->db, NULL);
  return TRUE;
}
