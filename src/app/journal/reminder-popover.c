/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/reminder-popover.h"

#include "app/reminders.h"
#include "core/remind.h"
#include "store/journal/setting.h"

/* Whether and when it reminds of what is due. */
struct _RoundelReminderPopover
{
  GtkPopover parent_instance;

  GtkSwitch *on;
  GtkWidget *hours;
  GtkSpinButton *from;
  GtkSpinButton *until;

  RoundelJournal *journal;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RoundelReminderPopover, roundel_reminder_popover, GTK_TYPE_POPOVER)

static void
read_reminding (RoundelReminderPopover *self,
                RoundelReminding       *reminding)
{
  g_autofree char *text = roundel_journal_get_setting (self->journal, ROUNDEL_REMIND_SETTING, NULL);

  roundel_reminding_read (reminding, text);
}

static void
chosen_cb (RoundelReminderPopover *self)
{
  RoundelReminding reminding;
  g_autofree char *text = NULL;

  if (self->loading || self->journal == NULL)
    return;
  read_reminding (self, &reminding);
  reminding.on = gtk_switch_get_active (self->on);
  reminding.from = (guint) gtk_spin_button_get_value_as_int (self->from);
  reminding.until = (guint) gtk_spin_button_get_value_as_int (self->until);
  text = roundel_reminding_to_text (&reminding);
  roundel_journal_set_setting (self->journal, ROUNDEL_REMIND_SETTING, text, NULL);
  gtk_widget_set_sensitive (self->hours, reminding.on);
}

static void
roundel_reminder_popover_map (GtkWidget *widget)
{
  RoundelReminderPopover *self = ROUNDEL_REMINDER_POPOVER (widget);
  RoundelReminding reminding;

  if (self->journal != NULL)
    {
      read_reminding (self, &reminding);
      self->loading = TRUE;
      gtk_switch_set_active (self->on, reminding.on);
      gtk_spin_button_set_value (self->from, reminding.from);
      gtk_spin_button_set_value (self->until, reminding.until);
      gtk_widget_set_sensitive (self->hours, reminding.on);
      self->loading = FALSE;
    }
  GTK_WIDGET_CLASS (roundel_reminder_popover_parent_class)->map (widget);
}

static void
roundel_reminder_popover_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_REMINDER_POPOVER (object)->journal);
  G_OBJECT_CLASS (roundel_reminder_popover_parent_class)->dispose (object);
}

static void
roundel_reminder_popover_class_init (RoundelReminderPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_reminder_popover_dispose;
  widget_class->map = roundel_reminder_popover_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/reminder-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelReminderPopover, on);
  gtk_widget_class_bind_template_child (widget_class, RoundelReminderPopover, hours);
  gtk_widget_class_bind_template_child (widget_class, RoundelReminderPopover, from);
  gtk_widget_class_bind_template_child (widget_class, RoundelReminderPopover, until);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
roundel_reminder_popover_init (RoundelReminderPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_reminder_popover_set_journal:
 * @self: a popover
 * @journal: where it is kept
 */
void
roundel_reminder_popover_set_journal (RoundelReminderPopover *self,
                                      RoundelJournal         *journal)
{
  g_return_if_fail (ROUNDEL_IS_REMINDER_POPOVER (self));

  g_set_object (&self->journal, journal);
}
