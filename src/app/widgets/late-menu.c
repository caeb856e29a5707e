/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/late-menu.h"

static void
open_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  GMenuModel *menu = user_data;

  if (gtk_menu_button_get_menu_model (button) != menu)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * roundel_late_menu_set:
 * @button: a menu button
 * @menu: what it opens
 *
 * As gtk_menu_button_set_menu_model(), which makes the widgets of the menu at once: here it is when the button is first used.
 */
void
roundel_late_menu_set (GtkMenuButton *button,
                       GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, open_cb, g_object_ref (menu), g_object_unref);
}
