/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/share-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/share/leaving-list.h"
#include "app/share/outgoing.h"
#include "app/share/synced-list.h"
#include "app/widgets/page.h"
#include "app/widgets/program-words.h"
#include "app/widgets/programs-row.h"
#include "app/window.h"
#include "store/export.h"
#include "store/programs.h"
#include "store/secret.h"

#define MOST_DRAGGED 2000 /* records of a file that is made while a drag begins; a larger one is saved */

/* A file for others: for whom, and thing by thing what leaves, before it does. */
struct _RoundelSharePage
{
  AdwBin parent_instance;

  AdwComboRow *program_row;
  GtkCheckButton *members;
  GtkCheckButton *organisers;
  GtkCheckButton *facilitator;
  AdwComboRow *circle_row;
  AdwComboRow *session_row;
  RoundelLeavingList *leaving;
  GtkLabel *staying;
  GtkLabel *trouble;
  GtkWidget *progress;
  GtkWidget *cancel_button;
  AdwPasswordEntryRow *passphrase;
  GtkWidget *file_card;
  GtkLabel *file_name;
  RoundelSyncedList *synced;

  RoundelDesk *desk;
  GPtrArray *programs;     /* of RoundelProgram, as a list has them */
  RoundelProgram *program; /* NULL while there is none */
  GCancellable *cancellable;
  char *name_of_file;
  char *outgoing; /* the file that is being dragged out; NULL before */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RoundelSharePage, roundel_share_page, ADW_TYPE_BIN)

/* What a thread needs to write the file. */
typedef struct
{
  RoundelNotebook *notebook;
  RoundelExport choice;
  char *path;
  RoundelExported exported;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->notebook);
  g_free ((char *) job->choice.program);
  g_free ((char *) job->choice.circle);
  g_free ((char *) job->choice.session);
  roundel_secret_free ((char *) job->choice.passphrase);
  g_free (job->path);
  g_free (job);
}

/* What is chosen, pointing into the program that is shown. */
static RoundelExport
get_choice (RoundelSharePage *self)
{
  RoundelExport choice = { .program = self->program->id, .audience = ROUNDEL_AUDIENCE_MEMBERS };
  guint circle = adw_combo_row_get_selected (self->circle_row);
  guint session = adw_combo_row_get_selected (self->session_row);
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));

  choice.passphrase = *passphrase != '\0' ? passphrase : NULL;
  if (gtk_check_button_get_active (self->organisers))
    choice.audience = ROUNDEL_AUDIENCE_ORGANISERS;
  else if (gtk_check_button_get_active (self->facilitator) && session < self->program->sessions->len)
    {
      choice.audience = ROUNDEL_AUDIENCE_FACILITATOR;
      choice.session = ((RoundelSession *) self->program->sessions->pdata[session])->id;
    }
  else if (circle > 0 && circle <= self->program->circles->len)
    choice.circle = ((RoundelCircle *) self->program->circles->pdata[circle - 1])->id;
  return choice;
}

/* “Conscious skills, members.roundel” */
static char *
dup_name (RoundelSharePage *self)
{
  g_autofree char *title = g_strdup (self->program->title != NULL ? self->program->title : "roundel");

  g_strdelimit (title, "/\\:*?\"<>|\n\t", ' ');
  return g_strdup_printf ("%s, %s.roundel", title, roundel_audience_name (get_choice (self).audience));
}

