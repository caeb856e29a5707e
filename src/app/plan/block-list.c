/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/block-list.h"

#include <glib/gi18n-lib.h>

#include "app/plan/block-row.h"
#include "app/shortcuts.h"
#include "app/widgets/plan-blocks.h"

/* The blocks of a plan one below the other: one is selected, and each can be dragged to another place. */
struct _RoundelBlockList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *end;
  gboolean narrow;
  gboolean setting;
};

enum
{
  SELECTED,
  ACTIVATED,
  RESIZED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelBlockList, roundel_block_list, ADW_TYPE_BIN)

static void
selected_cb (RoundelBlockList *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
activated_cb (RoundelBlockList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
resized_cb (RoundelBlockList *self,
            guint             seconds,
            RoundelBlockRow  *row)
{
  g_signal_emit (self, signals[RESIZED], 0, roundel_block_row_get_part (row), seconds);
}

static GdkContentProvider *
prepare_cb (GtkDragSource   *source,
            double           x,
            double           y,
            RoundelBlockRow *row)
{
  g_autoptr (GdkPaintable) picture = NULL;

  if (roundel_block_row_get_part (row) == ROUNDEL_PLAN_NO_PART)
    return NULL;
  picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);    /* where it was taken */
  return gdk_content_provider_new_typed (G_TYPE_UINT, roundel_block_row_get_part (row));
}

static GdkDragAction
motion_cb (RoundelBlockList *self,
           double            x,
           double            y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL)
    gtk_list_box_drag_highlight_row (self->list, row);
  else
    gtk_list_box_drag_unhighlight_row (self->list);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (RoundelBlockList *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

/* A block takes the place of the one it is dropped on; on time in hand, the place before it. */
static gboolean
drop_cb (RoundelBlockList *self,
         const GValue     *value,
         double            x,
         double            y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  guint from = g_value_get_uint (value);
  guint to = ROUNDEL_PLAN_NO_PART;

  gtk_list_box_drag_unhighlight_row (self->list);
  for (int i = row != NULL ? gtk_list_box_row_get_index (row) : -1; i >= 0 && to == ROUNDEL_PLAN_NO_PART; i--)
    to = roundel_block_row_get_part (ROUNDEL_BLOCK_ROW (gtk_list_box_get_row_at_index (self->list, i)));
  if (to == ROUNDEL_PLAN_NO_PART || to == from)
    return FALSE;
  g_signal_emit (self, signals[MOVED], 0, from, to);
  return TRUE;
}

static GtkWidget *
make_row (RoundelBlockList *self)
{
  GtkWidget *row = roundel_block_row_new ();
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (row, "resized", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkListBoxRow *
find_row (RoundelBlockList *self,
          guint             part)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (roundel_block_row_get_part (ROUNDEL_BLOCK_ROW (row)) == part)
      return row;
  return NULL;
}

static void
roundel_block_list_class_init (RoundelBlockListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* clicked, or Enter */
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* (part, seconds) */
  signals[RESIZED] = g_signal_new ("resized", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  /* (from, to): parts, the second as it is afterwards */
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
roundel_block_list_init (RoundelBlockList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "block-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rounds"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (drop));
  roundel_shortcuts_attach_inside (GTK_WIDGET (self->list), "block");

  self->end = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->end, 1);
  gtk_label_set_width_chars (self->end, 5);
  gtk_widget_set_halign (GTK_WIDGET (self->end), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->end), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->end), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->end), "plan-finish");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->end));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_block_list_set:
 * @self: a list, which emits `selected`, `activated`, `resized` and `moved`
 * @measure: the plan in time
 * @plan: the plan
 * @starts: (nullable): local time at which the session begins
 * @outcome: 1 to 10, or 0 for none
 *
 * The rows stay, so that focus and selection do.
 */
void
roundel_block_list_set (RoundelBlockList         *self,
                        const RoundelPlanMeasure *measure,
                        const RoundelSessionPlan *plan,
                        const char               *starts,
                        guint                     outcome)
{
  g_autofree char *end = roundel_text_clock_at (starts, measure->sum);
  GtkListBoxRow *row;

  g_return_if_fail (ROUNDEL_IS_BLOCK_LIST (self));

  self->setting = TRUE;
  for (guint i = 0; i < measure->blocks->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (make_row (self));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      roundel_block_row_set_narrow (ROUNDEL_BLOCK_ROW (row), self->narrow);
      roundel_block_row_set (ROUNDEL_BLOCK_ROW (row), measure, plan, i, starts, outcome);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) measure->blocks->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_label_set_text (self->end, end);
  if (measure->over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->end), "warning-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->end), "warning-text");
  self->setting = FALSE;
}

/**
 * roundel_block_list_set_narrow:
 * @self: a list
 * @narrow: whether words stand below each other where there is room for that
 */
void
roundel_block_list_set_narrow (RoundelBlockList *self,
                               gboolean          narrow)
{
  GtkListBoxRow *row;

  g_return_if_fail (ROUNDEL_IS_BLOCK_LIST (self));

  self->narrow = narrow;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    roundel_block_row_set_narrow (ROUNDEL_BLOCK_ROW (row), narrow);
}

/**
 * roundel_block_list_select:
 * @self: a list
 * @part: index into the outline; %ROUNDEL_PLAN_NO_PART for none
 *
 * Says nothing by `selected`. When the focus is inside it goes to the block as well.
 */
void
roundel_block_list_select (RoundelBlockList *self,
                           guint             part)
{
  GtkListBoxRow *row;

  g_return_if_fail (ROUNDEL_IS_BLOCK_LIST (self));

  row = part != ROUNDEL_PLAN_NO_PART ? find_row (self, part) : NULL;
  self->setting = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  else
    gtk_list_box_unselect_all (self->list);
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->setting = FALSE;
}

/**
 * roundel_block_list_get_selected:
 *
 * Returns: index into the outline, or %ROUNDEL_PLAN_NO_PART
 */
guint
roundel_block_list_get_selected (RoundelBlockList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (ROUNDEL_IS_BLOCK_LIST (self), ROUNDEL_PLAN_NO_PART);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? roundel_block_row_get_part (ROUNDEL_BLOCK_ROW (row)) : ROUNDEL_PLAN_NO_PART;
}
