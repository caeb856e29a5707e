/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/challenges-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"

#define ROUNDEL_TYPE_CHALLENGE_LIST (roundel_challenge_list_get_type ())
G_DECLARE_FINAL_TYPE (RoundelChallengeList, roundel_challenge_list, ROUNDEL, CHALLENGE_LIST, AdwBin)

/* What members brought (R9): who is owed time stands beside it, and what is given time is chosen here. */
struct _RoundelChallengeList
{
  AdwBin parent_instance;

  GtkEditable *text;
  GtkDropDown *by;
  GtkListBox *list;
  GtkLabel *order;
  GArray *members; /* of guint, in the order of @by */
};

G_DEFINE_FINAL_TYPE (RoundelChallengeList, roundel_challenge_list, ADW_TYPE_BIN)

static RoundelRoomPage *
page_of (RoundelChallengeList *self)
{
  return roundel_room_page_of (GTK_WIDGET (self));
}

static int
find_member (const RoundelMeeting *meeting,
             const char           *id)
{
  for (guint i = 0; id != NULL && i < meeting->members->len; i++)
    if (g_str_equal (((RoundelMember *) meeting->members->pdata[i])->id, id))
      return (int) i;
  return -1;
}

static char *
describe_claim (const RoundelMeeting *meeting,
                const char           *id)
{
  int member = find_member (meeting, id);
  g_autofree char *name = member >= 0 ? roundel_meeting_dup_short (meeting, (guint) member) : NULL;
  guint had;

  if (name == NULL)
    return g_strdup (_("Nobody in particular"));
  if (meeting->ledger == NULL)
    return g_steal_pointer (&name);
  had = roundel_ledger_had (meeting->ledger, (guint) member);
  if (roundel_ledger_owed (meeting->ledger, (guint) member))
    return g_strdup_printf (_("%s · is owed a case"), name);
  if (had == 0)
    return g_strdup_printf (_("%s · has had no case yet"), name);
  return g_strdup_printf (ngettext ("%s · has had %u case", "%s · has had %u cases", had), name, had);
}

/* Whose challenge is given time has a case in what is still ahead. */
static void
give_cases (RoundelChallengeList *self)
{
  RoundelLive *live = roundel_room_page_get_live (page_of (self));
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (roundel_room_page_get_desk (page_of (self))));
  const RoundelPad *pad = roundel_room_page_get_pad (page_of (self));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < pad->challenges->len; i++)
    {
      const RoundelChallenge *challenge = pad->challenges->pdata[i];
      int member = challenge->chosen ? find_member (roundel_live_get_meeting (live), challenge->by) : -1;

      if (member >= 0)
        g_array_append_val (members, member);
    }
  if (!roundel_live_give_cases (live, members, &formats, &error))
    roundel_room_page_warn (page_of (self), error->message);
}

static void
check_cb (RoundelChallengeList *self,
          GtkCheckButton       *check)
{
  gboolean *value = g_object_get_data (G_OBJECT (check), "value");

  *value = gtk_check_button_get_active (check);
  roundel_room_page_save (page_of (self));
  give_cases (self);
}

static GtkWidget *
make_check (RoundelChallengeList *self,
            const char           *label,
            const char           *name,
            gboolean             *value)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), *value);
  g_object_set_data (G_OBJECT (check), "value", value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  return check;
}

static void show (RoundelChallengeList *self);

static void
erase_cb (RoundelChallengeList *self,
          GtkButton            *button)
{
  RoundelPad *pad = roundel_room_page_get_pad (page_of (self));

  g_ptr_array_remove (pad->challenges, g_object_get_data (G_OBJECT (button), "challenge"));
  roundel_room_page_save (page_of (self));
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static GtkWidget *
make_row (RoundelChallengeList *self,
          RoundelChallenge     *challenge)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (roundel_room_page_get_live (page_of (self)));
  g_autofree char *claim = describe_claim (meeting, challenge->by);
  g_autofree char *time_name = g_strdup_printf (_("Gets time: %s"), challenge->text);
  g_autofree char *keep_name = g_strdup_printf (_("Keep for next time: %s"), challenge->text);
  g_autofree char *erase_name = g_strdup_printf (_("Erase: %s"), challenge->text);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *text = gtk_label_new (challenge->text);
  GtkWidget *note = gtk_label_new (claim);
  GtkWidget *erase = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_widget_add_css_class (note, "note");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (bottom), make_check (self, _("Gets time"), time_name, &challenge->chosen));
  /* only who brought it can want it kept */
  if (challenge->by != NULL)
    gtk_box_append (GTK_BOX (bottom), make_check (self, _("Keep"), keep_name, &challenge->keep));
  gtk_widget_add_css_class (erase, "flat");
  gtk_widget_set_hexpand (erase, TRUE);
  gtk_widget_set_halign (erase, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (erase, _("Erase"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (erase), GTK_ACCESSIBLE_PROPERTY_LABEL, erase_name, -1);
  g_object_set_data (G_OBJECT (erase), "challenge", challenge);
  g_signal_connect_object (erase, "clicked", G_CALLBACK (erase_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bottom), erase);
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_widget_add_css_class (box, "card-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_order (RoundelChallengeList *self)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (roundel_room_page_get_live (page_of (self)));
  g_autoptr (GArray) order = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->order), meeting->ledger != NULL && self->members->len > 0);
  if (meeting->ledger == NULL)
    return;
  order = roundel_ledger_choose (meeting->ledger, self->members, 3);
  for (guint i = 0; i < order->len; i++)
    {
      g_autofree char *name = roundel_meeting_dup_short (meeting, g_array_index (order, guint, i));

      g_string_append_printf (names, "%s%s", i > 0 ? C_("names", ", ") : "", name);
    }
  text = g_strdup_printf (_("By the turn ledger it would begin with %s."), names->str);
  gtk_label_set_text (self->order, text);
}

