/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/incoming.h"

#include <glib/gi18n-lib.h>

#include "app/share/record-words.h"
#include "content/program-json.h"
#include "store/backups.h"
#include "store/card.h"
#include "store/record-list.h"
#include "store/secret.h"

#define MOST 200 /* things of each sort whose words are shown; all are counted */

/* Files from others on their way in. A thread reads and merges them; the window stays alive. */
struct _RoundelIncoming
{
  GObject parent_instance;

  RoundelNotebook *notebook;
  char **paths;
  char *passphrase; /* NULL when none was asked for */
  RoundelMerge *merge;
  GMutex mutex;       /* of the merge, while its progress is looked at */
  RoundelMergeResult result;
  GPtrArray *changes; /* of RoundelMergeChange */
  GPtrArray *coming;  /* of RoundelRecord: programs, members, sessions and cards in the files */
  GPtrArray *here;    /* those that are here */
  char *program_id;   /* of the first program in the files */
  RoundelProgram *program;
  GHashTable *cards;

  RoundelMergeFlags flags;
  char *backup; /* the notebook as it was before; NULL when it was empty */
};

G_DEFINE_FINAL_TYPE (RoundelIncoming, roundel_incoming, G_TYPE_OBJECT)

static void
drop_merge (RoundelIncoming *self)
{
  RoundelMerge *merge;

  g_mutex_lock (&self->mutex);
  merge = g_steal_pointer (&self->merge);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&merge, roundel_merge_free);
}

static void
roundel_incoming_finalize (GObject *object)
{
  RoundelIncoming *self = ROUNDEL_INCOMING (object);

  drop_merge (self);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->here, g_ptr_array_unref);
  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_object (&self->notebook);
  g_strfreev (self->paths);
  roundel_secret_free (self->passphrase);
  g_free (self->program_id);
  g_free (self->backup);
  G_OBJECT_CLASS (roundel_incoming_parent_class)->finalize (object);
}

static void
roundel_incoming_class_init (RoundelIncomingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_incoming_finalize;
}

static void
roundel_incoming_init (RoundelIncoming *self)
{
  g_mutex_init (&self->mutex);
}

/* Threads */

/* Of what is set aside, and of what is here: names for what is shown. Both on the connection of the thread. */
static gboolean
list_names (RoundelIncoming  *self,
            GError          **error)
{
  const char *kinds[] = { "program", "circle", "member", "session", "card" };

  self->coming = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  self->here = g_ptr_array_new_with_free_func ((GDestroyNotify) roundel_record_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *coming = roundel_merge_list_kind (self->merge, kinds[i], error);
      GPtrArray *here = coming != NULL ? roundel_record_list_kind (roundel_merge_get_db (self->merge), kinds[i], error) : NULL;

      if (coming != NULL)
        g_ptr_array_extend_and_steal (self->coming, coming);
      if (here == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->here, here);
    }
  return TRUE;
}

static int
rank (const RoundelMergeChange *change)
{
  if (change->versions != NULL)
    return 0;
  return change->after == NULL ? 1 : change->before != NULL ? 2 : 3;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  return rank (*(RoundelMergeChange * const *) a) - rank (*(RoundelMergeChange * const *) b);
}

static void
add_records (RoundelProgramRecord *list,
             guint                *n,
             const GPtrArray      *records,
             const char           *program)
{
  for (guint i = 0; i < records->len; i++)
    {
      const RoundelRecord *record = records->pdata[i];
      gboolean seen = FALSE;

      /* the newest of each comes first */
      for (guint k = 0; k < *n && !seen; k++)
        seen = g_str_equal (list[k].entity, record->entity) && g_str_equal (list[k].reg, record->reg);
      if (!seen && g_str_equal (record->program, program) && !record->deleted)
        list[(*n)++] = (RoundelProgramRecord) { record->kind, record->reg, record->entity, record->circle, record->body };
    }
}

