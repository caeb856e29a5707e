/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/people-card.h"

#include <glib/gi18n-lib.h>

#include "app/programs/join-popover.h"
#include "app/programs/person-popover.h"
#include "app/widgets/avatar.h"
#include "app/widgets/program-words.h"

/* So many are shown; the page of everybody has all */
#define MOST_GROUPS 24
#define MOST_CONFLICTS 12

/* Who takes part: partners side by side, and below what stands against them meeting as peers. */
struct _RoundelPeopleCard
{
  AdwBin parent_instance;

  GtkLabel *how;
  GtkFlowBox *flow;
  GtkListBox *rows;
  RoundelJoinPopover *join;
  GtkWidget *all;
  const RoundelProgram *program; /* the dossier's */
};

G_DEFINE_FINAL_TYPE (RoundelPeopleCard, roundel_people_card, ADW_TYPE_BIN)

static guint saved_signal;

/* All that stands against one person; NULL if nothing does. */
static char *
find_conflict (const GPtrArray *conflicts,
               guint            member)
{
  GString *text = NULL;

  for (guint i = 0; i < conflicts->len; i++)
    {
      const RoundelConflict *conflict = conflicts->pdata[i];

      for (guint k = 0; k < conflict->members->len; k++)
        {
          if (g_array_index (conflict->members, guint, k) != member || conflict->exception != NULL)
            continue;
          if (text == NULL)
            text = g_string_new (conflict->why);
          else
            g_string_append_printf (text, "\n%s", conflict->why);
        }
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static void
saved_cb (RoundelPeopleCard *self,
          RoundelMember     *member)
{
  g_signal_emit (self, saved_signal, 0, member);
}

static void
moved_cb (RoundelPeopleCard *self,
          const char        *member,
          const char        *circle)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "life.circle", "(ss)", member, circle);
}

static gboolean
unparent_cb (gpointer user_data)
{
  if (gtk_widget_get_parent (user_data) != NULL)
    gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* It is still telling that it closes. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
person_clicked_cb (RoundelPeopleCard *self,
                   GtkWidget         *button)
{
  GtkWidget *popover = roundel_person_popover_new (self->program, g_object_get_data (G_OBJECT (button), "member"),
                                                   g_object_get_data (G_OBJECT (button), "conflict"));

  gtk_widget_set_parent (popover, button);
  g_signal_connect_object (popover, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (button, "destroy", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GtkWidget *
make_avatar (RoundelPeopleCard    *self,
             const RoundelProgram *program,
             guint                 member,
             char                 *conflict)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = roundel_members_dup_label (program->members, member);
  gboolean warn = conflict != NULL;
  const RoundelMember *person = program->members->pdata[member];
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *avatar = roundel_avatar_new (38, person->name);

  gtk_overlay_set_child (GTK_OVERLAY (overlay), avatar);
  if (warn)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "avatar-warning");
      gtk_widget_set_halign (mark, GTK_ALIGN_END);
      gtk_widget_set_valign (mark, GTK_ALIGN_END);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("to settle"), -1);
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), mark);
    }
  gtk_button_set_child (GTK_BUTTON (button), overlay);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "person");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (warn)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, conflict, -1);
  g_object_set_data_full (G_OBJECT (button), "member", roundel_member_copy (person), (GDestroyNotify) roundel_member_free);
  g_object_set_data_full (G_OBJECT (button), "conflict", conflict, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (person_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_group (RoundelPeopleCard    *self,
           const RoundelProgram *program,
           const GPtrArray      *conflicts,
           const GArray         *members)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *faces = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *label;

  for (guint i = 0; i < members->len; i++)
    {
      guint member = g_array_index (members, guint, i);
      g_autofree char *name = roundel_words_name (program, member);

      gtk_box_append (GTK_BOX (faces), make_avatar (self, program, member, find_conflict (conflicts, member)));
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  label = gtk_label_new (names->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (label, "note");
  gtk_widget_set_halign (faces, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), faces);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (self->flow, child, -1);
}

static GArray *
find_members (const RoundelProgram *program,
              char                **ids)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < program->members->len; i++)
    if (g_strv_contains ((const char *const *) ids, ((RoundelMember *) program->members->pdata[i])->id))
      g_array_append_val (members, i);
  return members;
}

