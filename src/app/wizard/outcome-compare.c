/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/wizard/outcome-compare.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/paragraph.h"
#include "core/compare.h"

/* Two outcomes side by side, and why they do not share a foundation (D1). */
struct _RoundelOutcomeCompare
{
  AdwBin parent_instance;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (RoundelOutcomeCompare, roundel_outcome_compare, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = roundel_paragraph_new (text, css_class);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_badge (RoundelOutcomeCompare *self,
           int                    column,
           const RoundelOutcome  *outcome)
{
  GtkWidget *badge = roundel_outcome_badge_new (outcome->number, outcome->name);

  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_grid_attach (self->grid, badge, column, 0, 1, 1);
}

/* A line of both under what it is about; a reader hears it with each. */
static void
add_line (RoundelOutcomeCompare *self,
          int                    row,
          const char            *name,
          const char            *one,
          const char            *two)
{
  const char *texts[] = { one, two };

  gtk_grid_attach (self->grid, make_label (name, "note"), 0, row, 2, 1);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = make_label (texts[i], NULL);
      g_autofree char *said = g_strdup_printf ("%s: %s", name, texts[i]);

      gtk_widget_set_margin_bottom (label, 9);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
      gtk_grid_attach (self->grid, label, i, row + 1, 1, 1);
    }
}

static void
roundel_outcome_compare_class_init (RoundelOutcomeCompareClass *klass)
{
}

static void
roundel_outcome_compare_init (RoundelOutcomeCompare *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "card-row");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/**
 * roundel_outcome_compare_show:
 * @self: a comparison
 * @one: the outcome that was chosen
 * @two: a second one
 * @formats: where the formats come from
 */
void
roundel_outcome_compare_show (RoundelOutcomeCompare *self,
                              const RoundelOutcome  *one,
                              const RoundelOutcome  *two,
                              const RoundelFormats  *formats)
{
  int row = 1;

  g_return_if_fail (ROUNDEL_IS_OUTCOME_COMPARE (self));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL;)
    gtk_grid_remove (self->grid, child);
  add_badge (self, 0, one);
  add_badge (self, 1, two);
  add_line (self, row, _("Why it needs a foundation of its own"), one->why_one, two->why_one);
  for (guint i = 0; i < ROUNDEL_DESIGN_N_VALUES; i++)
    {
      g_autofree char *first = roundel_outcome_describe_value (one, i, formats);
      g_autofree char *second = roundel_outcome_describe_value (two, i, formats);

      row += 2;
      add_line (self, row, roundel_design_value_get_name (i), first, second);
    }
}
