/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/import-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/widgets/page.h"
#include "app/window.h"
#include "content/json.h"

/* So many are shown one by one */
#define SHOWN_PEOPLE 5
#define SHOWN_PROBLEMS 100

/* Who would come in from a list, before anybody does (D4): what its columns mean, the rows that stay out, and the people. */
struct _RoundelImportPage
{
  AdwBin parent_instance;

  RoundelPage *page;
  GtkWidget *bring_in;
  GtkLabel *wrong;
  AdwPreferencesGroup *columns;
  GtkSwitch *named;
  AdwPreferencesGroup *left_out;
  AdwPreferencesGroup *people;

  char *text;
  gsize length;
  char *name;
  GtkWidget *widget;
  RoundelImportFunc done;
  RoundelCsvHeader *header; /* NULL when the list cannot be read */
  RoundelMembersCsv *csv;   /* NULL when nobody would come in */
  GPtrArray *rows;          /* of AdwActionRow: those of the columns */
  GPtrArray *lines;         /* of AdwActionRow: those that are shown anew */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RoundelImportPage, roundel_import_page, ADW_TYPE_BIN)

static const char *const meanings[] = {
  N_("Left out"), N_("Name"), N_("Email"), N_("Level"), N_("Team"), N_("Reports to"), N_("Interests"), N_("Goals"),
  N_("Can help with"), N_("Site"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (meanings) == ROUNDEL_CSV_N_MEANINGS + 1);

static void
add_line (RoundelImportPage   *self,
          AdwPreferencesGroup *group,
          const char          *title,
          const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  g_object_set_data (G_OBJECT (row), "group", group);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->lines, row);
}

static void
add_more (RoundelImportPage   *self,
          AdwPreferencesGroup *group,
          guint                more)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);

  if (more > 0)
    add_line (self, group, text, NULL);
}

static char *
describe_member (const RoundelMember *member)
{
  g_autofree char *interests = member->interests != NULL ? g_strjoinv (", ", member->interests) : NULL;
  g_autofree char *boss = member->reports_to != NULL ? g_strdup_printf (_("reports to %s"), member->reports_to) : NULL;
  const char *all[] = { member->level, member->team, boss, member->site, interests };
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL && *all[i] != '\0')
      g_ptr_array_add (said, (char *) all[i]);
  g_ptr_array_add (said, NULL);
  return g_strjoinv (" · ", (char **) said->pdata);
}

static void
show_people (RoundelImportPage *self)
{
  guint n = self->csv != NULL ? self->csv->members->len : 0;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
  g_autofree char *answer = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Bring In %u Person", "Bring In %u People", n), n);

  adw_preferences_group_set_title (self->people, title);
  for (guint i = 0; i < MIN (n, SHOWN_PEOPLE); i++)
    {
      const RoundelMember *member = self->csv->members->pdata[i];
      g_autofree char *about = describe_member (member);

      add_line (self, self->people, member->name, about);
    }
  add_more (self, self->people, n > SHOWN_PEOPLE ? n - SHOWN_PEOPLE : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->people), n > 0);
  gtk_button_set_label (GTK_BUTTON (self->bring_in), n > 0 ? answer : _("Bring In"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.bring-in", n > 0);
}

static void
show_problems (RoundelImportPage *self)
{
  guint n = self->csv != NULL ? self->csv->problems->len : 0;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row stays out", "%u rows stay out", n), n);

  adw_preferences_group_set_title (self->left_out, title);
  for (guint i = 0; i < MIN (n, SHOWN_PROBLEMS); i++)
    {
      const RoundelCsvProblem *problem = self->csv->problems->pdata[i];
      /* Translators: the number of a row, and the name of a column */
      g_autofree char *where = problem->column != NULL ? g_strdup_printf (_("Row %u, %s"), problem->row, problem->column)
                                                       : g_strdup_printf (_("Row %u"), problem->row);

      add_line (self, self->left_out, where, problem->why);
    }
  add_more (self, self->left_out, n > SHOWN_PROBLEMS ? n - SHOWN_PROBLEMS : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n > 0);
}

static void
show_columns (RoundelImportPage *self)
{
  self->showing = TRUE;
  gtk_switch_set_active (self->named, self->header->named);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RoundelCsvColumn *column = self->header->columns->pdata[i];
      GtkWidget *row = self->rows->pdata[i];
      g_autofree char *number = g_strdup_printf (_("Column %u"), i + 1);
      const char *title = self->header->named && *column->name != '\0' ? column->name : number;
      const char *example = self->header->named || *column->name == '\0' ? column->example : column->name;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), example != NULL ? example : "");
      gtk_drop_down_set_selected (g_object_get_data (G_OBJECT (row), "meaning"), (guint) (column->meaning + 1));
      gtk_accessible_update_property (g_object_get_data (G_OBJECT (row), "meaning"), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      roundel_compat_name_drop_down (g_object_get_data (G_OBJECT (row), "meaning"));
    }
  self->showing = FALSE;
}

