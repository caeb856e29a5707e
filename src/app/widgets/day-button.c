/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/day-button.h"

#include <glib/gi18n-lib.h>

/* A day, on a button that opens a calendar to choose another. */
struct _RoundelDayButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar;
  char *day;
  gboolean showing;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelDayButton, roundel_day_button, ADW_TYPE_BIN)

static void
show_day (RoundelDayButton *self,
          GDateTime        *day)
{
  /* Translators: a day such as Thursday, 14 January 2027, in strftime's codes */
  g_autofree char *text = day != NULL ? g_date_time_format (day, _("%A, %-d %B %Y")) : g_strdup (_("Choose a Day"));

  gtk_menu_button_set_label (self->button, text);
}

static void
day_selected_cb (RoundelDayButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (self->showing)
    return;
  g_free (self->day);
  self->day = g_date_time_format (day, "%Y-%m-%d");
  show_day (self, day);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* GtkCalendar moves a frame from its first day by the arrows, wherever the chosen day is; here they choose. */
static gboolean
key_cb (RoundelDayButton *self,
        guint             keyval)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  int forward = gtk_widget_get_direction (GTK_WIDGET (self->calendar)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  g_autoptr (GDateTime) other = NULL;

  if (!gtk_widget_is_focus (GTK_WIDGET (self->calendar)))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left: other = g_date_time_add_days (day, -forward); break;
    case GDK_KEY_Right: other = g_date_time_add_days (day, forward); break;
    case GDK_KEY_Up: other = g_date_time_add_weeks (day, -1); break;
    case GDK_KEY_Down: other = g_date_time_add_weeks (day, 1); break;
    case GDK_KEY_Page_Up: other = g_date_time_add_months (day, -1); break;
    case GDK_KEY_Page_Down: other = g_date_time_add_months (day, 1); break;
    case GDK_KEY_Return:
    case GDK_KEY_space: gtk_menu_button_popdown (self->button); return TRUE;
    default: return FALSE;
    }
  if (other != NULL)
    gtk_calendar_select_day (self->calendar, other);
  return TRUE;
}

static void
roundel_day_button_finalize (GObject *object)
{
  g_free (ROUNDEL_DAY_BUTTON (object)->day);
  G_OBJECT_CLASS (roundel_day_button_parent_class)->finalize (object);
}

static void
roundel_day_button_class_init (RoundelDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_day_button_finalize;

  /* another day was chosen by hand */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
roundel_day_button_init (RoundelDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  show_day (self, NULL);
}

/**
 * roundel_day_button_get_day:
 * @self: a button
 *
 * Returns: (transfer none) (nullable): the day, such as `2027-01-14`
 */
const char *
roundel_day_button_get_day (RoundelDayButton *self)
{
  g_return_val_if_fail (ROUNDEL_IS_DAY_BUTTON (self), NULL);

  return self->day;
}

/**
 * roundel_day_button_set_day:
 * @self: a button
 * @day: (nullable): a day such as `2027-01-14`, or a local time on it; anything else is no day yet
 */
void
roundel_day_button_set_day (RoundelDayButton *self,
                            const char       *day)
{
  g_autofree char *date = day != NULL ? g_strndup (day, strlen ("2027-01-14")) : NULL;
  g_autofree char *noon = date != NULL ? g_strconcat (date, "T12:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) time = noon != NULL ? g_date_time_new_from_iso8601 (noon, NULL) : NULL;

  g_return_if_fail (ROUNDEL_IS_DAY_BUTTON (self));

  g_free (self->day);
  self->day = time != NULL ? g_steal_pointer (&date) : NULL;
  self->showing = TRUE;
  if (time != NULL)
    gtk_calendar_select_day (self->calendar, time);
  self->showing = FALSE;
  show_day (self, time);
}
