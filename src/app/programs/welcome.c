/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/welcome.h"

/* What is seen before there is a program: the four ways in. */
struct _RoundelWelcome
{
  AdwBin parent_instance;

  GtkWidget *first;
};

G_DEFINE_FINAL_TYPE (RoundelWelcome, roundel_welcome, ADW_TYPE_BIN)

/* The focus begins on the first way, so that arrows and Enter do; GTK would put it on the header bar. */
static void
roundel_welcome_map (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (roundel_welcome_parent_class)->map (widget);
  if (gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (ROUNDEL_WELCOME (widget)->first);
}

static void
roundel_welcome_class_init (RoundelWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = roundel_welcome_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelWelcome, first);
}

static void
roundel_welcome_init (RoundelWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
