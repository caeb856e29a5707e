/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/spin-wheel.h"

static void
let_wheel_pass (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/**
 * roundel_spin_wheel_off:
 * @widget: a spin button, or something with spin buttons in it
 *
 * Lets the wheel scroll the page under the pointer. Otherwise it would turn each number that comes under it on the way, and
 * nobody would notice.
 */
void
roundel_spin_wheel_off (GtkWidget *widget)
{
  if (GTK_IS_SPIN_BUTTON (widget))
    let_wheel_pass (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    roundel_spin_wheel_off (child);
}
