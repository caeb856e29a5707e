/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/opening-page.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/paragraph.h"
#include "app/widgets/plain-row.h"

static void
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class)
{
  gtk_box_append (GTK_BOX (box), roundel_paragraph_new (text, css_class));
}

static GtkWidget *
make_rules (char **rules)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The charter"), -1);
  for (char **rule = rules; *rule != NULL; rule++)
    gtk_list_box_append (GTK_LIST_BOX (list), roundel_plain_row_new (*rule, NULL));
  return list;
}

/* How many promises there were, and never whose: their owners speak of them (R3). */
GtkWidget *
roundel_opening_page_new (RoundelDesk *desk,
                          RoundelLive *live,
                          RoundelPad  *pad)
{
  const RoundelMeeting *meeting = roundel_live_get_meeting (live);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (meeting->rules != NULL)
    {
      append_label (box, _("The charter"), "heading");
      gtk_box_append (GTK_BOX (box), make_rules (meeting->rules));
    }
  else
    append_label (box, _("There is no charter yet. The part “Agree on a charter” makes one; it is kept in the program."), "dim");
  if (meeting->promises > 0)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u promise was made last time.", "%u promises were made last time.",
                                                         meeting->promises), meeting->promises);

      append_label (box, text, "heading");
      append_label (box, _("In small groups, their owners tell: what did you try, and what happened? It is not asked who kept a promise, and "
                           "passing is an answer."), NULL);
    }
  for (guint i = 0; meeting->kept != NULL && i < meeting->kept->len; i++)
    {
      if (i == 0)
        append_label (box, _("Challenges kept from last time"), "heading");
      append_label (box, ((RoundelHeldBy *) meeting->kept->pdata[i])->what, NULL);
    }
  return roundel_room_page_new (desk, live, pad, _("Before we begin"),
                                _("Read the rules aloud, or let somebody read them. Does each of you say yes?"), box);
}
