/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/person-popover.h"

/* Who sits on a seat. Nothing is written before *Save*. */
struct _RoundelPersonPopover
{
  GtkPopover parent_instance;

  GtkLabel *conflict;
  GtkEditable *name;
  GtkEditable *level;
  GtkEditable *team;
  GtkEditable *reports_to;
  char *id;
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (RoundelPersonPopover, roundel_person_popover, GTK_TYPE_POPOVER)

static void
done_cb (RoundelPersonPopover *self)
{
  g_autoptr (RoundelMember) member = roundel_member_new (self->id, gtk_editable_get_text (self->name));

  member->level = g_strdup (gtk_editable_get_text (self->level));
  member->team = g_strdup (gtk_editable_get_text (self->team));
  member->reports_to = g_strdup (gtk_editable_get_text (self->reports_to));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, saved_signal, 0, member);
}

static void
roundel_person_popover_finalize (GObject *object)
{
  g_free (ROUNDEL_PERSON_POPOVER (object)->id);
  G_OBJECT_CLASS (roundel_person_popover_parent_class)->finalize (object);
}

static void
roundel_person_popover_class_init (RoundelPersonPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_person_popover_finalize;

  /* (a RoundelMember with what was typed) */
  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/person-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, conflict);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, level);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, team);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, reports_to);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
roundel_person_popover_init (RoundelPersonPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkEditable *entry,
          const char  *text)
{
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * roundel_person_popover_new:
 * @member: who sits there
 * @conflict: (nullable): what stands against it
 *
 * Returns: (transfer floating): a popover that emits `saved`
 */
GtkWidget *
roundel_person_popover_new (const RoundelMember *member,
                            const char          *conflict)
{
  RoundelPersonPopover *self = g_object_new (ROUNDEL_TYPE_PERSON_POPOVER, NULL);

  self->id = g_strdup (member->id);
  set_text (self->name, member->name);
  set_text (self->level, member->level);
  set_text (self->team, member->team);
  set_text (self->reports_to, member->reports_to);
  gtk_label_set_text (self->conflict, conflict != NULL ? conflict : "");
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), conflict != NULL);
  return GTK_WIDGET (self);
}
