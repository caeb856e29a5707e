/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/extra-timer.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/live-text.h"

#define LONGEST 60 /* minutes */
#define USUAL 2

/* A short timer beside the round: two minutes to write, a break. It runs on when the round is paused, changes nothing of
 * the session, and is stored nowhere. */
struct _RoundelExtraTimer
{
  AdwActionRow parent_instance;

  GtkSpinButton *minutes;
  GtkLabel *left;
  GtkButton *toggle;

  RoundelLive *live;
  RoundelInstant began;
  gint64 length; /* microseconds; 0: it stands */
  guint timer;
};

enum
{
  RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelExtraTimer, roundel_extra_timer, ADW_TYPE_ACTION_ROW)

static void
show (RoundelExtraTimer *self)
{
  gboolean runs = self->length > 0;
  const char *name = runs ? _("Stop the extra timer") : _("Start the extra timer");

  gtk_widget_set_visible (GTK_WIDGET (self->minutes), !runs);
  gtk_widget_set_visible (GTK_WIDGET (self->left), runs);
  gtk_button_set_icon_name (self->toggle, runs ? "media-playback-stop-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
stop (RoundelExtraTimer *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->length = 0;
  show (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  RoundelExtraTimer *self = user_data;
  RoundelInstant now = roundel_live_now (self->live);
  gint64 left = self->length - roundel_instant_span (&self->began, &now);
  gint64 seconds = (left + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
  g_autofree char *text = roundel_text_span (MAX (seconds, 0));

  self->timer = 0;
  if (left <= 0)
    {
      stop (self);
      roundel_compat_announce (GTK_WIDGET (self->toggle), _("The extra time is over"));
      g_signal_emit (self, signals[RANG], 0);
      return G_SOURCE_REMOVE;
    }
  gtk_label_set_text (self->left, text);
  /* to when the second shown is over */
  self->timer = g_timeout_add (roundel_live_wait (self->live, left - (seconds - 1) * G_TIME_SPAN_SECOND), tick_cb, self);
  return G_SOURCE_REMOVE;
}

static void
roundel_extra_timer_dispose (GObject *object)
{
  RoundelExtraTimer *self = ROUNDEL_EXTRA_TIMER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->live);
  G_OBJECT_CLASS (roundel_extra_timer_parent_class)->dispose (object);
}

static void
roundel_extra_timer_class_init (RoundelExtraTimerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_extra_timer_dispose;

  /* its time is over */
  signals[RANG] = g_signal_new ("rang", ROUNDEL_TYPE_EXTRA_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/extra-timer.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelExtraTimer, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelExtraTimer, left);
  gtk_widget_class_bind_template_child (widget_class, RoundelExtraTimer, toggle);
}

static void
roundel_extra_timer_init (RoundelExtraTimer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->minutes, 1, LONGEST);
  gtk_spin_button_set_increments (self->minutes, 1, 5);
  gtk_spin_button_set_value (self->minutes, USUAL);
  show (self);
}

/**
 * roundel_extra_timer_set_live:
 * @self: the timer
 * @live: (nullable): whose clock it runs by; the timer stops when it is another one
 */
void
roundel_extra_timer_set_live (RoundelExtraTimer *self,
                              RoundelLive       *live)
{
  g_return_if_fail (ROUNDEL_IS_EXTRA_TIMER (self));

  if (self->live == live)
    return;
  stop (self);
  g_set_object (&self->live, live);
}

/**
 * roundel_extra_timer_toggle:
 * @self: a timer with a session
 *
 * Starts it, or stops it.
 */
void
roundel_extra_timer_toggle (RoundelExtraTimer *self)
{
  g_return_if_fail (ROUNDEL_IS_EXTRA_TIMER (self));

  if (self->length > 0 || self->live == NULL)
    {
      stop (self);
      return;
    }
  gtk_spin_button_update (self->minutes);
  self->length = gtk_spin_button_get_value_as_int (self->minutes) * G_TIME_SPAN_MINUTE;
  self->began = roundel_live_now (self->live);
  show (self);
  tick_cb (self);
}