static void
show_wrong (RoundelImportPage *self,
            const char        *text)
{
  gtk_label_set_text (self->wrong, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), text != NULL);
}

static void
read_list (RoundelImportPage *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (g_object_get_data (self->lines->pdata[i], "group"), self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->csv, roundel_members_csv_free);
  if (self->header != NULL)
    {
      self->csv = roundel_members_csv_read_as (self->text, self->length, self->name, self->header, &error);
      show_columns (self);
      show_wrong (self, error == NULL ? NULL : g_error_matches (error, ROUNDEL_CONTENT_ERROR, ROUNDEL_CONTENT_ERROR_VALUE)
                        ? _("Say which column has the names.") : error->message);
    }
  show_problems (self);
  show_people (self);
}

/* Callbacks */

static void
meaning_cb (RoundelImportPage *self,
            GParamSpec        *pspec,
            GtkDropDown       *meaning)
{
  guint at;

  if (self->showing || !g_ptr_array_find (self->rows, g_object_get_data (G_OBJECT (meaning), "row"), &at))
    return;
  roundel_csv_header_mean (self->header, at, (RoundelCsvMeaning) gtk_drop_down_get_selected (meaning) - 1);
  read_list (self);
}

static void
named_cb (RoundelImportPage *self)
{
  if (self->showing || self->header == NULL)
    return;
  self->header->named = gtk_switch_get_active (self->named);
  read_list (self);
}

static void
add_column (RoundelImportPage *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *meaning;

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    gtk_string_list_append (names, _(meanings[i]));
  meaning = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_widget_set_valign (meaning, GTK_ALIGN_CENTER);
  g_signal_connect_object (meaning, "notify::selected", G_CALLBACK (meaning_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (row), "meaning", meaning);
  g_object_set_data (G_OBJECT (meaning), "row", row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), meaning);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->columns, row);
  g_ptr_array_add (self->rows, row);
}

static void
leave (RoundelImportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

/* Actions */

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  leave (ROUNDEL_IMPORT_PAGE (widget));
}

static void
bring_in (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  g_autoptr (RoundelImportPage) self = g_object_ref (ROUNDEL_IMPORT_PAGE (widget));

  leave (self); /* which drops it */
  self->done (self->widget, self->csv, self->name);
}

/* Overrides */

static void
roundel_import_page_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_IMPORT_PAGE (object)->widget);
  G_OBJECT_CLASS (roundel_import_page_parent_class)->dispose (object);
}

static void
roundel_import_page_finalize (GObject *object)
{
  RoundelImportPage *self = ROUNDEL_IMPORT_PAGE (object);

  g_free (self->text);
  g_free (self->name);
  g_clear_pointer (&self->header, roundel_csv_header_free);
  g_clear_pointer (&self->csv, roundel_members_csv_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lines);
  G_OBJECT_CLASS (roundel_import_page_parent_class)->finalize (object);
}

static void
roundel_import_page_class_init (RoundelImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = roundel_import_page_finalize;

  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, page);
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, bring_in);
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, wrong);
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, named);
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, RoundelImportPage, people);
  gtk_widget_class_bind_template_callback (widget_class, named_cb);

  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "import.bring-in", NULL, bring_in);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "import.cancel", NULL);
}

