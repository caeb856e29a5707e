/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/run/rescue-page.h"

#include <glib/gi18n-lib.h>

#include "core/rescue.h"

/* The rescue cards (R8): one is open at a time, with words to say and what to change. */
struct _RoundelRescuePage
{
  AdwBin parent_instance;

  GtkListBox *cards;
};

G_DEFINE_FINAL_TYPE (RoundelRescuePage, roundel_rescue_page, ADW_TYPE_BIN)

static void
add_text (GtkWidget  *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
expanded_cb (AdwExpanderRow    *row,
             GParamSpec        *pspec,
             RoundelRescuePage *self)
{
  if (!adw_expander_row_get_expanded (row))
    return;
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (other != GTK_WIDGET (row))
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (other), FALSE);
}

static void
add_card (RoundelRescuePage       *self,
          const RoundelRescueCard *card)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *inner = gtk_list_box_row_new ();
  g_autofree char *say = g_strdup_printf (C_("words to read aloud", "“%s”"), _(card->say));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(card->title));
  gtk_widget_add_css_class (box, "rescue");
  add_text (box, say, "rescue-say");
  add_text (box, _(card->change), "dim");
  if (card->action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (_(card->label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), card->action);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  gtk_widget_set_focusable (inner, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  gtk_list_box_append (self->cards, row);
}

static void
roundel_rescue_page_class_init (RoundelRescuePageClass *klass)
{
}

static void
roundel_rescue_page_init (RoundelRescuePage *self)
{
  guint n;
  const RoundelRescueCard *cards = roundel_rescue_cards (&n);

  self->cards = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->cards, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->cards), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("When it gets difficult"), -1);
  for (guint i = 0; i < n; i++)
    add_card (self, &cards[i]);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->cards));
}
