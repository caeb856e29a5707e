/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/lessons-page.h"

#include <glib/gi18n-lib.h>

#include "app/journal/about.h"
#include "app/journal/form-rows.h"
#include "app/journal/me-row.h"
#include "app/widgets/paragraph.h"
#include "app/widgets/sheet.h"
#include "app/window.h"
#include "content/json.h"
#include "store/journal/me.h"
#include "store/journal/reply.h"
#include "store/programs.h"

#define MOST 100

/* The lessons that the members of a circle released, with thanks and questions to their authors (J6). */
struct _RoundelLessonsPage
{
  AdwBin parent_instance;

  RoundelSheet *sheet;

  RoundelDesk *desk;
  RoundelJournal *journal;
  char *first;        /* id of the program whose lessons come first, or NULL */
  GPtrArray *lessons; /* of RoundelRecord */
  GPtrArray *replies; /* of RoundelReply, to the lessons of one program */
  char *asking;       /* id of the lesson below which something is typed, or NULL */
  AdwEntryRow *words; /* what is typed */
  guint showing;
};

G_DEFINE_FINAL_TYPE (RoundelLessonsPage, roundel_lessons_page, ADW_TYPE_BIN)

static void asked_cb (RoundelLessonsPage *self);
static void me_chosen_cb (RoundelLessonsPage *self,
                          GParamSpec         *pspec,
                          AdwComboRow        *row);

static const char *
find_name (const RoundelProgram *program,
           const char           *id)
{
  const RoundelMember *member = id != NULL ? roundel_program_find_member (program, id) : NULL;

  return member != NULL && member->name != NULL ? member->name : _("someone");
}

static const RoundelRecord *
find_lesson (RoundelLessonsPage *self,
             const char         *id)
{
  for (guint i = 0; self->lessons != NULL && i < self->lessons->len; i++)
    if (g_str_equal (((RoundelRecord *) self->lessons->pdata[i])->entity, id))
      return self->lessons->pdata[i];
  return NULL;
}

static void
say (RoundelLessonsPage *self,
     const char         *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static GtkWidget *
new_button (const char *label,
            const char *action,
            const char *lesson,
            const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *said = g_strdup_printf ("%s: %s", label, text);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lesson);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return button;
}

static char *
dup_said (const RoundelProgram *program,
          const RoundelReply   *reply,
          gboolean              mine,
          gboolean              author)
{
  const char *name = find_name (program, reply->by);

  if (reply->text == NULL)
    return mine ? g_strdup (_("You said thank you")) : g_strdup_printf (_("%s says thank you"), name);
  if (author)
    return mine ? g_strdup_printf (_("You answer: %s"), reply->text) : g_strdup_printf (_("%s answers: %s"), name, reply->text);
  return mine ? g_strdup_printf (_("You ask: %s"), reply->text) : g_strdup_printf (_("%s asks: %s"), name, reply->text);
}

/* What came back for a lesson, a line each; one's own can be taken back. */
static void
add_replies (RoundelLessonsPage   *self,
             GtkBox               *card,
             const RoundelProgram *program,
             const RoundelRecord  *lesson,
             const char           *by,
             gboolean             *thanked,
             gboolean             *asked)
{
  g_autofree char *me = roundel_journal_get_me (self->journal, program->id, NULL);

  *thanked = *asked = FALSE;
  for (guint i = 0; self->replies != NULL && i < self->replies->len; i++)
    {
      const RoundelReply *reply = self->replies->pdata[i];
      gboolean mine = me != NULL && g_strcmp0 (reply->by, me) == 0;
      g_autofree char *said = NULL;
      GtkWidget *line, *label;

      if (!g_str_equal (reply->lesson, lesson->entity))
        continue;
      *thanked |= mine && reply->text == NULL;
      *asked |= !mine && reply->text != NULL;
      said = dup_said (program, reply, mine, by != NULL && g_strcmp0 (reply->by, by) == 0);
      line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      label = roundel_paragraph_new (said, reply->text == NULL ? "note" : "reply");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), label);
      if (mine)
        {
          GtkWidget *button = new_button (_("Take Back"), "lessons.take-back", reply->id, said);

          gtk_widget_add_css_class (button, "flat");
          gtk_widget_set_valign (button, GTK_ALIGN_START);
          gtk_box_append (GTK_BOX (line), button);
        }
      gtk_box_append (card, line);
    }
}

/* A question or an answer is typed where the lesson stands. */
static void
add_words (RoundelLessonsPage *self,
           GtkBox             *card)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *list = gtk_list_box_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Your words, which the circle will read"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (card, list);
  self->words = ADW_ENTRY_ROW (row);
}

