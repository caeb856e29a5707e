/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/join-popover.h"

#include "app/widgets/choice-list.h"
#include "app/widgets/program-words.h"

/* Who joins a program that has begun. What follows is shown before anything is written. */
struct _RoundelJoinPopover
{
  GtkPopover parent_instance;

  GtkEditable *name;
  RoundelChoiceList *circle;
  GStrv circles; /* ids, in the order of @circle */
};

G_DEFINE_FINAL_TYPE (RoundelJoinPopover, roundel_join_popover, GTK_TYPE_POPOVER)

static void
join_cb (RoundelJoinPopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  guint circle = roundel_choice_list_get_selected (self->circle);

  if (*name == '\0' || self->circles == NULL || circle >= g_strv_length (self->circles))
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (self->name, "");
  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (self)), "life.join", "(ss)", name, self->circles[circle]);
}

static void
roundel_join_popover_finalize (GObject *object)
{
  g_strfreev (ROUNDEL_JOIN_POPOVER (object)->circles);
  G_OBJECT_CLASS (roundel_join_popover_parent_class)->finalize (object);
}

static void
roundel_join_popover_class_init (RoundelJoinPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = roundel_join_popover_finalize;
  g_type_ensure (ROUNDEL_TYPE_CHOICE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/join-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelJoinPopover, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelJoinPopover, circle);
  gtk_widget_class_bind_template_callback (widget_class, join_cb);
}

static void
roundel_join_popover_init (RoundelJoinPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_join_popover_show:
 * @self: a popover, which activates `life.join` on its parent
 * @program: the program that somebody may join
 */
void
roundel_join_popover_show (RoundelJoinPopover   *self,
                           const RoundelProgram *program)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) before = NULL;
  guint selected;

  g_return_if_fail (ROUNDEL_IS_JOIN_POPOVER (self));

  for (guint i = 0; i < program->circles->len; i++)
    {
      const RoundelCircle *circle = program->circles->pdata[i];

      g_strv_builder_add (ids, circle->id);
      g_ptr_array_add (names, roundel_words_circle (program, circle));
    }
  g_ptr_array_add (names, NULL);
  before = g_steal_pointer (&self->circles);
  selected = roundel_choice_list_get_selected (self->circle);
  self->circles = g_strv_builder_end (ids);
  roundel_choice_list_set_choices (self->circle, (const char * const *) names->pdata);
  if (before != NULL && selected < g_strv_length (before)
      && g_strv_equal ((const char * const *) before, (const char * const *) self->circles))
    roundel_choice_list_set_selected (self->circle, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->circle), program->circles->len > 1);
}
