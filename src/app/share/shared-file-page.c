/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/shared-file-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/change-list.h"
#include "app/share/decisions.h"
#include "app/share/figures.h"
#include "app/share/files-head.h"
#include "app/share/who-list.h"
#include "app/widgets/page.h"
#include "app/widgets/record-words.h"
#include "app/window.h"
#include "store/journal/incoming-log.h"
#include "store/secret.h"

#define TICK 100      /* milliseconds */
#define SHOWN_AFTER 3 /* ticks: what is quick shows no bar */

/* Files from others: what would change, thing by thing, before anything does. */
struct _RoundelSharedFilePage
{
  AdwBin parent_instance;

  RoundelPage *page;
  GtkStack *stack;
  GtkWidget *leaflet;
  GtkWidget *back_button;
  GtkWidget *cancel_button;
  AdwStatusPage *refused;
  AdwStatusPage *locked;
  AdwPasswordEntryRow *passphrase;
  GtkProgressBar *progress;
  RoundelFilesHead *head;
  RoundelChangeList *changes;
  GtkWidget *leave_button;
  RoundelWhoList *who;
  GtkWidget *erase_list;
  AdwActionRow *erase_row;
  GtkSwitch *erase;
  GtkLabel *same;
  GtkLabel *trouble;
  GtkLabel *undecided;
  GtkButton *ok_button;
  AdwBin *detail;

  RoundelDesk *desk;
  GPtrArray *paths;
  GHashTable *passphrases;     /* path → passphrase */
  char *locked_path;           /* whose passphrase is asked for */
  GCancellable *cancellable;
  RoundelIncoming *incoming;   /* NULL before something was added */
  RoundelDecisions *decisions; /* NULL before it was read */
  gboolean working;
  guint tick;
  guint ticks;
  guint fold;
  guint start;
};

G_DEFINE_FINAL_TYPE (RoundelSharedFilePage, roundel_shared_file_page, ADW_TYPE_BIN)

static RoundelNotebook *
notebook (RoundelSharedFilePage *self)
{
  return roundel_desk_get_notebook (self->desk);
}

static gboolean
tick_cb (gpointer data)
{
  RoundelSharedFilePage *self = data;
  double fraction = roundel_incoming_get_progress (self->incoming);
  g_autofree char *text = g_strdup_printf (_("%d %%"), (int) (fraction * 100));

  if (++self->ticks >= SHOWN_AFTER)
    gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_text (self->progress, text);
  return G_SOURCE_CONTINUE;
}

/* What keeps it from coming in: conflicts that nobody has decided, or put off. */
static void
look_at_choices (RoundelSharedFilePage *self)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  guint n = self->decisions != NULL ? roundel_decisions_count_open (self->decisions) : 0;
  g_autofree char *said = g_strdup_printf (ngettext ("%u text is still to be decided.", "%u texts are still to be decided.", n), n);

  gtk_label_set_label (self->undecided, said);
  gtk_widget_set_visible (GTK_WIDGET (self->undecided), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in",
                                 self->decisions != NULL && !self->working && n == 0
                                   && (result->revisions > 0 || result->erased_by_others > 0));
}

static void
show_buttons (RoundelSharedFilePage *self)
{
  gboolean folded = FALSE;
  g_autofree char *shown = NULL;

  g_object_get (self->leaflet, "folded", &folded, "visible-child-name", &shown, NULL);
  /* a narrow header bar has room for two buttons; while something is done it can be cancelled */
  gtk_widget_set_visible (self->back_button, folded && !self->working && g_strcmp0 (shown, "detail") == 0);
  gtk_widget_set_visible (self->cancel_button, !gtk_widget_get_visible (self->back_button));
}

static gboolean
show_folded (gpointer data)
{
  RoundelSharedFilePage *self = data;

  self->fold = 0;
  show_buttons (self);
  return G_SOURCE_REMOVE;
}

static void
set_working (RoundelSharedFilePage *self,
             gboolean               working)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  self->ticks = 0;
  self->working = working;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (working)
    self->tick = g_timeout_add (TICK, tick_cb, self);
  look_at_choices (self);
  show_buttons (self);
  /* the button that began it can take no key any more, and Escape has to arrive somewhere */
  if (working)
    gtk_widget_grab_focus (self->cancel_button);
}

/* It is told while the window is laid out, when nothing may come or go. */
static void
folded_cb (RoundelSharedFilePage *self)
{
  if (self->fold == 0 && self->desk != NULL)
    self->fold = g_idle_add (show_folded, self);
}

