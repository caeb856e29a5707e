/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/shared-file-page.h"

#include <glib/gi18n-lib.h>

#include "app/share/change-row.h"
#include "app/share/incoming.h"
#include "app/share/text-choice.h"
#include "app/widgets/outcome.h"
#include "app/widgets/page.h"
#include "app/widgets/ring.h"
#include "app/window.h"
#include "store/card.h"
#include "store/journal/incoming-log.h"
#include "store/journal/me.h"

#define TICK 100      /* milliseconds */
#define FIRST_ROWS 8 /* what is in view at once */
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
  RoundelRing *ring;
  GtkLabel *title;
  GtkLabel *from;
  GtkLabel *join;
  GtkBox *counts;
  GtkListBox *news;
  GtkLabel *more;
  GtkWidget *me_list;
  AdwComboRow *me_row;
  AdwActionRow *card_row;
  GtkSwitch *card;
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
  GCancellable *cancellable;
  RoundelIncoming *incoming; /* NULL before something was added */
  GPtrArray *views;          /* of GtkWidget, one a change; NULL until it was looked at */
  GPtrArray *choices;        /* of RoundelTextChoice, one a change; NULL where there is none, or not looked at */
  gboolean working;
  guint tick;
  guint ticks;
  guint fold;
  guint fill;
  guint n_rows; /* that are in the list */
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
  /* a thread that works has them */
  const GPtrArray *changes = self->working ? NULL : roundel_incoming_get_changes (self->incoming);
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  g_autofree char *said = NULL;
  guint n = 0;

  for (guint i = 0; changes != NULL && i < MIN (changes->len, self->choices->len); i++)
    if (((RoundelMergeChange *) changes->pdata[i])->versions != NULL)
      n += self->choices->pdata[i] == NULL || !roundel_text_choice_is_made (self->choices->pdata[i]);
  said = g_strdup_printf (ngettext ("%u text is still to be decided.", "%u texts are still to be decided.", n), n);
  gtk_label_set_label (self->undecided, said);
  gtk_widget_set_visible (GTK_WIDGET (self->undecided), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shared.bring-in",
                                 changes != NULL && n == 0
                                   && (result->revisions > 0 || result->erased_by_others > 0));
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
}

static gboolean
show_folded (gpointer data)
{
  RoundelSharedFilePage *self = data;
  gboolean folded = FALSE;
  g_autofree char *shown = NULL;

  g_object_get (self->leaflet, "folded", &folded, "visible-child-name", &shown, NULL);
  /* a narrow header bar has room for two buttons */
  gtk_widget_set_visible (self->back_button, folded && g_strcmp0 (shown, "detail") == 0);
  gtk_widget_set_visible (self->cancel_button, !gtk_widget_get_visible (self->back_button));
  self->fold = 0;
  return G_SOURCE_REMOVE;
}

