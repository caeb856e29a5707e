/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/journal-page.h"

#include <glib/gi18n-lib.h>

#include "app/journal/day.h"
#include "app/journal/entry-row.h"
#include "app/journal/page-dress.h"
#include "app/widgets/outcome.h"
#include "core/when.h"
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

  GtkBox *head;
  GtkLabel *date;
  GtkMenuButton *program_button;
  GtkImage *program_icon;
  GtkLabel *program_label;
  GtkMenuButton *kind_button;
  GtkImage *kind_icon;
  GtkLabel *kind_label;
  GtkTextView *view;
  GtkLabel *saved;
  GtkLabel *trouble;
  GtkWidget *in_bin;
  GtkWidget *released;
  GtkLabel *released_text;

  RoundelDesk *desk;
  RoundelJournal *journal;
  char *id;        /* NULL before the first save of a new page */
  char *revision;
  char *kind;
  char *program;   /* empty for none */
  char *session;
  GDateTime *written;
  guint saving;
  gboolean dirty;
  gboolean loading;
};

enum
{
  PROP_KIND = 1,
  PROP_PROGRAM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint written_signal;

G_DEFINE_FINAL_TYPE (RoundelJournalPage, roundel_journal_page, ADW_TYPE_BIN)

static void
say_saved (RoundelJournalPage *self,
           const char         *what,
           const char         *trouble)
{
  gtk_label_set_label (self->saved, what);
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

/* The first save of a new page makes it an entry; the next ones are its draft. */
static gboolean
put (RoundelJournalPage  *self,
     GError             **error)
{
  g_autofree char *text = roundel_journal_page_dup_text (self);
  RoundelEntry entry = {
    .id = self->id, .kind = self->kind, .text = text,
    .program = *self->program != '\0' ? self->program : NULL, .session = self->session, .written = self->written,
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
  g_signal_emit (self, written_signal, 0);
}

static RoundelProgram *
find_program (GPtrArray  *programs,
              const char *id)
{
  for (guint i = 0; programs != NULL && i < programs->len; i++)
    if (g_strcmp0 (((RoundelProgram *) programs->pdata[i])->id, id) == 0)
      return programs->pdata[i];
  return NULL;
}

static guint
outcome_number (RoundelJournalPage *self,
                const char         *id)
{
  const GPtrArray *outcomes = roundel_desk_get_outcomes (self->desk);

  for (guint i = 0; i < outcomes->len; i++)
    if (g_strcmp0 (((RoundelOutcome *) outcomes->pdata[i])->id, id) == 0)
      return i + 1;
  return 0;
}

/* The mark and the name of the program this page is about, and the menu to choose another. */
static void
show_program (RoundelJournalPage *self)
{
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  RoundelProgram *program = find_program (programs, self->program);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *described = NULL;
  const char *title = program == NULL ? _("No program") : program->title != NULL ? program->title : _("Untitled program");
  guint number = program != NULL ? outcome_number (self, program->outcome) : 0;

  for (guint i = 0; programs != NULL && i < programs->len; i++)
    {
      RoundelProgram *one = programs->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (one->title != NULL ? one->title : _("Untitled program"), NULL);

      g_menu_item_set_action_and_target (item, "page.program", "s", one->id);
      g_menu_append_item (menu, item);
    }
  g_menu_append (menu, _("No program"), "page.program::");
  gtk_menu_button_set_menu_model (self->program_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->program_button), programs != NULL && programs->len > 0);
  gtk_label_set_label (self->program_label, title);
  gtk_image_set_from_icon_name (self->program_icon, number > 0 ? roundel_outcome_icon_name (number) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->program_icon), number > 0);
  roundel_outcome_dress (GTK_WIDGET (self->program_button), number);
  /* Translators: what a screen reader says of the button that chooses the program a page is about */
  described = g_strdup_printf (_("About: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->program_button), GTK_ACCESSIBLE_PROPERTY_LABEL, described, -1);
}

static void
show_kind (RoundelJournalPage *self)
{
  g_autofree char *described = g_strdup_printf (_("Kind: %s"), roundel_entry_kind_label (self->kind));

  gtk_label_set_label (self->kind_label, roundel_entry_kind_label (self->kind));
  gtk_image_set_from_icon_name (self->kind_icon, roundel_entry_kind_icon (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, described, -1);
}

static void
take (RoundelJournalPage *self,
      const RoundelEntry *entry)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = NULL;

  self->loading = TRUE;
  g_clear_handle_id (&self->saving, g_source_remove);
  self->dirty = FALSE;
  g_free (self->id);
  g_free (self->revision);
  g_free (self->kind);
  g_free (self->program);
  g_free (self->session);
  g_clear_pointer (&self->written, g_date_time_unref);
  self->id = g_strdup (entry->id);
  self->revision = g_strdup (entry->revision);
  self->kind = g_strdup (entry->kind);
  self->program = g_strdup (entry->program != NULL ? entry->program : "");
  self->session = g_strdup (entry->session);
  self->written = g_date_time_ref (entry->written);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, entry->text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0, FALSE, 0, 0);
  date = roundel_day_dup_date (g_date_time_to_unix (self->written),
                               roundel_env_now (roundel_desk_get_env (self->desk)) / G_USEC_PER_SEC, zone);
  gtk_label_set_label (self->date, date);
  show_kind (self);
  show_program (self);
  gtk_text_view_set_editable (self->view, !entry->deleted);
  gtk_widget_set_visible (self->in_bin, entry->deleted);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind_button), !entry->deleted);
  gtk_widget_set_sensitive (GTK_WIDGET (self->program_button), !entry->deleted);
  say_saved (self, "", NULL);
  roundel_journal_page_set_released (self, NULL);
  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAM]);
}

