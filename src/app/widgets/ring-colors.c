/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-colors.h"

#include <adwaita.h>

#include "app/compat.h"

/* So much of the full colour: libadwaita's own foreground is a faded black already. */
static GdkRGBA
faded (const GdkRGBA *color,
       double         alpha)
{
  return (GdkRGBA) { color->red, color->green, color->blue, (float) alpha };
}

/**
 * roundel_ring_colors_get:
 * @colors: (out caller-allocates): the colours as they are now
 * @hue: the widget whose CSS colour is the hue of the program
 * @text: the widget whose CSS colour is the foreground
 */
void
roundel_ring_colors_get (RoundelRingColors *colors,
                         GtkWidget         *hue,
                         GtkWidget         *text)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (hue));
  gboolean dark = adw_style_manager_get_dark (style);
  gboolean contrast = adw_style_manager_get_high_contrast (style);

  roundel_compat_get_color (hue, &colors->hue);
  roundel_compat_get_color (text, &colors->text);
  colors->dim = faded (&colors->text, contrast ? .9 : dark ? .64 : .58);
  colors->mark = faded (&colors->text, contrast ? .6 : .3);
  colors->track = faded (&colors->text, contrast ? .45 : dark ? .17 : .13);
  colors->faint = faded (&colors->text, contrast ? .25 : dark ? .08 : .07);
  gdk_rgba_parse (&colors->warning, dark ? "#f5b83d" : "#c27400");
  gdk_rgba_parse (&colors->late, dark ? "#ff8f3f" : "#e66100");
  gdk_rgba_parse (&colors->late_text, dark ? "#ffb27a" : "#b0400a");
}
