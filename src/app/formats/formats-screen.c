/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/formats/formats-screen.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/formats/format-page.h"
#include "app/shortcuts.h"
#include "app/widgets/fold.h"
#include "app/widgets/format-words.h"
#include "app/widgets/spin-wheel.h"
#include "app/window.h"

/* All formats: to read, to search, to filter, to copy and to change. */
struct _RoundelFormatsScreen
{
  AdwBin parent_instance;

  AdwWindowTitle *header_title;
  GtkWidget *done;
  GtkWidget *back;
  GtkWidget *leaflet;
  GtkEditable *search;
  GtkDropDown *outcome;
  GtkSpinButton *people;
  GtkSpinButton *minutes;
  GtkListBox *list;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  RoundelFormatPage *page;
  GtkTextView *text;
  GtkLabel *trouble;

  RoundelDesk *desk;
};

G_DEFINE_FINAL_TYPE (RoundelFormatsScreen, roundel_formats_screen, ADW_TYPE_BIN)

static const RoundelFormat *
get_format (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "format") : NULL;
}

static const RoundelFormat *
get_selected (RoundelFormatsScreen *self)
{
  return get_format (gtk_list_box_get_selected_row (self->list));
}

static void
say (RoundelFormatsScreen *self,
     const char           *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static gboolean
suits (RoundelFormatsScreen *self,
       const RoundelFormat  *format)
{
  const GPtrArray *outcomes = roundel_desk_get_outcomes (self->desk);
  guint outcome = gtk_drop_down_get_selected (self->outcome);
  guint people = (guint) gtk_spin_button_get_value_as_int (self->people);
  int minutes = gtk_spin_button_get_value_as_int (self->minutes);
  double low, high;

  roundel_format_minutes (format, &low, &high);
  if (outcome > 0 && outcome <= outcomes->len)
    {
      const RoundelOutcome *wanted = outcomes->pdata[outcome - 1];

      if (!g_strv_contains ((const char *const *) wanted->formats, format->id))
        return FALSE;
    }
  if (people > 0 && (people < format->people_min || (format->people_max > 0 && people > format->people_max)))
    return FALSE;
  return minutes == 0 || (int) low <= minutes;
}

static gboolean
filter (GtkListBoxRow *row,
        gpointer       user_data)
{
  RoundelFormatsScreen *self = user_data;
  const RoundelFormat *format = get_format (row);
  const char *words = gtk_editable_get_text (self->search);

  if (self->desk == NULL)
    return TRUE;
  return suits (self, format) && (*words == '\0' || g_str_match_string (words, format->name, TRUE) ||
                                  g_str_match_string (words, format->purpose, TRUE));
}

static void
show_selected (RoundelFormatsScreen *self)
{
  const RoundelFormat *format = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "formats.edit", format != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "formats.export", format != NULL);
  if (format == NULL)
    return;
  roundel_format_page_set (self->page, format, (guint) gtk_spin_button_get_value_as_int (self->people));
  gtk_stack_set_visible_child_name (self->stack, "page");
}

/* With the one SELECTED, or the first. */
static void
fill (RoundelFormatsScreen *self,
      const char           *selected)
{
  const GPtrArray *formats = roundel_library_get_formats (roundel_desk_get_library (self->desk));
  GtkListBoxRow *chosen = NULL;

  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL;)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < formats->len; i++)
    {
      const RoundelFormat *format = formats->pdata[i];
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *name = gtk_label_new (format->name);
      g_autofree char *summary = roundel_words_format_summary (format);
      GtkWidget *words = gtk_label_new (summary);

      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (words), 0);
      gtk_widget_add_css_class (words, "note");
      gtk_box_append (GTK_BOX (box), name);
      gtk_box_append (GTK_BOX (box), words);
      gtk_widget_add_css_class (box, "format-row");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, format->name, -1);
      g_object_set_data (G_OBJECT (row), "format", (gpointer) format);
      gtk_list_box_append (self->list, row);
      if (chosen == NULL || g_strcmp0 (format->id, selected) == 0)
        chosen = GTK_LIST_BOX_ROW (row);
    }
  gtk_list_box_select_row (self->list, chosen);
}

