/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/programs-screen.h"

#include "app/programs/welcome.h"

struct _RoundelProgramsScreen
{
  RoundelScreen parent_instance;
};

G_DEFINE_FINAL_TYPE (RoundelProgramsScreen, roundel_programs_screen, ROUNDEL_TYPE_SCREEN)

static void
roundel_programs_screen_class_init (RoundelProgramsScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ROUNDEL_TYPE_WELCOME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/programs-screen.ui");
}

static void
roundel_programs_screen_init (RoundelProgramsScreen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
