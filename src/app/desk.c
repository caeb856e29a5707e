/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/desk.h"

#include "store/backups.h"
#include "store/journal/passphrase.h"
#include "store/secret.h"

#define BACKUP_FIRST 10   /* seconds after the start, when the window is long there */
#define UNLOCK_PATIENCE 5000 /* milliseconds */
#define BACKUP_AGAIN 3600 /* seconds until it is looked whether a new day has come */

/**
 * RoundelDesk:
 *
 * What the screens work on: the notebook, the journal beside it, and the outcomes, patterns and formats there are. A screen
 * that has a property `desk` is given it.
 */
struct _RoundelDesk
{
  GObject parent_instance;

  RoundelEnv *env;
  RoundelNotebook *notebook;
  /* NULL until they are asked for */
  RoundelJournal *journal;
  RoundelLibrary *library;
  GPtrArray *outcomes;
  GPtrArray *patterns;
  guint backup;
  GTask *unlocking; /* while a passphrase is tried */
};

G_DEFINE_FINAL_TYPE (RoundelDesk, roundel_desk, G_TYPE_OBJECT)

static guint journal_opened_signal;

static void
back_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const char *notebook = data;
  g_autofree char *journal = roundel_journal_path (notebook);
  g_autoptr (GError) error = NULL;

  if (!roundel_backups_make_daily (notebook, journal, roundel_desk_get_env (source), &error))
    g_message ("%s", error->message);
}

static gboolean
backup_cb (gpointer data)
{
  RoundelDesk *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (roundel_notebook_get_path (self->notebook)), g_free);
  g_task_run_in_thread (task, back_up_in_thread);
  self->backup = g_timeout_add_seconds (BACKUP_AGAIN, backup_cb, self);
  return G_SOURCE_REMOVE;
}

static void
roundel_desk_finalize (GObject *object)
{
  RoundelDesk *self = ROUNDEL_DESK (object);

  g_clear_handle_id (&self->backup, g_source_remove);
  g_clear_object (&self->journal);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->patterns, g_ptr_array_unref);
  g_clear_pointer (&self->library, roundel_library_free);
  g_clear_pointer (&self->env, roundel_env_unref);
  G_OBJECT_CLASS (roundel_desk_parent_class)->finalize (object);
}

static void
roundel_desk_class_init (RoundelDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_desk_finalize;

  /**
   * RoundelDesk::journal-opened:
   *
   * Once: the journal can be read from now on.
   */
  journal_opened_signal = g_signal_new ("journal-opened", ROUNDEL_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
roundel_desk_init (RoundelDesk *self)
{
}

/**
 * roundel_desk_new:
 * @env: clocks and randomness
 * @notebook_path: (nullable) (type filename): the notebook; %NULL for the user's own. It is made when missing
 * @error: return location, with the codes of #RoundelStoreError and of the content
 *
 * Returns: (transfer full): the desk, or %NULL
 */
RoundelDesk *
roundel_desk_new (RoundelEnv  *env,
                  const char  *notebook_path,
                  GError     **error)
{
  g_autoptr (RoundelDesk) self = NULL;
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "roundel", "notebook.db", NULL);
  g_autofree char *formats = g_build_filename (g_get_user_data_dir (), "roundel", "formats", NULL);

  g_return_val_if_fail (env != NULL, NULL);

  self = g_object_new (ROUNDEL_TYPE_DESK, NULL);
  self->env = roundel_env_ref (env);
  /* of a user's own formats one may be wrong, and is named; what is built in is right */
  if (g_file_test (formats, G_FILE_TEST_IS_DIR))
    {
      self->library = roundel_library_new (formats, error);
      if (self->library == NULL)
        return NULL;
    }
  /* nothing on the screen ever waits for another program */
  self->notebook = roundel_notebook_open (notebook_path != NULL ? notebook_path : own, env, 0, error);
  if (self->notebook == NULL)
    return NULL;
  self->backup = g_timeout_add_seconds (BACKUP_FIRST, backup_cb, self);
  return g_steal_pointer (&self);
}

/**
 * roundel_desk_get_env:
 * @self: a desk
 *
 * Returns: (transfer none): clocks and randomness
 */
RoundelEnv *
roundel_desk_get_env (RoundelDesk *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DESK (self), NULL);

  return self->env;
}

/**
 * roundel_desk_get_notebook:
 * @self: a desk
 *
 * Returns: (transfer none): the open notebook
 */
RoundelNotebook *
roundel_desk_get_notebook (RoundelDesk *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DESK (self), NULL);

  return self->notebook;
}

/**
 * roundel_desk_get_journal:
 * @self: a desk
 * @error: return location for why it cannot be opened
 *
 * Returns: (transfer none): the journal beside the notebook, open, or %NULL; with %ROUNDEL_STORE_ERROR_LOCKED ask for its
 *   passphrase, for roundel_desk_unlock_journal_async()
 */