/* It is told while the window is laid out, when nothing may come or go. */
static void
folded_cb (RoundelSharedFilePage *self)
{
  if (self->fold == 0 && self->desk != NULL)
    self->fold = g_idle_add (show_folded, self);
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

/* Which member one is, is asked once; it stays in the journal, and is told to the others only by a card. */
static void
ask_who (RoundelSharedFilePage *self)
{
  const RoundelProgram *program = roundel_incoming_get_program (self->incoming);
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *me = journal != NULL && program != NULL ? roundel_journal_get_me (journal, program->id, NULL) : NULL;

  gtk_string_list_append (names, _("I would rather not say"));
  for (guint i = 0; program != NULL && i < program->members->len; i++)
    {
      g_autofree char *label = roundel_members_dup_label (program->members, i);

      gtk_string_list_append (names, label);
    }
  adw_combo_row_set_model (self->me_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->me_list, journal != NULL && me == NULL && program != NULL && program->members->len > 0);
}

static const RoundelMember *
find_me (RoundelSharedFilePage *self)
{
  const RoundelProgram *program = roundel_incoming_get_program (self->incoming);
  guint chosen = adw_combo_row_get_selected (self->me_row);

  return gtk_widget_get_visible (self->me_list) && chosen > 0 && chosen <= program->members->len
           ? program->members->pdata[chosen - 1] : NULL;
}

static void
me_chosen_cb (RoundelSharedFilePage *self)
{
  const RoundelMember *me = self->incoming != NULL ? find_me (self) : NULL;
  g_autofree char *said = g_strdup_printf (_("The others then read “%s”, and not “someone”, beside what you write."),
                                           me != NULL && me->name != NULL ? me->name : "");

  gtk_widget_set_visible (GTK_WIDGET (self->card_row), me != NULL && me->name != NULL);
  adw_action_row_set_subtitle (self->card_row, said);
}

static void
show_program (RoundelSharedFilePage *self)
{
  const RoundelProgram *program = roundel_incoming_get_program (self->incoming);
  const GPtrArray *outcomes = roundel_desk_get_outcomes (self->desk);
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  g_autofree char *writers = roundel_incoming_dup_writers (self->incoming);
  g_autofree char *from = g_strdup_printf (_("from %s"), writers);

  gtk_label_set_label (self->title, program == NULL          ? _("Nothing new")
                                    : program->title != NULL ? program->title
                                                             : _("Untitled program"));
  gtk_widget_set_visible (GTK_WIDGET (self->ring), program != NULL);
  for (guint i = 0; program != NULL && i < outcomes->len; i++)
    if (g_strcmp0 (((RoundelOutcome *) outcomes->pdata[i])->id, program->outcome) == 0)
      {
        roundel_outcome_dress (GTK_WIDGET (self->ring), i + 1);
        roundel_ring_set_icon_name (self->ring, roundel_outcome_icon_name (i + 1));
      }
  gtk_label_set_label (self->from, program == NULL      ? _("All of it is here already.")
                                   : *writers == '\0'   ? _("from this notebook")
                                                        : from);
  gtk_label_set_label (self->join, result->joined > 1
                                     ? _("Programs that are not in your notebook yet: joining takes them up. Your journal stays yours.")
                                     : _("A program that is not in your notebook yet: joining takes up its sessions, people and "
                                         "charter. Your journal stays yours."));
  gtk_widget_set_visible (GTK_WIDGET (self->join), result->joined > 0);
}

static gboolean
add_rows (RoundelSharedFilePage *self,
          guint                  n)
{
  const GPtrArray *changes = roundel_incoming_get_changes (self->incoming);
  const char *own = roundel_notebook_get_device (notebook (self));

  for (; n > 0 && self->n_rows < changes->len; n--)
    gtk_list_box_append (self->news, roundel_change_row_new (self->incoming, changes->pdata[self->n_rows++], own));
  return self->n_rows < changes->len;
}

/* A few at a time: the window draws meanwhile. */
static gboolean
fill_cb (gpointer data)
{
  RoundelSharedFilePage *self = data;

  if (add_rows (self, 2))
    return G_SOURCE_CONTINUE;
  self->fill = 0;
  return G_SOURCE_REMOVE;
}

static void
show_news (RoundelSharedFilePage *self)
{
  const GPtrArray *changes = roundel_incoming_get_changes (self->incoming);
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  guint all = result->added + result->changed + result->erased_by_others;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", all - changes->len), all - changes->len);

  g_ptr_array_set_size (self->views, (int) changes->len);
  g_ptr_array_set_size (self->choices, (int) changes->len);
  self->n_rows = 0;
  add_rows (self, FIRST_ROWS);
  self->fill = g_idle_add (fill_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->news), changes->len > 0);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), all > changes->len);
}

/* What is to be decided is not counted as changed, too. */
static guint
count_changed_in_conflict (RoundelSharedFilePage *self)
{
  const GPtrArray *changes = roundel_incoming_get_changes (self->incoming);
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const RoundelMergeChange *change = changes->pdata[i];

      n += change->versions != NULL && change->before != NULL && !g_str_equal (change->before->revision, change->after->revision);
    }
  return n;
}

