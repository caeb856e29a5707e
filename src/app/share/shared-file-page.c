/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/shared-file-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/record-words.h"
#include "app/widgets/outcome.h"
#include "app/widgets/ring.h"
#include "app/window.h"
#include "store/journal/me.h"
#include "store/merge.h"
#include "store/programs.h"

#define PULSE 120    /* milliseconds */
#define SHOWN_AFTER 3 /* pulses: what is quick shows no bar */

/* Files from others: what would change, before anything does. */
struct _RoundelSharedFilePage
{
  AdwBin parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkWidget *preview;
  AdwStatusPage *refused;
  GtkWidget *progress;
  RoundelRing *ring;
  GtkLabel *title;
  GtkLabel *from;
  GtkLabel *join;
  GtkBox *counts;
  GtkListBox *news;
  GtkWidget *me_list;
  AdwComboRow *me_row;
  GtkWidget *erase_list;
  AdwActionRow *erase_row;
  GtkSwitch *erase;
  GtkLabel *same;
  GtkLabel *trouble;
  GtkButton *ok_button;

  RoundelDesk *desk;
  GPtrArray *paths;
  GCancellable *cancellable;
  RoundelMerge *merge; /* NULL while a thread has it */
  RoundelMergeResult result;
  char *program;
  GPtrArray *people; /* of RoundelRecord: members in the file, the first line of the row aside */
  guint pulse;
  guint pulses;
};

G_DEFINE_FINAL_TYPE (RoundelSharedFilePage, roundel_shared_file_page, ADW_TYPE_BIN)

/* What a thread does and finds. */
typedef struct
{
  RoundelNotebook *notebook;
  GPtrArray *paths;
  RoundelMerge *merge;
  RoundelMergeFlags flags;
  RoundelMergeResult result;
  GPtrArray *news;
  GPtrArray *programs;
  GPtrArray *members;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->notebook);
  g_clear_pointer (&job->paths, g_ptr_array_unref);
  g_clear_pointer (&job->merge, roundel_merge_free);
  g_clear_pointer (&job->news, g_ptr_array_unref);
  g_clear_pointer (&job->programs, g_ptr_array_unref);
  g_clear_pointer (&job->members, g_ptr_array_unref);
  g_free (job);
}

static gboolean
pulse_cb (gpointer data)
{
  RoundelSharedFilePage *self = data;

  if (++self->pulses >= SHOWN_AFTER)
    gtk_widget_set_visible (self->progress, TRUE);
  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
set_working (RoundelSharedFilePage *self,
             gboolean               working)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->pulses = 0;
  gtk_widget_set_visible (self->progress, FALSE);
  if (working)
    self->pulse = g_timeout_add (PULSE, pulse_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in", !working);
}

static void
add_count (RoundelSharedFilePage *self,
           guint                  n,
           const char            *what,
           gboolean               decide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *number = g_strdup_printf ("%u", n);
  GtkWidget *digits = gtk_label_new (number);
  GtkWidget *word = gtk_label_new (what);

  gtk_widget_add_css_class (box, "count");
  if (decide)
    gtk_widget_add_css_class (box, "decide");
  gtk_widget_add_css_class (digits, "count-number");
  gtk_widget_add_css_class (word, "note");
  gtk_label_set_xalign (GTK_LABEL (digits), 0);
  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_box_append (GTK_BOX (box), digits);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (self->counts, box);
}

static char *
dup_writer (RoundelSharedFilePage *self,
            const char            *device)
{
  if (g_strcmp0 (device, roundel_notebook_get_device (roundel_desk_get_notebook (self->desk))) == 0)
    return g_strdup (_("written by you"));
  return g_strdup (_("written by somebody else"));
}

static void
show_news (RoundelSharedFilePage *self,
           const GPtrArray       *news)
{
  for (guint i = 0; i < news->len; i++)
    {
      const RoundelMergeNews *one = news->pdata[i];
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *count = g_strdup_printf ("%u", one->records);
      g_autofree char *writer = dup_writer (self, one->device);
      GtkWidget *label = gtk_label_new (count);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), roundel_words_kind (one->kind, NULL));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), writer);
      gtk_widget_add_css_class (label, "dim");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_append (self->news, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->news), news->len > 0);
}

/* Who joins is asked which of the members they are; it stays in the journal. */
static void
ask_who (RoundelSharedFilePage *self,
         GPtrArray             *members)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_string_list_append (names, _("I would rather not say"));
  self->people = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < members->len; i++)
    {
      const RoundelRecord *member = members->pdata[i];
      g_autofree char *name = roundel_words_text (member->body, "name");

      if (name == NULL || !g_hash_table_add (seen, g_strdup (member->entity)))
        continue;
      gtk_string_list_append (names, name);
      g_ptr_array_add (self->people, g_strdup (member->entity));
    }
  adw_combo_row_set_model (self->me_row, G_LIST_MODEL (names));
}

