/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/run-screen.h"

#include "app/widgets/empty-page.h"

struct _RoundelRunScreen
{
  RoundelScreen parent_instance;
};

G_DEFINE_FINAL_TYPE (RoundelRunScreen, roundel_run_screen, ROUNDEL_TYPE_SCREEN)

static void
roundel_run_screen_class_init (RoundelRunScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ROUNDEL_TYPE_EMPTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/run-screen.ui");
}

static void
roundel_run_screen_init (RoundelRunScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
