/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/record-history.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/record-words.h"

#define ACTION "win.history"

static GVariant *
make_target (const RoundelRecord *record)
{
  return g_variant_new ("(ssss)", record->program, record->kind, record->entity, record->reg);
}

/**
 * roundel_record_history_new:
 * @name: what it is the history of, for who cannot see where the button stands
 * @records: program, kind, entity and register of each record that is meant
 * @n_records: how many, at least one; of several one is chosen from a menu
 *
 * Returns: (transfer floating): a button that shows who wrote it and when, by the action `win.history`
 */
GtkWidget *
roundel_record_history_new (const char          *name,
                            const RoundelRecord *records,
                            guint                n_records)
{
  g_autofree char *label = g_strdup_printf (_("History of %s"), name);
  GtkWidget *button;

  g_return_val_if_fail (n_records > 0, NULL);

  if (n_records == 1)
    {
      button = gtk_button_new_with_label (_("History"));
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), make_target (records));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), ACTION);
    }
  else
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (GMenuItem) item = g_menu_item_new (roundel_words_kind (records[i].kind, records[i].reg), NULL);

          g_menu_item_set_action_and_target_value (item, ACTION, make_target (&records[i]));
          g_menu_append_item (menu, item);
        }
      button = gtk_menu_button_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("History"));
      gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
    }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}