static void
say_trouble (RoundelSharePage *self,
             const char       *trouble)
{
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

static void
show_leaving (RoundelSharePage *self)
{
  GPtrArray *records;
  g_autoptr (GError) error = NULL;
  RoundelExport choice;
  guint n;

  if (self->program == NULL)
    {
      say_trouble (self, _("There is no program yet to share."));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", FALSE);
      return;
    }
  choice = get_choice (self);
  records = roundel_export_list (roundel_desk_get_notebook (self->desk), &choice, &error);
  n = records != NULL ? records->len : 0;
  say_trouble (self, error != NULL ? error->message : NULL);
  roundel_leaving_list_show (self->leaving, records, self->program);
  gtk_label_set_label (self->staying,
                       choice.audience == ROUNDEL_AUDIENCE_ORGANISERS
                         ? _("Your journal stays here, all of it. The earlier texts of what leaves go along.")
                       : choice.audience == ROUNDEL_AUDIENCE_FACILITATOR
                         ? _("Your journal stays here, all of it; so do lessons, promises of other sessions, and every note on a person. The "
                             "earlier texts of what leaves go along.")
                         : _("Your journal stays here, all of it; so do levels, reporting lines and goals, and what is noted on "
                             "readiness and support. The earlier texts of what leaves go along."));
  roundel_synced_list_show (self->synced, self->desk, choice.program, choice.audience);
  gtk_widget_set_visible (self->file_card, n > 0 && n <= MOST_DRAGGED);
  g_clear_pointer (&self->outgoing, g_free);
  g_free (self->name_of_file);
  self->name_of_file = dup_name (self);
  gtk_label_set_label (self->file_name, self->name_of_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", n > 0);
}

static void
chosen_cb (RoundelSharePage *self)
{
  gboolean lead = gtk_check_button_get_active (self->facilitator);

  if (self->loading || self->program == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->circle_row), gtk_check_button_get_active (self->members)
                                                           && self->program->circles->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->session_row), lead);
  show_leaving (self);
}

static void
program_chosen_cb (RoundelSharePage *self)
{
  guint chosen = adw_combo_row_get_selected (self->program_row);
  g_autoptr (GtkStringList) circles = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sessions = gtk_string_list_new (NULL);

  if (self->loading || chosen >= self->programs->len)
    return;
  self->loading = TRUE;
  g_clear_pointer (&self->program, roundel_program_free);
  self->program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk),
                                                 ((RoundelProgram *) self->programs->pdata[chosen])->id, NULL);
  gtk_string_list_append (circles, _("All circles"));
  for (guint i = 0; self->program != NULL && i < self->program->circles->len; i++)
    {
      const RoundelCircle *circle = self->program->circles->pdata[i];
      g_autofree char *name = circle->name != NULL ? g_strdup (circle->name) : g_strdup_printf (_("Circle %u"), i + 1);

      gtk_string_list_append (circles, name);
    }
  for (guint i = 0; self->program != NULL && i < self->program->sessions->len; i++)
    {
      const RoundelSession *session = self->program->sessions->pdata[i];
      g_autofree char *name = session->title != NULL ? g_strdup_printf ("%u. %s", session->number, session->title)
                                                     : g_strdup_printf (_("Session %u"), session->number);

      gtk_string_list_append (sessions, name);
    }
  adw_combo_row_set_model (self->circle_row, G_LIST_MODEL (circles));
  adw_combo_row_set_model (self->session_row, G_LIST_MODEL (sessions));
  gtk_widget_set_sensitive (GTK_WIDGET (self->facilitator), self->program != NULL && self->program->sessions->len > 0);
  self->loading = FALSE;
  chosen_cb (self);
}

static void
list_programs (RoundelSharePage *self,
               const char       *id)
{
  self->programs = roundel_programs_row_fill (self->program_row, self->desk, id);
  self->loading = FALSE;
  program_chosen_cb (self);
  if (self->programs->len == 0)
    show_leaving (self);
}

/* Who was asked to lead a single session has only that one, of a program that somebody else made. */
static gboolean
has_one_session (RoundelSharePage *self)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  const RoundelRecord named = { .program = self->program->id, .entity = self->program->id, .kind = "program", .reg = "" };
  g_autoptr (RoundelRecord) shown = roundel_notebook_get (notebook, &named, NULL);

  return self->program->sessions->len == 1 && shown != NULL
         && g_strcmp0 (shown->device, roundel_notebook_get_device (notebook)) != 0;
}

static void
begin_with_session (RoundelSharePage *self,
                    const char       *session)
{
  for (guint i = 0; i < self->program->sessions->len; i++)
    if (g_str_equal (((RoundelSession *) self->program->sessions->pdata[i])->id, session))
      adw_combo_row_set_selected (self->session_row, i);
  if (has_one_session (self))
    gtk_check_button_set_active (self->facilitator, TRUE);
}

/* Saving */

