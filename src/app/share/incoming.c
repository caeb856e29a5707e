/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/incoming.h"

#include <glib/gi18n-lib.h>

#include "store/backups.h"
#include "store/secret.h"

#define MOST 200 /* things of each sort whose words are shown; all are counted */

/* One file that was added, with what it takes to read it. */
typedef struct
{
  RoundelIncomingFile file;
  char *passphrase;   /* NULL when none was asked for */
  GPtrArray *news;    /* of RoundelMergeNews; NULL for a single file, which has those of all */
} Added;

/* Files from others on their way in. A thread reads and merges them; the window stays alive. */
struct _RoundelIncoming
{
  GObject parent_instance;

  RoundelNotebook *notebook;
  GPtrArray *files;    /* of Added */
  RoundelMerge *merge; /* of all of them */
  RoundelMerge *alone; /* of the one that is looked at by itself */
  GMutex mutex;        /* of both, while their progress is looked at */
  RoundelMergeResult result;
  GPtrArray *changes;  /* of RoundelMergeChange */
  GPtrArray *news;     /* of RoundelMergeNews */
  RoundelIncomingNames *names;

  RoundelMergeFlags flags;
  char *backup; /* the notebook as it was before; NULL when it was empty */
};

G_DEFINE_FINAL_TYPE (RoundelIncoming, roundel_incoming, G_TYPE_OBJECT)

static void
added_free (Added *self)
{
  g_free (self->file.path);
  g_free (self->file.program);
  g_free (self->file.writers);
  g_clear_error (&self->file.error);
  roundel_secret_free (self->passphrase);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_free (self);
}

/* Puts a merge where its progress is looked at, and lets go of the one that was there. */
static void
set_merge (RoundelIncoming  *self,
           RoundelMerge    **place,
           RoundelMerge     *merge)
{
  RoundelMerge *before;

  g_mutex_lock (&self->mutex);
  before = *place;
  *place = merge;
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&before, roundel_merge_free);
}

static void
roundel_incoming_finalize (GObject *object)
{
  RoundelIncoming *self = ROUNDEL_INCOMING (object);

  set_merge (self, &self->merge, NULL);
  set_merge (self, &self->alone, NULL);
  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->news, g_ptr_array_unref);
  g_clear_pointer (&self->names, roundel_incoming_names_free);
  g_ptr_array_unref (self->files);
  g_clear_object (&self->notebook);
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
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) added_free);
}

/* Threads */

static int
rank (const RoundelMergeChange *change)
{
  if (change->versions != NULL)
    return 0;
  if (change->after == NULL || change->after->body == NULL || change->after->deleted)
    return 1;
  return change->before != NULL ? 2 : 3;
}

static const char *
program_of (const RoundelMergeChange *change)
{
  return change->after != NULL ? change->after->program : change->before->program;
}

/* Program after program; in each, first what is to be decided. */
static int
compare_changes (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const RoundelMergeChange *one = *(RoundelMergeChange * const *) a, *other = *(RoundelMergeChange * const *) b;
  int order = (int) roundel_incoming_names_find (data, program_of (one)) - (int) roundel_incoming_names_find (data, program_of (other));

  return order != 0 ? order : rank (one) - rank (other);
}

static char *
dup_writers (RoundelIncoming *self,
             const GPtrArray *news)
{
  return roundel_incoming_names_dup_writers (self->names, news, roundel_notebook_get_device (self->notebook));
}

/* What a file would bring if it came alone, and that it can be read. */
static gboolean
look_alone (RoundelIncoming  *self,
            Added            *added,
            GCancellable     *cancellable,
            GError          **error)
{
  RoundelMerge *merge = roundel_merge_new (self->notebook, cancellable, error);

  set_merge (self, &self->alone, merge);
  if (merge == NULL)
    return FALSE;
  roundel_merge_set_passphrase (merge, added->passphrase);
  if (!roundel_merge_add_file (merge, added->file.path, error))
    return FALSE;
  added->news = roundel_merge_list_news (merge, error);
  return added->news != NULL && roundel_merge_preview (merge, ROUNDEL_MERGE_JOIN, &added->file.result, error);
}

/* Whoever reads the text has chosen the file: its name will do. */
static void
shorten_path (GError     *error,
              const char *path)
{
  g_autoptr (GString) text = g_string_new (error->message);
  g_autofree char *name = g_path_get_basename (path);

  g_string_replace (text, path, name, 0);
  g_free (error->message);
  error->message = g_string_free (g_steal_pointer (&text), FALSE);
}