static void
show (RoundelChallengeList *self)
{
  RoundelPad *pad = roundel_room_page_get_pad (page_of (self));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < pad->challenges->len; i++)
    gtk_list_box_append (self->list, make_row (self, pad->challenges->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), pad->challenges->len > 0);
  show_order (self);
}

/* Returns whether there was a line to add. */
static gboolean
add_line (RoundelChallengeList *self)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (roundel_room_page_get_live (page_of (self)));
  guint chosen = gtk_drop_down_get_selected (self->by);
  const char *by = chosen > 0 && chosen <= self->members->len
                   ? ((RoundelMember *) meeting->members->pdata[g_array_index (self->members, guint, chosen - 1)])->id : NULL;

  if (roundel_pad_add_challenge (roundel_room_page_get_pad (page_of (self)), by, gtk_editable_get_text (self->text)) == NULL)
    return FALSE;
  gtk_editable_set_text (self->text, "");
  gtk_drop_down_set_selected (self->by, 0);
  roundel_room_page_save (page_of (self));
  return TRUE;
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  RoundelChallengeList *self = ROUNDEL_CHALLENGE_LIST (widget);

  if (!add_line (self))
    return;
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Those kept from last time are here again, once. */
static void
bring_in_kept (RoundelChallengeList *self)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (roundel_room_page_get_live (page_of (self)));
  RoundelPad *pad = roundel_room_page_get_pad (page_of (self));

  for (guint i = 0; meeting->kept != NULL && pad->challenges->len == 0 && i < meeting->kept->len; i++)
    {
      const RoundelHeldBy *held = meeting->kept->pdata[i];

      roundel_pad_add_challenge (pad, held->member, held->what);
    }
}

static void
fill_members (RoundelChallengeList *self)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (roundel_room_page_get_live (page_of (self)));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Brought by"));
  g_array_set_size (self->members, 0);
  for (guint i = 0; i + meeting->guests < meeting->members->len; i++)
    if (roundel_meeting_get_presence (meeting, i) == ROUNDEL_PRESENCE_HERE)
      {
        g_autofree char *name = roundel_meeting_dup_short (meeting, i);

        gtk_string_list_append (names, name);
        g_array_append_val (self->members, i);
      }
  gtk_drop_down_set_model (self->by, G_LIST_MODEL (names));
}

static void
roundel_challenge_list_map (GtkWidget *widget)
{
  RoundelChallengeList *self = ROUNDEL_CHALLENGE_LIST (widget);

  fill_members (self);
  bring_in_kept (self);
  show (self);
  GTK_WIDGET_CLASS (roundel_challenge_list_parent_class)->map (widget);
}

/* A line that was typed is not lost by who goes back to the round. */
static void
roundel_challenge_list_unmap (GtkWidget *widget)
{
  add_line (ROUNDEL_CHALLENGE_LIST (widget));
  GTK_WIDGET_CLASS (roundel_challenge_list_parent_class)->unmap (widget);
}

static void
roundel_challenge_list_finalize (GObject *object)
{
  g_array_unref (ROUNDEL_CHALLENGE_LIST (object)->members);
  G_OBJECT_CLASS (roundel_challenge_list_parent_class)->finalize (object);
}

static void
roundel_challenge_list_class_init (RoundelChallengeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_challenge_list_finalize;
  GTK_WIDGET_CLASS (klass)->map = roundel_challenge_list_map;
  GTK_WIDGET_CLASS (klass)->unmap = roundel_challenge_list_unmap;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "challenge.add", NULL, add_action);
}

static void
roundel_challenge_list_init (RoundelChallengeList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *add = gtk_button_new_with_label (_("Add"));

  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("One line: what do you face?"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), ROUNDEL_PAD_TEXT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Challenge"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (gtk_widget_activate), add);
  gtk_box_append (GTK_BOX (box), entry);
  self->by = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->by), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->by), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Brought by"), -1);
  roundel_compat_name_drop_down (GTK_WIDGET (self->by));
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->by));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "challenge.add");
  gtk_box_append (GTK_BOX (form), add);
  gtk_box_append (GTK_BOX (box), form);
  self->order = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->order, 0);
  gtk_label_set_wrap (self->order, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->order), "dim");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->order));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Challenges"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
roundel_challenges_page_new (RoundelDesk *desk,
                             RoundelLive *live,
                             RoundelPad  *pad)
{
  return roundel_room_page_new (desk, live, pad, _("What do you face?"),
                                _("Only what may be said here. At the close all lines are erased, but for those that the one who "
                                  "brought them wants to keep."),
                                g_object_new (ROUNDEL_TYPE_CHALLENGE_LIST, NULL));
}