static void
show_program (RoundelSharedFilePage *self,
              const GPtrArray       *coming)
{
  g_autoptr (RoundelProgram) here = NULL;
  const GPtrArray *outcomes = roundel_desk_get_outcomes (self->desk);
  g_autofree char *title = NULL;
  g_autofree char *outcome = NULL;

  if (self->program != NULL)
    here = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), self->program, NULL);
  if (here != NULL && here->title != NULL)
    {
      title = g_strdup (here->title);
      outcome = g_strdup (here->outcome);
    }
  else if (coming->len > 0)
    {
      title = roundel_words_text (((RoundelRecord *) coming->pdata[0])->body, "title");
      outcome = roundel_words_text (((RoundelRecord *) coming->pdata[0])->body, "outcome");
    }
  gtk_label_set_label (self->title, title != NULL ? title : _("Untitled program"));
  for (guint i = 0; i < outcomes->len; i++)
    if (g_strcmp0 (((RoundelOutcome *) outcomes->pdata[i])->id, outcome) == 0)
      {
        roundel_outcome_dress (GTK_WIDGET (self->ring), i + 1);
        roundel_ring_set_icon_name (self->ring, roundel_outcome_icon_name (i + 1));
      }
}

static void
show_preview (RoundelSharedFilePage *self,
              Job                   *job)
{
  const RoundelMergeResult *result = &job->result;
  g_autofree char *same = NULL;
  g_autofree char *erased = NULL;
  gboolean nothing = result->revisions == 0 && result->erased_by_others == 0;

  self->merge = g_steal_pointer (&job->merge);
  self->result = *result;
  if (job->news->len > 0)
    self->program = g_strdup (((RoundelMergeNews *) job->news->pdata[0])->program);
  show_program (self, job->programs);
  gtk_label_set_label (self->from, nothing            ? _("All of it is here already.")
                                   : result->joined > 0 ? _("A program that is not in your notebook yet")
                                                        : _("What came in since you last brought your copies together"));
  gtk_label_set_label (self->join, _("Joining takes the program up into your notebook: its sessions, people and charter. Your "
                                     "journal stays yours."));
  gtk_widget_set_visible (GTK_WIDGET (self->join), result->joined > 0);
  add_count (self, result->added, _("new"), FALSE);
  add_count (self, result->changed, _("changed"), FALSE);
  add_count (self, result->conflicts, _("to decide"), result->conflicts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), !nothing);
  show_news (self, job->news);
  ask_who (self, job->members);
  gtk_widget_set_visible (self->me_list, result->joined > 0 && self->people->len > 0);
  erased = g_strdup_printf (ngettext ("%u text here is erased by somebody who did not write it.",
                                      "%u texts here are erased by somebody who did not write them.",
                                      result->erased_by_others), result->erased_by_others);
  adw_action_row_set_subtitle (self->erase_row, erased);
  gtk_widget_set_visible (self->erase_list, result->erased_by_others > 0);
  same = result->unchanged == 0
           ? g_strdup (_("Nothing is deleted by opening this file."))
           : g_strdup_printf (ngettext ("%u text is the same in both. Nothing is deleted by opening this file.",
                                        "%u texts are the same in both. Nothing is deleted by opening this file.",
                                        result->unchanged), result->unchanged);
  gtk_label_set_label (self->same, same);
  gtk_button_set_label (self->ok_button, result->joined > 0 ? _("Join") : _("Bring in"));
  gtk_stack_set_visible_child (self->stack, self->preview);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in", !nothing);
}

/* Threads */

static void
read_files (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->merge = roundel_merge_new (job->notebook, cancellable, &error);
  for (guint i = 0; job->merge != NULL && error == NULL && i < job->paths->len; i++)
    roundel_merge_add_file (job->merge, job->paths->pdata[i], &error);
  if (error == NULL)
    job->news = roundel_merge_list_news (job->merge, &error);
  if (error == NULL)
    job->programs = roundel_merge_list_kind (job->merge, "program", &error);
  if (error == NULL)
    job->members = roundel_merge_list_kind (job->merge, "member", &error);
  if (error == NULL && roundel_merge_preview (job->merge, ROUNDEL_MERGE_JOIN, &job->result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
bring_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (roundel_merge_apply (job->merge, job->flags, &job->result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->desk == NULL)
    return;
  set_working (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_preview (self, job);
      return;
    }
  adw_status_page_set_description (self->refused, error->message);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->refused));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in", FALSE);
}

static void
remember_me (RoundelSharedFilePage *self)
{
  guint chosen = adw_combo_row_get_selected (self->me_row);
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, NULL);

  if (self->result.joined > 0 && self->program != NULL && journal != NULL && chosen > 0 && chosen <= self->people->len)
    roundel_journal_set_me (journal, self->program, self->people->pdata[chosen - 1], NULL);
}

