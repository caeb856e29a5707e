/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/shortcuts-window.h"

#include <glib/gi18n-lib.h>

#include "app/shortcuts.h"

/* All keys, to be read and searched. That of GTK is cut where the screen is small, and is given up in GTK 4.18. */
struct _RoundelShortcutsWindow
{
  AdwWindow parent_instance;

  GtkBox *body;
  GtkEditable *search;
  GtkWidget *nothing;
  GPtrArray *groups; /* AdwPreferencesGroup */
  GPtrArray *rows;   /* GtkWidget, as the list of shortcuts has them */
};

G_DEFINE_FINAL_TYPE (RoundelShortcutsWindow, roundel_shortcuts_window, ADW_TYPE_WINDOW)

static char *
dup_key_label (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_assert_not_reached ();
  return gtk_accelerator_get_label (key, modifiers);
}

static GtkWidget *
new_row (const RoundelShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; shortcut->keys[i] != NULL; i++)
    {
      char *text = dup_key_label (shortcut->keys[i]);
      GtkWidget *label = gtk_label_new (text);

      g_ptr_array_add (labels, text);
      gtk_widget_add_css_class (label, "keycap");
      gtk_box_append (GTK_BOX (keys), label);
    }
  g_ptr_array_add (labels, NULL);
  joined = g_strjoinv (", ", (char **) labels->pdata);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);
  /* Translators: what a key does, and the keys that do it: “Next round: Right, Page Down” */
  name = g_strdup_printf (_("%s: %s"), _(shortcut->title), joined);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
fill (RoundelShortcutsWindow *self)
{
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);
  GtkWidget *group = NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = new_row (&list[i]);

      if (i == 0 || g_strcmp0 (list[i].group, list[i - 1].group) != 0)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), g_dpgettext2 (NULL, "shortcuts", list[i].group));
          gtk_box_append (self->body, group);
          g_ptr_array_add (self->groups, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
search_cb (RoundelShortcutsWindow *self)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  gboolean any = FALSE;
  guint n;
  const RoundelShortcut *list = roundel_shortcuts_list (&n);

  for (guint i = 0, g = 0; i < n; g++)
    {
      gboolean in_group = FALSE;
      const char *group = list[i].group;

      for (; i < n && g_strcmp0 (list[i].group, group) == 0; i++)
        {
          g_autofree char *title = g_utf8_casefold (_(list[i].title), -1);
          gboolean found = strstr (title, typed) != NULL;

          gtk_widget_set_visible (self->rows->pdata[i], found);
          in_group |= found;
        }
      gtk_widget_set_visible (self->groups->pdata[g], in_group);
      any |= in_group;
    }
  gtk_widget_set_visible (self->nothing, !any);
}

static void
roundel_shortcuts_window_finalize (GObject *object)
{
  RoundelShortcutsWindow *self = ROUNDEL_SHORTCUTS_WINDOW (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (roundel_shortcuts_window_parent_class)->finalize (object);
}

static void
roundel_shortcuts_window_class_init (RoundelShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_shortcuts_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelShortcutsWindow, body);
  gtk_widget_class_bind_template_child (widget_class, RoundelShortcutsWindow, search);
  gtk_widget_class_bind_template_child (widget_class, RoundelShortcutsWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
roundel_shortcuts_window_init (RoundelShortcutsWindow *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * roundel_shortcuts_window_new:
 * @parent: the window it stands on
 *
 * Returns: (transfer none): a window with all keys, not shown yet
 */
GtkWidget *
roundel_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (ROUNDEL_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
