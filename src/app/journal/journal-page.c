/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/journal-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/journal/about.h"
#include "app/journal/page-dress.h"
#include "app/journal/page-head.h"
#include "app/journal/released-bar.h"
#include "app/widgets/focus.h"
#include "core/when.h"
#include "core/markdown.h"
#include "store/journal/draft.h"
#include "store/programs.h"

#define SAVE_AFTER 700   /* milliseconds after the first key that is not on the disk: less than a second */
#define MARGIN 34        /* of the text, as in the .ui file */
#define NARROW_MARGIN 16
#define RETRY_AFTER 3000 /* milliseconds after a save that failed */

/* A page of the journal, as it is written. What is typed is on the disk within a second; the journal makes versions of it. */
struct _RoundelJournalPage
{
  AdwBin parent_instance;

  RoundelPageHead *head;
  GtkTextView *view;
  GtkLabel *saved;
  GtkWidget *off_disk;
  GtkLabel *trouble;
  GtkWidget *in_bin;
  RoundelReleasedBar *released;

  RoundelDesk *desk;
  RoundelJournal *journal;
  char *id;        /* NULL before the first save of a new page */
  char *revision;
  char *session;
  GDateTime *written;
  char *in_memory; /* why the journal holds in memory alone what it was given; NULL when it is on the disk */
  guint saving;
  gboolean dirty;
  gboolean loading;
};

enum
{
  WRITTEN,
  SAID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelJournalPage, roundel_journal_page, ADW_TYPE_BIN)

/* What is on no disk is said as long as it is so. */
static void
say_saved (RoundelJournalPage *self,
           const char         *what,
           const char         *failed)
{
  const char *trouble = failed != NULL ? failed : self->in_memory;

  if (trouble != NULL && g_strcmp0 (trouble, gtk_label_get_label (self->trouble)) != 0)
    roundel_compat_announce (GTK_WIDGET (self->view), trouble);
  gtk_label_set_label (self->saved, trouble != NULL ? _("Not saved") : what);
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (self->off_disk, trouble != NULL);
}

/* The first save of a new page makes it an entry; the next ones are its draft. */
static gboolean
put (RoundelJournalPage  *self,
     GError             **error)
{
  g_autofree char *text = roundel_journal_page_dup_text (self);
  RoundelEntry entry = {
    .id = self->id, .kind = roundel_page_head_get_kind (self->head), .text = text,
    .program = roundel_page_head_get_program (self->head), .session = self->session, .written = self->written,
    .revision = self->revision,
  };
  g_autoptr (RoundelEntry) kept = NULL;

  if (self->id != NULL)
    return roundel_journal_save_draft (self->journal, &entry, error);
  if (text[strspn (text, " \t\r\n")] == '\0')
    return TRUE;
  if (!roundel_journal_put_entry (self->journal, &entry, &self->id, error))
    return FALSE;
  kept = roundel_journal_get_entry (self->journal, self->id, NULL);
  if (kept != NULL)
    self->revision = g_strdup (kept->revision);
  return TRUE;
}

static gboolean
save_cb (gpointer data)
{
  RoundelJournalPage *self = data;

  self->saving = 0;
  roundel_journal_page_save (self);
  return G_SOURCE_REMOVE;
}

static void
touched (RoundelJournalPage *self)
{
  if (self->loading)
    return;
  self->dirty = TRUE;
  if (self->saving == 0)
    self->saving = g_timeout_add (SAVE_AFTER, save_cb, self);
  g_signal_emit (self, signals[WRITTEN], 0);
}

static void
take (RoundelJournalPage *self,
      const RoundelEntry *entry)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;

  self->loading = TRUE;
  g_clear_handle_id (&self->saving, g_source_remove);
  self->dirty = FALSE;
  g_free (self->id);
  g_free (self->revision);
  g_free (self->session);
  g_clear_pointer (&self->written, g_date_time_unref);
  self->id = g_strdup (entry->id);
  self->revision = g_strdup (entry->revision);
  self->session = g_strdup (entry->session);
  self->written = g_date_time_ref (entry->written);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, entry->text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0, FALSE, 0, 0);
  roundel_page_head_show (self->head, self->desk, entry);
  gtk_text_view_set_editable (self->view, !entry->deleted);
  gtk_widget_set_visible (self->in_bin, entry->deleted);
  say_saved (self, "", NULL);
  roundel_journal_page_show_released (self);
  self->loading = FALSE;
}

/* Callbacks */

static void
said_cb (RoundelJournalPage *self,
         const char         *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

static void
trouble_cb (RoundelJournalPage *self,
            const char         *trouble)
{
  g_free (self->in_memory);
  self->in_memory = g_strdup (trouble);
  if (trouble == NULL)
    roundel_compat_announce (GTK_WIDGET (self->view), _("What you wrote is in its place again."));
  say_saved (self, self->id != NULL && !self->dirty ? _("Saved") : "", NULL);
}

/* Overrides */

static void
roundel_journal_page_dispose (GObject *object)
{
  RoundelJournalPage *self = ROUNDEL_JOURNAL_PAGE (object);

  g_clear_handle_id (&self->saving, g_source_remove);
  if (self->journal != NULL)
    roundel_journal_page_leave (self);
  g_clear_object (&self->journal);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_journal_page_parent_class)->dispose (object);
}