static void
brought_in_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (RoundelSharedFilePage) self = ROUNDEL_SHARED_FILE_PAGE (g_object_ref (source));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (self->desk == NULL)
    return;
  set_working (self, FALSE);
  roundel_notebook_refresh (roundel_desk_get_notebook (self->desk), NULL);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      self->merge = g_steal_pointer (&job->merge);
      gtk_label_set_label (self->trouble, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
      return;
    }
  remember_me (self);
  if (!ROUNDEL_IS_WINDOW (root))
    return;
  said = g_strdup_printf (_("Came in: %u new, %u changed"), job->result.added, job->result.changed);
  roundel_window_pop (ROUNDEL_WINDOW (root));
  roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (said));
  if (job->result.conflicts > 0)
    gtk_widget_activate_action (GTK_WIDGET (root), "win.conflicts", NULL);
}

static void
start (RoundelSharedFilePage *self,
       RoundelMerge          *merge,
       GTaskThreadFunc        work,
       GAsyncReadyCallback    done)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, done, NULL);
  Job *job = g_new0 (Job, 1);

  job->notebook = g_object_ref (roundel_desk_get_notebook (self->desk));
  job->paths = g_ptr_array_ref (self->paths);
  job->merge = merge;
  job->flags = ROUNDEL_MERGE_JOIN | (gtk_switch_get_active (self->erase) ? ROUNDEL_MERGE_ERASE : 0);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  set_working (self, TRUE);
  g_task_run_in_thread (task, work);
}

/* Actions */

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  g_cancellable_cancel (self->cancellable);
  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
bring_in (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (widget);

  if (self->merge != NULL)
    start (self, g_steal_pointer (&self->merge), bring_in_thread, brought_in_cb);
}

/* Overrides */

static void
roundel_shared_file_page_dispose (GObject *object)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->merge, roundel_merge_free);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->program, g_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_shared_file_page_parent_class)->dispose (object);
}

static void
roundel_shared_file_page_class_init (RoundelSharedFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_shared_file_page_dispose;
  g_type_ensure (ROUNDEL_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/shared-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, preview);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, refused);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, progress);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, from);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, join);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, counts);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, news);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, me_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, me_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, erase_list);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, erase_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, erase);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, same);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, ok_button);
  gtk_widget_class_install_action (widget_class, "shared.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "shared.bring-in", NULL, bring_in);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "shared.cancel", NULL);
}

static void
roundel_shared_file_page_init (RoundelSharedFilePage *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_shared_file_page_new:
 * @desk: where the programs are
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_shared_file_page_new (RoundelDesk *desk)
{
  RoundelSharedFilePage *self = g_object_new (ROUNDEL_TYPE_SHARED_FILE_PAGE, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

/**
 * roundel_shared_file_page_add:
 * @self: a page on which nothing was brought in yet
 * @file: a share file
 *
 * Reads @file, together with those that were added before, and shows what they would change.
 */
void
roundel_shared_file_page_add (RoundelSharedFilePage *self,
                              GFile                 *file)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  g_return_if_fail (ROUNDEL_IS_SHARED_FILE_PAGE (self) && G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      adw_status_page_set_description (self->refused, _("Save the file on this computer first, and open it from there."));
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->refused));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in", FALSE);
      return;
    }
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->merge, roundel_merge_free);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->program, g_free);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, row);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->news))) != NULL)
    gtk_list_box_remove (self->news, row);
  /* a thread may still read the old list */
  paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->paths->len; i++)
    g_ptr_array_add (paths, g_strdup (self->paths->pdata[i]));
  g_ptr_array_add (paths, g_file_get_path (file));
  g_ptr_array_unref (self->paths);
  self->paths = g_steal_pointer (&paths);
  name = self->paths->len == 1 ? g_file_get_basename (file)
                               : g_strdup_printf (ngettext ("%u file", "%u files", self->paths->len), self->paths->len);
  adw_window_title_set_subtitle (self->window_title, name);
  start (self, NULL, read_files, read_cb);
}
