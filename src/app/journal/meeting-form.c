/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/meeting-form.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "app/journal/form-rows.h"
#include "app/widgets/focus.h"
#include "app/widgets/spin-wheel.h"

/* A meeting with the partner: when it will be, or what each took away from it. */
struct _RoundelMeetingForm
{
  AdwBin parent_instance;

  GtkLabel *title;
  AdwEntryRow *with;
  AdwEntryRow *day;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  AdwEntryRow *time;
  GtkSpinButton *minutes;
  AdwEntryRow *mine;
  AdwEntryRow *theirs;
  GtkLabel *trouble;

  RoundelJournal *journal;
  char *id; /* NULL for a new one */
  char *program;
  gboolean held;
  gboolean typed; /* what was taken away, since it was last kept */
};

G_DEFINE_FINAL_TYPE (RoundelMeetingForm, roundel_meeting_form, ADW_TYPE_BIN)

/* The moment that was typed; NULL when it is none. */
static GDateTime *
dup_moment (const char *day,
            const char *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *moment = NULL;
  unsigned hour, minute;
  char rest;

  if (day == NULL || !roundel_row_is_date (day) || time == NULL
      || sscanf (time, "%2u:%2u%c", &hour, &minute, &rest) != 2 || hour > 23 || minute > 59)
    return NULL;
  moment = g_strdup_printf ("%sT%02u:%02u:00", day, hour, minute);
  return g_date_time_new_from_iso8601 (moment, zone);
}

static void
day_chosen_cb (RoundelMeetingForm *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  roundel_row_set (self->day, text);
  gtk_menu_button_popdown (self->calendar_button);
}

static void
entered_cb (RoundelMeetingForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "partner.save", NULL);
}

static void
typed_cb (RoundelMeetingForm *self)
{
  self->typed = TRUE;
}

static gboolean
roundel_meeting_form_grab_focus (GtkWidget *widget)
{
  RoundelMeetingForm *self = ROUNDEL_MEETING_FORM (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->held ? self->mine : self->day));
}

/* However the form is left, what was taken away is not lost; the button to cancel says otherwise. */
static void
roundel_meeting_form_unmap (GtkWidget *widget)
{
  RoundelMeetingForm *self = ROUNDEL_MEETING_FORM (widget);

  if (self->typed && self->held)
    roundel_meeting_form_save (self);
  GTK_WIDGET_CLASS (roundel_meeting_form_parent_class)->unmap (widget);
}

static void
roundel_meeting_form_finalize (GObject *object)
{
  RoundelMeetingForm *self = ROUNDEL_MEETING_FORM (object);

  g_clear_object (&self->journal);
  g_free (self->id);
  g_free (self->program);
  G_OBJECT_CLASS (roundel_meeting_form_parent_class)->finalize (object);
}

static void
roundel_meeting_form_class_init (RoundelMeetingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_meeting_form_finalize;
  widget_class->grab_focus = roundel_meeting_form_grab_focus;
  widget_class->focus = roundel_focus_through;
  widget_class->unmap = roundel_meeting_form_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/meeting-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, with);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, day);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, calendar);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, time);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, mine);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, theirs);
  gtk_widget_class_bind_template_child (widget_class, RoundelMeetingForm, trouble);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
roundel_meeting_form_init (RoundelMeetingForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  roundel_spin_wheel_off (GTK_WIDGET (self));
}

/**
 * roundel_meeting_form_open:
 * @self: a form
 * @journal: where it will be written
 * @meeting: what it begins with; without an id it is a new one
 */
void
roundel_meeting_form_open (RoundelMeetingForm          *self,
                           RoundelJournal              *journal,
                           const RoundelPartnerMeeting *meeting)
{
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_if_fail (ROUNDEL_IS_MEETING_FORM (self) && ROUNDEL_IS_JOURNAL (journal) && meeting->at != NULL);

  g_set_object (&self->journal, journal);
  g_free (self->id);
  g_free (self->program);
  self->id = g_strdup (meeting->id);
  self->program = g_strdup (meeting->program);
  self->held = meeting->held;
  local = g_date_time_to_local (meeting->at);
  day = g_date_time_format (local, "%Y-%m-%d");
  time = g_date_time_format (local, "%H:%M");
  gtk_label_set_label (self->title, meeting->held ? _("What did each of you take away?") : _("When do you meet?"));
  roundel_row_set (self->with, meeting->with);
  roundel_row_set (self->day, day);
  roundel_row_set (self->time, time);
  gtk_spin_button_set_value (self->minutes, meeting->minutes > 0 ? meeting->minutes : ROUNDEL_PARTNER_MEETING_MINUTES);
  roundel_row_set (self->mine, meeting->mine);
  roundel_row_set (self->theirs, meeting->theirs);
  gtk_widget_set_visible (GTK_WIDGET (self->mine), meeting->held);
  gtk_widget_set_visible (GTK_WIDGET (self->theirs), meeting->held);
  roundel_row_trouble (self->trouble, NULL, NULL);
  self->typed = FALSE;
}

/**
 * roundel_meeting_form_forget:
 * @self: a form
 *
 * What was typed since is not to be kept.
 */
void
roundel_meeting_form_forget (RoundelMeetingForm *self)
{
  g_return_if_fail (ROUNDEL_IS_MEETING_FORM (self));

  self->typed = FALSE;
}

/**
 * roundel_meeting_form_save:
 * @self: an open form
 *
 * Returns: whether the meeting is in the journal; if not, the form says what is missing
 */
gboolean
roundel_meeting_form_save (RoundelMeetingForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *with = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  RoundelPartnerMeeting meeting;

  g_return_val_if_fail (ROUNDEL_IS_MEETING_FORM (self) && self->journal != NULL, FALSE);

  with = roundel_row_dup (self->with);
  day = roundel_row_dup (self->day);
  time = roundel_row_dup (self->time);
  mine = roundel_row_dup (self->mine);
  theirs = roundel_row_dup (self->theirs);
  at = dup_moment (day, time);
  if (at == NULL)
    {
      gboolean bad_day = day == NULL || !roundel_row_is_date (day);

      roundel_row_trouble (self->trouble, bad_day ? _("A day looks like 2027-02-04.") : _("A time looks like 15:30."),
                           bad_day ? self->day : self->time);
      return FALSE;
    }
  meeting = (RoundelPartnerMeeting) {
    .id = self->id, .program = self->program, .with = with, .at = at,
    .minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes), .held = self->held, .mine = mine, .theirs = theirs,
  };
  if (roundel_journal_put_partner_meeting (self->journal, &meeting, NULL, &error))
    {
      self->typed = FALSE;
      return TRUE;
    }
  roundel_row_trouble (self->trouble, error->message, NULL);
  return FALSE;
}