static void
roundel_journal_page_finalize (GObject *object)
{
  RoundelJournalPage *self = ROUNDEL_JOURNAL_PAGE (object);

  g_free (self->id);
  g_free (self->revision);
  g_free (self->session);
  g_free (self->in_memory);
  g_clear_pointer (&self->written, g_date_time_unref);
  G_OBJECT_CLASS (roundel_journal_page_parent_class)->finalize (object);
}

static void
roundel_journal_page_unmap (GtkWidget *widget)
{
  roundel_journal_page_save (ROUNDEL_JOURNAL_PAGE (widget));
  GTK_WIDGET_CLASS (roundel_journal_page_parent_class)->unmap (widget);
}

static gboolean
roundel_journal_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_JOURNAL_PAGE (widget)->view));
}

static void
roundel_journal_page_class_init (RoundelJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = roundel_journal_page_dispose;
  object_class->finalize = roundel_journal_page_finalize;
  widget_class->unmap = roundel_journal_page_unmap;
  widget_class->grab_focus = roundel_journal_page_grab_focus;
  widget_class->focus = roundel_focus_through;

  /**
   * RoundelJournalPage::written:
   *
   * Something was typed or chosen.
   */
  signals[WRITTEN] = g_signal_new ("written", ROUNDEL_TYPE_JOURNAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * RoundelJournalPage::said:
   * @text: something that happened to the page, for a toast
   */
  signals[SAID] = g_signal_new ("said", ROUNDEL_TYPE_JOURNAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ROUNDEL_TYPE_PAGE_HEAD);
  g_type_ensure (ROUNDEL_TYPE_RELEASED_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, head);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, view);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, saved);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, off_disk);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, in_bin);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, released);
  gtk_widget_class_bind_template_callback (widget_class, said_cb);
  gtk_widget_class_bind_template_callback (widget_class, touched);
}

static void
roundel_journal_page_init (RoundelJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_page_dress (self->view);
}

/**
 * roundel_journal_page_set_desk:
 * @self: a page
 * @desk: where the programs are
 * @journal: where it is written
 */
void
roundel_journal_page_set_desk (RoundelJournalPage *self,
                               RoundelDesk        *desk,
                               RoundelJournal     *journal)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  g_set_object (&self->desk, desk);
  if (g_set_object (&self->journal, journal))
    {
      g_clear_pointer (&self->in_memory, g_free);
      g_signal_connect_object (journal, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
    }
}

/**
 * roundel_journal_page_begin:
 * @self: a page
 *
 * A new page, of today. It is in the journal once something stands on it. Begun in a session or soon after,
 * it is about that; otherwise about the program in which its owner takes part.
 */
void
roundel_journal_page_begin (RoundelJournalPage *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GArray) whens = NULL;
  const RoundelProgram *mine;
  RoundelEntry entry = { .kind = "reflection", .text = "" };
  RoundelWhen when;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self) && self->journal != NULL);

  roundel_journal_page_leave (self);
  programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  mine = roundel_about_mine (programs, self->journal);
  if (mine != NULL)
    entry.program = mine->id;
  utc = g_date_time_new_from_unix_utc (roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC);
  now = g_date_time_to_local (utc);
  whens = programs != NULL ? roundel_when_list (programs) : NULL;
  if (whens != NULL && roundel_when_now (whens, g_date_time_to_unix (utc), &when))
    {
      entry.program = when.program->id;
      entry.session = when.session->id;
    }
  entry.written = now;
  take (self, &entry);
}

/**
 * roundel_journal_page_write_on:
 * @self: a page that was just begun
 * @kind: what kind of page it is
 * @question: what it answers, which stands above the answer
 */
void
roundel_journal_page_write_on (RoundelJournalPage *self,
                               const char         *kind,
                               const char         *question)
{
  g_autofree char *quoted = NULL;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self) && self->journal != NULL && question != NULL);

  quoted = g_strdup_printf ("> %s\n\n", question);
  g_object_set (self->head, "kind", kind, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), quoted, -1);
  roundel_journal_page_go_to_end (self);
}

/**
 * roundel_journal_page_open:
 * @self: a page
 * @id: id of an entry
 * @error: return location
 *
 * Leaves the page that was open. What was typed and not yet made a version when the program ended, is there again.
 *
 * Returns: whether it is open
 */
gboolean
roundel_journal_page_open (RoundelJournalPage  *self,
                           const char          *id,
                           GError             **error)
{
  g_autoptr (RoundelEntry) entry = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self) && self->journal != NULL && id != NULL, FALSE);

  if (g_strcmp0 (id, self->id) == 0)
    return TRUE;
  roundel_journal_page_leave (self);
  entry = roundel_journal_get_draft (self->journal, id, NULL);
  if (entry == NULL)
    entry = roundel_journal_get_entry (self->journal, id, error);
  if (entry == NULL)
    return FALSE;
  take (self, entry);
  return TRUE;
}

