/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/rail.h"

#include "app/compat.h"

#define LINE 2.0f

/* The prefix of a row in a timeline: a stop, and the line that joins it to the rows above and below. Its CSS colour, by a
 * class `outcome-1` to `outcome-10`, is the way that has been gone. */
struct _RoundelRail
{
  AdwBin parent_instance;

  GtkWidget *label;
  GtkWidget *check;
  GtkWidget *ahead; /* draws nothing: its colour is the way that is still to go */
  RoundelRailState state;
  gboolean first;
  gboolean last;
};

G_DEFINE_FINAL_TYPE (RoundelRail, roundel_rail, ADW_TYPE_BIN)

static void
append_line (GtkSnapshot *snapshot,
             GtkWidget   *color_of,
             float        x,
             float        from,
             float        to)
{
  GdkRGBA color;

  roundel_compat_get_color (color_of, &color);
  if (to > from)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x - LINE / 2, from, LINE, to - from));
}

static void
roundel_rail_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  RoundelRail *self = ROUNDEL_RAIL (widget);
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *stop = adw_bin_get_child (ADW_BIN (self));
  graphene_rect_t box;
  graphene_rect_t of_row;

  if (row != NULL && gtk_widget_compute_bounds (row, widget, &of_row) && gtk_widget_compute_bounds (stop, widget, &box))
    {
      float x = box.origin.x + box.size.width / 2;
      float bottom = box.origin.y + box.size.height;

      if (!self->first)
        append_line (snapshot, self->state == ROUNDEL_RAIL_LATER ? self->ahead : widget, x, of_row.origin.y, box.origin.y);
      if (!self->last)
        append_line (snapshot, self->state == ROUNDEL_RAIL_DONE ? widget : self->ahead, x, bottom,
                     of_row.origin.y + of_row.size.height);
    }
  GTK_WIDGET_CLASS (roundel_rail_parent_class)->snapshot (widget, snapshot);
}

static void
roundel_rail_class_init (RoundelRailClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = roundel_rail_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rail");
}

static void
roundel_rail_init (RoundelRail *self)
{
  GtkWidget *stop = gtk_overlay_new ();

  self->label = gtk_label_new (NULL);
  self->check = gtk_image_new_from_icon_name ("object-select-symbolic");
  self->ahead = adw_bin_new ();
  gtk_widget_add_css_class (self->ahead, "ahead");
  gtk_widget_add_css_class (stop, "stop");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_overlay_set_child (GTK_OVERLAY (stop), self->label);
  gtk_overlay_add_overlay (GTK_OVERLAY (stop), self->check);
  gtk_overlay_add_overlay (GTK_OVERLAY (stop), self->ahead);
  gtk_widget_set_valign (stop, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_bin_set_child (ADW_BIN (self), stop);
  roundel_rail_set (self, ROUNDEL_RAIL_LATER, 1, TRUE, TRUE);
}

/**
 * roundel_rail_new:
 *
 * Returns: (transfer floating): a rail
 */
GtkWidget *
roundel_rail_new (void)
{
  return g_object_new (ROUNDEL_TYPE_RAIL, NULL);
}

/**
 * roundel_rail_set:
 * @self: a rail
 * @state: whether the stop is behind, next or ahead
 * @number: of the stop, from 1
 * @first: whether no row comes before
 * @last: whether no row follows
 */
void
roundel_rail_set (RoundelRail      *self,
                  RoundelRailState  state,
                  guint             number,
                  gboolean          first,
                  gboolean          last)
{
  const char *classes[] = { "done", "next", "later" };
  g_autofree char *text = NULL;

  g_return_if_fail (ROUNDEL_IS_RAIL (self));

  text = g_strdup_printf ("%u", number);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_opacity (self->label, state == ROUNDEL_RAIL_DONE ? 0 : 1);
  gtk_widget_set_visible (self->check, state == ROUNDEL_RAIL_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == state)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  self->state = state;
  self->first = first;
  self->last = last;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
