/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/focus.h"

/**
 * roundel_focus_through:
 * @widget: a widget with one child
 * @direction: where the focus goes
 *
 * The `focus` of a widget whose `grab_focus` goes to something inside. GTK's own asks `grab_focus` whenever Tab comes to the
 * widget or leaves its child: what stands before would be out of reach, and the way back closed.
 *
 * Returns: whether the focus is in it
 */
gboolean
roundel_focus_through (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}
