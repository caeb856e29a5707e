/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/results-card.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/plain-row.h"

/* The results wanted in a few words, and the way to them (D2, E1). */
struct _RoundelResultsCard
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RoundelResultsCard, roundel_results_card, ADW_TYPE_BIN)

static void
roundel_results_card_class_init (RoundelResultsCardClass *klass)
{
}

static void
roundel_results_card_init (RoundelResultsCard *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Results wanted"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * roundel_results_card_show:
 * @self: a card, whose way is the action `win.results`
 * @program: a program
 */
void
roundel_results_card_show (RoundelResultsCard   *self,
                           const RoundelProgram *program)
{
  GtkWidget *way;

  g_return_if_fail (ROUNDEL_IS_RESULTS_CARD (self));

  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < program->results->len; i++)
    {
      const RoundelResult *result = program->results->pdata[i];
      g_autofree char *measure = roundel_result_describe (result);

      gtk_list_box_append (self->list, roundel_plain_row_new (result->text != NULL ? result->text : "", measure));
    }
  way = roundel_plain_row_new (_("Results and evaluation"), _("What is wanted, and how it will be seen"));
  roundel_plain_row_leads (way, "win.results", g_variant_new_string (program->id));
  gtk_list_box_append (self->list, way);
}
