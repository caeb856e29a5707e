/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/records.h"

#include "store/device.h"
#include "store/erase.h"
#include "store/hlc.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RETRY_INTERVAL 50    /* milliseconds until a write that found the file busy is tried again */
#define IDLE_SECONDS 2       /* until the log is written back */
#define CLOSE_PATIENCE 5000  /* milliseconds a last write may wait */

struct _RoundelRecords
{
  RoundelFileType type;
  RoundelDb *db;
  RoundelEnv *env;
  guint wait;
  guint8 device[ROUNDEL_ID_SIZE];
  char *device_text;
  gint64 clock;         /* hybrid, of the last revision that is in a batch and not yet in the file */
  gint64 data_version;

  GPtrArray *batch;     /* RoundelRevision; NULL outside begin and commit */
  guint depth;          /* of begin and commit */
  gboolean cancelled;   /* somewhere inside: none of the batch is written */
  GQueue queue;         /* of batches that found the file busy */
  GHashTable *pending;  /* RoundelGroup → id of the last revision that is in a batch and not yet in the file */
  guint retry;
  guint idle;

  void (*changed) (gpointer data);
  gpointer changed_data;
};

static guint
group_hash (gconstpointer key)
{
  const RoundelGroup *group = key;
  guint hash;

  memcpy (&hash, group->entity + ROUNDEL_ID_SIZE - sizeof hash, sizeof hash);
  return hash ^ g_str_hash (group->reg);
}

static gboolean
group_equal (gconstpointer a,
             gconstpointer b)
{
  const RoundelGroup *one = a, *two = b;

  return memcmp (one->program, two->program, ROUNDEL_ID_SIZE) == 0
         && memcmp (one->entity, two->entity, ROUNDEL_ID_SIZE) == 0
         && g_str_equal (one->kind, two->kind) && g_str_equal (one->reg, two->reg) && g_str_equal (one->ring, two->ring);
}

static gboolean
idle_cb (gpointer data)
{
  RoundelRecords *self = data;

  self->idle = 0;
  roundel_db_checkpoint (self->db, NULL);
  return G_SOURCE_REMOVE;
}

static void
emit_changed (RoundelRecords *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  self->idle = g_timeout_add_seconds (IDLE_SECONDS, idle_cb, self);
  if (self->changed != NULL)
    self->changed (self->changed_data);
}

static gboolean
insert (RoundelRecords         *self,
        const RoundelRevision  *revision,
        GError                **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db,
                        "INSERT INTO revision (" ROUNDEL_REVISION_COLUMNS ") VALUES (" ROUNDEL_REVISION_PARAMETERS ")",
                        error);

  if (statement == NULL)
    return FALSE;
  roundel_revision_bind (revision, statement);
  return roundel_db_run (self->db, statement, error)
         && roundel_current_touch (self->db, revision, error)
         && (!g_str_equal (revision->kind, ROUNDEL_KIND_ERASE) || roundel_erase_apply (self->db, revision, error));
}

static gboolean
write_clock (RoundelRecords  *self,
             GError         **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db, "UPDATE state SET clock = :clock WHERE clock < :clock", error);

  if (statement == NULL)
    return FALSE;
  roundel_bind_int64 (statement, ":clock", self->clock);
  return roundel_db_run (self->db, statement, error);
}

static gboolean
write_within (RoundelRecords  *self,
              GPtrArray       *batch,
              GError         **error)
{
  gint64 since;

  if (!roundel_db_number (self->db, "SELECT max (seq) FROM revision", &since, error))
    return FALSE;
  for (guint i = 0; i < batch->len; i++)
    if (!insert (self, batch->pdata[i], error))
      return FALSE;
  return roundel_current_update (self->db, since, NULL, NULL, error)
         && (self->type.index == NULL || self->type.index (self->db, since, error))
         && write_clock (self, error);
}

static gboolean
write_batch (RoundelRecords  *self,
             GPtrArray       *batch,
             GError         **error)
{
  if (!roundel_db_begin (self->db, error))
    return FALSE;
  if (write_within (self, batch, error))
    return roundel_db_commit (self->db, error);
  roundel_db_rollback (self->db);
  return FALSE;
}

static void
note_pending (RoundelRecords        *self,
              const RoundelRevision *revision)
{
  RoundelGroup *group = g_new0 (RoundelGroup, 1);

  memcpy (group->program, revision->program, sizeof group->program);
  memcpy (group->entity, revision->entity, sizeof group->entity);
  g_strlcpy (group->kind, revision->kind, sizeof group->kind);
  g_strlcpy (group->reg, revision->reg, sizeof group->reg);
  g_strlcpy (group->ring, revision->ring, sizeof group->ring);
  g_hash_table_insert (self->pending, group, g_memdup2 (revision->id, ROUNDEL_HASH_SIZE));
}

