/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/move-popover.h"

#include "app/widgets/hour-spin.h"
#include "core/schedule.h"

/* When a session is to be instead. What follows is shown before anything is written. */
struct _RoundelMovePopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  RoundelHourSpin *hour;
  GtkCheckButton *later_too;
  char *session;
};

G_DEFINE_FINAL_TYPE (RoundelMovePopover, roundel_move_popover, GTK_TYPE_POPOVER)

static void
move_cb (RoundelMovePopover *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *hour = roundel_hour_spin_dup_hour (self->hour);
  g_autofree char *starts = g_strconcat (date, "T", hour, NULL);
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
  g_type_ensure (ROUNDEL_TYPE_HOUR_SPIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/move-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, hour);
  gtk_widget_class_bind_template_child (widget_class, RoundelMovePopover, later_too);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
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
    gtk_calendar_select_day (self->calendar, time);
  roundel_hour_spin_set_hour (self->hour, session->starts);
  return GTK_WIDGET (self);
}