RoundelJournal *
roundel_desk_get_journal (RoundelDesk  *self,
                          GError      **error)
{
  g_return_val_if_fail (ROUNDEL_IS_DESK (self), NULL);

  if (self->journal == NULL)
    {
      g_autofree char *path = roundel_journal_path (roundel_notebook_get_path (self->notebook));

      self->journal = roundel_journal_open (path, self->env, 0, error);
      if (self->journal != NULL)
        g_signal_emit (self, journal_opened_signal, 0);
    }
  return self->journal;
}

static void
unlock_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  RoundelDesk *self = source;
  g_autofree char *path = roundel_journal_path (roundel_notebook_get_path (self->notebook));
  g_autoptr (GError) error = NULL;
  RoundelJournal *journal = NULL;

  if (self->journal == NULL)
    journal = roundel_journal_open_with (path, data, self->env, UNLOCK_PATIENCE, &error);
  else if (roundel_journal_opens_with (self->journal, data, &error))
    journal = g_object_ref (self->journal);
  if (journal != NULL)
    g_task_return_pointer (task, journal, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * roundel_desk_unlock_journal_async:
 * @self: a desk
 * @secret: the passphrase or the recovery key of a locked journal
 * @callback: called when it is open, or did not open
 * @user_data: for @callback
 *
 * Opens a locked journal, until the program ends; or looks whether @secret would open it when it is open already. A
 * passphrase is slow to try, and a long journal to decrypt: a thread does it.
 */
void
roundel_desk_unlock_journal_async (RoundelDesk         *self,
                                   const char          *secret,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (ROUNDEL_IS_DESK (self) && secret != NULL && self->unlocking == NULL);

  self->unlocking = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (self->unlocking, g_strdup (secret), (GDestroyNotify) roundel_secret_free);
  g_task_run_in_thread (self->unlocking, unlock_in_thread);
}

/**
 * roundel_desk_unlock_journal_finish:
 * @self: a desk
 * @result: what the callback was given
 * @error: return location: %ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE for one
 *
 * Returns: whether the journal is open and the secret its own
 */
gboolean
roundel_desk_unlock_journal_finish (RoundelDesk   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_autoptr (RoundelJournal) journal = NULL;

  g_return_val_if_fail (ROUNDEL_IS_DESK (self) && g_task_is_valid (result, self), FALSE);

  journal = g_task_propagate_pointer (G_TASK (result), error);
  g_clear_object (&self->unlocking);
  if (journal == NULL)
    return FALSE;
  if (self->journal == NULL)
    {
      roundel_journal_stop_waiting (journal);
      self->journal = g_steal_pointer (&journal);
      g_signal_emit (self, journal_opened_signal, 0);
    }
  return TRUE;
}

/**
 * roundel_desk_get_library:
 * @self: a desk
 *
 * Returns: (transfer none): the formats, built in and the user's own
 */
RoundelLibrary *
roundel_desk_get_library (RoundelDesk *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ROUNDEL_IS_DESK (self), NULL);

  if (self->library == NULL)
    self->library = roundel_library_new (NULL, &error);
  g_assert_no_error (error);
  return self->library;
}

/**
 * roundel_desk_get_outcomes:
 * @self: a desk
 *
 * Returns: (transfer none) (element-type RoundelOutcome): the ten outcomes, by number
 */
const GPtrArray *
roundel_desk_get_outcomes (RoundelDesk *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ROUNDEL_IS_DESK (self), NULL);

  if (self->outcomes == NULL)
    self->outcomes = roundel_outcomes_load (&error);
  g_assert_no_error (error);
  return self->outcomes;
}

/**
 * roundel_desk_get_patterns:
 * @self: a desk
 *
 * Returns: (transfer none) (element-type RoundelPattern): the patterns
 */
const GPtrArray *
roundel_desk_get_patterns (RoundelDesk *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (ROUNDEL_IS_DESK (self), NULL);

  if (self->patterns == NULL)
    self->patterns = roundel_patterns_load (&error);
  g_assert_no_error (error);
  return self->patterns;
}

/**
 * roundel_desk_close:
 * @self: a desk
 *
 * Writes what still waits and closes notebook and journal, whoever else holds them; nothing can be done on them any more.
 */
void
roundel_desk_close (RoundelDesk *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ROUNDEL_IS_DESK (self));

  g_clear_handle_id (&self->backup, g_source_remove);
  while (self->unlocking != NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!roundel_notebook_close (self->notebook, &error))
    g_warning ("%s", error->message);
  g_clear_error (&error);
  if (self->journal != NULL && !roundel_journal_close (self->journal, &error))
    g_warning ("%s", error->message);
}
