/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/text-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/window.h"

static const char *
get_text (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "text");
}

static void
say (GtkWidget  *widget,
     const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (ROUNDEL_IS_WINDOW (root))
    roundel_window_add_toast (ROUNDEL_WINDOW (root), adw_toast_new (text));
}

static void
copy_cb (GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), get_text (button));
  say (button, _("Copied"));
}

static void
save_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = roundel_compat_save_file_finish (result, &error);

  if (file == NULL)
    return;
  if (!g_file_replace_contents (file, get_text (button), strlen (get_text (button)), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                &error))
    say (button, error->message);
}

static void
save_cb (GtkWidget *button)
{
  roundel_compat_save_file (GTK_WINDOW (gtk_widget_get_root (button)), _("Save"), g_object_get_data (G_OBJECT (button), "name"), NULL,
                            NULL, save_chosen_cb, g_object_ref (button));
}

static GtkWidget *
make_button (const char *icon,
             const char *name,
             const char *text,
             GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect (button, "clicked", clicked, NULL);
  return button;
}

/**
 * roundel_text_row_new:
 * @title: what the text is
 * @subtitle: (nullable): what it is for
 * @text: (transfer full): the text
 *
 * Returns: (transfer floating): a row with which a text is copied, or saved
 */
GtkWidget *
roundel_text_row_new (const char *title,
                      const char *subtitle,
                      char       *text)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a letter */
  g_autofree char *copy = g_strdup_printf (_("Copy: %s"), title);
  g_autofree char *save = g_strdup_printf (_("Save: %s"), title);
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button ("edit-copy-symbolic", copy, text, G_CALLBACK (copy_cb)));
  button = make_button ("document-save-symbolic", save, text, G_CALLBACK (save_cb));
  g_object_set_data_full (G_OBJECT (button), "name", g_strconcat (title, ".txt", NULL), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  g_free (text);
  return row;
}