/* The program that is shown, as far as names go: what is here, and else what comes. */
static void
find_program (RoundelIncoming *self)
{
  g_autofree RoundelProgramRecord *list = g_new0 (RoundelProgramRecord, self->coming->len + self->here->len + 1);
  guint n = 0;

  for (guint i = 0; self->program_id == NULL && i < self->changes->len; i++)
    {
      const RoundelMergeChange *change = self->changes->pdata[i];

      self->program_id = g_strdup (change->after != NULL ? change->after->program : change->before->program);
    }
  if (self->program_id != NULL)
    {
      add_records (list, &n, self->here, self->program_id);
      add_records (list, &n, self->coming, self->program_id);
      self->program = roundel_program_read (self->program_id, list, n);
    }
  g_ptr_array_extend_and_steal (self->coming, g_steal_pointer (&self->here));
  self->cards = roundel_cards_read (self->coming);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  RoundelIncoming *self = source;
  GError *error = NULL;
  RoundelMerge *merge = roundel_merge_new (self->notebook, cancellable, &error);

  g_mutex_lock (&self->mutex);
  self->merge = merge;
  g_mutex_unlock (&self->mutex);
  if (self->merge != NULL)
    roundel_merge_set_passphrase (self->merge, self->passphrase);
  for (guint i = 0; self->merge != NULL && error == NULL && self->paths[i] != NULL; i++)
    roundel_merge_add_file (self->merge, self->paths[i], &error);
  if (error == NULL && list_names (self, &error))
    self->changes = roundel_merge_list_changes (self->merge, MOST, &self->result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_sort (self->changes, compare_changes);
  find_program (self);
  g_task_return_boolean (task, TRUE);
}

/* The last that was made because something came in. */
static char *
find_backup (const char *notebook)
{
  g_autoptr (GPtrArray) backups = roundel_backups_list (notebook);

  for (guint i = 0; i < backups->len; i++)
    if (((RoundelBackup *) backups->pdata[i])->before_merge)
      return g_strdup (((RoundelBackup *) backups->pdata[i])->path);
  return NULL;
}

static void
bring_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  RoundelIncoming *self = source;
  const char *path = roundel_notebook_get_path (self->notebook);
  GError *error = NULL;

  /* a large merge makes its own */
  if ((path == NULL || self->result.revisions >= ROUNDEL_MERGE_LARGE
       || roundel_backups_make_before_merge (roundel_merge_get_db (self->merge), roundel_notebook_get_env (self->notebook), &error))
      && roundel_merge_apply (self->merge, self->flags, &self->result, &error))
    {
      /* closing writes the log back, which takes its time: here, and not in the thread of the window */
      drop_merge (self);
      g_clear_pointer (&self->backup, g_free);
      self->backup = path != NULL ? find_backup (path) : NULL;
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

/**
 * roundel_incoming_new:
 * @notebook: what it goes into
 * @paths: (type filename): the files
 *
 * Returns: (transfer full): files of which nothing is known yet
 */
RoundelIncoming *
roundel_incoming_new (RoundelNotebook  *notebook,
                      char            **paths)
{
  RoundelIncoming *self = g_object_new (ROUNDEL_TYPE_INCOMING, NULL);

  self->notebook = g_object_ref (notebook);
  self->paths = g_strdupv (paths);
  return self;
}

/**
 * roundel_incoming_set_passphrase:
 * @self: files of which nothing is known yet
 * @passphrase: what opens those that are encrypted
 */
void
roundel_incoming_set_passphrase (RoundelIncoming *self,
                                 const char      *passphrase)
{
  roundel_secret_free (self->passphrase);
  self->passphrase = g_strdup (passphrase);
}

/**
 * roundel_incoming_read:
 * @self: files of which nothing is known yet
 * @cancellable: ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Verifies the files and works out what they would change.
 */
void
roundel_incoming_read (RoundelIncoming      *self,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, read_thread);
}

/**
 * roundel_incoming_bring_in:
 * @self: files that were read
 * @flags: what was asked for and allowed
 * @cancellable: the same that they were read with
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
roundel_incoming_bring_in (RoundelIncoming      *self,
                           RoundelMergeFlags     flags,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  self->flags = flags;
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, bring_in_thread);
}

/**
 * roundel_incoming_finish:
 * @self: files
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it is done
 */
gboolean
roundel_incoming_finish (RoundelIncoming  *self,
                         GAsyncResult     *result,
                         GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * roundel_incoming_get_backup:
 * @self: files that were brought in
 *
 * Returns: (transfer none) (nullable) (type filename): the notebook as it was before
 */
const char *
roundel_incoming_get_backup (RoundelIncoming *self)
{
  return self->backup;
}

/**
 * roundel_incoming_get_progress:
 * @self: files that are being read or brought in
 *
 * Returns: how far it is, from 0 to 1
 */
double
roundel_incoming_get_progress (RoundelIncoming *self)
{
  double progress;

  g_mutex_lock (&self->mutex);
  progress = self->merge != NULL ? roundel_merge_get_progress (self->merge) : 0;
  g_mutex_unlock (&self->mutex);
  return progress;
}

/**
 * roundel_incoming_get_result:
 * @self: files that were read
 *
 * Returns: (transfer none): how much they would change, or have changed
 */
const RoundelMergeResult *
roundel_incoming_get_result (RoundelIncoming *self)
{
  return &self->result;
}

/**
 * roundel_incoming_get_changes:
 * @self: files that were read
 *
 * Returns: (transfer none) (element-type RoundelMergeChange): what they would change: first what is in conflict, then what
 *   others erase, what changes, and what is new
 */
const GPtrArray *
roundel_incoming_get_changes (RoundelIncoming *self)
{
  return self->changes;
}

/**
 * roundel_incoming_get_program_id:
 * @self: files that were read
 *
 * Returns: (transfer none) (nullable): which program they are of; %NULL when all of it is here
 */
const char *
roundel_incoming_get_program_id (RoundelIncoming *self)
{
  return self->program_id;
}

/**
 * roundel_incoming_get_program:
 * @self: files that were read
 *
 * Returns: (transfer none) (nullable): that program, for names
 */
const RoundelProgram *
roundel_incoming_get_program (RoundelIncoming *self)
{
  return self->program;
}

/**
 * roundel_incoming_get_cards:
 * @self: files that were read
 *
 * Returns: (transfer none) (nullable): who writes where, as roundel_cards_read()
 */
GHashTable *
roundel_incoming_get_cards (RoundelIncoming *self)
{
  return self->cards;
}

/**
 * roundel_incoming_dup_writers:
 * @self: files that were read
 *
 * Returns: (transfer full): who wrote what would come in: “Grace Mbeki, Hiro Tanaka”; “someone” for who gave no card
 */
char *
roundel_incoming_dup_writers (RoundelIncoming *self)
{
  const char *own = roundel_notebook_get_device (self->notebook);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) writers = g_string_new (NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const RoundelMergeChange *change = self->changes->pdata[i];
      const RoundelRecord *one = change->after != NULL ? change->after : change->before;
      guint n = change->versions != NULL ? change->versions->len : 1;

      for (guint k = 0; k < n; k++)
        {
          const RoundelRecord *version = change->versions != NULL ? change->versions->pdata[k] : one;
          g_autofree char *who = NULL;

          if (g_strcmp0 (version->device, own) == 0)
            continue;
          who = roundel_words_who (version->device, own, self->cards, self->program);
          if (!g_hash_table_contains (seen, who))
            {
              g_string_append_printf (writers, "%s%s", writers->len > 0 ? ", " : "", who);
              g_hash_table_add (seen, g_steal_pointer (&who));
            }
        }
    }
  return g_string_free (g_steal_pointer (&writers), FALSE);
}