static void
add_row (RoundelPeopleCard *self,
         const char        *icon_name,
         const char        *text,
         gboolean           warn)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (icon, warn ? "warning-mark" : "dim");
  if (warn)
    gtk_widget_add_css_class (label, "warning-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, warn ? _("to settle") : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (box, "card-row");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->rows, row);
}

/* Partners together; whoever has none, alone. */
static guint
add_groups (RoundelPeopleCard    *self,
            const RoundelProgram *program,
            const GPtrArray      *conflicts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_groups = 0, n_alone = 0;

  for (guint i = 0; i < program->partners->len; i++)
    {
      const GPtrArray *groups = ((RoundelPartnering *) program->partners->pdata[i])->groups;

      for (guint k = 0; k < groups->len; k++)
        {
          g_autoptr (GArray) members = find_members (program, groups->pdata[k]);

          for (guint m = 0; m < members->len; m++)
            g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (members, guint, m) + 1));
          if (members->len > 0 && n_groups < MOST_GROUPS)
            add_group (self, program, conflicts, members);
          n_groups++;
        }
    }
  for (guint c = 0; c < program->circles->len; c++)
    {
      g_autoptr (GArray) circle = roundel_program_list_circle (program, program->circles->pdata[c]);

      for (guint i = 0; i < circle->len; i++)
        {
          guint member = g_array_index (circle, guint, i);
          g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (guint));

          if (!g_hash_table_add (seen, GUINT_TO_POINTER (member + 1)))
            continue;
          g_array_append_val (alone, member);
          if (n_groups + n_alone < MOST_GROUPS)
            add_group (self, program, conflicts, alone);
          n_alone++;
        }
    }
  if (n_groups + n_alone > MOST_GROUPS)
    {
      guint more = n_groups + n_alone - MOST_GROUPS;
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u group more: see Everybody.",
                                                            "And %u groups more: see Everybody.", more), more);

      add_row (self, "avatar-default-symbolic", text, FALSE);
    }
  return n_groups;
}

static void
roundel_people_card_class_init (RoundelPeopleCardClass *klass)
{
  /* (a RoundelMember with what was typed): somebody was given a seat, or is described otherwise */
  saved_signal = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (ROUNDEL_TYPE_JOIN_POPOVER);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/roundel/Roundel/ui/people-card.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RoundelPeopleCard, how);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RoundelPeopleCard, flow);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RoundelPeopleCard, rows);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RoundelPeopleCard, join);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), RoundelPeopleCard, all);
}

static void
roundel_people_card_init (RoundelPeopleCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_people_card_show:
 * @self: a card
 * @program: whose people; it has to stay until the next one is shown
 * @conflicts: (element-type RoundelConflict): what stands against them meeting as peers
 */
void
roundel_people_card_show (RoundelPeopleCard    *self,
                          const RoundelProgram *program,
                          const GPtrArray      *conflicts)
{
  g_autofree char *leading = roundel_words_leading (program);
  g_autofree char *logistics = roundel_words_logistics (program);

  g_return_if_fail (ROUNDEL_IS_PEOPLE_CARD (self));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->flow))) != NULL;)
    gtk_flow_box_remove (self->flow, child);
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL;)
    gtk_list_box_remove (self->rows, row);
  self->program = program;
  roundel_join_popover_show (self->join, program);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all), "s", program->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all), "win.members");
  gtk_label_set_text (self->how, add_groups (self, program, conflicts) > 0 ? _("with their partners") : "");
  for (guint i = 0; i < MIN (conflicts->len, MOST_CONFLICTS); i++)
    {
      const RoundelConflict *conflict = conflicts->pdata[i];
      /* Translators: what stands against them meeting as peers, and why it may be all the same */
      g_autofree char *agreed = conflict->exception != NULL ? g_strdup_printf (_("%s. An exception is agreed: %s"), conflict->why,
                                                                               conflict->exception) : NULL;

      add_row (self, agreed != NULL ? "object-select-symbolic" : "dialog-warning-symbolic", agreed != NULL ? agreed : conflict->why,
               agreed == NULL);
    }
  if (conflicts->len > MOST_CONFLICTS)
    {
      guint more = conflicts->len - MOST_CONFLICTS;
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more: see Everybody.", "And %u more: see Everybody.",
                                                            more), more);

      add_row (self, "dialog-warning-symbolic", text, TRUE);
    }
  if (*leading != '\0')
    add_row (self, "system-users-symbolic", leading, FALSE);
  if (logistics != NULL)
    add_row (self, "x-office-calendar-symbolic", logistics, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
}
