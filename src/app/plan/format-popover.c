/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/plan/format-popover.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/format-words.h"

/* All formats and pieces, to choose one of: by scrolling, or by a word of its name or purpose. */
struct _RoundelFormatPopover
{
  GtkPopover parent_instance;

  GtkEditable *search;
  GtkListBox *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (RoundelFormatPopover, roundel_format_popover, GTK_TYPE_POPOVER)

static const RoundelFormat *
get_format (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "format");
}

static gboolean
matches (const RoundelFormat *format,
         const char          *words)
{
  return g_str_match_string (words, format->name, TRUE) ||
         (format->purpose != NULL && g_str_match_string (words, format->purpose, TRUE));
}

static gboolean
filter (GtkListBoxRow *row,
        gpointer       user_data)
{
  RoundelFormatPopover *self = user_data;
  const char *words = gtk_editable_get_text (self->search);

  return *words == '\0' || matches (get_format (row), words);
}

static void
head (GtkListBoxRow *row,
      GtkListBoxRow *before,
      gpointer       user_data)
{
  gboolean piece = g_object_get_data (G_OBJECT (row), "piece") != NULL;
  gboolean first = before == NULL || (g_object_get_data (G_OBJECT (before), "piece") != NULL) != piece;
  GtkWidget *label = first ? gtk_label_new (piece ? _("Beginning, middle and end") : _("Formats")) : NULL;

  if (label != NULL)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "program-heading");
    }
  gtk_list_box_row_set_header (row, label);
}

static void
chosen_cb (RoundelFormatPopover *self,
           GtkListBoxRow        *row)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, get_format (row)->id);
}

/* Enter takes the first that is left. */
static void
entered_cb (RoundelFormatPopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && gtk_widget_is_sensitive (GTK_WIDGET (row)))
      {
        chosen_cb (self, row);
        return;
      }
}

static void
shown_cb (RoundelFormatPopover *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
roundel_format_popover_class_init (RoundelFormatPopoverClass *klass)
{
  /* (id of a format or piece) */
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
roundel_format_popover_init (RoundelFormatPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = GTK_EDITABLE (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search formats"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);
  gtk_list_box_set_header_func (self->list, head, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "format-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Formats"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, 290, 330);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
add_row (RoundelFormatPopover *self,
         const RoundelFormat  *format,
         gboolean              piece,
         guint                 people)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (format->name);
  g_autofree char *summary = roundel_words_format_summary (format);
  GtkWidget *words = gtk_label_new (summary);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_add_css_class (words, "note");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "format-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, format->purpose);
  gtk_widget_set_sensitive (row, people == 0 || (people >= format->people_min &&
                                                 (format->people_max == 0 || people <= format->people_max)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, format->name, -1);
  g_object_set_data (G_OBJECT (row), "format", (gpointer) format);
  if (piece)
    g_object_set_data (G_OBJECT (row), "piece", (gpointer) format);
  gtk_list_box_append (self->list, row);
}

/**
 * roundel_format_popover_fill:
 * @self: a popover, which emits `chosen`
 * @library: where the formats come from; it has to stay
 * @people: how many come; what is not for so many cannot be chosen
 */
void
roundel_format_popover_fill (RoundelFormatPopover *self,
                             RoundelLibrary       *library,
                             guint                 people)
{
  const GPtrArray *formats = roundel_library_get_formats (library);
  const GPtrArray *pieces = roundel_library_get_pieces (library);

  g_return_if_fail (ROUNDEL_IS_FORMAT_POPOVER (self));

  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < formats->len; i++)
    add_row (self, formats->pdata[i], FALSE, people);
  for (guint i = 0; i < pieces->len; i++)
    add_row (self, pieces->pdata[i], TRUE, people);
}