static void
forget_pending (RoundelRecords *self)
{
  g_hash_table_remove_all (self->pending);
  self->clock = 0;
}

static gboolean
write_queue (RoundelRecords  *self,
             GError         **error)
{
  gboolean written = FALSE;
  gboolean done = TRUE;

  while (done && !g_queue_is_empty (&self->queue))
    {
      done = write_batch (self, g_queue_peek_head (&self->queue), error);
      if (done)
        g_ptr_array_unref (g_queue_pop_head (&self->queue));
      written = written || done;
    }
  if (g_queue_is_empty (&self->queue) && self->batch == NULL)
    forget_pending (self);
  if (written)
    emit_changed (self);
  return done;
}

static gboolean
retry_cb (gpointer data)
{
  RoundelRecords *self = data;

  if (!write_queue (self, NULL))
    return G_SOURCE_CONTINUE;
  self->retry = 0;
  return G_SOURCE_REMOVE;
}

/* A connection that may wait has waited already; one that may not keeps the batch and tries again. */
static gboolean
write_or_queue (RoundelRecords  *self,
                GPtrArray       *batch,
                GError         **error)
{
  g_autoptr (GError) failed = NULL;

  if (batch->len == 0)
    {
      g_ptr_array_unref (batch);
      return TRUE;
    }
  g_queue_push_tail (&self->queue, batch);
  if (write_queue (self, &failed))
    return TRUE;
  if (self->wait == 0 && g_error_matches (failed, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_BUSY))
    {
      if (self->retry == 0)
        self->retry = g_timeout_add (RETRY_INTERVAL, retry_cb, self);
      return TRUE;
    }
  g_queue_remove (&self->queue, batch);
  g_ptr_array_unref (batch);
  if (g_queue_is_empty (&self->queue))
    forget_pending (self);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* What is waiting in the queue stays pending. */
static void
drop_batch (RoundelRecords *self)
{
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  self->cancelled = FALSE;
  g_hash_table_remove_all (self->pending);
  for (GList *l = self->queue.head; l != NULL; l = l->next)
    for (guint i = 0; i < ((GPtrArray *) l->data)->len; i++)
      note_pending (self, ((GPtrArray *) l->data)->pdata[i]);
}

static gboolean
read_file_id (RoundelRecords  *self,
              guint8          *file,
              GError         **error)
{
  g_autoptr (RoundelStatement) statement = roundel_db_prepare (self->db, "SELECT file FROM state", error);
  g_autoptr (GError) failed = NULL;

  if (statement == NULL)
    return FALSE;
  if (roundel_db_next (self->db, statement, &failed) && sqlite3_column_bytes (statement, 0) == ROUNDEL_ID_SIZE)
    {
      memcpy (file, sqlite3_column_blob (statement, 0), ROUNDEL_ID_SIZE);
      return TRUE;
    }
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_CORRUPT, _("The file has lost its state."));
  return FALSE;
}

/* The id of the file itself, which is copied with it. */
static gboolean
make_state (RoundelRecords  *self,
            GError         **error)
{
  g_autoptr (RoundelStatement) statement =
    roundel_db_prepare (self->db, "INSERT OR IGNORE INTO state (one, file, clock) VALUES (1, :file, 0)", error);
  g_autofree char *text = roundel_id_new (self->env);
  guint8 file[ROUNDEL_ID_SIZE];
  gint64 there;

  if (!roundel_db_number (self->db, "SELECT count (*) FROM state", &there, error))
    return FALSE;
  if (there > 0)
    return TRUE;
  roundel_id_parse (text, file);
  roundel_bind_blob (statement, ":file", file, sizeof file);
  return roundel_db_run (self->db, statement, error);
}

static gboolean
set_up (RoundelRecords  *self,
        GError         **error)
{
  guint8 file[ROUNDEL_ID_SIZE];

  if (!roundel_schema_apply (&self->type, self->db, error)
      || !make_state (self, error)
      || !read_file_id (self, file, error)
      || !roundel_current_prepare (self->db, error)
      || !roundel_db_number (self->db, "PRAGMA data_version", &self->data_version, error))
    return FALSE;
  roundel_device_find (self->env, file, roundel_db_get_path (self->db), self->device);
  self->device_text = roundel_id_text (self->device);
  return TRUE;
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  return memcmp (a, b, ROUNDEL_HASH_SIZE);
}

