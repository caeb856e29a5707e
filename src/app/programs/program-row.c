/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/programs/program-row.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/outcome.h"
#include "app/widgets/readiness-ring.h"

/* A program in the list: how ready it is, what it is called, what comes next. The first of a stage has the stage's name
 * above it. */
struct _RoundelProgramRow
{
  AdwBin parent_instance;

  GtkLabel *heading;
  RoundelRing *ring;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *to_decide;
  RoundelProgramItem *item;
};

G_DEFINE_FINAL_TYPE (RoundelProgramRow, roundel_program_row, ADW_TYPE_BIN)

static void
heading_cb (RoundelProgramRow *self)
{
  g_autofree char *heading = NULL;

  g_object_get (self->item, "heading", &heading, NULL);
  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
}

static void
ready_cb (RoundelProgramRow *self)
{
  roundel_readiness_ring_set (self->ring, roundel_program_item_get_readiness (self->item));
}

static void
forget_item (RoundelProgramRow *self)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
roundel_program_row_dispose (GObject *object)
{
  forget_item (ROUNDEL_PROGRAM_ROW (object));
  G_OBJECT_CLASS (roundel_program_row_parent_class)->dispose (object);
}

static void
roundel_program_row_class_init (RoundelProgramRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_program_row_dispose;
  g_type_ensure (ROUNDEL_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/program-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramRow, heading);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramRow, ring);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramRow, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramRow, summary);
  gtk_widget_class_bind_template_child (widget_class, RoundelProgramRow, to_decide);
}

static void
roundel_program_row_init (RoundelProgramRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * roundel_program_row_set:
 * @self: a row
 * @item: (nullable): the program, or %NULL for none
 */
void
roundel_program_row_set (RoundelProgramRow  *self,
                         RoundelProgramItem *item)
{
  g_autofree char *name = NULL;

  g_return_if_fail (ROUNDEL_IS_PROGRAM_ROW (self));

  forget_item (self);
  if (item == NULL)
    return;
  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "notify::heading", G_CALLBACK (heading_cb), self);
  heading_cb (self);
  gtk_label_set_text (self->title, roundel_program_item_get_title (item));
  gtk_label_set_text (self->summary, roundel_program_item_get_summary (item));
  gtk_widget_set_visible (self->to_decide, roundel_program_item_get_to_decide (item) > 0);
  name = g_strdup_printf ("%s, %s", roundel_program_item_get_title (item), roundel_program_item_get_summary (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), roundel_program_item_get_outcome_name (item));
  roundel_outcome_dress (GTK_WIDGET (self->ring), roundel_program_item_get_outcome (item));
  roundel_ring_set_icon_name (self->ring, roundel_outcome_icon_name (roundel_program_item_get_outcome (item)));
  g_signal_connect_swapped (item, "ready", G_CALLBACK (ready_cb), self);
  ready_cb (self);
}
