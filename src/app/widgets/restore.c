/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/restore.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/record-words.h"
#include "app/window.h"
#include "store/journal/restore.h"

/* A backup that somebody chose: looked into, asked about with what it holds, and put in place of what is here. */
typedef struct
{
  GtkWidget *page;
  RoundelDesk *desk;
  char *when;
  GPtrArray *copies; /* what is to be restored; to take it back, what was kept */
  gboolean with_journal;
  RoundelRestored restored;
} Restoring;

static Restoring *
restoring_new (GtkWidget       *page,
               RoundelDesk     *desk,
               const GPtrArray *copies)
{
  Restoring *self = g_new0 (Restoring, 1);

  self->page = g_object_ref (page);
  self->desk = g_object_ref (desk);
  self->copies = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    g_ptr_array_add (self->copies, g_strdup (copies->pdata[i]));
  return self;
}

static void
restoring_free (gpointer data)
{
  Restoring *self = data;

  g_object_unref (self->page);
  g_object_unref (self->desk);
  g_free (self->when);
  g_ptr_array_unref (self->copies);
  roundel_restored_clear (&self->restored);
  g_free (self);
}

static void
preview_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Restoring *self = data;
  GError *error = NULL;

  if (roundel_restore_preview (self->copies->pdata[0], &self->restored, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
apply_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Restoring *self = data;
  const char *notebook = roundel_notebook_get_path (roundel_desk_get_notebook (self->desk));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  for (guint i = 0; error == NULL && i < self->copies->len; i++)
    {
      roundel_restored_clear (&self->restored);
      roundel_restore_apply (self->copies->pdata[i], notebook, self->with_journal, roundel_desk_get_env (self->desk),
                             &self->restored, &error);
      g_ptr_array_extend_and_steal (kept, g_steal_pointer (&self->restored.kept));
    }
  self->restored.kept = g_steal_pointer (&kept);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A step in a thread, for the sake of which the page waits. */
static void
run (Restoring           *self,
     GTaskThreadFunc      work,
     GAsyncReadyCallback  done,
     GTask               *asked)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, done, asked);

  gtk_widget_set_sensitive (self->page, FALSE);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, work);
}

/* The files have other contents now. */
static void
show_again (Restoring *self)
{
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, NULL);

  gtk_widget_set_sensitive (self->page, TRUE);
  roundel_notebook_refresh (roundel_desk_get_notebook (self->desk), NULL);
  if (journal != NULL)
    roundel_journal_refresh (journal, NULL);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Restoring *self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = self->page;

  g_task_propagate_boolean (G_TASK (result), &error);
  show_again (self);
  roundel_window_add_toast (ROUNDEL_WINDOW (window), adw_toast_new (error != NULL ? error->message
                                                                                  : _("Everything is as it was before")));
  restoring_free (self);
}

static void
undo_cb (AdwToast  *toast,
         Restoring *back)
{
  Restoring *self = restoring_new (back->page, back->desk, back->copies);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, taken_back_cb, self);

  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, apply_thread);
}

static void
undo_free (gpointer  data,
           GClosure *closure)
{
  restoring_free (data);
}

static void
tell (Restoring *self)
{
  GtkRoot *window = gtk_widget_get_root (self->page);
  AdwToast *toast;
  Restoring *back;

  if (!ROUNDEL_IS_WINDOW (window))
    return;
  back = restoring_new (GTK_WIDGET (window), self->desk, self->restored.kept);
  toast = adw_toast_new (_("The backup is restored"));
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), back, undo_free, 0);
  roundel_window_pop (ROUNDEL_WINDOW (window));
  roundel_window_dismiss_toasts (ROUNDEL_WINDOW (window));
  roundel_window_add_toast (ROUNDEL_WINDOW (window), toast);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) asked = user_data;
  Restoring *self = g_task_get_task_data (asked);
  GError *error = NULL;
  gboolean restored = g_task_propagate_boolean (G_TASK (result), &error);

  show_again (self);
  if (!restored)
    {
      g_task_return_error (asked, error);
      return;
    }
  tell (self);
  g_task_return_boolean (asked, TRUE);
}

static void
answered (const char *answer,
          gpointer    user_data)
{
  GTask *asked = user_data;
  Restoring *self = g_task_get_task_data (asked);

  if (g_str_equal (answer, "stay"))
    {
      g_task_return_boolean (asked, FALSE);
      g_object_unref (asked);
      return;
    }
  self->with_journal = g_str_equal (answer, "both");
  run (self, apply_thread, restored_cb, asked);
}

