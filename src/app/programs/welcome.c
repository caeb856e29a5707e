/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/welcome.h"

/* What is seen before there is a program: the four ways in. */
struct _RoundelWelcome
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RoundelWelcome, roundel_welcome, ADW_TYPE_BIN)

static void
roundel_welcome_class_init (RoundelWelcomeClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/roundel/Roundel/ui/welcome.ui");
}

static void
roundel_welcome_init (RoundelWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
