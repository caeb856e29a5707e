/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/line-group.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/kept-row.h"

/* Lines that can be taken away, and an entry that adds one. The entry stays while the lines are shown anew. */
struct _RoundelLineGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *entry;
  GPtrArray *rows;
};

enum
{
  ADDED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelLineGroup, roundel_line_group, ADW_TYPE_BIN)

static void
add_cb (RoundelLineGroup *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (*text == '\0')
    return;
  roundel_kept_row_clear (ADW_ENTRY_ROW (self->entry));
  g_signal_emit (self, signals[ADDED], 0, text);
}

static void
remove_cb (RoundelLineGroup *self,
           GtkWidget        *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));

  g_signal_emit (self, signals[REMOVED], 0, id);
}

static void
roundel_line_group_finalize (GObject *object)
{
  g_ptr_array_unref (ROUNDEL_LINE_GROUP (object)->rows);
  G_OBJECT_CLASS (roundel_line_group_parent_class)->finalize (object);
}

static void
roundel_line_group_class_init (RoundelLineGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_line_group_finalize;

  /* (what was typed); (id of the line) */
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
roundel_line_group_init (RoundelLineGroup *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->entry = GTK_EDITABLE (entry);
  roundel_kept_row_init (ADW_ENTRY_ROW (entry));
  g_signal_connect_object (entry, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, entry);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * roundel_line_group_set:
 * @self: a group
 * @title: what it is called
 * @description: (nullable): why it is asked
 * @what: what the entry asks for
 */
void
roundel_line_group_set (RoundelLineGroup *self,
                        const char       *title,
                        const char       *description,
                        const char       *what)
{
  g_return_if_fail (ROUNDEL_IS_LINE_GROUP (self));

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), what);
}

void
roundel_line_group_clear (RoundelLineGroup *self)
{
  g_return_if_fail (ROUNDEL_IS_LINE_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/**
 * roundel_line_group_add:
 * @self: a group
 * @id: names the line
 * @text: what it says
 * @note: (nullable): below it
 * @warn: whether @note stands against it
 */
void
roundel_line_group_add (RoundelLineGroup *self,
                        const char       *id,
                        const char       *text,
                        const char       *note,
                        gboolean          warn)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), text);

  g_return_if_fail (ROUNDEL_IS_LINE_GROUP (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note != NULL ? note : "");
  gtk_widget_set_focusable (row, FALSE);
  if (warn)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "warning-mark");
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("to settle"), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  /* the entry comes last */
  g_object_ref (self->entry);
  adw_preferences_group_remove (self->group, GTK_WIDGET (self->entry));
  adw_preferences_group_add (self->group, row);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->entry));
  g_object_unref (self->entry);
  g_ptr_array_add (self->rows, row);
}
