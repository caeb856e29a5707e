/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/synced.h"

#include <glib/gi18n-lib.h>

#include "app/share/figures.h"
#include "store/journal/incoming-log.h"
#include "store/programs.h"
#include "store/secret.h"

/* Programs that are exchanged through folders: a thread goes over each, when something changes in it, when the window is looked
 * at again, and from time to time, since a network share may not tell of changes. */

#define EVERY 60 /* seconds */
#define SOON 2   /* seconds: what copies a file has more of them */

typedef struct
{
  RoundelNotebook *notebook;
  RoundelSync choice;
  RoundelSyncResult result;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->notebook);
  g_free ((char *) job->choice.program);
  g_free ((char *) job->choice.folder);
  roundel_secret_free ((char *) job->choice.passphrase);
  roundel_sync_result_clear (&job->result);
  g_free (job);
}

static void
pass_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (roundel_sync_pass (job->notebook, &job->choice, ROUNDEL_MERGE_DEFAULT, cancellable, &job->result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What came in stands in the log, as from a file. */
static void
log_pass (RoundelDesk *desk,
          const Job   *job)
{
  const RoundelMergeResult *merged = &job->result.merged;
  RoundelJournal *journal = roundel_desk_get_journal (desk, NULL);
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (job->notebook, job->choice.program, NULL);
  RoundelIncomingEntry entry = {
    .when = roundel_env_now (roundel_desk_get_env (desk)), .title = program != NULL ? program->title : NULL,
    .files = (char *) job->choice.folder, .from = _("the synced folder"), .added = merged->added, .changed = merged->changed,
    .deleted = merged->deleted, .erased = merged->erased, .conflicts = merged->conflicts, .revisions = merged->revisions,
  };

  if (journal != NULL && merged->revisions > 0)
    roundel_journal_log_incoming (journal, &entry, NULL);
}

/**
 * roundel_synced_pass:
 * @desk: where the program is
 * @choice: the program, and the folder
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * One pass over a folder, as roundel_sync_pass(), in a thread. What others erase that they did not write stays, until a file of
 * theirs is opened and it is asked.
 */
void
roundel_synced_pass (RoundelDesk          *desk,
                     const RoundelSync    *choice,
                     GCancellable         *cancellable,
                     GAsyncReadyCallback   callback,
                     gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (desk, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->notebook = g_object_ref (roundel_desk_get_notebook (desk));
  job->choice = *choice;
  job->choice.program = g_strdup (choice->program);
  job->choice.folder = g_strdup (choice->folder);
  job->choice.passphrase = g_strdup (choice->passphrase);
  g_task_set_task_data (task, job, job_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, pass_thread);
}

/**
 * roundel_synced_finish:
 * @desk: where the program is
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer none) (nullable): what was done, as long as @result is there; %NULL with @error set
 */
const RoundelSyncResult *
roundel_synced_finish (RoundelDesk   *desk,
                       GAsyncResult  *result,
                       GError       **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  roundel_notebook_refresh (job->notebook, NULL);
  log_pass (desk, job);
  return &job->result;
}

/* From time to time */

typedef struct
{
  GtkWindow *window;
  RoundelDesk *desk;
  GHashTable *monitors; /* place of a program in its folder → of GFileMonitor */
  guint timer;
  guint soon;
  guint n_working;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_source_remove (watch->timer);
  g_clear_handle_id (&watch->soon, g_source_remove);
  g_hash_table_unref (watch->monitors);
  g_object_unref (watch->desk);
  g_free (watch);
}

static gboolean pass_all (gpointer data);

static gboolean
soon_cb (gpointer data)
{
  Watch *watch = data;

  if (watch->n_working > 0)
    return G_SOURCE_CONTINUE;
  watch->soon = 0;
  pass_all (watch);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (Watch *watch)
{
  if (watch->soon == 0)
    watch->soon = g_timeout_add_seconds (SOON, soon_cb, watch);
}

static void
add_monitor (Watch      *watch,
             GPtrArray  *monitors,
             const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect_swapped (monitor, "changed", G_CALLBACK (changed_cb), watch);
  g_ptr_array_add (monitors, monitor);
}

/* What this device puts there itself is no news. */
static void
watch_place (Watch             *watch,
             const RoundelSync *choice)
{
  const char *own = roundel_notebook_get_device (roundel_desk_get_notebook (watch->desk)), *name;
  char *place = roundel_sync_dup_place (choice->folder, choice->program, choice->audience);
  GPtrArray *monitors = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);

  if (dir != NULL)
    add_monitor (watch, monitors, place);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place, name, NULL);

      if (!g_str_equal (name, own) && g_file_test (path, G_FILE_TEST_IS_DIR))
        add_monitor (watch, monitors, path);
    }
  g_hash_table_replace (watch->monitors, place, monitors);
}

/* The window may be gone meanwhile, and the watch with it. */
static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (GObject) window = g_weak_ref_get (ref);
  const RoundelSyncResult *done = roundel_synced_finish (ROUNDEL_DESK (source), result, NULL);
  Watch *watch;

  g_weak_ref_clear (ref);
  g_free (ref);
  if (window == NULL)
    return;
  watch = g_object_get_data (window, "synced");
  watch->n_working--;
  if (ROUNDEL_IS_WINDOW (window) && done != NULL && roundel_figures_sum (&done->merged) > 0)
    {
      g_autofree char *figures = roundel_figures_dup (&done->merged, ROUNDEL_FIGURES_COMING);
      /* Translators: such as: 3 new, 1 changed */
      g_autofree char *said = g_strdup_printf (_("From the synced folder: %s"), figures);
      AdwToast *toast = adw_toast_new (said);

      adw_toast_set_button_label (toast, _("Log"));
      adw_toast_set_action_name (toast, "win.incoming-log");
      roundel_window_add_toast (ROUNDEL_WINDOW (window), toast);
    }
}