static void
add_lesson (RoundelLessonsPage   *self,
            const RoundelProgram *program,
            const RoundelRecord  *record)
{
  g_autofree char *me = roundel_journal_get_me (self->journal, program->id, NULL);
  g_autoptr (RoundelJson) json = roundel_json_new (record->body, -1, "body", NULL);
  g_autofree char *text = json != NULL && roundel_json_has (json, "text") ? roundel_json_text (json, "text") : NULL;
  g_autofree char *by = json != NULL && roundel_json_has (json, "by") ? roundel_json_text (json, "by") : NULL;
  gboolean mine = by != NULL && g_strcmp0 (by, me) == 0;
  g_autofree char *from = mine ? g_strdup (_("from you")) : g_strdup_printf (_("from %s"), find_name (program, by));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gboolean thanked, asked;

  g_object_ref_sink (card);
  if (text != NULL)
    {
      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "lesson-card");
      gtk_box_append (GTK_BOX (card), roundel_paragraph_new (text, "release-text"));
      gtk_box_append (GTK_BOX (card), roundel_paragraph_new (from, "note"));
      add_replies (self, GTK_BOX (card), program, record, by, &thanked, &asked);
      if (g_strcmp0 (self->asking, record->entity) == 0)
        add_words (self, GTK_BOX (card));
      else if (me != NULL && (!mine || asked))
        {
          GtkWidget *steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

          if (!mine && !thanked)
            gtk_box_append (GTK_BOX (steps), new_button (_("Thank You"), "lessons.thank", record->entity, text));
          gtk_box_append (GTK_BOX (steps), new_button (mine ? _("Answer…") : _("Ask…"), "lessons.ask", record->entity, text));
          gtk_box_append (GTK_BOX (card), steps);
        }
      roundel_sheet_add (self->sheet, card);
    }
  g_object_unref (card);
}

/* A thank you has a name, and so has a question. */
static void
add_who (RoundelLessonsPage   *self,
         const RoundelProgram *program)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Who are you there?"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("For thanks and questions, which have a name. Kept in your journal."));
  roundel_me_row_fill (ADW_COMBO_ROW (row), program, NULL, _("Not said"));
  g_object_set_data_full (G_OBJECT (row), "program", g_strdup (program->id), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (me_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  roundel_sheet_add (self->sheet, list);
}

static guint
add_lessons (RoundelLessonsPage *self,
             const char         *id)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  g_autoptr (RoundelProgram) program = NULL;
  g_autofree char *me = NULL;
  guint n = 0;

  for (guint i = self->lessons->len; i-- > 0 && n < MOST;)
    {
      const RoundelRecord *record = self->lessons->pdata[i];

      if (!g_str_equal (record->program, id) || record->body == NULL)
        continue;
      if (program == NULL && (program = roundel_notebook_read_program (notebook, id, NULL)) == NULL)
        return 0;
      if (n++ == 0)
        {
          g_clear_pointer (&self->replies, g_ptr_array_unref);
          self->replies = roundel_reply_list (notebook, id, NULL);
          roundel_sheet_add_text (self->sheet, program->title != NULL ? program->title : _("Untitled program"), "heading");
        }
      add_lesson (self, program, record);
    }
  me = n > 0 ? roundel_journal_get_me (self->journal, id, NULL) : NULL;
  if (n > 0 && me == NULL)
    add_who (self, program);
  return n;
}

static void
show (RoundelLessonsPage *self)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (self->desk);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (notebook, NULL);
  g_autofree char *typed = self->words != NULL ? roundel_row_dup (self->words) : NULL;
  guint n = 0;

  self->words = NULL;
  roundel_sheet_empty (self->sheet);
  roundel_sheet_add_text (self->sheet, _("Lessons of your circle"), "title-1");
  roundel_sheet_add_text (self->sheet, _("Each was released by whoever learned it. Your thanks and your questions are read by the "
                                         "whole circle."), "dim");
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  self->lessons = roundel_notebook_list_kind (notebook, "lesson", NULL);
  if (self->lessons != NULL && self->first != NULL)
    n += add_lessons (self, self->first);
  for (guint i = 0; programs != NULL && self->lessons != NULL && i < programs->len; i++)
    {
      const char *id = ((RoundelProgram *) programs->pdata[i])->id;

      if (g_strcmp0 (id, self->first) != 0)
        n += add_lessons (self, id);
    }
  if (n == 0)
    roundel_sheet_add_text (self->sheet, _("Nobody has released one yet. “Release a Lesson…” below a page of yours makes a start."), NULL);
  if (self->words == NULL)
    return;
  /* what came in from others in between takes no word away */
  if (self->asking != NULL && typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->words), typed);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static gboolean
show_cb (gpointer data)
{
  RoundelLessonsPage *self = data;

  self->showing = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* The button that was pressed is not taken away under its own signal. */
static void
changed_cb (RoundelLessonsPage *self)
{
  if (self->showing == 0)
    self->showing = g_idle_add (show_cb, self);
}

static void
reply (RoundelLessonsPage *self,
       const char         *lesson,
       const char         *text,
       const char         *done)
{
  const RoundelRecord *record = find_lesson (self, lesson);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  say (self, roundel_reply_put (self->journal, roundel_desk_get_notebook (self->desk), record, text, &error) ? done : error->message);
}

/* Callbacks */

static void
asked_cb (RoundelLessonsPage *self)
{
  g_autofree char *text = roundel_row_dup (self->words);
  g_autofree char *lesson = g_steal_pointer (&self->asking);

  if (text != NULL)
    reply (self, lesson, text, _("It goes out with the next exchange"));
  changed_cb (self);
}

static void
me_chosen_cb (RoundelLessonsPage *self,
              GParamSpec         *pspec,
              AdwComboRow        *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "program");
  g_autoptr (RoundelProgram) program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), id, NULL);
  const RoundelMember *me = roundel_me_row_get (row, program);

  if (me != NULL)
    roundel_journal_set_me (self->journal, id, me->id, NULL);
  changed_cb (self);
}