/* Who erases what is not theirs. */
static char *
dup_erasers (RoundelSharedFilePage *self)
{
  const GPtrArray *changes = roundel_incoming_get_changes (self->incoming);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const RoundelMergeChange *change = changes->pdata[i];
      const RoundelIncomingProgram *program = change->eraser != NULL ? roundel_incoming_find (self->incoming, change->before->program)
                                                                     : NULL;
      g_autofree char *who = program != NULL ? roundel_words_who (change->eraser, roundel_notebook_get_device (notebook (self)),
                                                                  program->cards, program->program) : NULL;

      if (who != NULL && !g_ptr_array_find_with_equal_func (names, who, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&who));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* What stays, and what goes from here. */
static char *
dup_assurance (RoundelSharedFilePage *self)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  g_autofree char *unknown = g_strdup_printf (ngettext ("%u thing of a newer version is kept and passed on.",
                                                        "%u things of a newer version are kept and passed on.", result->unknown),
                                              result->unknown);
  g_autofree char *same = g_strdup_printf (ngettext ("%u text is the same in both.", "%u texts are the same in both.",
                                                     result->unchanged), result->unchanged);
  g_autofree char *erased = g_strdup_printf (ngettext ("%u thing goes from here for good: who wrote it took it back.",
                                                       "%u things go from here for good: who wrote them took them back.",
                                                       result->erased), result->erased);
  g_autofree char *deleted = g_strdup_printf (ngettext ("%u thing is deleted, and stays in its history.",
                                                        "%u things are deleted, and stay in their history.",
                                                        result->deleted), result->deleted);
  const char *nothing = roundel_incoming_get_files (self->incoming)->len > 1 ? _("Nothing is deleted by opening these files.")
                                                                             : _("Nothing is deleted by opening this file.");
  const char *parts[5];
  guint n = 0;

  if (result->unchanged > 0)
    parts[n++] = same;
  if (result->unknown > 0)
    parts[n++] = unknown;
  if (result->erased > 0)
    parts[n++] = erased;
  if (result->deleted > 0)
    parts[n++] = deleted;
  if (result->erased + result->deleted + result->erased_by_others == 0)
    parts[n++] = nothing;
  parts[n] = NULL;
  return g_strjoinv (" ", (char **) parts);
}

static void
show_preview (RoundelSharedFilePage *self)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  g_autofree char *erasers = dup_erasers (self);
  /* Translators: then comes who did it */
  g_autofree char *erased = g_strdup_printf (ngettext ("%u thing here was erased by %s, who did not write it.",
                                                       "%u things here were erased by %s, who did not write them.",
                                                       result->erased_by_others), result->erased_by_others, erasers);
  g_autofree char *escaped = g_markup_escape_text (erased, -1);
  g_autofree char *assurance = dup_assurance (self);

  self->decisions = roundel_decisions_new (self->incoming, notebook (self));
  g_signal_connect_object (self->decisions, "changed", G_CALLBACK (look_at_choices), self, G_CONNECT_SWAPPED);
  roundel_files_head_show (self->head, self->desk, self->incoming);
  roundel_change_list_show (self->changes, self->incoming, roundel_notebook_get_device (notebook (self)));
  roundel_who_list_ask (self->who, self->desk, self->incoming);
  adw_action_row_set_subtitle (self->erase_row, escaped);
  gtk_widget_set_visible (self->erase_list, result->erased_by_others > 0);
  gtk_label_set_label (self->same, assurance);
  gtk_button_set_label (self->ok_button, result->joined > 0 ? _("Join") : _("Bring In"));
  gtk_stack_set_visible_child (self->stack, self->leaflet);
  look_at_choices (self);
}

static void
change_selected_cb (RoundelSharedFilePage *self,
                    guint                  index)
{
  if (self->decisions != NULL)
    adw_bin_set_child (self->detail, roundel_decisions_get_view (self->decisions, index));
}

static void
change_activated_cb (RoundelSharedFilePage *self)
{
  g_object_set (self->leaflet, "visible-child-name", "detail", NULL);
}

static void
refuse (RoundelSharedFilePage *self,
        const char            *why)
{
  adw_status_page_set_description (self->refused, why);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->refused));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in", FALSE);
}

