/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/house/house-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/house/last-copy.h"
#include "app/widgets/passphrase-form.h"
#include "app/widgets/sheet.h"
#include "app/window.h"
#include "store/journal/house.h"
#include "store/secret.h"

/* Everything in one encrypted file: out, and in on another computer. */
struct _RoundelHousePage
{
  AdwBin parent_instance;

  RoundelSheet *sheet;
  GtkLabel *last;
  RoundelPassphraseForm *out;
  GtkLabel *chosen;
  RoundelPassphraseForm *in; /* NULL until a file was chosen */

  RoundelDesk *desk;
  char *passphrase; /* until the file is named */
  char *path;       /* of the file that comes in */
  gboolean working;
};

G_DEFINE_FINAL_TYPE (RoundelHousePage, roundel_house_page, ADW_TYPE_BIN)

/* What a thread needs. */
typedef struct
{
  char *notebook;
  char *passphrase;
  char *path;
  RoundelEnv *env;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  roundel_secret_free (job->passphrase);
  roundel_env_unref (job->env);
  g_free (job->notebook);
  g_free (job->path);
  g_free (job);
}

static void
say (RoundelHousePage *self,
     const char       *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  roundel_compat_announce (GTK_WIDGET (self), text);
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static void
show_last (RoundelHousePage *self)
{
  g_autofree char *said = roundel_last_copy_said (roundel_notebook_get_path (roundel_desk_get_notebook (self->desk)));

  gtk_label_set_label (self->last, said);
}

static void
start (RoundelHousePage    *self,
       const char          *passphrase,
       const char          *path,
       GTaskThreadFunc      work,
       GAsyncReadyCallback  done)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done, NULL);
  Job *job = g_new0 (Job, 1);

  job->notebook = g_strdup (roundel_notebook_get_path (roundel_desk_get_notebook (self->desk)));
  job->passphrase = g_strdup (passphrase);
  job->path = g_strdup (path);
  job->env = roundel_env_ref (roundel_desk_get_env (self->desk));
  self->working = TRUE;
  /* an entry that goes with the page while it is insensitive complains that it was not left */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

static void
end (RoundelHousePage *self)
{
  self->working = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

/* Out */

static void
pack_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (roundel_house_pack (job->notebook, job->passphrase, job->path, job->env, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  RoundelHousePage *self = ROUNDEL_HOUSE_PAGE (source);
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return;
  end (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      roundel_passphrase_form_say (self->out, error->message);
      return;
    }
  roundel_passphrase_form_clear (self->out);
  show_last (self);
  say (self, _("Everything is in the file, encrypted"));
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (RoundelHousePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, &error);

  if (file != NULL && g_file_peek_path (file) != NULL && self->desk != NULL && self->passphrase != NULL)
    start (self, self->passphrase, g_file_peek_path (file), pack_thread, packed_cb);
  g_clear_pointer (&self->passphrase, roundel_secret_free);
}

static void
out_cb (RoundelHousePage *self,
        const char       *passphrase)
{
  roundel_secret_free (self->passphrase);
  self->passphrase = g_strdup (passphrase);
  roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Save Everything"), "roundel.house", NULL,
                            NULL, place_chosen_cb, g_object_ref (self));
}

/* In */

static void
unpack_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (roundel_house_unpack (job->path, job->passphrase, job->notebook, job->env, kept, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
unpacked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  RoundelHousePage *self = ROUNDEL_HOUSE_PAGE (source);
  RoundelJournal *journal;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->desk == NULL)
    return;
  end (self);
  roundel_notebook_refresh (roundel_desk_get_notebook (self->desk), NULL);
  journal = roundel_desk_get_journal (self->desk, NULL);
  if (journal != NULL)
    roundel_journal_refresh (journal, NULL);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      roundel_passphrase_form_say (self->in, error->message);
      return;
    }
  say (self, _("All is here now; what was before is kept"));
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
in_cb (RoundelHousePage *self,
       const char       *passphrase)
{
  start (self, passphrase, self->path, unpack_thread, unpacked_cb);
}

/* Where it lies is known after it is laid out, and only then does the page scroll there. */
static gboolean
focus_cb (gpointer data)
{
  RoundelHousePage *self = data;

  if (self->desk != NULL && !self->working)
    gtk_widget_grab_focus (GTK_WIDGET (self->in));
  return G_SOURCE_REMOVE;
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (RoundelHousePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_open_file_finish (result, &error);
  g_autofree char *name = NULL;

  if (file == NULL || g_file_peek_path (file) == NULL || self->desk == NULL)
    return;
  g_free (self->path);
  self->path = g_file_get_path (file);
  if (self->in == NULL)
    {
      self->chosen = GTK_LABEL (roundel_sheet_add_text (self->sheet, "", "heading"));
      self->in = ROUNDEL_PASSPHRASE_FORM (roundel_passphrase_form_new (FALSE, _("Move In")));
      g_signal_connect_object (self->in, "given", G_CALLBACK (in_cb), self, G_CONNECT_SWAPPED);
      roundel_sheet_add (self->sheet, GTK_WIDGET (self->in));
    }
  name = g_filename_display_name (self->path);
  gtk_label_set_label (self->chosen, name);
  roundel_passphrase_form_say (self->in, NULL);
  g_idle_add_full (G_PRIORITY_LOW, focus_cb, g_object_ref (self), g_object_unref);
}

static void
choose_file (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  roundel_compat_open_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Move In"), NULL, NULL, file_chosen_cb,
                            g_object_ref (widget));
}

static void
roundel_house_page_dispose (GObject *object)
{
  RoundelHousePage *self = ROUNDEL_HOUSE_PAGE (object);

  g_clear_pointer (&self->passphrase, roundel_secret_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_house_page_parent_class)->dispose (object);
}

static void
roundel_house_page_class_init (RoundelHousePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_house_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "house.choose-file", NULL, choose_file);
}

static void
roundel_house_page_init (RoundelHousePage *self)
{
}

/**
 * roundel_house_page_new:
 * @desk: with what is moved
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_house_page_new (RoundelDesk *desk)
{
  RoundelHousePage *self = g_object_new (ROUNDEL_TYPE_HOUSE_PAGE, NULL);
  GtkWidget *choose = gtk_button_new_with_label (_("Choose the File…"));

  self->desk = g_object_ref (desk);
  self->sheet = ROUNDEL_SHEET (roundel_sheet_new (_("Move House")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
  roundel_sheet_add_text (self->sheet, _("Take everything along"), "title-1");
  self->last = GTK_LABEL (roundel_sheet_add_text (self->sheet, "", "heading"));
  roundel_sheet_add_text (self->sheet, _("One encrypted file with all programs, your journal and your own formats. Put it on a stick, "
                                         "or bring it to another computer. Without its passphrase it is of no use to anybody, "
                                         "you included."), NULL);
  self->out = ROUNDEL_PASSPHRASE_FORM (roundel_passphrase_form_new (TRUE, _("Save Everything…")));
  g_signal_connect_object (self->out, "given", G_CALLBACK (out_cb), self, G_CONNECT_SWAPPED);
  roundel_sheet_add (self->sheet, GTK_WIDGET (self->out));
  gtk_widget_set_margin_top (roundel_sheet_add_text (self->sheet, _("Move in"), "title-2"), 24);
  roundel_sheet_add_text (self->sheet, _("Such a file from another computer takes the place of what is here. What is here now is "
                                         "kept beside it, under another name."), NULL);
  gtk_widget_set_halign (choose, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choose, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (choose), "house.choose-file");
  roundel_sheet_add (self->sheet, choose);
  show_last (self);
  return GTK_WIDGET (self);
}