static void
fill_kinds (RoundelJournalPage *self)
{
  const char * const *kinds = roundel_entry_kinds ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (roundel_entry_kind_label (kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "page.kind", "s", kinds[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->kind_button, G_MENU_MODEL (menu));
}

/* Overrides */

static void
roundel_journal_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  RoundelJournalPage *self = ROUNDEL_JOURNAL_PAGE (object);

  g_value_set_string (value, prop_id == PROP_KIND ? self->kind : self->program);
}

static void
roundel_journal_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  RoundelJournalPage *self = ROUNDEL_JOURNAL_PAGE (object);
  char **place = prop_id == PROP_KIND ? &self->kind : &self->program;

  if (self->desk == NULL || g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;
  g_free (*place);
  *place = g_value_dup_string (value);
  if (prop_id == PROP_KIND)
    show_kind (self);
  else
    show_program (self);
  touched (self);
  g_object_notify_by_pspec (object, pspec);
}

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
  g_free (self->kind);
  g_free (self->program);
  g_free (self->session);
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
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = roundel_journal_page_get_property;
  object_class->set_property = roundel_journal_page_set_property;
  object_class->dispose = roundel_journal_page_dispose;
  object_class->finalize = roundel_journal_page_finalize;
  widget_class->unmap = roundel_journal_page_unmap;
  widget_class->grab_focus = roundel_journal_page_grab_focus;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "reflection", flags);
  /* id of the program the page is about, empty for none */
  properties[PROP_PROGRAM] = g_param_spec_string ("program", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * RoundelJournalPage::written:
   *
   * Something was typed or chosen.
   */
  written_signal = g_signal_new ("written", ROUNDEL_TYPE_JOURNAL_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, head);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, date);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, program_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, program_icon);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, program_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, kind_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, view);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, saved);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, in_bin);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, released);
  gtk_widget_class_bind_template_child (widget_class, RoundelJournalPage, released_text);
  gtk_widget_class_bind_template_callback (widget_class, touched);
  gtk_widget_class_install_property_action (widget_class, "page.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "page.program", "program");
}

static void
roundel_journal_page_init (RoundelJournalPage *self)
{
  self->kind = g_strdup ("reflection");
  self->program = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_page_dress (self->view);
  fill_kinds (self);
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
  g_set_object (&self->journal, journal);
}

/**
 * roundel_journal_page_begin:
 * @self: a page
 *
 * A new page, of today. It is in the journal once something stands on it. Begun in a session or soon after,
 * it is about that; otherwise about the one program there is.
 */
void
roundel_journal_page_begin (RoundelJournalPage *self)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GArray) whens = NULL;
  RoundelEntry entry = { .kind = "reflection", .text = "" };
  RoundelWhen when;

  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self) && self->journal != NULL);

  roundel_journal_page_leave (self);
  programs = roundel_notebook_list_programs (roundel_desk_get_notebook (self->desk), NULL);
  if (programs != NULL && programs->len == 1)
    entry.program = ((RoundelProgram *) programs->pdata[0])->id;
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
  g_object_set (self, "kind", kind, NULL);
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
        g_signal_emit (self, written_signal, 0);
      return TRUE;
    }
  say_saved (self, _("Not saved"), error->message);
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

  return self->kind;
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

  return *self->program != '\0' ? self->program : NULL;
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

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->head), stacked ? GTK_ORIENTATION_VERTICAL
                                                                       : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->date), !narrow);
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
 * roundel_journal_page_set_released:
 * @self: a page
 * @text: (nullable): what others can read of it, and who; %NULL for nothing
 */
void
roundel_journal_page_set_released (RoundelJournalPage *self,
                                   const char         *text)
{
  g_return_if_fail (ROUNDEL_IS_JOURNAL_PAGE (self));

  gtk_label_set_label (self->released_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->released, text != NULL);
}