static void
show_preview (RoundelSharedFilePage *self)
{
  const RoundelMergeResult *result = roundel_incoming_get_result (self->incoming);
  g_autofree char *erased = g_strdup_printf (ngettext ("%u text here is erased by somebody who did not write it.",
                                                       "%u texts here are erased by somebody who did not write them.",
                                                       result->erased_by_others), result->erased_by_others);
  g_autofree char *unknown = g_strdup_printf (ngettext ("%u thing of a newer version is kept and passed on.",
                                                        "%u things of a newer version are kept and passed on.", result->unknown),
                                              result->unknown);
  g_autofree char *same = g_strdup_printf (ngettext ("%u text is the same in both.", "%u texts are the same in both.",
                                                     result->unchanged), result->unchanged);
  g_autofree char *all = g_strdup_printf ("%s%s%s%s%s", result->unchanged > 0 ? same : "", result->unchanged > 0 ? " " : "",
                                          result->unknown > 0 ? unknown : "", result->unknown > 0 ? " " : "",
                                          _("Nothing is deleted by opening this file."));

  show_program (self);
  add_count (self, result->added, _("new"), FALSE);
  add_count (self, result->changed - count_changed_in_conflict (self), _("changed"), FALSE);
  add_count (self, result->conflicts, _("to decide"), result->conflicts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), result->revisions > 0);
  show_news (self);
  ask_who (self);
  me_chosen_cb (self);
  adw_action_row_set_subtitle (self->erase_row, erased);
  gtk_widget_set_visible (self->erase_list, result->erased_by_others > 0);
  gtk_label_set_label (self->same, all);
  gtk_button_set_label (self->ok_button, result->joined > 0 ? _("Join") : _("Bring in"));
  gtk_stack_set_visible_child (self->stack, self->leaflet);
  if (gtk_list_box_get_row_at_index (self->news, 0) != NULL)
    gtk_list_box_select_row (self->news, gtk_list_box_get_row_at_index (self->news, 0));
  look_at_choices (self);
}

static void
row_selected_cb (RoundelSharedFilePage *self,
                 GtkListBoxRow         *row)
{
  guint index = row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;
  const RoundelMergeChange *change;
  const char *own;

  if (self->desk == NULL || index >= self->views->len)
    return;
  own = roundel_notebook_get_device (notebook (self));
  change = roundel_incoming_get_changes (self->incoming)->pdata[index];
  if (self->views->pdata[index] == NULL)
    {
      GtkWidget *choice = NULL;

      if (change->versions != NULL)
        {
          choice = roundel_text_choice_new (change->versions, own, roundel_incoming_get_cards (self->incoming),
                                            roundel_incoming_get_program (self->incoming), TRUE);
          g_signal_connect_object (choice, "chosen", G_CALLBACK (look_at_choices), self, G_CONNECT_SWAPPED);
          self->choices->pdata[index] = g_object_ref_sink (choice);
        }
      self->views->pdata[index] = g_object_ref_sink (roundel_change_view_new (self->incoming, change, own, choice));
    }
  adw_bin_set_child (self->detail, self->views->pdata[index]);
}

static void
row_activated_cb (RoundelSharedFilePage *self)
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
                const GError          *error)
{
  adw_status_page_set_description (self->locked, error->message);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
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
    ask_passphrase (self, error);
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
  const RoundelProgram *program = roundel_incoming_get_program (self->incoming);
  g_autofree char *from = roundel_incoming_dup_writers (self->incoming);
  g_autoptr (GString) files = g_string_new (NULL);
  RoundelIncomingEntry entry = {
    .when = roundel_env_now (roundel_desk_get_env (self->desk)), .title = program != NULL ? program->title : NULL,
    .from = from, .added = result->added, .changed = result->changed, .conflicts = result->conflicts,
    .revisions = result->revisions, .backup = (char *) backup,
  };

  for (guint i = 0; i < self->paths->len; i++)
    {
      g_autofree char *name = g_path_get_basename (self->paths->pdata[i]);

      g_string_append_printf (files, "%s%s", i > 0 ? ", " : "", name);
    }
  entry.files = files->str;
  if (journal != NULL)
    roundel_journal_log_incoming (journal, &entry, NULL);
}