static gboolean
pass_all (gpointer data)
{
  Watch *watch = data;
  RoundelNotebook *notebook = roundel_desk_get_notebook (watch->desk);
  g_autoptr (GPtrArray) programs = watch->n_working == 0 && roundel_sync_is_used ()
                                     ? roundel_notebook_list_programs (notebook, NULL) : NULL;

  for (guint i = 0; programs != NULL && i < programs->len; i++)
    for (RoundelAudience audience = ROUNDEL_AUDIENCE_MEMBERS; audience <= ROUNDEL_AUDIENCE_ORGANISERS; audience++)
      {
        const char *program = ((RoundelProgram *) programs->pdata[i])->id;
        g_autofree char *folder = roundel_sync_get_folder (notebook, program, audience);
        const RoundelSync choice = { .program = program, .audience = audience, .folder = folder };
        GWeakRef *ref;

        if (folder == NULL)
          continue;
        ref = g_new0 (GWeakRef, 1);
        g_weak_ref_init (ref, watch->window);
        watch->n_working++;
        watch_place (watch, &choice); /* before it is read, so that nothing comes between */
        roundel_synced_pass (watch->desk, &choice, NULL, passed_cb, ref);
      }
  return G_SOURCE_CONTINUE;
}

static void
active_cb (GtkWindow  *window,
           GParamSpec *pspec,
           gpointer    data)
{
  if (gtk_window_is_active (window))
    pass_all (data);
}

/**
 * roundel_synced_watch:
 * @window: a window
 * @desk: where the programs are
 *
 * Goes over the folders soon, when something changes in them, whenever the window is looked at again, and once a minute.
 */
void
roundel_synced_watch (GtkWindow   *window,
                      RoundelDesk *desk)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->window = window;
  watch->desk = g_object_ref (desk);
  watch->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  watch->timer = g_timeout_add_seconds (EVERY, pass_all, watch);
  g_object_set_data_full (G_OBJECT (window), "synced", watch, watch_free);
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_cb), watch);
  changed_cb (watch);
}