static void
roundel_import_page_init (RoundelImportPage *self)
{
  self->rows = g_ptr_array_new ();
  self->lines = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where a list came from */

typedef struct
{
  GtkWidget *widget;
  RoundelImportFunc done;
} Request;

static Request *
request_new (GtkWidget         *widget,
             RoundelImportFunc  done)
{
  Request *self = g_new (Request, 1);

  self->widget = g_object_ref (widget);
  self->done = done;
  return self;
}

static void
request_free (Request *self)
{
  g_object_unref (self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
push (const Request *request,
      const char    *text,
      gsize          length,
      const char    *name)
{
  GtkRoot *root = gtk_widget_get_root (request->widget);
  GtkWidget *page;

  if (!ROUNDEL_IS_WINDOW (root))
    return;
  page = roundel_import_page_new (text, length, name, request->widget, request->done);
  roundel_window_push_over (ROUNDEL_WINDOW (root), page);
  gtk_widget_grab_focus (ROUNDEL_IMPORT_PAGE (page)->bring_in);
}

static void
say (const Request *request,
     const char    *text)
{
  GtkRoot *root = gtk_widget_get_root (request->widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    push (request, text, length, name);
  else
    say (request, error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GFile) file = roundel_compat_open_file_finish (result, NULL);

  if (file != NULL)
    roundel_import_file (request->widget, file, request->done);
}

/* A table copied from a spreadsheet, or one name a line. */
static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || *g_strstrip (text) == '\0')
    say (request, _("There is no text to paste"));
  else
    /* Translators: where a list of people came from */
    push (request, text, strlen (text), C_("source", "the clipboard"));
}

static void pasting_cb (GtkWidget *text);

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) text = user_data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (pasted != NULL && strpbrk (g_strstrip (pasted), "\t\r\n") != NULL)
    {
      gtk_widget_activate_action (text, g_object_get_data (G_OBJECT (text), "list-action"), NULL);
      return;
    }
  g_signal_handlers_block_by_func (text, pasting_cb, NULL);
  g_signal_emit_by_name (text, "paste-clipboard");
  g_signal_handlers_unblock_by_func (text, pasting_cb, NULL);
}

static void
pasting_cb (GtkWidget *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (text), NULL, looked_cb, g_object_ref (text));
}

/**
 * roundel_import_page_new:
 * @text: (array length=length): a list of members
 * @length: its length in bytes
 * @name: what to call it
 * @widget: for @done
 * @done: called once when the people are to come in, after the page has gone
 *
 * Returns: (transfer floating): a page that is pushed over another
 */
GtkWidget *
roundel_import_page_new (const char        *text,
                         gsize              length,
                         const char        *name,
                         GtkWidget         *widget,
                         RoundelImportFunc  done)
{
  RoundelImportPage *self = g_object_new (ROUNDEL_TYPE_IMPORT_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  self->text = g_strndup (text, length);
  self->length = length;
  self->name = g_strdup (name);
  self->widget = g_object_ref (widget);
  self->done = done;
  g_object_set (self->page, "subtitle", name, NULL);
  self->header = roundel_csv_header_read (text, length, name, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), self->header != NULL);
  show_wrong (self, error != NULL ? error->message : NULL);
  for (guint i = 0; self->header != NULL && i < self->header->columns->len; i++)
    add_column (self);
  read_list (self);
  return GTK_WIDGET (self);
}

/**
 * roundel_import_choose:
 * @widget: where it is asked
 * @done: called when the people of the chosen file are to come in
 */
void
roundel_import_choose (GtkWidget         *widget,
                       RoundelImportFunc  done)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) csv = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (csv, _("Tables as text (CSV)"));
  gtk_file_filter_add_pattern (csv, "*.csv");
  gtk_file_filter_add_pattern (csv, "*.tsv");
  gtk_file_filter_add_pattern (csv, "*.txt");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, csv);
  g_list_store_append (filters, all);
  roundel_compat_open_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Open a List of People"), G_LIST_MODEL (filters), NULL,
                            chosen_cb, request_new (widget, done));
}

/**
 * roundel_import_paste:
 * @widget: where it is asked
 * @done: called when the people of the clipboard are to come in
 */
void
roundel_import_paste (GtkWidget         *widget,
                      RoundelImportFunc  done)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, request_new (widget, done));
}

/**
 * roundel_import_watch_paste:
 * @entry: where a name is typed
 * @action: (transfer none): what brings in the people of the clipboard; a constant
 *
 * From now on a table or several lines that are pasted into @entry do not become one long line, but activate @action.
 */
void
roundel_import_watch_paste (GtkEditable *entry,
                            const char  *action)
{
  GtkEditable *text = gtk_editable_get_delegate (entry);

  g_object_set_data (G_OBJECT (text), "list-action", (gpointer) action);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (pasting_cb), NULL);
}

/**
 * roundel_import_file:
 * @widget: where it is asked
 * @file: a list of people
 * @done: called when they are to come in
 */
void
roundel_import_file (GtkWidget         *widget,
                     GFile             *file,
                     RoundelImportFunc  done)
{
  g_file_load_contents_async (file, NULL, loaded_cb, request_new (widget, done));
}