static void
ask_passphrase (RoundelSharedFilePage *self,
                const char            *path,
                const char            *why)
{
  g_free (self->locked_path);
  self->locked_path = g_strdup (path);
  adw_status_page_set_description (self->locked, why);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_widget_set_visible (self->leave_button, self->decisions != NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->locked));
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (RoundelSharedFilePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ROUNDEL_INCOMING (source) != self->incoming || self->desk == NULL)
    return;
  set_working (self, FALSE);
  if (roundel_incoming_finish (self->incoming, result, &error))
    show_preview (self);
  else if (g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_LOCKED)
           || g_error_matches (error, ROUNDEL_STORE_ERROR, ROUNDEL_STORE_ERROR_WRONG_PASSPHRASE))
    ask_passphrase (self, self->paths->pdata[0], error->message);
  else
    refuse (self, error->message);
}

/* After it came in */

static void
log_incoming (RoundelSharedFilePage *self,
              const char            *backup)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, NULL);
  const GPtrArray *programs = roundel_incoming_get_programs (self->incoming);
  const GPtrArray *all = roundel_incoming_get_files (self->incoming);
  g_autofree char *from = roundel_incoming_dup_writers (self->incoming);
  g_autoptr (GString) files = g_string_new (NULL);
  g_autoptr (GString) titles = g_string_new (NULL);
  RoundelIncomingEntry entry = {
    .when = roundel_env_now (roundel_desk_get_env (self->desk)), .from = from, .added = result->added,
    .changed = result->changed, .deleted = result->deleted, .erased = result->erased, .conflicts = result->conflicts,
    .revisions = result->revisions, .backup = (char *) backup,
  };

  for (guint i = 0; i < programs->len; i++)
    if (((RoundelIncomingProgram *) programs->pdata[i])->program->title != NULL)
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "",
                              ((RoundelIncomingProgram *) programs->pdata[i])->program->title);
  for (guint i = 0; i < all->len; i++)
    {
      const RoundelIncomingFile *file = all->pdata[i];
      g_autofree char *name = g_path_get_basename (file->path);

      if (file->error == NULL)
        g_string_append_printf (files, "%s%s", files->len > 0 ? ", " : "", name);
    }
  entry.files = files->str;
  entry.title = titles->len > 0 ? titles->str : NULL;
  if (journal != NULL)
    roundel_journal_log_incoming (journal, &entry, NULL);
}

/* In a turn of its own, when what has changed is read already. */
static gboolean
leave_cb (gpointer data)
{
  RoundelSharedFilePage *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const GPtrArray *programs;
  g_autofree char *figures = NULL;
  g_autofree char *said = NULL;
  AdwToast *toast;

  if (self->desk == NULL || self->decisions == NULL || !ROUNDEL_IS_WINDOW (root))
    return G_SOURCE_REMOVE;
  figures = roundel_figures_dup (roundel_incoming_get_result (self->incoming),
                                 roundel_decisions_wait (self->decisions) ? ROUNDEL_FIGURES_CAME : ROUNDEL_FIGURES_DECIDED);
  said = g_strdup_printf (_("Came in: %s"), figures);
  programs = roundel_incoming_get_programs (self->incoming);
  /* what they say may have been written over */
  roundel_window_dismiss_toasts (ROUNDEL_WINDOW (root));
  roundel_window_pop (ROUNDEL_WINDOW (root));
  roundel_window_show_program (ROUNDEL_WINDOW (root), ((RoundelIncomingProgram *) programs->pdata[0])->program->id);
  toast = adw_toast_new (said);
  adw_toast_set_button_label (toast, _("Log"));
  adw_toast_set_action_name (toast, "win.incoming-log");
  roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
  /* to take down what is shown here is work enough for another turn */
  g_idle_add_once (g_object_unref, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
brought_in_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (RoundelSharedFilePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return;
  roundel_notebook_refresh (notebook (self), NULL);
  if (!roundel_incoming_finish (ROUNDEL_INCOMING (source), result, &error)
      || !roundel_decisions_keep (self->decisions, &error) || !roundel_who_list_keep (self->who, &error))
    {
      set_working (self, FALSE);
      gtk_label_set_label (self->trouble, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
      return;
    }
  log_incoming (self, roundel_incoming_get_backup (self->incoming));
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (self), g_object_unref);
}

static void
drop_views (RoundelSharedFilePage *self)
{
  if (self->detail != NULL)
    adw_bin_set_child (self->detail, NULL);
  g_clear_object (&self->decisions);
}

/* Reads all files that were added, anew: several may have been dropped at once. */
static gboolean
start_reading (gpointer data)
{
  RoundelSharedFilePage *self = data;

  self->start = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  drop_views (self);
  roundel_change_list_clear (self->changes);
  g_clear_object (&self->incoming);
  self->incoming = roundel_incoming_new (notebook (self));
  for (guint i = 0; i < self->paths->len; i++)
    roundel_incoming_add_file (self->incoming, self->paths->pdata[i],
                               g_hash_table_lookup (self->passphrases, self->paths->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, "reading");
  set_working (self, TRUE);
  roundel_incoming_read (self->incoming, self->cancellable, read_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
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
back (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  g_object_set (ROUNDEL_SHARED_FILE_PAGE (widget)->leaflet, "visible-child-name", "list", NULL);
}

static void
open_locked (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (widget);

  g_hash_table_insert (self->passphrases, g_strdup (self->locked_path),
                       g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase))));
  start_reading (self);
}

static void
leave_locked (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (widget);

  gtk_stack_set_visible_child (self->stack, self->leaflet);
}

static void
unlock (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (widget);
  const GPtrArray *files = roundel_incoming_get_files (self->incoming);

  for (guint i = 0; i < files->len; i++)
    {
      const RoundelIncomingFile *file = files->pdata[i];

      if (file->error != NULL && g_str_equal (file->path, g_variant_get_string (target, NULL)))
        ask_passphrase (self, file->path, file->error->message);
    }
}

static void
entered_cb (RoundelSharedFilePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "shared.open-locked", NULL);
}

static void
bring_in (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (widget);

  set_working (self, TRUE);
  roundel_incoming_bring_in (self->incoming, ROUNDEL_MERGE_JOIN | (gtk_switch_get_active (self->erase) ? ROUNDEL_MERGE_ERASE : 0),
                             self->cancellable, brought_in_cb, g_object_ref (self));
}

/* Overrides */

static void
roundel_shared_file_page_dispose (GObject *object)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_handle_id (&self->start, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  drop_views (self);
  self->detail = NULL;
  g_clear_object (&self->incoming);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_shared_file_page_parent_class)->dispose (object);
}