static char *
get_text (RoundelFormatsScreen *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Keeps a format that came as TEXT. */
static gboolean
keep (RoundelFormatsScreen *self,
      const char           *text,
      const char           *name,
      GError              **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "roundel", "formats", NULL);
  g_autofree char *said = NULL;
  const RoundelFormat *format = roundel_library_keep (roundel_desk_get_library (self->desk), folder, text, -1, name, error);

  if (format == NULL)
    return FALSE;
  /* Translators: the name of a format */
  said = g_strdup_printf (_("“%s” is one of your formats"), format->name);
  fill (self, format->id);
  say (self, said);
  return TRUE;
}

/* Where a text is mended: what is wrong stands beside it. */
static void
show_editor (RoundelFormatsScreen *self,
             const char           *text,
             const char           *trouble)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  gtk_text_buffer_set_modified (gtk_text_view_get_buffer (self->text), FALSE);
  gtk_label_set_text (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  g_object_set (self->leaflet, "visible-child-name", "format", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (RoundelFormatsScreen) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_open_file_finish (result, &error);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (file == NULL)
    return;
  name = g_file_get_basename (file);
  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, &error))
    say (self, error->message);
  else if (!keep (self, text, name, &error))
    show_editor (self, g_utf8_validate (text, -1, NULL) ? text : "", error->message);
}

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (RoundelFormatsScreen) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, &error);
  const RoundelFormat *format = get_selected (self);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "roundel", "formats", NULL);
  g_autofree char *text = NULL;

  if (file == NULL || format == NULL)
    return;
  text = roundel_library_dup_source (roundel_desk_get_library (self->desk), folder, format->id, &error);
  if (text == NULL || !g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    say (self, error->message);
}

/* Callbacks */

/* A limit of 0 is none. */
static gboolean
any_cb (GtkSpinButton *spin)
{
  const char *any = C_("limit", "any");

  if (gtk_spin_button_get_value_as_int (spin) > 0)
    return FALSE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), any))
    gtk_editable_set_text (GTK_EDITABLE (spin), any);
  return TRUE;
}

static void
filter_cb (RoundelFormatsScreen *self)
{
  if (self->desk == NULL)
    return;
  gtk_list_box_invalidate_filter (self->list);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "page") == 0)
    show_selected (self);
}

static void
selected_cb (RoundelFormatsScreen *self)
{
  if (self->desk == NULL)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  show_selected (self);
}

static void
activated_cb (RoundelFormatsScreen *self)
{
  g_object_set (self->leaflet, "visible-child-name", "format", NULL);
}

static void
folded (GtkWidget  *owner,
        gboolean    is_folded,
        const char *page)
{
  RoundelFormatsScreen *self = ROUNDEL_FORMATS_SCREEN (owner);
  gboolean format = is_folded && g_strcmp0 (page, "format") == 0;

  gtk_widget_set_visible (self->back, format);
  gtk_widget_set_visible (self->done, !format);
}

static void
write_on_cb (RoundelFormatsScreen *self)
{
  gtk_stack_set_visible_child_name (self->stack, "edit");
}

/* What was typed is there until another format is edited. */
static void
leave_editor (RoundelFormatsScreen *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwToast *toast;

  gtk_stack_set_visible_child_name (self->stack, "page");
  if (!gtk_text_buffer_get_modified (gtk_text_view_get_buffer (self->text)) || !ROUNDEL_IS_WINDOW (root))
    return;
  toast = adw_toast_new (_("What you wrote is not saved"));
  adw_toast_set_button_label (toast, _("_Write On"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (write_on_cb), self, G_CONNECT_SWAPPED);
  roundel_window_add_toast (ROUNDEL_WINDOW (root), toast);
}

/* Actions */

static void
search (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_FORMATS_SCREEN (widget)->search));
}

