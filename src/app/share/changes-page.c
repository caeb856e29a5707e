/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/changes-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/record-words.h"
#include "app/widgets/page.h"
#include "app/window.h"
#include "store/card.h"
#include "store/programs.h"

#define MOST 200

/* What was changed in a program lately, by whom and when; each leads to the history of its record. */
struct _RoundelChangesPage
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RoundelChangesPage, roundel_changes_page, ADW_TYPE_BIN)

static void
add_row (RoundelChangesPage   *self,
         const RoundelRecord  *record,
         const RoundelProgram *program,
         const char           *who)
{
  const char *kind = roundel_words_kind (record->kind, record->reg);
  g_autofree char *named = roundel_words_title (record, program);
  g_autofree char *what = *named != '\0' ? g_strdup_printf ("%s, “%s”", kind, named) : g_strdup (kind);
  g_autofree char *title = record->deleted ? g_strdup_printf (_("Deleted: %s"), what) : g_strdup (what);
  g_autofree char *when = roundel_words_when (record->written);
  /* Translators: who wrote it, and when */
  g_autofree char *subtitle = g_strdup_printf (_("%s, %s"), who, when);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  gtk_accessible_update_state (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ssss)", record->program, record->kind, record->entity, record->reg);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.history");
  gtk_list_box_append (self->list, row);
}

static void
done (GtkWidget  *widget,
      const char *action,
      GVariant   *target)
{
  roundel_window_pop (ROUNDEL_WINDOW (gtk_widget_get_root (widget)));
}

static void
roundel_changes_page_class_init (RoundelChangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ROUNDEL_TYPE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelChangesPage, list);
  gtk_widget_class_install_action (widget_class, "changes.done", NULL, done);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "changes.done", NULL);
}

static void
roundel_changes_page_init (RoundelChangesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_changes_page_new:
 * @desk: where the program is
 * @program: its id
 * @error: return location
 *
 * Returns: (transfer floating): a page for the whole window, or %NULL when it cannot be read
 */
GtkWidget *
roundel_changes_page_new (RoundelDesk  *desk,
                          const char   *program,
                          GError      **error)
{
  RoundelNotebook *notebook = roundel_desk_get_notebook (desk);
  g_autoptr (RoundelProgram) read = roundel_notebook_read_program (notebook, program, error);
  g_autoptr (GPtrArray) changes = read != NULL ? roundel_notebook_list_changes (notebook, program, MOST, error) : NULL;
  g_autoptr (GPtrArray) records = changes != NULL ? roundel_notebook_list (notebook, program, error) : NULL;
  g_autoptr (GHashTable) cards = NULL;
  RoundelChangesPage *self;

  if (records == NULL)
    return NULL;
  cards = roundel_cards_read (records);
  self = g_object_new (ROUNDEL_TYPE_CHANGES_PAGE, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const RoundelRecord *record = changes->pdata[i];
      g_autofree char *who = roundel_words_who (record->device, roundel_notebook_get_device (notebook), cards, read);

      add_row (self, record, read, who);
    }
  return GTK_WIDGET (self);
}