static void
roundel_shared_file_page_finalize (GObject *object)
{
  RoundelSharedFilePage *self = ROUNDEL_SHARED_FILE_PAGE (object);

  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->passphrases, g_hash_table_unref);
  g_free (self->locked_path);
  G_OBJECT_CLASS (roundel_shared_file_page_parent_class)->finalize (object);
}

static void
roundel_shared_file_page_class_init (RoundelSharedFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_shared_file_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_shared_file_page_finalize;
  g_type_ensure (ROUNDEL_TYPE_CHANGE_LIST);
  g_type_ensure (ROUNDEL_TYPE_FILES_HEAD);
  g_type_ensure (ROUNDEL_TYPE_PAGE);
  g_type_ensure (ROUNDEL_TYPE_WHO_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/shared-file-page.ui");
#define bind(name) gtk_widget_class_bind_template_child (widget_class, RoundelSharedFilePage, name)
  bind (page);
  bind (stack);
  bind (leaflet);
  bind (back_button);
  bind (cancel_button);
  bind (refused);
  bind (locked);
  bind (passphrase);
  bind (progress);
  bind (head);
  bind (changes);
  bind (leave_button);
  bind (who);
  bind (erase_list);
  bind (erase_row);
  bind (erase);
  bind (same);
  bind (trouble);
  bind (undecided);
  bind (ok_button);
  bind (detail);
#undef bind
  gtk_widget_class_bind_template_callback (widget_class, change_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_install_action (widget_class, "shared.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "shared.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "shared.open-locked", NULL, open_locked);
  gtk_widget_class_install_action (widget_class, "shared.leave-locked", NULL, leave_locked);
  gtk_widget_class_install_action (widget_class, "shared.unlock", "s", unlock);
  gtk_widget_class_install_action (widget_class, "shared.bring-in", NULL, bring_in);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "shared.cancel", NULL);
}

static void
roundel_shared_file_page_init (RoundelSharedFilePage *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->passphrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) roundel_secret_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->leaflet, "visible-child-name", "list", NULL);
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
  g_autofree char *name = NULL;

  g_return_if_fail (ROUNDEL_IS_SHARED_FILE_PAGE (self) && G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      refuse (self, _("Save the file on this computer first, and open it from there."));
      return;
    }
  if (g_ptr_array_find_with_equal_func (self->paths, g_file_peek_path (file), g_str_equal, NULL))
    return;
  g_ptr_array_add (self->paths, g_file_get_path (file));
  name = self->paths->len == 1 ? g_file_get_basename (file)
                               : g_strdup_printf (ngettext ("%u file", "%u files", self->paths->len), self->paths->len);
  g_object_set (self->page, "subtitle", name, NULL);
  if (self->start == 0)
    self->start = g_idle_add (start_reading, self);
}
