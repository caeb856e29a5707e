/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/growth-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/paragraph.h"

/* A picture under its title and a sentence, and a button that shows the table it was drawn from. */
struct _RoundelGrowthCard
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkGrid *table;
  int rows;
};

G_DEFINE_FINAL_TYPE (RoundelGrowthCard, roundel_growth_card, ADW_TYPE_BIN)

static void
roundel_growth_card_class_init (RoundelGrowthCardClass *klass)
{
}

static void
roundel_growth_card_init (RoundelGrowthCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "growth");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * roundel_growth_card_new:
 * @title: what it shows
 * @said: the same as @picture, in a sentence
 * @picture: drawn
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
roundel_growth_card_new (const char *title,
                         const char *said,
                         GtkWidget  *picture)
{
  RoundelGrowthCard *self = g_object_new (ROUNDEL_TYPE_GROWTH_CARD, NULL);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = roundel_paragraph_new (title, "title-4");
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *revealer = gtk_revealer_new ();
  g_autofree char *name = g_strdup_printf (_("%s, as a table"), title);

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-list-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("As a table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (top), heading);
  gtk_box_append (GTK_BOX (top), button);
  gtk_box_append (self->box, top);
  gtk_box_append (self->box, roundel_paragraph_new (said, "dim"));
  gtk_box_append (self->box, picture);

  self->table = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->table, 18);
  gtk_grid_set_row_spacing (self->table, 4);
  gtk_widget_set_margin_top (GTK_WIDGET (self->table), 6);
  gtk_revealer_set_child (GTK_REVEALER (revealer), GTK_WIDGET (self->table));
  g_object_bind_property (button, "active", revealer, "reveal-child", G_BINDING_DEFAULT);
  gtk_box_append (self->box, revealer);
  return GTK_WIDGET (self);
}

/**
 * roundel_growth_card_add_row:
 * @self: a card
 * @first: text of the first cell
 * @...: those of the others, up to %NULL; the last one takes the room there is
 *
 * Puts a line at the end of the table.
 */
void
roundel_growth_card_add_row (RoundelGrowthCard *self,
                             const char        *first,
                             ...)
{
  va_list cells;
  int column = 0;

  g_return_if_fail (ROUNDEL_IS_GROWTH_CARD (self));

  va_start (cells, first);
  for (const char *text = first; text != NULL; column++)
    {
      const char *next = va_arg (cells, const char *);
      GtkWidget *label = roundel_paragraph_new (text, column == 0 ? "dim" : NULL);

      gtk_widget_set_hexpand (label, next == NULL);
      gtk_grid_attach (self->table, label, column, self->rows, 1, 1);
      text = next;
    }
  va_end (cells);
  self->rows++;
}
