/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/title-popover.h"

/* What a program is called and what it is about. Nothing is written before *Save*. */
struct _RoundelTitlePopover
{
  GtkPopover parent_instance;

  GtkEditable *title;
  GtkEditable *topic;

  char *was_title; /* as it is in the program */
  char *was_topic;
  char *shown_title; /* as it was when the entries were filled, before somebody typed */
  char *shown_topic;
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (RoundelTitlePopover, roundel_title_popover, GTK_TYPE_POPOVER)

static void
fill (RoundelTitlePopover *self)
{
  gtk_editable_set_text (self->title, self->was_title);
  gtk_editable_set_text (self->topic, self->was_topic);
  g_free (self->shown_title);
  self->shown_title = g_strdup (self->was_title);
  g_free (self->shown_topic);
  self->shown_topic = g_strdup (self->was_topic);
}

/* What was not typed stays as it is in the program, be it that it has come in meanwhile. */
static char *
dup_text (GtkEditable *entry,
          const char  *shown,
          const char  *was)
{
  const char *text = gtk_editable_get_text (entry);

  return g_strdup (g_strcmp0 (text, shown) != 0 ? text : was);
}

static void
done_cb (RoundelTitlePopover *self)
{
  g_autofree char *title = dup_text (self->title, self->shown_title, self->was_title);
  g_autofree char *topic = dup_text (self->topic, self->shown_topic, self->was_topic);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, saved_signal, 0, title, topic);
}

static void
closed_cb (RoundelTitlePopover *self)
{
  if (g_strcmp0 (self->was_title, self->shown_title) != 0 || g_strcmp0 (self->was_topic, self->shown_topic) != 0)
    fill (self);
}

static void
roundel_title_popover_finalize (GObject *object)
{
  RoundelTitlePopover *self = ROUNDEL_TITLE_POPOVER (object);

  g_free (self->was_title);
  g_free (self->was_topic);
  g_free (self->shown_title);
  g_free (self->shown_topic);
  G_OBJECT_CLASS (roundel_title_popover_parent_class)->finalize (object);
}

static void
roundel_title_popover_class_init (RoundelTitlePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_title_popover_finalize;

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
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
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

  g_free (self->was_title);
  self->was_title = g_strdup (title != NULL ? title : "");
  g_free (self->was_topic);
  self->was_topic = g_strdup (topic != NULL ? topic : "");
  /* what comes in meanwhile does not take away what is being typed */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
}
