/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/release-page.h"

#include <glib/gi18n-lib.h>

#include "app/journal/me-row.h"
#include "app/widgets/page.h"
#include "app/widgets/program-words.h"
#include "app/widgets/programs-row.h"
#include "app/window.h"
#include "core/names.h"
#include "store/journal/me.h"
#include "store/journal/release.h"
#include "store/programs.h"

/* The one way out of the journal: the words that will leave, as others will see them, who these are, and who is named. */
struct _RoundelReleasePage
{
  AdwBin parent_instance;

  GtkTextView *view;
  GtkLabel *preview;
  GtkLabel *byline;
  GtkLabel *readers;
  GtkWidget *names_box;
  GtkListBox *names;
  GtkLabel *names_help;
  AdwComboRow *program_row;
  AdwComboRow *me_row;
  GtkLabel *trouble;
  GtkWidget *release_button;

  RoundelDesk *desk;
  RoundelJournal *journal;
  char *entry;
  GPtrArray *programs;     /* of RoundelProgram, as a list has them */
  RoundelProgram *program; /* NULL while there is none */
  GHashTable *agreed;      /* folded names of whom its owner has asked */
  gboolean loading;
  gboolean entered;
};

static guint released_signal;

G_DEFINE_FINAL_TYPE (RoundelReleasePage, roundel_release_page, ADW_TYPE_BIN)

static char *
dup_text (RoundelReleasePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

static gboolean
meets_with (RoundelReleasePage  *self,
            const RoundelMember *me,
            const RoundelMember *other)
{
  if (me == NULL)
    return TRUE;
  for (guint i = 0; i < self->program->circles->len; i++)
    {
      const RoundelCircle *circle = self->program->circles->pdata[i];
      const char * const *members = (const char * const *) circle->members;

      if (members != NULL && g_strv_contains (members, me->id))
        return g_strv_contains (members, other->id);
    }
  return TRUE;
}

/* “8 people can read it: Amara Okafor, …” */
static void
show_readers (RoundelReleasePage *self)
{
  const RoundelMember *me = roundel_me_row_get (self->me_row, self->program);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *said = NULL;
  g_autofree char *by = NULL;
  guint n = 0;

  for (guint i = 0; self->program != NULL && i < self->program->members->len; i++)
    {
      const RoundelMember *member = self->program->members->pdata[i];
      g_autofree char *label = NULL;

      if (member == me || !meets_with (self, me, member))
        continue;
      label = roundel_members_dup_label (self->program->members, i);
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", label);
    }
  if (self->program == NULL)
    said = g_strdup (_("There is no program yet whose members could read it."));
  else if (n == 0)
    said = g_strdup (_("Nobody yet: this program has no other members."));
  else
    said = g_strdup_printf (ngettext ("%u person can read it, and who organises the program: %s",
                                      "%u people can read it, and who organises the program: %s", n), n, names->str);
  gtk_label_set_label (self->readers, said);
  /* Translators: below a lesson, who released it */
  by = g_strdup_printf (_("from %s"), me != NULL && me->name != NULL ? me->name : _("someone"));
  gtk_label_set_label (self->byline, by);
}

static void
agreed_cb (GtkCheckButton     *button,
           RoundelReleasePage *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");

  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->agreed, g_strdup (name));
  else
    g_hash_table_remove (self->agreed, name);
  gtk_widget_activate_action (GTK_WIDGET (self), "release.look", NULL);
}

static void
add_name (RoundelReleasePage *self,
          const char         *words,
          const char         *folded,
          const RoundelName  *name)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean perhaps = name->kind == ROUNDEL_NAME_OTHER;
  GtkWidget *check = gtk_check_button_new_with_label (perhaps ? _("No name, or agreed") : _("Has agreed"));
  g_autofree char *quoted = g_markup_printf_escaped ("“%s”", words);
  g_autofree char *label = g_strdup_printf (perhaps ? _("%s is no name, or has agreed to be named")
                                                    : _("%s has agreed to be named"), words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), quoted);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name->kind == ROUNDEL_NAME_MEMBER ? _("A member of the program")
                                                     : name->kind == ROUNDEL_NAME_ROLE ? _("Readers may know who that is")
                                                                                       : _("Perhaps a name"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->agreed, folded));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (check), "name", g_strdup (folded), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (agreed_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->names, row);
}

/* Points out who is named, in the text and below it; how many have not been asked. */
static guint
show_names (RoundelReleasePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GArray) found = NULL;
  GtkTextIter start, end;
  GtkWidget *row;
  guint open = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->names))) != NULL)
    gtk_list_box_remove (self->names, row);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "named", &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  found = roundel_names_find (text, self->program != NULL ? self->program->members : NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const RoundelName *name = &g_array_index (found, RoundelName, i);
      g_autofree char *words = g_strndup (text + name->start, name->end - name->start);
      g_autofree char *folded = roundel_fold (words);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (text, text + name->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (text, text + name->end));
      gtk_text_buffer_apply_tag_by_name (buffer, "named", &start, &end);
      if (folded == NULL || g_hash_table_contains (seen, folded))
        continue;
      open += !g_hash_table_contains (self->agreed, folded);
      add_name (self, words, folded, name);
      g_hash_table_add (seen, g_steal_pointer (&folded));
    }
  gtk_widget_set_visible (self->names_box, found->len > 0);
  return open;
}

