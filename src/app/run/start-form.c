/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/start-form.h"

#include <glib/gi18n-lib.h>

#include "app/live-text.h"
#include "app/widgets/focus.h"

#define LONGEST 240 /* minutes */

/* “We began four minutes ago”: the clock was started late, or too early. */
struct _RoundelStartForm
{
  AdwBin parent_instance;

  GtkLabel *now;
  GtkSpinButton *minutes;
  GtkButton *correct;

  RoundelLive *live;
};

G_DEFINE_FINAL_TYPE (RoundelStartForm, roundel_start_form, ADW_TYPE_BIN)

static void
minutes_cb (RoundelStartForm *self)
{
  guint minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->correct), "u", minutes * 60);
}

static void
roundel_start_form_map (GtkWidget *widget)
{
  RoundelStartForm *self = ROUNDEL_START_FORM (widget);

  if (self->live != NULL)
    {
      const RoundelSessionView *view = roundel_live_get_view (self->live);
      g_autofree char *clock = roundel_text_clock (view->starts);
      g_autofree char *text = g_strdup_printf (_("The clock was started at %s."), clock);

      gtk_label_set_text (self->now, text);
      gtk_spin_button_set_value (self->minutes, (double) ((view->elapsed + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE));
      minutes_cb (self);
    }
  GTK_WIDGET_CLASS (roundel_start_form_parent_class)->map (widget);
}

static gboolean
roundel_start_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ROUNDEL_START_FORM (widget)->minutes));
}

static void
roundel_start_form_dispose (GObject *object)
{
  g_clear_object (&ROUNDEL_START_FORM (object)->live);
  G_OBJECT_CLASS (roundel_start_form_parent_class)->dispose (object);
}

static void
roundel_start_form_class_init (RoundelStartFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_start_form_dispose;
  widget_class->map = roundel_start_form_map;
  widget_class->grab_focus = roundel_start_form_grab_focus;
  widget_class->focus = roundel_focus_through;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/start-form.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelStartForm, now);
  gtk_widget_class_bind_template_child (widget_class, RoundelStartForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, RoundelStartForm, correct);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
}

static void
roundel_start_form_init (RoundelStartForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->minutes, 0, LONGEST);
  gtk_spin_button_set_increments (self->minutes, 1, 5);
}

/**
 * roundel_start_form_set_live:
 * @self: the form
 * @live: (nullable): the session that runs
 */
void
roundel_start_form_set_live (RoundelStartForm *self,
                             RoundelLive      *live)
{
  g_return_if_fail (ROUNDEL_IS_START_FORM (self));

  g_set_object (&self->live, live);
}
