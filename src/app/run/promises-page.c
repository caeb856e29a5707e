/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/promises-page.h"

#include <glib/gi18n-lib.h>

#include "app/compat.h"
#include "app/widgets/avatar.h"

#define ROUNDEL_TYPE_PROMISE_ROW (roundel_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPromiseRow, roundel_promise_row, ROUNDEL, PROMISE_ROW, GtkListBoxRow)

/* What one member says of the own promise. Its words are asked for only when the circle may read them. */
struct _RoundelPromiseRow
{
  GtkListBoxRow parent_instance;

  GtkDropDown *word;
  GtkEditable *text;

  char *member;
};

G_DEFINE_FINAL_TYPE (RoundelPromiseRow, roundel_promise_row, GTK_TYPE_LIST_BOX_ROW)

static void
changed_cb (RoundelPromiseRow *self)
{
  RoundelRoomPage *page = roundel_room_page_of (GTK_WIDGET (self));
  RoundelPromiseWord word = (RoundelPromiseWord) gtk_drop_down_get_selected (self->word);
  g_autofree char *id = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->text), word == ROUNDEL_PROMISE_CIRCLE);
  if (page == NULL)
    return;
  id = roundel_id_new (roundel_desk_get_env (roundel_room_page_get_desk (page)));
  roundel_pad_set_promise (roundel_room_page_get_pad (page), self->member, word, id, gtk_editable_get_text (self->text));
  roundel_room_page_save (page);
}

static void
roundel_promise_row_finalize (GObject *object)
{
  g_free (ROUNDEL_PROMISE_ROW (object)->member);
  G_OBJECT_CLASS (roundel_promise_row_parent_class)->finalize (object);
}

static void
roundel_promise_row_class_init (RoundelPromiseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = roundel_promise_row_finalize;
}

static void
roundel_promise_row_init (RoundelPromiseRow *self)
{
}

static GtkWidget *
make_row (RoundelMeeting *meeting,
          guint           member,
          RoundelPad     *pad)
{
  RoundelPromiseRow *self = g_object_new (ROUNDEL_TYPE_PROMISE_ROW, "activatable", FALSE, NULL);
  /* in the order of RoundelPromiseWord */
  const char *const words[] = { _("Not asked yet"), _("Passed"), _("Made one"), _("Made one, my partner asks"),
                                _("My circle may read it"), NULL };
  g_autofree char *name = roundel_meeting_dup_name (meeting, member);
  g_autofree char *text_name = g_strdup_printf (_("What %s promises, for the circle"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();
  RoundelPadPromise *promise;

  self->member = g_strdup (((RoundelMember *) meeting->members->pdata[member])->id);
  promise = roundel_pad_get_promise (pad, self->member);
  self->word = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  self->text = GTK_EDITABLE (entry);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (top), roundel_avatar_new (32, name));
  gtk_box_append (GTK_BOX (top), label);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (box), top);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What, and when or at which cue"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), ROUNDEL_PAD_TEXT);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_add_css_class (box, "card-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->word), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  roundel_compat_name_drop_down (GTK_WIDGET (self->word));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text_name, -1);
  if (promise != NULL)
    {
      gtk_drop_down_set_selected (self->word, promise->word);
      gtk_editable_set_text (self->text, promise->text != NULL ? promise->text : "");
    }
  changed_cb (self);
  g_signal_connect_object (self->word, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
roundel_promises_page_new (RoundelDesk *desk,
                           RoundelLive *live,
                           RoundelPad  *pad)
{
  RoundelMeeting *meeting = roundel_live_get_meeting (live);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Promises"), -1);
  for (guint i = 0; i + meeting->guests < meeting->members->len; i++)
    if (roundel_meeting_get_presence (meeting, i) == ROUNDEL_PRESENCE_HERE)
      gtk_list_box_append (GTK_LIST_BOX (list), make_row (meeting, i, pad));
  return roundel_room_page_new (desk, live, pad, _("Who made a promise?"),
                                _("Noted is only that there is one, and how many: the words stay with their owners. A file that is "
                                  "shared reaches the whole circle, so words are written here only when the circle may read them; "
                                  "what is for a partner alone goes onto paper. Passing is an answer."),
                                list);
}
