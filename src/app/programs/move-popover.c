/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/move-popover.h"

#include "core/schedule.h"

/* When a session is to be instead. What follows is shown before anything is written. */
struct _RoundelMovePopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkCheckButton *later_too;
  char *session;
};

G_DEFINE_FINAL_TYPE (RoundelMovePopover, roundel_move_popover, GTK_TYPE_POPOVER)

static gboolean
two_digits_cb (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (button)), text))
    gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
move_cb (RoundelMovePopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *starts = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", g_date_time_get_year (day),
                                             g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                                             gtk_spin_button_get_value_as_int (self->hour),
                                             gtk_spin_button_get_value_as_int (self->minute));
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (parent, "life.move", "(ssb)", self->session, starts,
                              gtk_check_button_get_active (self->later_too));
}

static void
roundel_move_popover_finalize (GObject *object)
{
  g_free (ROUNDEL_MOVE_POPOVER (object)->session);
  G_OBJECT_CLASS (roundel_move_popover_parent_class)->finalize (object);
}

static void
roundel_move_popover_class_init (RoundelMovePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_move_popover_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/move-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, hour);
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, minute);
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, later_too);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, two_digits_cb);
}

static void
roundel_move_popover_init (RoundelMovePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_move_popover_new:
 * @session: the session to move
 *
 * Returns: (transfer floating): a popover that activates `life.move` on its parent
 */
GtkWidget *
roundel_move_popover_new (const RoundelSession *session)
{
  RoundelMovePopover *self = g_object_new (ROUNDEL_TYPE_MOVE_POPOVER, NULL);
  g_autoptr (GDateTime) time = roundel_local_time_resolve (session->starts, "UTC", 0, NULL);

  self->session = g_strdup (session->id);
  if (time != NULL)
    {
      gtk_calendar_select_day (self->calendar, time);
      gtk_spin_button_set_value (self->hour, g_date_time_get_hour (time));
      gtk_spin_button_set_value (self->minute, g_date_time_get_minute (time));
    }
  return GTK_WIDGET (self);
}
