/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/leader-row.h"

#include <glib/gi18n-lib.h>

#include "app/meeting-groups.h"
#include "app/widgets/avatar.h"

/* Who leads today, and whose turn it is next: the facilitator's role rotates as others do (R2). */
struct _RoundelLeaderRow
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *text;
  GtkLabel *next;
  GtkWidget *skip;
  GtkMenuButton *other;
  GtkListBox *list;

  RoundelMeeting *meeting; /* not owned */
};

G_DEFINE_FINAL_TYPE (RoundelLeaderRow, roundel_leader_row, ADW_TYPE_BIN)

/* The place of the one who leads in ORDER; behind the last when it is nobody of them. */
static guint
find_place (RoundelLeaderRow *self,
            const GArray     *order)
{
  guint at = 0;

  while (at < order->len && (int) g_array_index (order, guint, at) != self->meeting->led)
    at++;
  return at;
}

static void
show (RoundelLeaderRow *self)
{
  g_autoptr (GArray) order = roundel_meeting_list_leaders (self->meeting);
  guint at = find_place (self, order);
  int led = self->meeting->led;
  g_autofree char *name = led >= 0 ? roundel_meeting_dup_name (self->meeting, (guint) led) : g_strdup (self->meeting->leader);
  g_autofree char *short_name = led >= 0 ? roundel_meeting_dup_short (self->meeting, (guint) led)
                                         : g_strdup (self->meeting->leader);
  g_autofree char *text = short_name != NULL ? g_strdup_printf (_("%s leads today"), short_name)
                                             : g_strdup (_("Led from outside the circle"));
  g_autofree char *next = order->len > 0 ? roundel_meeting_dup_short (self->meeting,
                                                                      g_array_index (order, guint, at < order->len ? (at + 1) % order->len : 0))
                                         : NULL;
  g_autofree char *whose = next != NULL ? g_strdup_printf (led >= 0 ? _("Next: %s") : _("First of the members: %s"), next) : g_strdup ("");

  roundel_avatar_set_name (self->avatar, name);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->next, whose);
  gtk_widget_set_visible (self->skip, led >= 0 && order->len > 1);
}

static void
choose (RoundelLeaderRow *self,
        int               member)
{
  self->meeting->led = member;
  show (self);
}

/* Whoever is skipped stays first in the order for the next session. */
static void
skip_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  RoundelLeaderRow *self = ROUNDEL_LEADER_ROW (widget);
  g_autoptr (GArray) order = roundel_meeting_list_leaders (self->meeting);
  guint at = find_place (self, order);

  if (order->len > 0)
    choose (self, (int) g_array_index (order, guint, at < order->len ? (at + 1) % order->len : 0));
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoundelLeaderRow *self = ROUNDEL_LEADER_ROW (widget);
  int member = g_variant_get_int32 (parameter);

  if (member < (int) self->meeting->members->len)
    choose (self, MAX (member, -1));
}

static void
row_activated_cb (RoundelLeaderRow *self,
                  GtkListBoxRow    *row)
{
  gtk_menu_button_popdown (self->other);
  gtk_widget_activate_action (GTK_WIDGET (self), "leader.choose", "i",
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "member")));
}

static void
add_choice (RoundelLeaderRow *self,
            const char       *name,
            int               member)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "member", GINT_TO_POINTER (member));
  gtk_list_box_append (self->list, row);
}

static void
fill_cb (RoundelLeaderRow *self)
{
  g_autoptr (GArray) order = roundel_meeting_list_leaders (self->meeting);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < order->len; i++)
    {
      guint member = g_array_index (order, guint, i);
      g_autofree char *name = roundel_meeting_dup_name (self->meeting, member);

      add_choice (self, name, (int) member);
    }
  add_choice (self, _("Somebody from outside"), -1);
}

static void
roundel_leader_row_class_init (RoundelLeaderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/leader-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelLeaderRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RoundelLeaderRow, text);
  gtk_widget_class_bind_template_child (widget_class, RoundelLeaderRow, next);
  gtk_widget_class_bind_template_child (widget_class, RoundelLeaderRow, skip);
  gtk_widget_class_bind_template_child (widget_class, RoundelLeaderRow, other);
  gtk_widget_class_bind_template_child (widget_class, RoundelLeaderRow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_cb);

  gtk_widget_class_install_action (widget_class, "leader.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "leader.choose", "i", choose_action);
}

static void
roundel_leader_row_init (RoundelLeaderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_leader_row_set_meeting:
 * @self: the row
 * @meeting: the session that is about to be run; must outlive its time here, and is changed
 */
void
roundel_leader_row_set_meeting (RoundelLeaderRow *self,
                                RoundelMeeting   *meeting)
{
  g_return_if_fail (ROUNDEL_IS_LEADER_ROW (self));
  g_return_if_fail (meeting != NULL);

  self->meeting = meeting;
  gtk_widget_set_visible (GTK_WIDGET (self), meeting->program != NULL);
  show (self);
}
