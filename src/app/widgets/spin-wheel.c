/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/spin-wheel.h"

#define TYPED "roundel-spin-typed"

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

/* Its text stays as it is typed; what is no number of its range is not yet one. */
static void
changed_cb (GtkSpinButton *spin)
{
  double least, most;
  gint64 number;

  gtk_spin_button_get_range (spin, &least, &most);
  if (!g_ascii_string_to_signed (gtk_editable_get_text (GTK_EDITABLE (spin)), 10, (gint64) least, (gint64) most, &number, NULL) ||
      number == gtk_spin_button_get_value_as_int (spin))
    return;
  g_object_set_data (G_OBJECT (spin), TYPED, spin);
  gtk_spin_button_set_value (spin, (double) number);
  g_object_set_data (G_OBJECT (spin), TYPED, NULL);
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

/**
 * roundel_spin_take_typed:
 * @widget: a spin button of whole numbers, or something with such in it
 *
 * Takes a number while it is typed. GTK takes it when the focus goes, so that a step that waits for it could not be taken, and
 * what was typed were lost if the program ended there.
 */
void
roundel_spin_take_typed (GtkWidget *widget)
{
  if (GTK_IS_SPIN_BUTTON (widget))
    g_signal_connect (widget, "changed", G_CALLBACK (changed_cb), NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    roundel_spin_take_typed (child);
}

/**
 * roundel_spin_is_typed:
 * @spin: a spin button
 *
 * Returns: whether its number is being taken from what is typed, which must not be written otherwise
 */
gboolean
roundel_spin_is_typed (GtkSpinButton *spin)
{
  return g_object_get_data (G_OBJECT (spin), TYPED) != NULL;
}
