/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/person-popover.h"

#include "app/widgets/choice-list.h"
#include "app/widgets/program-words.h"
#include "app/widgets/record-history.h"

/* Who sits on a seat. Nothing is written before *Save*. */
struct _RoundelPersonPopover
{
  GtkPopover parent_instance;

  GtkLabel *conflict;
  GtkEditable *name;
  GtkEditable *level;
  GtkEditable *team;
  GtkEditable *reports_to;
  RoundelChoiceList *circle;
  GtkBox *steps;
  GtkWidget *leave;
  GStrv circles;       /* ids, in the order of @circle */
  guint seated_in;
  RoundelMember *member;  /* as it is written */
};

static guint saved_signal;
static guint moved_signal;

G_DEFINE_FINAL_TYPE (RoundelPersonPopover, roundel_person_popover, GTK_TYPE_POPOVER)

static gboolean
is_same (const char *one,
         const char *other)
{
  return g_strcmp0 (one != NULL ? one : "", other != NULL ? other : "") == 0;
}

static void
done_cb (RoundelPersonPopover *self)
{
  g_autoptr (RoundelPersonPopover) alive = g_object_ref (self); /* the card is made anew with what is saved */
  g_autoptr (RoundelMember) member = roundel_member_new (self->member->id, gtk_editable_get_text (self->name));
  guint circle = self->circles != NULL ? roundel_choice_list_get_selected (self->circle) : self->seated_in;

  member->level = g_strdup (gtk_editable_get_text (self->level));
  member->team = g_strdup (gtk_editable_get_text (self->team));
  member->reports_to = g_strdup (gtk_editable_get_text (self->reports_to));
  gtk_popover_popdown (GTK_POPOVER (self));
  if (!is_same (member->name, self->member->name) || !is_same (member->level, self->member->level)
      || !is_same (member->team, self->member->team) || !is_same (member->reports_to, self->member->reports_to))
    g_signal_emit (self, saved_signal, 0, member);
  if (circle != self->seated_in)
    g_signal_emit (self, moved_signal, 0, member->id, self->circles[circle]);
}

static void
leave_cb (RoundelPersonPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (parent, "life.leave", "s", self->member->id);
}

static void
roundel_person_popover_finalize (GObject *object)
{
  g_clear_pointer (&ROUNDEL_PERSON_POPOVER (object)->member, roundel_member_free);
  g_strfreev (ROUNDEL_PERSON_POPOVER (object)->circles);
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
  /* (id of the member, id of another circle): it is theirs from now on */
  moved_signal = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  g_type_ensure (ROUNDEL_TYPE_CHOICE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/person-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, conflict);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, name);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, level);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, team);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, reports_to);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, circle);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, leave);
  gtk_widget_class_bind_template_child (widget_class, RoundelPersonPopover, steps);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
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

/* Where several circles meet, in which of them; nobody leaves who is in none. */
static void
show_circles (RoundelPersonPopover *self,
              const RoundelProgram *program)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean seated = FALSE;

  for (guint i = 0; i < program->circles->len; i++)
    {
      const RoundelCircle *circle = program->circles->pdata[i];

      g_strv_builder_add (ids, circle->id);
      g_ptr_array_add (names, roundel_words_circle (program, circle));
      if (g_strv_contains ((const char * const *) circle->members, self->member->id))
        {
          self->seated_in = i;
          seated = TRUE;
        }
    }
  gtk_widget_set_visible (self->leave, seated);
  gtk_widget_set_visible (GTK_WIDGET (self->circle), seated && program->circles->len > 1);
  if (!seated || program->circles->len < 2)
    return;
  g_ptr_array_add (names, NULL);
  self->circles = g_strv_builder_end (ids);
  roundel_choice_list_set_choices (self->circle, (const char * const *) names->pdata);
  roundel_choice_list_set_selected (self->circle, self->seated_in);
}

static void
add_history (RoundelPersonPopover *self,
             const RoundelProgram *program,
             const RoundelMember  *member)
{
  const RoundelRecord records[] = {
    { .program = program->id, .kind = "member", .entity = member->id, .reg = "" },
    { .program = program->id, .kind = "member-notes", .entity = member->id, .reg = "" },
  };
  GtkWidget *history = roundel_record_history_new (member->name != NULL ? member->name : "", records, G_N_ELEMENTS (records));

  gtk_widget_add_css_class (history, "flat");
  gtk_box_append (self->steps, history);
}

/**
 * roundel_person_popover_new:
 * @program: whose member it is
 * @member: who sits there
 * @conflict: (nullable): what stands against it
 *
 * Returns: (transfer floating): a popover that emits `saved` when something is changed, and `moved`
 */
GtkWidget *
roundel_person_popover_new (const RoundelProgram *program,
                            const RoundelMember  *member,
                            const char           *conflict)
{
  RoundelPersonPopover *self = g_object_new (ROUNDEL_TYPE_PERSON_POPOVER, NULL);

  self->member = roundel_member_copy (member);
  set_text (self->name, member->name);
  set_text (self->level, member->level);
  set_text (self->team, member->team);
  set_text (self->reports_to, member->reports_to);
  show_circles (self, program);
  add_history (self, program, member);
  gtk_label_set_text (self->conflict, conflict != NULL ? conflict : "");
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), conflict != NULL);
  return GTK_WIDGET (self);
}