/**
 * roundel_journal_page_reload:
 * @self: a page
 *
 * What was typed becomes a version; what the journal shows of the entry now stands on the page.
 */
void
roundel_journal_page_reload (RoundelJournalPage *self)
{
  g_autofree char *id = NULL;
  g_autoptr (RoundelEntry) entry = NULL;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self) && self->journal != NULL);

  id = g_strdup (self->id);
  roundel_journal_page_leave (self);
  entry = id != NULL ? roundel_journal_get_entry (self->journal, id, NULL) : NULL;
  if (entry != NULL)
    take (self, entry);
}

/**
 * roundel_journal_page_save:
 * @self: a page
 *
 * Returns: whether all that was typed is on the disk, or waits for it; if not, the page says why and tries again
 */
gboolean
roundel_journal_page_save (RoundelJournalPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean was_new;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self), FALSE);

  g_clear_handle_id (&self->saving, g_source_remove);
  if (!self->dirty || self->journal == NULL)
    return TRUE;
  was_new = self->id == NULL;
  if (put (self, &error))
    {
      self->dirty = FALSE;
      say_saved (self, self->id != NULL ? _("Saved") : "", NULL);
      if (was_new)
        g_signal_emit (self, signals[WRITTEN], 0);
      return TRUE;
    }
  say_saved (self, "", error->message);
  self->saving = g_timeout_add (RETRY_AFTER, save_cb, self);
  return FALSE;
}

/**
 * roundel_journal_page_leave:
 * @self: a page
 *
 * What was typed becomes a version of its entry. A page on which nothing is left goes into the bin.
 */
void
roundel_journal_page_leave (RoundelJournalPage *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  roundel_journal_page_save (self);
  if (self->id == NULL)
    return;
  roundel_journal_close_draft (self->journal, self->id, NULL);
  text = roundel_journal_page_dup_text (self);
  if (text[strspn (text, " \t\r\n")] == '\0')
    roundel_journal_delete_entry (self->journal, self->id, NULL);
}

/**
 * roundel_journal_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): id of its entry, %NULL while nothing stands on it
 */
const char *
roundel_journal_page_get_id (RoundelJournalPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self), NULL);

  return self->id;
}

const char *
roundel_journal_page_get_kind (RoundelJournalPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self), NULL);

  return roundel_page_head_get_kind (self->head);
}

/**
 * roundel_journal_page_get_program:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): id of the program it is about
 */
const char *
roundel_journal_page_get_program (RoundelJournalPage *self)
{
  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self), NULL);

  return roundel_page_head_get_program (self->head);
}

char *
roundel_journal_page_dup_text (RoundelJournalPage *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/**
 * roundel_journal_page_dup_chosen:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): the words that are selected, as one line
 */
char *
roundel_journal_page_dup_chosen (RoundelJournalPage *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self), NULL);

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (self->view), &start, &end))
    return NULL;
  text = gtk_text_iter_get_text (&start, &end);
  return g_strstrip (roundel_markdown_dup_plain (g_strdelimit (text, "\n", ' ')));
}

/**
 * roundel_journal_page_dup_date:
 * @self: a page
 *
 * Returns: (transfer full): the day it was written on, in few letters
 */
char *
roundel_journal_page_dup_date (RoundelJournalPage *self)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self) && self->written != NULL, NULL);

  local = g_date_time_to_local (self->written);
  /* Translators: a day in few letters: Tue 19 Jan */
  return g_date_time_format (local, _("%a %-d %b"));
}

/**
 * roundel_journal_page_go_to_end:
 * @self: a page
 *
 * The cursor goes to where one writes on.
 */
void
roundel_journal_page_go_to_end (RoundelJournalPage *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0, FALSE, 0, 0);
}

/**
 * roundel_journal_page_set_narrow:
 * @self: a page
 * @narrow: whether it has the window to itself because that is narrow: the date then stands in the header bar
 * @stacked: whether there is no room for all of its head in one line
 */
void
roundel_journal_page_set_narrow (RoundelJournalPage *self,
                                 gboolean            narrow,
                                 gboolean            stacked)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  roundel_page_head_set_narrow (self->head, narrow, stacked);
  gtk_text_view_set_left_margin (self->view, narrow ? NARROW_MARGIN : MARGIN);
  gtk_text_view_set_right_margin (self->view, narrow ? NARROW_MARGIN : MARGIN);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/**
 * roundel_journal_page_mark_words:
 * @self: a page
 * @typed: (nullable): what is searched for
 */
void
roundel_journal_page_mark_words (RoundelJournalPage *self,
                                 const char         *typed)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  roundel_page_mark_words (self->view, typed);
}

/**
 * roundel_journal_page_show_released:
 * @self: a page
 *
 * Says what others can read of it, when something was released.
 */
void
roundel_journal_page_show_released (RoundelJournalPage *self)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  roundel_released_bar_show (self->released, self->desk, self->journal, self->id);
}