static void
close_screen (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  RoundelFormatsScreen *self = ROUNDEL_FORMATS_SCREEN (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") == 0)
    leave_editor (self);
  else if (ROUNDEL_IS_WINDOW (root))
    roundel_window_pop (ROUNDEL_WINDOW (root));
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  g_object_set (ROUNDEL_FORMATS_SCREEN (widget)->leaflet, "visible-child-name", "list", NULL);
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelFormatsScreen *self = ROUNDEL_FORMATS_SCREEN (widget);
  const RoundelFormat *format = get_selected (self);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "roundel", "formats", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (format == NULL)
    return;
  text = roundel_library_dup_copy (roundel_desk_get_library (self->desk), folder, format->id, &error);
  if (text == NULL)
    {
      say (self, error->message);
      return;
    }
  show_editor (self, text, NULL);
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  RoundelFormatsScreen *self = ROUNDEL_FORMATS_SCREEN (widget);
  g_autofree char *text = get_text (self);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "edit") != 0)
    return;
  if (keep (self, text, _("Your format"), &error))
    return;
  gtk_label_set_text (self->trouble, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
}

static void
cancel (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  leave_editor (ROUNDEL_FORMATS_SCREEN (widget));
}

static void
import (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  roundel_compat_open_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Import a Format"), NULL, NULL, import_chosen_cb,
                            g_object_ref (widget));
}

static void
export (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  const RoundelFormat *format = get_selected (ROUNDEL_FORMATS_SCREEN (widget));
  g_autofree char *name = format != NULL ? g_strconcat (format->id, ".json", NULL) : NULL;

  if (name != NULL)
    roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export the Format"), name, NULL, NULL, export_chosen_cb,
                              g_object_ref (widget));
}

/* Overrides */

static void
roundel_formats_screen_dispose (GObject *object)
{
  RoundelFormatsScreen *self = ROUNDEL_FORMATS_SCREEN (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (roundel_formats_screen_parent_class)->dispose (object);
}

static void
roundel_formats_screen_class_init (RoundelFormatsScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_formats_screen_dispose;

  g_type_ensure (ROUNDEL_TYPE_FORMAT_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/formats-screen.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, header_title);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, done);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, back);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, search);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, outcome);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, people);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, list);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, stack);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, scroller);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, page);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelFormatsScreen, trouble);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "formats.close", NULL, close_screen);
  gtk_widget_class_install_action (widget_class, "formats.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "formats.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "formats.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "formats.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "formats.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "formats.import", NULL, import);
  gtk_widget_class_install_action (widget_class, "formats.export", NULL, export);
}

static void
roundel_formats_screen_init (RoundelFormatsScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
  roundel_compat_name_drop_down (GTK_WIDGET (self->outcome));
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);
  roundel_fold_watch (self->leaflet, GTK_WIDGET (self), folded);
  g_object_set (self->leaflet, "visible-child-name", "list", NULL);
  roundel_shortcuts_attach (GTK_WIDGET (self), "formats");
}

/**
 * roundel_formats_screen_new:
 * @desk: what the screens work on
 *
 * Returns: (transfer floating): all formats, for the whole window
 */
GtkWidget *
roundel_formats_screen_new (RoundelDesk *desk)
{
  RoundelFormatsScreen *self = g_object_new (ROUNDEL_TYPE_FORMATS_SCREEN, NULL);
  const GPtrArray *outcomes = roundel_desk_get_outcomes (desk);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("For any outcome"));
  for (guint i = 0; i < outcomes->len; i++)
    gtk_string_list_append (names, ((RoundelOutcome *) outcomes->pdata[i])->name);
  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (names));
  self->desk = g_object_ref (desk);
  fill (self, NULL);
  return GTK_WIDGET (self);
}