static void
write_file (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (roundel_export_to_file (job->notebook, &job->choice, job->path, cancellable, &job->exported, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (RoundelSharePage) self = ROUNDEL_SHARE_PAGE (g_object_ref (source));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (self->progress, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        say_trouble (self, error->message);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", TRUE);
      return;
    }
  if (ROUNDEL_IS_WINDOW (root))
    {
      g_autofree char *name = g_path_get_basename (job->path);
      g_autofree char *said = g_strdup_printf (_("“%s” is saved"), name);

      roundel_window_pop (ROUNDEL_WINDOW (root));
      roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (said));
    }
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (RoundelSharePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, &error);
  g_autoptr (GTask) task = NULL;
  RoundelExport choice;
  Job *job;

  if (file == NULL || self->program == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      say_trouble (self, _("A shared file is saved on this computer first, and then sent."));
      return;
    }
  choice = get_choice (self);
  job = g_new0 (Job, 1);
  job->notebook = g_object_ref (roundel_desk_get_notebook (self->desk));
  job->choice = choice;
  job->choice.program = g_strdup (choice.program);
  job->choice.circle = g_strdup (choice.circle);
  job->choice.session = g_strdup (choice.session);
  job->choice.passphrase = g_strdup (choice.passphrase);
  job->path = g_file_get_path (file);
  gtk_widget_set_visible (self->progress, TRUE);
  /* the button that began it can take no key any more, and Escape has to arrive somewhere */
  gtk_widget_grab_focus (self->cancel_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", FALSE);
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_file);
}

/* Actions */

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  g_cancellable_cancel (ROUNDEL_SHARE_PAGE (widget)->cancellable);
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelSharePage *self = ROUNDEL_SHARE_PAGE (widget);
  roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Save Shared File"), self->name_of_file, NULL, self->cancellable,
                            place_chosen_cb, g_object_ref (self));
}

/* Dragging it out */

/* A file that was made to be dragged has the passphrase of before. */
static void
passphrase_cb (RoundelSharePage *self)
{
  g_clear_pointer (&self->outgoing, g_free);
}

static GdkContentProvider *
drag_prepare_cb (RoundelSharePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  RoundelExport choice;

  if (self->program == NULL)
    return NULL;
  if (self->outgoing == NULL)
    {
      choice = get_choice (self);
      self->outgoing = roundel_outgoing_make (roundel_desk_get_notebook (self->desk), &choice, self->name_of_file, &error);
    }
  say_trouble (self, error != NULL ? error->message : NULL);
  if (self->outgoing == NULL)
    return NULL;
  file = g_file_new_for_path (self->outgoing);
  return gdk_content_provider_new_typed (G_TYPE_FILE, file);
}

/* Overrides */

static void
roundel_share_page_dispose (GObject *object)
{
  RoundelSharePage *self = ROUNDEL_SHARE_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name_of_file, g_free);
  g_clear_pointer (&self->outgoing, g_free);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_clear_pointer (&self->program, roundel_program_free);
  G_OBJECT_CLASS (roundel_share_page_parent_class)->dispose (object);
}

static void
roundel_share_page_class_init (RoundelSharePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_share_page_dispose;
  g_type_ensure (ROUNDEL_TYPE_LEAVING_LIST);
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  g_type_ensure (ROUNDEL_TYPE_SYNCED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/share-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, program_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, members);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, organisers);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, facilitator);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, circle_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, session_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, leaving);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, staying);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, progress);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, synced);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, passphrase);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, file_card);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharePage, file_name);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, program_chosen_cb);
  gtk_widget_class_install_action (widget_class, "share.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "share.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "share.cancel", NULL);
}

static void
roundel_share_page_init (RoundelSharePage *self)
{
  self->loading = TRUE;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_share_page_new:
 * @desk: where the programs are
 * @program: (nullable): id of the one to begin with; %NULL for the one that runs
 * @session: (nullable): id of the session that was just led, which is handed back to whom it was led for
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_share_page_new (RoundelDesk *desk,
                        const char  *program,
                        const char  *session)
{
  RoundelSharePage *self = g_object_new (ROUNDEL_TYPE_SHARE_PAGE, NULL);

  self->desk = g_object_ref (desk);
  list_programs (self, program);
  if (session != NULL && self->program != NULL)
    begin_with_session (self, session);
  return GTK_WIDGET (self);
}