/* “1 program with 7 sessions, 12 pages in the journal” */
static char *
dup_contents (const RoundelInfo *info,
              gboolean           pages)
{
  g_autofree char *programs = g_strdup_printf (ngettext ("%u program", "%u programs", (guint) info->programs), (guint) info->programs);
  g_autofree char *sessions = g_strdup_printf (ngettext ("%u session", "%u sessions", (guint) info->sessions), (guint) info->sessions);
  g_autofree char *entries = g_strdup_printf (ngettext ("%u page in the journal", "%u pages in the journal", (guint) info->entries),
                                              (guint) info->entries);

  return pages ? g_strdup_printf (_("%s with %s, %s"), programs, sessions, entries)
               : g_strdup_printf (_("%s with %s"), programs, sessions);
}

/* What is in it, what is here, and what comes of it. */
static char *
dup_body (Restoring      *self,
          RoundelJournal *journal)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  const RoundelRestored *preview = &self->restored;
  gboolean pages = preview->journal && !preview->sealed && journal != NULL;
  RoundelInfo here;
  g_autofree char *then = dup_contents (&preview->contents, pages);
  g_autofree char *now = NULL;
  g_autoptr (GString) body = g_string_new (NULL);

  roundel_info_count (roundel_records_get_db (roundel_notebook_get_records (notebook)),
                      pages ? roundel_journal_get_db (journal) : NULL, &here, NULL);
  now = dup_contents (&here, pages);
  /* Translators: %s is as “1 program with 7 sessions” */
  g_string_append_printf (body, _("Then: %s."), then);
  g_string_append_c (body, '\n');
  /* Translators: %s is as “1 program with 7 sessions” */
  g_string_append_printf (body, _("Now: %s."), now);
  g_string_append (body, "\n\n");
  g_string_append (body, _("What was written and what came in since then goes from here; what others have comes in again with "
                           "their files. What is here now is kept beside it, so this can be undone."));
  g_string_append (body, "\n\n");
  if (!preview->journal)
    g_string_append (body, _("Your journal stays as it is."));
  else if (journal != NULL && roundel_journal_is_locked (journal))
    g_string_append (body, _("The journal is locked and open now, so it stays as it is. To restore it, too, start Roundel anew and "
                             "come here before you open it."));
  else
    g_string_append (body, _("With “Programs Only” your journal stays as it is."));
  return g_string_free (g_steal_pointer (&body), FALSE);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) asked = user_data;
  Restoring *self = g_task_get_task_data (asked);
  const RoundelAnswer answers[] = {
    { "stay", _("_Leave It"), ADW_RESPONSE_DEFAULT },
    { "programs", self->restored.journal ? _("_Programs Only") : _("_Restore"), ADW_RESPONSE_DESTRUCTIVE },
    { "both", _("Programs and _Journal"), ADW_RESPONSE_DESTRUCTIVE },
  };
  GtkRoot *window = gtk_widget_get_root (self->page);
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, NULL);
  GError *error = NULL;
  g_autofree char *heading = g_strdup_printf (_("Go back to %s?"), self->when);
  g_autofree char *body = NULL;
  gboolean both;

  gtk_widget_set_sensitive (self->page, TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (asked, error);
      return;
    }
  if (!GTK_IS_WINDOW (window))
    {
      g_task_return_boolean (asked, FALSE);
      return;
    }
  both = self->restored.journal && (journal == NULL || !roundel_journal_is_locked (journal));
  body = dup_body (self, journal);
  roundel_compat_ask (GTK_WINDOW (window), heading, body, answers, both ? 3 : 2, "stay", answered, g_steal_pointer (&asked));
}

/**
 * roundel_ask_to_restore:
 * @page: a page on which a backup was chosen; it waits meanwhile
 * @desk: what would be restored
 * @backup: (type filename): the backup of a notebook, with that of its journal beside it or not
 * @made: when it was made, microseconds since 1970
 * @callback: called when it is done, or was left
 * @user_data: for @callback
 *
 * Says what is in it and what is here, and restores when the answer is so. Then the page is gone, and a toast takes it back.
 */
void
roundel_ask_to_restore (GtkWidget           *page,
                        RoundelDesk         *desk,
                        const char          *backup,
                        gint64               made,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Restoring *self = restoring_new (page, desk, NULL);
  GTask *asked = g_task_new (page, NULL, callback, user_data);

  self->when = roundel_words_when (made);
  g_ptr_array_add (self->copies, g_strdup (backup));
  g_task_set_task_data (asked, self, restoring_free);
  run (self, preview_thread, previewed_cb, asked);
}

/**
 * roundel_ask_to_restore_finish:
 * @page: the page
 * @result: what the callback was given
 * @error: return location for why it cannot be restored
 *
 * Returns: whether it is restored; %FALSE without @error when it was left
 */
gboolean
roundel_ask_to_restore_finish (GtkWidget     *page,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
