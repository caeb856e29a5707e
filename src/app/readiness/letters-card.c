/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/readiness/letters-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/compat.h"
#include "app/window.h"
#include "core/agreement.h"

/* The support letter to each supervisor, and the sheet for the member who asks for time (D12): to copy, or to save. */
struct _RoundelLettersCard
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (RoundelLettersCard, roundel_letters_card, ADW_TYPE_BIN)

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

/* Takes TEXT over. */
static void
add_row (RoundelLettersCard *self,
         const char         *title,
         const char         *subtitle,
         char               *text)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a letter */
  g_autofree char *copy = g_strdup_printf (_("Copy: %s"), title);
  g_autofree char *save = g_strdup_printf (_("Save: %s"), title);
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button ("edit-copy-symbolic", copy, text, G_CALLBACK (copy_cb)));
  button = make_button ("document-save-symbolic", save, text, G_CALLBACK (save_cb));
  g_object_set_data_full (G_OBJECT (button), "name", g_strconcat (title, ".txt", NULL), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->group, row);
  g_free (text);
}

static void
roundel_letters_card_class_init (RoundelLettersCardClass *klass)
{
}

static void
roundel_letters_card_init (RoundelLettersCard *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Letters"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * roundel_letters_card_new:
 * @program: a program
 *
 * Returns: (transfer floating): its letters
 */
GtkWidget *
roundel_letters_card_new (const RoundelProgram *program)
{
  RoundelLettersCard *self = g_object_new (ROUNDEL_TYPE_LETTERS_CARD, NULL);
  g_auto (GStrv) supervisors = roundel_program_list_supervisors (program);
  g_auto (GStrv) kept = roundel_charter_never_leaves ();
  g_autofree char *never = g_strjoinv (" ", kept);
  g_autofree char *description = g_strdup_printf (_("Never reported: %s"), never);

  adw_preferences_group_set_description (self->group, description);
  for (guint i = 0; supervisors[i] != NULL; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Support letter to %s"), supervisors[i]);

      add_row (self, title, _("to be signed"), roundel_program_write_letter (program, supervisors[i]));
    }
  add_row (self, _("Talk sheet"), _("for a member who asks for time"), roundel_program_write_talk_sheet (program));
  return GTK_WIDGET (self);
}