/**
 * roundel_records_open:
 * @type: which of the two files
 * @path: (nullable): the file, made when missing; %NULL for one in memory
 * @env: the world
 * @wait: milliseconds to wait while another program writes; with 0 such a write is kept and tried again from the main loop
 * @error: return location
 *
 * Returns: (transfer full): the open file, or %NULL
 */
RoundelRecords *
roundel_records_open (const RoundelFileType  *type,
                      const char             *path,
                      RoundelEnv             *env,
                      guint                   wait,
                      GError                **error)
{
  RoundelDb *db = NULL;

  if (path == NULL || roundel_schema_check (type, path, error))
    db = roundel_db_open (path, CLOSE_PATIENCE, error);
  return db != NULL ? roundel_records_open_db (type, db, env, wait, error) : NULL;
}

/**
 * roundel_records_open_db:
 * @type: which of the two files
 * @db: (transfer full): a connection to it
 * @env: the world
 * @wait: as for roundel_records_open()
 * @error: return location
 *
 * Returns: (transfer full): the open file, or %NULL
 */
RoundelRecords *
roundel_records_open_db (const RoundelFileType  *type,
                         RoundelDb              *db,
                         RoundelEnv             *env,
                         guint                   wait,
                         GError                **error)
{
  RoundelRecords *self;

  self = g_new0 (RoundelRecords, 1);
  self->type = *type;
  self->db = db;
  self->env = roundel_env_ref (env);
  self->wait = wait;
  self->pending = g_hash_table_new_full (group_hash, group_equal, g_free, g_free);
  g_queue_init (&self->queue);
  if (set_up (self, error))
    {
      sqlite3_busy_timeout (roundel_db_get_handle (db), (int) wait);
      return self;
    }
  roundel_records_close (self, NULL);
  return NULL;
}

/**
 * roundel_records_close:
 * @self: (transfer full): the open file
 * @error: return location
 *
 * Writes what is still waiting, for up to five seconds, and the log back.
 *
 * Returns: whether everything is on the disk
 */
gboolean
roundel_records_close (RoundelRecords  *self,
                       GError         **error)
{
  gboolean written;

  g_clear_handle_id (&self->retry, g_source_remove);
  sqlite3_busy_timeout (roundel_db_get_handle (self->db), CLOSE_PATIENCE);
  self->changed = NULL;
  written = write_queue (self, error);
  g_clear_handle_id (&self->idle, g_source_remove);
  sqlite3_busy_timeout (roundel_db_get_handle (self->db), 0);
  roundel_db_close (self->db, NULL);
  g_queue_clear_full (&self->queue, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_hash_table_unref (self->pending);
  roundel_env_unref (self->env);
  g_free (self->device_text);
  g_free (self);
  return written;
}

/**
 * roundel_records_set_wait:
 * @self: the open file
 * @wait: milliseconds, as for roundel_records_open()
 */
void
roundel_records_set_wait (RoundelRecords *self,
                          guint           wait)
{
  self->wait = wait;
  sqlite3_busy_timeout (roundel_db_get_handle (self->db), (int) wait);
}

/**
 * roundel_records_set_changed:
 * @self: the open file
 * @changed: (nullable): called when something else may be shown now
 * @data: for @changed
 */
void
roundel_records_set_changed (RoundelRecords  *self,
                             void           (*changed) (gpointer data),
                             gpointer         data)
{
  self->changed = changed;
  self->changed_data = data;
}

RoundelDb *
roundel_records_get_db (RoundelRecords *self)
{
  return self->db;
}

RoundelEnv *
roundel_records_get_env (RoundelRecords *self)
{
  return self->env;
}

/**
 * roundel_records_get_device:
 * @self: the open file
 *
 * Returns: (transfer none): id of who writes here
 */
const char *
roundel_records_get_device (RoundelRecords *self)
{
  return self->device_text;
}

/**
 * roundel_records_get_waiting:
 * @self: the open file
 *
 * Returns: how many writes wait for another program to finish its own
 */
guint
roundel_records_get_waiting (RoundelRecords *self)
{
  return g_queue_get_length (&self->queue);
}

/**
 * roundel_records_begin:
 * @self: the open file
 *
 * What is put until roundel_records_commit() is written together, and is not seen before. Inside another begin it
 * changes nothing.
 */
void
roundel_records_begin (RoundelRecords *self)
{
  if (self->batch == NULL)
    self->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_revision_free);
  self->depth++;
}

