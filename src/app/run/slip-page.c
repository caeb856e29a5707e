/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/slip-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/run/slip.h"

#define ROUNDEL_TYPE_SLIP (roundel_slip_get_type ())
G_DECLARE_FINAL_TYPE (RoundelSlip, roundel_slip, ROUNDEL, SLIP, AdwBin)

/* One slip after the other, without names: half a minute each. What the one before answered is nowhere to be seen. */
struct _RoundelSlip
{
  AdwBin parent_instance;

  GtkWidget *worth[ROUNDEL_WORTH_MOST + 1];
  GtkEditable *change;
  GtkLabel *count;
  GtkLabel *thanks;

  guint rehearsed; /* slips of a rehearsal, which are counted nowhere else */
};

G_DEFINE_FINAL_TYPE (RoundelSlip, roundel_slip, ADW_TYPE_BIN)

static int
chosen_worth (RoundelSlip *self)
{
  for (int i = 0; i <= ROUNDEL_WORTH_MOST; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->worth[i])))
      return i;
  return -1;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
changed_cb (RoundelSlip *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slip.put-in",
                                 chosen_worth (self) >= 0 || !is_blank (gtk_editable_get_text (self->change)));
}

static void
worth_cb (RoundelSlip     *self,
          GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    {
      for (guint i = 0; i <= ROUNDEL_WORTH_MOST; i++)
        if (self->worth[i] != GTK_WIDGET (button))
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->worth[i]), FALSE);
      gtk_label_set_text (self->thanks, "");
    }
  changed_cb (self);
}

static void
show_count (RoundelSlip *self)
{
  RoundelRoomPage *page = roundel_room_page_of (GTK_WIDGET (self));
  RoundelLive *live = roundel_room_page_get_live (page);
  const char *id = roundel_keep_tally_id (live);
  RoundelJournal *journal = id != NULL ? roundel_desk_get_journal (roundel_room_page_get_desk (page), NULL) : NULL;
  g_autoptr (RoundelTally) tally = journal != NULL ? roundel_journal_get_tally (journal, id, NULL) : NULL;
  guint slips = tally != NULL ? tally->slips : self->rehearsed;
  guint here = roundel_meeting_count (roundel_live_get_meeting (live), ROUNDEL_PRESENCE_HERE);
  g_autofree char *text = g_strdup_printf (ngettext ("%u slip of %u is in.", "%u slips of %u are in.", slips), slips, here);
  g_autofree char *whole = NULL;

  if (id == NULL)
    whole = g_strdup_printf ("%s %s", text, _("In a rehearsal none is kept."));
  else if (slips < ROUNDEL_EVALUATION_LEAST)
    whole = g_strdup_printf ("%s %s", text, _("With fewer than four nothing is kept, so that nobody can be singled out."));
  else
    whole = g_steal_pointer (&text);
  gtk_label_set_text (self->count, whole);
}

static void
put_in_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  RoundelSlip *self = ROUNDEL_SLIP (widget);
  RoundelRoomPage *page = roundel_room_page_of (widget);
  const char *id = roundel_keep_tally_id (roundel_room_page_get_live (page));
  g_autoptr (GError) error = NULL;
  RoundelJournal *journal = id != NULL ? roundel_desk_get_journal (roundel_room_page_get_desk (page), &error) : NULL;

  if (id == NULL)
    self->rehearsed++;
  else if (journal != NULL)
    roundel_slip_add (journal, id, chosen_worth (self), gtk_editable_get_text (self->change), &error);
  roundel_room_page_warn (page, error != NULL ? error->message : NULL);
  if (error != NULL)
    return;
  for (guint i = 0; i <= ROUNDEL_WORTH_MOST; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->worth[i]), FALSE);
  gtk_editable_set_text (self->change, "");
  gtk_label_set_text (self->thanks, _("Thank you. The next slip, please."));
  roundel_compat_announce (widget, gtk_label_get_text (self->thanks));
  show_count (self);
  gtk_widget_grab_focus (self->worth[0]);
}

static gboolean
key_cb (RoundelSlip     *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  guint worth = gdk_keyval_to_unicode (keyval) - '0';

  if (worth > ROUNDEL_WORTH_MOST || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->worth[worth]), TRUE);
  gtk_widget_grab_focus (self->worth[worth]);
  return GDK_EVENT_STOP;
}

static void
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_worth (RoundelSlip *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i <= ROUNDEL_WORTH_MOST; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autofree char *name = i == 0 ? g_strdup (_("0, not at all")) : i == ROUNDEL_WORTH_MOST ? g_strdup (_("5, very much"))
                                                                                              : g_strdup (text);

      self->worth[i] = gtk_toggle_button_new_with_label (text);
      gtk_widget_add_css_class (self->worth[i], "worth");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->worth[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (self->worth[i], "toggled", G_CALLBACK (worth_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), self->worth[i]);
    }
  return row;
}

static GtkWidget *
make_ends (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_label (row, _("Not at all"), "note");
  append_label (row, _("Very much"), "note");
  gtk_widget_set_hexpand (gtk_widget_get_first_child (row), TRUE);
  gtk_label_set_xalign (GTK_LABEL (gtk_widget_get_last_child (row)), 1);
  return row;
}

static void
roundel_slip_map (GtkWidget *widget)
{
  RoundelSlip *self = ROUNDEL_SLIP (widget);

  GTK_WIDGET_CLASS (roundel_slip_parent_class)->map (widget);
  show_count (self);
}

static void
roundel_slip_class_init (RoundelSlipClass *klass)
{
  GTK_WIDGET_CLASS (klass)->map = roundel_slip_map;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "slip.put-in", NULL, put_in_action);
}

static void
roundel_slip_init (RoundelSlip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *change = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Put In the Slip"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  append_label (box, _("Was this worth your time?"), "title-4");
  gtk_box_append (GTK_BOX (box), make_worth (self));
  gtk_box_append (GTK_BOX (box), make_ends ());
  append_label (box, _("Change one thing"), "title-4");
  gtk_widget_set_margin_top (gtk_widget_get_last_child (box), 12);
  self->change = GTK_EDITABLE (change);
  gtk_entry_set_max_length (GTK_ENTRY (change), 300);
  gtk_entry_set_placeholder_text (GTK_ENTRY (change), _("One sentence, or nothing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Change one thing in the next session"),
                                  -1);
  g_signal_connect_object (change, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), change);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "slip.put-in");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 18);
  gtk_box_append (GTK_BOX (box), button);
  append_label (box, "", "heading");
  self->thanks = GTK_LABEL (gtk_widget_get_last_child (box));
  gtk_label_set_xalign (self->thanks, .5);
  append_label (box, "", "dim");
  self->count = GTK_LABEL (gtk_widget_get_last_child (box));
  gtk_label_set_xalign (self->count, .5);
  gtk_label_set_justify (self->count, GTK_JUSTIFY_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "slip.put-in", FALSE);
}

GtkWidget *
roundel_slip_page_new (RoundelDesk *desk,
                       RoundelLive *live,
                       RoundelPad  *pad)
{
  return roundel_room_page_new (desk, live, pad, _("One slip each"),
                                _("No name: hand the computer round, or type what is on the paper slips. Only sums are kept; "
                                  "no slip, no order and no time of it is."),
                                g_object_new (ROUNDEL_TYPE_SLIP, NULL));
}
