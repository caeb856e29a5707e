/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/out-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/journal/copied-words.h"
#include "app/widgets/plain-row.h"
#include "app/widgets/sheet.h"
#include "app/window.h"
#include "app/widgets/print.h"
#include "store/journal/folder.h"

#define PATIENCE 1000 /* milliseconds before progress is shown */
#define LOOK 100      /* milliseconds between two looks at it */
#define AT_ONCE 100   /* records that come in between two frames */

/* The journal in other forms: out to be read without Roundel, and in from there. */
struct _RoundelOutPage
{
  AdwBin parent_instance;

  RoundelSheet *sheet;
  GtkWidget *lists[2]; /* what goes out, and what comes in */
  GtkWidget *waiting; /* bar and Cancel */
  GtkProgressBar *bar;
  GtkLabel *said;
  GtkWidget *undo;
  gboolean entered; /* the focus has been on it */

  RoundelJournal *journal;
  RoundelOut out;
  GCancellable *cancellable; /* while something is done */
  guint looks;               /* how often it was looked at */
  int part;                  /* thousandths that are done; written by a thread */
  guint looking;
  guint stepping;
  GPtrArray *copies; /* while they come in */
  GPtrArray *skipped;
  guint taken;
  gboolean back; /* what came in goes back */
  RoundelCopied copied;
};

G_DEFINE_FINAL_TYPE (RoundelOutPage, roundel_out_page, ADW_TYPE_BIN)

/* What the thread that writes needs. */
typedef struct
{
  RoundelOutPage *page;
  RoundelJournal *reader;
  RoundelOut out;
  char *path;
  guint pages;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reader);
  g_free (job->path);
  g_free (job);
}

static void
say (RoundelOutPage *self,
     const char     *text,
     gboolean        trouble)
{
  gtk_label_set_label (self->said, text);
  gtk_widget_set_visible (GTK_WIDGET (self->said), *text != '\0');
  if (trouble)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "error");
  if (*text != '\0')
    roundel_compat_announce (GTK_WIDGET (self), text);
}

static void
set_choices (RoundelOutPage *self,
             gboolean        sensitive)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    gtk_widget_set_sensitive (self->lists[i], sensitive);
}

static gboolean
look_cb (gpointer data)
{
  RoundelOutPage *self = data;

  gtk_progress_bar_set_fraction (self->bar, g_atomic_int_get (&self->part) / 1000.);
  if (++self->looks * LOOK >= PATIENCE)
    gtk_widget_set_visible (self->waiting, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
begin (RoundelOutPage *self)
{
  say (self, "", FALSE);
  gtk_widget_set_visible (self->undo, FALSE);
  set_choices (self, FALSE);
  self->cancellable = g_cancellable_new ();
  self->looks = 0;
  g_atomic_int_set (&self->part, 0);
  self->looking = g_timeout_add (LOOK, look_cb, self);
}

static void
end (RoundelOutPage *self,
     const GError   *error)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->waiting, FALSE);
  set_choices (self, TRUE);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, error->message, TRUE);
}

/* Out */

static void
progress_cb (double   part,
             gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->page->part, (int) (part * 1000));
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (roundel_journal_write_out (job->reader, job->out, job->path, cancellable, progress_cb, job, &job->pages, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *text = NULL;

  if (self->journal == NULL)
    return;
  end (self, error);
  if (!written)
    return;
  text = g_strdup_printf (ngettext ("%u page is in “%s” now.", "%u pages are in “%s” now.", job->pages), job->pages, name);
  say (self, text, FALSE);
}

/**
 * roundel_out_page_write:
 * @self: the page
 * @out: what the journal becomes
 * @path: where
 */
void
roundel_out_page_write (RoundelOutPage *self,
                        RoundelOut      out,
                        const char     *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  RoundelJournal *reader;
  Job *job;

  g_return_if_fail (ROUNDEL_IS_OUT_PAGE (self) && path != NULL);

  if (self->cancellable != NULL)
    return;
  reader = roundel_journal_open_reader (self->journal, &error);
  if (reader == NULL)
    {
      say (self, error->message, TRUE);
      return;
    }
  begin (self);
  job = g_new0 (Job, 1);
  job->page = self;
  job->reader = reader;
  job->out = out;
  job->path = g_strdup (path);
  task = g_task_new (self, self->cancellable, written_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (RoundelOutPage) self = user_data;
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL && self->journal != NULL)
    roundel_out_page_write (self, self->out, g_file_peek_path (file));
}

static void
choose_place (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  static const struct
  {
    const char *action;
    const char *name;
  } forms[] = {
    [ROUNDEL_OUT_MARKDOWN] = { "out.markdown", N_("My journal") },
    [ROUNDEL_OUT_HTML] = { "out.html", "journal.html" },
    [ROUNDEL_OUT_JSON] = { "out.json", "journal.json" },
  };
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].action, action))
      self->out = (RoundelOut) i;
  roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Take It Out"), _(forms[self->out].name), NULL, NULL,
                            place_chosen_cb, g_object_ref (self));
}

