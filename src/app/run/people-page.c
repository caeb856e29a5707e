/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/people-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/avatar.h"

/* Somebody leaves early, or comes late: the parts that have not begun are planned anew, what ran stays. */
static void
here_cb (GtkSwitch  *here,
         GParamSpec *pspec,
         gpointer    data)
{
  RoundelRoomPage *page = roundel_room_page_of (GTK_WIDGET (here));
  RoundelFormats formats = roundel_library_formats (roundel_desk_get_library (roundel_room_page_get_desk (page)));
  RoundelLive *live = roundel_room_page_get_live (page);
  g_autoptr (GError) error = NULL;

  roundel_live_set_presence (live, GPOINTER_TO_UINT (data),
                             gtk_switch_get_active (here) ? ROUNDEL_PRESENCE_HERE : ROUNDEL_PRESENCE_AWAY, &formats, &error);
  roundel_room_page_warn (page, error != NULL ? error->message : NULL);
}

static GtkWidget *
make_row (RoundelMeeting *meeting,
          guint           member)
{
  g_autofree char *name = roundel_meeting_dup_name (meeting, member);
  g_autofree char *label = g_strdup_printf (_("%s is here"), name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *here = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), roundel_avatar_new (32, name));
  gtk_switch_set_active (GTK_SWITCH (here), roundel_meeting_get_presence (meeting, member) == ROUNDEL_PRESENCE_HERE);
  gtk_widget_set_valign (here, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (here), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (here, "notify::active", G_CALLBACK (here_cb), GUINT_TO_POINTER (member));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), here);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), here);
  return row;
}

GtkWidget *
roundel_people_page_new (RoundelDesk *desk,
                         RoundelLive *live,
                         RoundelPad  *pad)
{
  RoundelMeeting *meeting = roundel_live_get_meeting (live);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who is here now?"), -1);
  for (guint i = 0; i < meeting->members->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (meeting, i));
  return roundel_room_page_new (desk, live, pad, _("Who is here now?"),
                                _("Who leaves early gives the place to the others, who comes late gets one from the next part on. What has "
                                  "been held stays as it was."), list);
}