static void
show (RoundelReleasePage *self)
{
  g_autofree char *text = NULL;
  g_autofree char *help = NULL;
  guint open;

  if (self->loading)
    return;
  text = dup_text (self);
  open = show_names (self);
  gtk_label_set_label (self->preview, text);
  show_readers (self);
  help = open > 0 ? g_strdup_printf (ngettext ("%u is still to be asked, or to be written without a name.",
                                               "%u are still to be asked, or to be written without names.", open), open)
                  : g_strdup (_("All have been asked."));
  gtk_label_set_label (self->names_help, help);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "release.release",
                                 open == 0 && *text != '\0' && self->program != NULL);
}

static void
choose_program (RoundelReleasePage *self)
{
  guint chosen = adw_combo_row_get_selected (self->program_row);
  g_autofree char *me = NULL;

  if (self->loading || chosen >= self->programs->len)
    return;
  self->loading = TRUE;
  g_clear_pointer (&self->program, roundel_program_free);
  self->program = roundel_notebook_read_program (roundel_desk_get_notebook (self->desk), ((RoundelProgram *) self->programs->pdata[chosen])->id, NULL);
  if (self->program != NULL)
    me = roundel_journal_get_me (self->journal, self->program->id, NULL);
  roundel_me_row_fill (self->me_row, self->program, me, _("I would rather not say"));
  self->loading = FALSE;
  show (self);
}

static void
list_programs (RoundelReleasePage *self,
               const char         *about)
{
  self->loading = TRUE;
  self->programs = roundel_programs_row_fill (self->program_row, self->desk, about);
  gtk_widget_set_visible (GTK_WIDGET (self->program_row), self->programs->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->me_row), self->programs->len > 0);
  self->loading = FALSE;
  choose_program (self);
}

/* Actions */

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
look (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  show (ROUNDEL_RELEASE_PAGE (widget));
}

static void
release (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  RoundelReleasePage *self = ROUNDEL_RELEASE_PAGE (widget);
  const RoundelMember *me = roundel_me_row_get (self->me_row, self->program);
  g_autofree char *was = roundel_journal_get_me (self->journal, self->program->id, NULL);
  g_autofree char *text = dup_text (self);
  g_autoptr (GError) error = NULL;
  gboolean released;

  released = roundel_journal_set_me (self->journal, self->program->id, me != NULL ? me->id : NULL, &error)
             && roundel_release_lesson (self->journal, roundel_desk_get_notebook (self->desk), self->entry, self->program->id, text,
                                        NULL, &error);
  /* who would rather not say it of this lesson still has a partner */
  if (me == NULL && was != NULL)
    roundel_journal_set_me (self->journal, self->program->id, was, NULL);
  if (released)
    {
      g_signal_emit (self, released_signal, 0);
      cancel (widget, NULL, NULL);
      return;
    }
  gtk_label_set_label (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

/* Overrides */

/* When the page is opened the words come first, not the way out. Afterwards Tab comes to both. */
static gboolean
roundel_release_page_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  RoundelReleasePage *self = ROUNDEL_RELEASE_PAGE (widget);

  if (!self->entered)
    {
      self->entered = TRUE;
      return gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  return GTK_WIDGET_CLASS (roundel_release_page_parent_class)->focus (widget, direction);
}

static void
roundel_release_page_dispose (GObject *object)
{
  RoundelReleasePage *self = ROUNDEL_RELEASE_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->entry, g_free);
  g_clear_pointer (&self->programs, g_ptr_array_unref);
  g_clear_pointer (&self->program, roundel_program_free);
  g_clear_pointer (&self->agreed, g_hash_table_unref);
  G_OBJECT_CLASS (roundel_release_page_parent_class)->dispose (object);
}

static void
roundel_release_page_class_init (RoundelReleasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_release_page_dispose;
  widget_class->focus = roundel_release_page_focus;

  /**
   * RoundelReleasePage::released:
   *
   * The lesson is in the notebook.
   */
  released_signal = g_signal_new ("released", ROUNDEL_TYPE_RELEASE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/release-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, view);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, preview);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, byline);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, readers);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, names_box);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, names);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, names_help);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, program_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, me_row);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RoundelReleasePage, release_button);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, choose_program);

  gtk_widget_class_install_action (widget_class, "release.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "release.look", NULL, look);
  gtk_widget_class_install_action (widget_class, "release.release", NULL, release);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "release.cancel", NULL);
}

static void
roundel_release_page_init (RoundelReleasePage *self)
{
  const GdkRGBA tint = { .76f, .45f, 0, .18f };

  self->agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->view), "named", "background-rgba", &tint, "underline",
                              PANGO_UNDERLINE_SINGLE, NULL);
}

/**
 * roundel_release_page_new:
 * @desk: where the programs are
 * @journal: where the entry is
 * @entry: id of the entry
 * @program: (nullable): id of the program it is about
 * @text: its words, to be edited
 *
 * Returns: (transfer floating): a page for roundel_window_push()
 */
GtkWidget *
roundel_release_page_new (RoundelDesk    *desk,
                          RoundelJournal *journal,
                          const char     *entry,
                          const char     *program,
                          const char     *text)
{
  RoundelReleasePage *self = g_object_new (ROUNDEL_TYPE_RELEASE_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->journal = g_object_ref (journal);
  self->entry = g_strdup (entry);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  list_programs (self, program);
  self->loading = FALSE;
  show (self);
  return GTK_WIDGET (self);
}