static void
print_pages (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = roundel_print_operation_new (_("My Journal"), (RoundelBookFunc) roundel_book_add_journal,
                                                                              g_object_ref (self->journal), g_object_unref);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), &error);
  if (error != NULL)
    say (self, error->message, TRUE);
}

/* In */

static void
tell_what_came (RoundelOutPage *self)
{
  g_autofree char *text = roundel_words_copied (&self->copied, self->skipped);

  say (self, text, FALSE);
  gtk_widget_set_visible (self->undo, self->copied.added + self->copied.changed > 0);
}

static void
end_taking (RoundelOutPage *self,
            const GError   *error)
{
  gboolean cancelled = error != NULL;

  self->stepping = 0;
  roundel_journal_release_hold (self->journal);
  end (self, error);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  if (error == NULL && self->back)
    say (self, _("Taken back. What came in lies in the bin."), FALSE);
  else if (!cancelled)
    tell_what_came (self);
}

static gboolean
step_cb (gpointer data)
{
  RoundelOutPage *self = data;
  g_autoptr (GError) error = NULL;
  guint to;

  if (!self->back && g_cancellable_is_cancelled (self->cancellable))
    self->back = TRUE;
  if (self->back)
    {
      guint all = self->copied.added + self->copied.changed;

      if (self->copied.back->len > 0 && roundel_journal_take_back (self->journal, self->copied.back, AT_ONCE, &error))
        {
          g_atomic_int_set (&self->part, (int) (1000 - 1000 * (gint64) self->copied.back->len / MAX (all, 1)));
          return G_SOURCE_CONTINUE;
        }
      end_taking (self, error);
      return G_SOURCE_REMOVE;
    }
  to = MIN (self->taken + AT_ONCE, self->copies->len);
  if (self->taken < to && roundel_journal_take (self->journal, self->copies, self->taken, to, &self->copied, &error))
    {
      self->taken = to;
      g_atomic_int_set (&self->part, (int) (1000 * (gint64) to / self->copies->len));
      return G_SOURCE_CONTINUE;
    }
  end_taking (self, error);
  return G_SOURCE_REMOVE;
}

static void
start_stepping (RoundelOutPage *self,
                gboolean        back)
{
  self->back = back;
  roundel_journal_hold (self->journal);
  self->stepping = g_idle_add_full (G_PRIORITY_LOW, step_cb, self, NULL);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  RoundelOutPage *self = source;
  GError *error = NULL;
  GPtrArray *copies;

  /* nobody else looks at what was passed over before the thread has ended */
  copies = roundel_copies_read_path (data, &self->skipped, cancellable, &error);
  if (copies != NULL)
    g_task_return_pointer (task, copies, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->journal == NULL)
    return;
  if (copies == NULL)
    {
      end (self, error);
      return;
    }
  g_clear_pointer (&self->copied.back, g_ptr_array_unref);
  self->copied = (RoundelCopied) { .back = roundel_copies_new () };
  self->copies = g_steal_pointer (&copies);
  self->taken = 0;
  start_stepping (self, FALSE);
}

/**
 * roundel_out_page_bring_in:
 * @self: the page
 * @path: a file or a folder
 */
void
roundel_out_page_bring_in (RoundelOutPage *self,
                           const char     *path)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ROUNDEL_IS_OUT_PAGE (self) && path != NULL);

  if (self->cancellable != NULL)
    return;
  begin (self);
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_thread);
}

static void
source_chosen (RoundelOutPage *self,
               GFile          *file)
{
  if (file != NULL && g_file_peek_path (file) != NULL && self->journal != NULL)
    roundel_out_page_bring_in (self, g_file_peek_path (file));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (RoundelOutPage) self = user_data;
  g_autoptr (GFile) file = roundel_compat_open_file_finish (result, NULL);

  source_chosen (self, file);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (RoundelOutPage) self = user_data;
  g_autoptr (GFile) file = roundel_compat_open_folder_finish (result, NULL);

  source_chosen (self, file);
}

static void
choose_source (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (g_str_equal (action, "out.bring-in-folder"))
    roundel_compat_open_folder (window, _("Bring In"), NULL, folder_chosen_cb, g_object_ref (widget));
  else
    roundel_compat_open_file (window, _("Bring In"), NULL, NULL, file_chosen_cb, g_object_ref (widget));
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (widget);

  if (self->cancellable != NULL || self->copied.back == NULL || self->copied.back->len == 0)
    return;
  begin (self);
  start_stepping (self, TRUE);
}

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* Overrides */