static gboolean
write_answers (RoundelSharedFilePage  *self,
               GError                **error)
{
  const RoundelMember *me = find_me (self);
  const char *program = roundel_incoming_get_program_id (self->incoming);
  RoundelJournal *journal = roundel_desk_get_journal (self->desk, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    if (self->choices->pdata[i] != NULL && !roundel_text_choice_keep (self->choices->pdata[i], notebook (self), error))
      return FALSE;
  if (me == NULL || journal == NULL)
    return TRUE;
  return roundel_journal_set_me (journal, program, me->id, error)
         && (!gtk_switch_get_active (self->card) || roundel_notebook_give_card (notebook (self), program, me->id, error));
}

static void
brought_in_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (RoundelSharedFilePage) self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  const RoundelMergeResult *came = roundel_incoming_get_result (ROUNDEL_INCOMING (source));
  AdwToast *toast;

  if (self->desk == NULL)
    return;
  set_working (self, FALSE);
  roundel_notebook_refresh (notebook (self), NULL);
  if (!roundel_incoming_finish (ROUNDEL_INCOMING (source), result, &error) || !write_answers (self, &error))
    {
      gtk_label_set_label (self->trouble, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
      return;
    }
  log_incoming (self, roundel_incoming_get_backup (self->incoming));
  if (!ROUNDEL_IS_WINDOW (root))
    return;
  said = g_strdup_printf (_("Came in: %u new, %u changed"), came->added, came->changed);
  roundel_window_pop (ROUNDEL_WINDOW (root));
  if (roundel_incoming_get_program_id (self->incoming) != NULL)
    roundel_window_show_program (ROUNDEL_WINDOW (root), roundel_incoming_get_program_id (self->incoming));
  toast = adw_toast_new (said);
  adw_toast_set_button_label (toast, _("_Log"));
  adw_toast_set_action_name (toast, "win.incoming-log");
  roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
}

static void
drop_views (RoundelSharedFilePage *self)
{
  g_clear_handle_id (&self->fill, g_source_remove);
  if (self->detail != NULL)
    adw_bin_set_child (self->detail, NULL);
  for (guint i = 0; i < self->views->len; i++)
    {
      g_clear_object (&self->choices->pdata[i]);
      g_clear_object (&self->views->pdata[i]);
    }
  g_ptr_array_set_size (self->views, 0);
  g_ptr_array_set_size (self->choices, 0);
}

/* Reads all files that were added, anew. */
static void
start_reading (RoundelSharedFilePage *self,
               const char            *passphrase)
{
  g_auto (GStrv) paths = NULL;
  GtkWidget *row;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  drop_views (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_box_remove (self->counts, row);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->news))) != NULL)
    gtk_list_box_remove (self->news, row);
  paths = g_new0 (char *, self->paths->len + 1);
  for (guint i = 0; i < self->paths->len; i++)
    paths[i] = g_strdup (self->paths->pdata[i]);
  g_clear_object (&self->incoming);
  self->incoming = roundel_incoming_new (notebook (self), paths);
  roundel_incoming_set_passphrase (self->incoming, passphrase);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  set_working (self, TRUE);
  roundel_incoming_read (self->incoming, self->cancellable, read_cb, g_object_ref (self));
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

  start_reading (self, gtk_editable_get_text (GTK_EDITABLE (self->passphrase)));
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
  g_clear_pointer (&self->views, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_shared_file_page_parent_class)->finalize (object);
}

static void
roundel_shared_file_page_class_init (RoundelSharedFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_shared_file_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_shared_file_page_finalize;
  g_type_ensure (ROUNDEL_TYPE_RING);
  g_type_ensure (ROUNDEL_TYPE_PAGE);
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
  bind (ring);
  bind (title);
  bind (from);
  bind (join);
  bind (counts);
  bind (news);
  bind (more);
  bind (me_list);
  bind (me_row);
  bind (card_row);
  bind (card);
  bind (erase_list);
  bind (erase_row);
  bind (erase);
  bind (same);
  bind (trouble);
  bind (undecided);
  bind (ok_button);
  bind (detail);
#undef bind
  gtk_widget_class_bind_template_callback (widget_class, me_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_install_action (widget_class, "shared.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "shared.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "shared.open-locked", NULL, open_locked);
  gtk_widget_class_install_action (widget_class, "shared.bring-in", NULL, bring_in);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "shared.cancel", NULL);
}

static void
roundel_shared_file_page_init (RoundelSharedFilePage *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->views = g_ptr_array_new ();
  self->choices = g_ptr_array_new ();
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
  g_ptr_array_add (self->paths, g_file_get_path (file));
  name = self->paths->len == 1 ? g_file_get_basename (file)
                               : g_strdup_printf (ngettext ("%u file", "%u files", self->paths->len), self->paths->len);
  g_object_set (self->page, "subtitle", name, NULL);
  start_reading (self, NULL);
}