/* A file that cannot be read keeps none of the others out. */
static gboolean
add_all (RoundelIncoming  *self,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autoptr (GError) failed = NULL;
  guint n_sound = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      Added *added = self->files->pdata[i];

      if (self->files->len > 1 && !look_alone (self, added, cancellable, &added->file.error))
        {
          shorten_path (added->file.error, added->file.path);
          if (!g_error_matches (added->file.error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            continue;
          g_propagate_error (error, g_steal_pointer (&added->file.error));
          return FALSE;
        }
      roundel_merge_set_passphrase (self->merge, added->passphrase);
      if (!roundel_merge_add_file (self->merge, added->file.path, &failed))
        {
          shorten_path (failed, added->file.path);
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      added->file.program = g_strdup (roundel_merge_get_program (self->merge));
      n_sound++;
    }
  set_merge (self, &self->alone, NULL);
  if (n_sound > 0)
    return TRUE;
  g_propagate_error (error, g_error_copy (((Added *) self->files->pdata[0])->file.error));
  return FALSE;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  RoundelIncoming *self = source;
  GError *error = NULL;

  set_merge (self, &self->merge, roundel_merge_new (self->notebook, cancellable, &error));
  if (self->merge != NULL && add_all (self, cancellable, &error)
      && (self->news = roundel_merge_list_news (self->merge, &error)) != NULL
      && (self->names = roundel_incoming_names_new (self->merge, &error)) != NULL)
    self->changes = roundel_merge_list_changes (self->merge, MOST, &self->result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < self->files->len; i++)
    {
      Added *added = self->files->pdata[i];

      if (added->file.program == NULL)
        continue;
      roundel_incoming_names_add_program (self->names, added->file.program);
      if (added->news == NULL)
        added->file.result = self->result;
      added->file.writers = dup_writers (self, added->news != NULL ? added->news : self->news);
    }
  g_ptr_array_sort_with_data (self->changes, compare_changes, self->names);
  g_task_return_boolean (task, TRUE);
}

/* The last that was made because something came in. */
static char *
find_backup (const char *notebook)
{
  g_autoptr (GPtrArray) backups = roundel_backups_list (notebook);

  for (guint i = 0; i < backups->len; i++)
    if (((RoundelBackup *) backups->pdata[i])->reason == ROUNDEL_BACKUP_BEFORE_MERGE)
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
      set_merge (self, &self->merge, NULL);
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
 *
 * Returns: (transfer full): no file yet
 */
RoundelIncoming *
roundel_incoming_new (RoundelNotebook *notebook)
{
  RoundelIncoming *self = g_object_new (ROUNDEL_TYPE_INCOMING, NULL);

  self->notebook = g_object_ref (notebook);
  return self;
}

/**
 * roundel_incoming_add_file:
 * @self: files of which nothing is known yet
 * @path: (type filename): one more
 * @passphrase: (nullable): what opens it
 */
void
roundel_incoming_add_file (RoundelIncoming *self,
                           const char      *path,
                           const char      *passphrase)
{
  Added *added = g_new0 (Added, 1);

  added->file.path = g_strdup (path);
  added->passphrase = g_strdup (passphrase);
  g_ptr_array_add (self->files, added);
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
  progress = self->alone != NULL   ? roundel_merge_get_progress (self->alone)
             : self->merge != NULL ? roundel_merge_get_progress (self->merge)
                                   : 0;
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
 * Returns: (transfer none) (element-type RoundelMergeChange): what they would change, program by program: first what is in
 *   conflict, then what is erased or deleted, what changes, and what is new
 */
const GPtrArray *
roundel_incoming_get_changes (RoundelIncoming *self)
{
  return self->changes;
}

/**
 * roundel_incoming_get_files:
 * @self: files that were read
 *
 * Returns: (transfer none) (element-type RoundelIncomingFile): what each of them is, also those that do not come in
 */
const GPtrArray *
roundel_incoming_get_files (RoundelIncoming *self)
{
  return self->files;
}

/**
 * roundel_incoming_get_programs:
 * @self: files that were read
 *
 * Returns: (transfer none) (element-type RoundelIncomingProgram): the programs they are of
 */
const GPtrArray *
roundel_incoming_get_programs (RoundelIncoming *self)
{
  return roundel_incoming_names_get_programs (self->names);
}

/**
 * roundel_incoming_find:
 * @self: files that were read
 * @program: id of the program of one of them
 *
 * Returns: (transfer none): that program
 */
const RoundelIncomingProgram *
roundel_incoming_find (RoundelIncoming *self,
                       const char      *program)
{
  const GPtrArray *programs = roundel_incoming_get_programs (self);
  guint i = roundel_incoming_names_find (self->names, program);

  g_assert (i < programs->len);

  return programs->pdata[i];
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
  return dup_writers (self, self->news);
}
