/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/change-list.h"

#include <glib/gi18n-lib.h>

#include "app/share/change-row.h"
#include "app/share/figures.h"

#define FIRST_ROWS 8 /* what is in view at once */

/* What files would change, a row each; where several programs come in, under the name of each. */
struct _RoundelChangeList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *more;

  RoundelIncoming *incoming; /* NULL while nothing is shown */
  char *own;
  guint n_rows; /* that are in the list */
  guint fill;
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RoundelChangeList, roundel_change_list, ADW_TYPE_BIN)

static const RoundelIncomingProgram *
find_program (RoundelChangeList        *self,
              const RoundelMergeChange *change)
{
  return roundel_incoming_find (self->incoming, change->after != NULL ? change->after->program : change->before->program);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  RoundelChangeList *self = data;
  const GPtrArray *changes = self->incoming != NULL ? roundel_incoming_get_changes (self->incoming) : NULL;
  guint index = (guint) gtk_list_box_row_get_index (row);
  const RoundelIncomingProgram *program;
  GtkWidget *label;

  if (changes == NULL || index >= changes->len || roundel_incoming_get_programs (self->incoming)->len < 2)
    return;
  program = find_program (self, changes->pdata[index]);
  if (before != NULL && program == find_program (self, changes->pdata[index - 1]))
    return;
  label = gtk_label_new (program->program->title != NULL ? program->program->title : _("Untitled program"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "row-header");
  gtk_list_box_row_set_header (row, label);
}

static gboolean
add_rows (RoundelChangeList *self,
          guint              n)
{
  const GPtrArray *changes = roundel_incoming_get_changes (self->incoming);

  for (; n > 0 && self->n_rows < changes->len; n--)
    gtk_list_box_append (self->list, roundel_change_row_new (self->incoming, changes->pdata[self->n_rows++], self->own));
  return self->n_rows < changes->len;
}

/* A few at a time: the window draws meanwhile. */
static gboolean
fill_cb (gpointer data)
{
  RoundelChangeList *self = data;

  if (add_rows (self, 2))
    return G_SOURCE_CONTINUE;
  self->fill = 0;
  return G_SOURCE_REMOVE;
}

static void
row_selected_cb (RoundelChangeList *self,
                 GtkListBoxRow     *row)
{
  if (row != NULL && self->incoming != NULL)
    g_signal_emit (self, signals[SELECTED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
row_activated_cb (RoundelChangeList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
roundel_change_list_dispose (GObject *object)
{
  RoundelChangeList *self = ROUNDEL_CHANGE_LIST (object);

  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_object (&self->incoming);
  g_clear_pointer (&self->own, g_free);
  G_OBJECT_CLASS (roundel_change_list_parent_class)->dispose (object);
}

static void
roundel_change_list_class_init (RoundelChangeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = roundel_change_list_dispose;

  /* (the index of the change) */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);
  /* what is selected is to be looked at, where there is room for one column only */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
roundel_change_list_init (RoundelChangeList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "changes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is in the file"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->more, 0);
  gtk_label_set_wrap (self->more, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "note");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * roundel_change_list_show:
 * @self: a list
 * @incoming: files that were read
 * @own: who writes here
 *
 * Shows what they would change, and selects the first.
 */
void
roundel_change_list_show (RoundelChangeList *self,
                          RoundelIncoming   *incoming,
                          const char        *own)
{
  guint listed = roundel_incoming_get_changes (incoming)->len;
  guint all = roundel_figures_sum (roundel_incoming_get_result (incoming));
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", all - listed), all - listed);

  g_return_if_fail (ROUNDEL_IS_CHANGE_LIST (self) && all >= listed);

  roundel_change_list_clear (self);
  self->incoming = g_object_ref (incoming);
  self->own = g_strdup (own);
  add_rows (self, FIRST_ROWS);
  self->fill = g_idle_add (fill_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self), listed > 0);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), all > listed);
  if (listed > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/**
 * roundel_change_list_clear:
 * @self: a list
 *
 * Forgets what it shows.
 */
void
roundel_change_list_clear (RoundelChangeList *self)
{
  GtkWidget *row;

  g_return_if_fail (ROUNDEL_IS_CHANGE_LIST (self));

  g_clear_handle_id (&self->fill, g_source_remove);
  g_clear_object (&self->incoming);
  g_clear_pointer (&self->own, g_free);
  self->n_rows = 0;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}