/* The page begins with its first row; Close comes around with the others. */
static gboolean
roundel_out_page_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (widget);

  if (!self->entered)
    {
      self->entered = TRUE;
      return gtk_widget_child_focus (self->lists[0], direction);
    }
  return GTK_WIDGET_CLASS (roundel_out_page_parent_class)->focus (widget, direction);
}

static void
roundel_out_page_dispose (GObject *object)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  if (self->stepping != 0)
    roundel_journal_release_hold (self->journal);
  g_clear_handle_id (&self->stepping, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (roundel_out_page_parent_class)->dispose (object);
}

static void
roundel_out_page_finalize (GObject *object)
{
  RoundelOutPage *self = ROUNDEL_OUT_PAGE (object);

  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
  g_clear_pointer (&self->copied.back, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_out_page_parent_class)->finalize (object);
}

static void
roundel_out_page_class_init (RoundelOutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_out_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_out_page_finalize;
  widget_class->focus = roundel_out_page_focus;
  gtk_widget_class_install_action (widget_class, "out.markdown", NULL, choose_place);
  gtk_widget_class_install_action (widget_class, "out.html", NULL, choose_place);
  gtk_widget_class_install_action (widget_class, "out.json", NULL, choose_place);
  gtk_widget_class_install_action (widget_class, "out.print", NULL, print_pages);
  gtk_widget_class_install_action (widget_class, "out.bring-in-file", NULL, choose_source);
  gtk_widget_class_install_action (widget_class, "out.bring-in-folder", NULL, choose_source);
  gtk_widget_class_install_action (widget_class, "out.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "out.cancel", NULL, cancel);
}

static void
roundel_out_page_init (RoundelOutPage *self)
{
}

static GtkWidget *
add_list (RoundelOutPage *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  roundel_sheet_add (self->sheet, list);
  return list;
}

static void
add_row (GtkWidget  *list,
         const char *title,
         const char *subtitle,
         const char *icon,
         const char *action)
{
  GtkWidget *row = roundel_plain_row_new (title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  roundel_plain_row_leads (row, action, NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * roundel_out_page_new:
 * @journal: an open journal
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_out_page_new (RoundelJournal *journal)
{
  RoundelOutPage *self;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL (journal), NULL);

  self = g_object_new (ROUNDEL_TYPE_OUT_PAGE, NULL);
  self->journal = g_object_ref (journal);
  self->sheet = ROUNDEL_SHEET (roundel_sheet_new (_("Out and In")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));

  roundel_sheet_add_text (self->sheet, _("Take your pages out"), "title-1");
  roundel_sheet_add_text (self->sheet,
                          roundel_journal_is_locked (journal)
               ? _("Your journal is locked; what you take out is not. Whoever has the files reads every page. What is in the bin stays here.")
               : _("To be read without Roundel. Nothing of it is encrypted: whoever has the files reads every page. What is in the bin "
                   "stays here."),
             NULL);
  self->lists[0] = add_list (self);
  add_row (self->lists[0], _("A folder of Markdown files"), _("One file for each page and each promise, for any editor"), "folder-symbolic",
           "out.markdown");
  add_row (self->lists[0], _("One page for a browser"), _("HTML, to read and to search"), "text-x-generic-symbolic", "out.html");
  add_row (self->lists[0], _("One file that comes back whole"), _("JSON, with promises and practice; for another computer"),
           "document-save-symbolic", "out.json");
  add_row (self->lists[0], _("Pages of paper"), _("To print, or to keep as a PDF file"), "printer-symbolic", "out.print");

  gtk_widget_set_margin_top (roundel_sheet_add_text (self->sheet, _("Bring pages in"), "title-2"), 24);
  roundel_sheet_add_text (self->sheet, _("Each page comes in once, however often you bring it. A text that is written over stays as an earlier version."), NULL);
  self->lists[1] = add_list (self);
  add_row (self->lists[1], _("A folder"), _("Markdown or text files, with all the folders in it"), "folder-open-symbolic", "out.bring-in-folder");
  add_row (self->lists[1], _("A file"), _("JSON that came out here or on another computer, Markdown or text"), "document-open-symbolic",
           "out.bring-in-file");

  self->waiting = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_box_append (GTK_BOX (self->waiting), GTK_WIDGET (self->bar));
  add_button (self->waiting, _("Cancel"), "out.cancel");
  gtk_widget_set_halign (gtk_widget_get_last_child (self->waiting), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->waiting, FALSE);
  roundel_sheet_add (self->sheet, self->waiting);
  self->said = GTK_LABEL (roundel_sheet_add_text (self->sheet, "", "heading"));
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);
  self->undo = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->undo, GTK_ALIGN_START);
  add_button (self->undo, _("Undo"), "out.undo");
  gtk_widget_set_visible (self->undo, FALSE);
  roundel_sheet_add (self->sheet, self->undo);
  return GTK_WIDGET (self);
}