/**
 * roundel_records_commit:
 * @self: the open file, begun
 * @error: return location
 *
 * Returns: whether it is on the disk, or waits for another program to finish; otherwise nothing was written
 */
gboolean
roundel_records_commit (RoundelRecords  *self,
                        GError         **error)
{
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (--self->depth > 0)
    return TRUE;
  if (!self->cancelled)
    return write_or_queue (self, g_steal_pointer (&self->batch), error);
  drop_batch (self);
  g_set_error_literal (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_FAILED,
                       _("A part of it could not be written, so nothing was."));
  return FALSE;
}

/**
 * roundel_records_cancel:
 * @self: the open file, begun
 *
 * In place of roundel_records_commit(): nothing that was put since the outermost begin is written.
 */
void
roundel_records_cancel (RoundelRecords *self)
{
  g_return_if_fail (self->depth > 0);

  self->cancelled = TRUE;
  if (--self->depth == 0)
    drop_batch (self);
}

/**
 * roundel_records_flush:
 * @self: the open file
 * @error: return location
 *
 * Returns: whether nothing waits any more
 */
gboolean
roundel_records_flush (RoundelRecords  *self,
                       GError         **error)
{
  return write_queue (self, error);
}

/**
 * roundel_records_refresh:
 * @self: the open file
 * @error: return location
 *
 * Looks whether another connection has written; if so, reports a change.
 *
 * Returns: whether it could look
 */
gboolean
roundel_records_refresh (RoundelRecords  *self,
                         GError         **error)
{
  gint64 version;

  if (!roundel_db_number (self->db, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;
  self->data_version = version;
  emit_changed (self);
  return TRUE;
}

/**
 * roundel_records_add:
 * @self: the open file, begun
 * @group: the register of the record
 * @circle: (array fixed-size=16): its circle, or zeros
 * @parents: (nullable): ids of what it is written over, one behind the other; sorted afterwards
 * @deleted: whether it says that the record was deleted
 * @body: a sound body
 * @text: (out) (optional): id of the new revision
 *
 * Makes a revision with this device's clock and puts it into the batch.
 */
void
roundel_records_add (RoundelRecords      *self,
              const RoundelGroup  *group,
              const guint8        *circle,
              GByteArray          *parents,
              gboolean             deleted,
              const char          *body,
              char               **text)
{
  guint8 salt[ROUNDEL_SALT_SIZE], digest[ROUNDEL_HASH_SIZE], id[ROUNDEL_HASH_SIZE];
  RoundelRevision revision = {
    .id = id, .program = group->program, .circle = circle, .ring = group->ring, .entity = group->entity,
    .kind = group->kind, .reg = group->reg, .device = self->device, .deleted = deleted,
    .salt = salt, .body = body, .body_length = strlen (body),
  };
  gint64 stored = 0;

  if (parents != NULL && parents->len > 0)
    {
      qsort (parents->data, parents->len / ROUNDEL_HASH_SIZE, ROUNDEL_HASH_SIZE, compare_hashes);
      revision.parents = parents->data;
      revision.n_parents = parents->len / ROUNDEL_HASH_SIZE;
    }
  /* within a batch it rises from one to the next */
  if (self->batch->len == 0)
    roundel_db_number (self->db, "SELECT clock FROM state", &stored, NULL);
  self->clock = roundel_hlc_tick (MAX (self->clock, stored), roundel_env_now (self->env));
  revision.hlc = self->clock;
  roundel_env_random (self->env, salt, sizeof salt);
  roundel_revision_digest (&revision, digest);
  roundel_revision_hash (&revision, digest, id);

  g_ptr_array_add (self->batch, roundel_revision_copy (&revision));
  note_pending (self, &revision);
  if (text != NULL)
    *text = roundel_hash_text (id);
}

/**
 * roundel_records_find_pending:
 * @self: the open file
 * @group: the register of a record
 *
 * Returns: (transfer none) (nullable): the id of the last revision that was put and is not yet in the file
 */
const guint8 *
roundel_records_find_pending (RoundelRecords     *self,
                              const RoundelGroup *group)
{
  return g_hash_table_lookup (self->pending, group);
}

/**
 * roundel_records_is_private:
 * @self: the open file
 *
 * Returns: whether it is the journal
 */
gboolean
roundel_records_is_private (RoundelRecords *self)
{
  return self->type.application_id == ROUNDEL_JOURNAL_ID;
}
