/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/hour-spin.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/spin-wheel.h"

#include "core/schedule.h"

/* An hour of the day, as 15 : 00. */
struct _RoundelHourSpin
{
  AdwBin parent_instance;

  GtkSpinButton *hour;
  GtkSpinButton *minute;
  gboolean showing;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelHourSpin, roundel_hour_spin, ADW_TYPE_BIN)

static gboolean
two_digits_cb (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  if (!roundel_spin_is_typed (spin) && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
changed_cb (RoundelHourSpin *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkSpinButton *
make_spin (RoundelHourSpin *self,
           const char      *name,
           double           most,
           double           step,
           double           page)
{
  GtkWidget *spin = gtk_spin_button_new (gtk_adjustment_new (0, 0, most, step, page, 0), 0, 0);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 2);
  roundel_spin_wheel_off (spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (spin, "output", G_CALLBACK (two_digits_cb), NULL);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_SPIN_BUTTON (spin);
}

static void
roundel_hour_spin_class_init (RoundelHourSpinClass *klass)
{
  /* another hour was set by hand */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
roundel_hour_spin_init (RoundelHourSpin *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->hour = make_spin (self, _("Hour"), 23, 1, 3);
  self->minute = make_spin (self, _("Minute"), 59, 5, 15);
  /* the hour is on the left in every language */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hour));
  gtk_box_append (GTK_BOX (box), gtk_label_new (":"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->minute));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_hour_spin_dup_hour:
 * @self: an hour
 *
 * Returns: (transfer full): as `15:00`
 */
char *
roundel_hour_spin_dup_hour (RoundelHourSpin *self)
{
  g_return_val_if_fail (ROUNDEL_IS_HOUR_SPIN (self), NULL);

  return g_strdup_printf ("%02d:%02d", gtk_spin_button_get_value_as_int (self->hour),
                          gtk_spin_button_get_value_as_int (self->minute));
}

/**
 * roundel_hour_spin_set_hour:
 * @self: an hour
 * @local: (nullable): a local time such as `2027-01-14T15:00`, whose hour is shown
 */
void
roundel_hour_spin_set_hour (RoundelHourSpin *self,
                            const char      *local)
{
  g_autoptr (GDateTime) time = roundel_local_time_resolve (local, "UTC", 0, NULL);

  g_return_if_fail (ROUNDEL_IS_HOUR_SPIN (self));

  if (time == NULL)
    return;
  self->showing = TRUE;
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (time));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (time));
  self->showing = FALSE;
}