/* As it was before it was taken back; those who read it in between read it anew. */
static void
give_again_cb (AdwToast           *toast,
               RoundelLessonsPage *self)
{
  const RoundelRecord *record = find_lesson (self, g_object_get_data (G_OBJECT (toast), "lesson"));

  if (record != NULL)
    roundel_reply_put (self->journal, roundel_desk_get_notebook (self->desk), record,
                       g_object_get_data (G_OBJECT (toast), "text"), NULL);
}

/* Actions */

static void
thank (GtkWidget  *widget,
       const char *action,
       GVariant   *target)
{
  reply (ROUNDEL_LESSONS_PAGE (widget), g_variant_get_string (target, NULL), NULL, _("Thanks go out with the next exchange"));
}

/* The lesson that the reply ID is about, and what undoes that it is taken back. */
static gboolean
find_reply (RoundelLessonsPage   *self,
            const char           *id,
            AdwToast             *toast,
            const RoundelRecord **lesson)
{
  for (guint i = 0; self->lessons != NULL && i < self->lessons->len; i++)
    {
      const char *program = ((RoundelRecord *) self->lessons->pdata[i])->program;
      g_autoptr (GPtrArray) replies = NULL;

      /* those of one program stand together */
      if (i > 0 && g_str_equal (((RoundelRecord *) self->lessons->pdata[i - 1])->program, program))
        continue;
      replies = roundel_reply_list (roundel_desk_get_notebook (self->desk), program, NULL);
      for (guint k = 0; replies != NULL && k < replies->len; k++)
        {
          const RoundelReply *reply = replies->pdata[k];

          if (!g_str_equal (reply->id, id))
            continue;
          *lesson = find_lesson (self, reply->lesson);
          g_object_set_data_full (G_OBJECT (toast), "lesson", g_strdup (reply->lesson), g_free);
          g_object_set_data_full (G_OBJECT (toast), "text", g_strdup (reply->text), g_free);
          return *lesson != NULL;
        }
    }
  return FALSE;
}

static void
take_back (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  RoundelLessonsPage *self = ROUNDEL_LESSONS_PAGE (widget);
  const char *id = g_variant_get_string (target, NULL);
  const RoundelRecord *lesson = NULL;
  AdwToast *toast = adw_toast_new (_("Taken back; elsewhere with the next exchange"));
  g_autoptr (GError) error = NULL;

  if (!find_reply (self, id, toast, &lesson))
    {
      g_object_unref (toast);
      return;
    }
  if (!roundel_reply_take_back (self->journal, roundel_desk_get_notebook (self->desk), lesson->program, id, &error))
    {
      g_object_unref (toast);
      say (self, error->message);
      return;
    }
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (give_again_cb), self, 0);
  roundel_window_add_toast (ROUNDEL_WINDOW (gtk_widget_get_root (widget)), toast);
}

static void
ask (GtkWidget  *widget,
     const char *action,
     GVariant   *target)
{
  RoundelLessonsPage *self = ROUNDEL_LESSONS_PAGE (widget);

  g_free (self->asking);
  self->asking = g_variant_dup_string (target, NULL);
  changed_cb (self);
}

/* Overrides */

static void
roundel_lessons_page_dispose (GObject *object)
{
  RoundelLessonsPage *self = ROUNDEL_LESSONS_PAGE (object);

  g_clear_handle_id (&self->showing, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->asking, g_free);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  G_OBJECT_CLASS (roundel_lessons_page_parent_class)->dispose (object);
}

static void
roundel_lessons_page_class_init (RoundelLessonsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_lessons_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lessons.thank", "s", thank);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lessons.ask", "s", ask);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lessons.take-back", "s", take_back);
}

static void
roundel_lessons_page_init (RoundelLessonsPage *self)
{
  self->sheet = ROUNDEL_SHEET (roundel_sheet_new (_("Lessons")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->sheet));
}

/**
 * roundel_lessons_page_new:
 * @desk: where the lessons are
 * @journal: where it is said who its owner is
 * @program: (nullable): id of the program a page is about
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_lessons_page_new (RoundelDesk    *desk,
                          RoundelJournal *journal,
                          const char     *program)
{
  RoundelLessonsPage *self = g_object_new (ROUNDEL_TYPE_LESSONS_PAGE, NULL);
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  g_autoptr (GPtrArray) programs = roundel_notebook_list_programs (notebook, NULL);
  const RoundelProgram *about = roundel_about_pick (programs, journal, program);

  self->desk = g_object_ref (desk);
  self->journal = g_object_ref (journal);
  self->first = about != NULL ? g_strdup (about->id) : NULL;
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
