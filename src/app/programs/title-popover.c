/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/title-popover.h"

/* What a program is called and what it is about. Nothing is written before *Save*. */
struct _RoundelTitlePopover
{
  GtkPopover parent_instance;

  GtkEditable *title;
  GtkEditable *topic;
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (RoundelTitlePopover, roundel_title_popover, GTK_TYPE_POPOVER)

static void
done_cb (RoundelTitlePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, saved_signal, 0, gtk_editable_get_text (self->title), gtk_editable_get_text (self->topic));
}

static void
roundel_title_popover_class_init (RoundelTitlePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* (title, topic) */
  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/title-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelTitlePopover, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelTitlePopover, topic);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
roundel_title_popover_init (RoundelTitlePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_title_popover_set:
 * @self: a popover, which emits `saved`
 * @title: (nullable): what the program is called
 * @topic: (nullable): what it is about
 */
void
roundel_title_popover_set (RoundelTitlePopover *self,
                           const char          *title,
                           const char          *topic)
{
  g_return_if_fail (ROUNDEL_IS_TITLE_POPOVER (self));

  gtk_editable_set_text (self->title, title != NULL ? title : "");
  gtk_editable_set_text (self->topic, topic != NULL ? topic : "");
}
