/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-row.h"

#include <glib/gi18n-lib.h>

#include "app/journal/day.h"

/* One entry in the list, with the day above it where a day begins, and what happened before the next one. */
struct _RoundelEntryRow
{
  AdwBin parent_instance;

  GtkBox *above;
  GtkLabel *day;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *time;
  GtkLabel *preview;
  GtkBox *below;
  RoundelEntryItem *item;
};

G_DEFINE_FINAL_TYPE (RoundelEntryRow, roundel_entry_row, ADW_TYPE_BIN)

static const struct
{
  const char *kind;
  const char *icon;
  const char *label;
} kinds[] = {
  { "reflection", "weather-clear-night-symbolic", N_("Reflection") },
  { "lesson", "roundel-lesson-symbolic", N_("Lesson") },
  { "question", "dialog-question-symbolic", N_("Question") },
  { "story", "media-view-subtitles-symbolic", N_("Story") },
  { "feedback", "chat-message-new-symbolic", N_("Feedback received") },
  { "coming-up", "appointment-soon-symbolic", N_("Coming up") },
  { "note", "emblem-documents-symbolic", N_("Note") },
};

/* A label of the row takes the width that is there: to ask what width it would like costs more than all else in a new row. */
static GtkSizeRequestMode
get_label_mode (GtkWidget *label)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_label (GtkWidget      *label,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    GTK_WIDGET_GET_CLASS (label)->measure (label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
allocate_label (GtkWidget *label,
                int        width,
                int        height,
                int        baseline)
{
  GTK_WIDGET_GET_CLASS (label)->size_allocate (label, width, height, baseline);
}

static void
fill_width (GtkLabel *label)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (label), gtk_custom_layout_new (get_label_mode, measure_label, allocate_label));
}

static void
show (RoundelEntryRow *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *title = roundel_entry_item_get_title (self->item);
  const char *preview = roundel_entry_item_get_preview (self->item);
  const char *kind = roundel_entry_item_get_kind (self->item);
  GArray *marks = roundel_entry_item_get_marks (self->item);
  g_autofree char *said = NULL;
  g_autofree char *time = roundel_day_dup_time (roundel_entry_item_get_place (self->item), zone);

  gtk_image_set_from_icon_name (self->icon, roundel_entry_kind_icon (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  roundel_entry_kind_label (kind), -1);
  gtk_label_set_label (self->title, *title != '\0' ? title : _("New page"));
  gtk_label_set_label (self->time, time);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const RoundelMark *mark = &g_array_index (marks, RoundelMark, i);
      PangoAttribute *weight = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      weight->start_index = underline->start_index = mark->start;
      weight->end_index = underline->end_index = mark->end;
      pango_attr_list_insert (attributes, weight);
      pango_attr_list_insert (attributes, underline);
    }
  gtk_label_set_attributes (self->preview, attributes);
  gtk_label_set_label (self->preview, preview);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), *preview != '\0');
  /* the row of the list, which has no name of its own */
  said = g_strdup_printf ("%s, %s, %s", gtk_label_get_label (self->title), roundel_entry_kind_label (kind), time);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

static void
roundel_entry_row_dispose (GObject *object)
{
  roundel_entry_row_set (ROUNDEL_ENTRY_ROW (object), NULL);
  G_OBJECT_CLASS (roundel_entry_row_parent_class)->dispose (object);
}

static void
roundel_entry_row_class_init (RoundelEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = roundel_entry_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/roundel/Roundel/ui/entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, above);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, day);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, time);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, preview);
  gtk_widget_class_bind_template_child (widget_class, RoundelEntryRow, below);
}

static void
roundel_entry_row_init (RoundelEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_width (self->day);
  fill_width (self->title);
  fill_width (self->preview);
}

GtkWidget *
roundel_entry_row_new (void)
{
  return g_object_new (ROUNDEL_TYPE_ENTRY_ROW, NULL);
}

/**
 * roundel_entry_row_set:
 * @self: a row
 * @item: (nullable): what it shows; %NULL when it is out of sight
 */
void
roundel_entry_row_set (RoundelEntryRow  *self,
                       RoundelEntryItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/**
 * roundel_entry_row_set_day:
 * @self: a row
 * @day: (nullable): the heading above its entry
 */
void
roundel_entry_row_set_day (RoundelEntryRow *self,
                           const char      *day)
{
  gtk_label_set_label (self->day, day != NULL ? day : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day), day != NULL);
}

/**
 * roundel_entry_row_get_above:
 * @self: a row
 *
 * Returns: (transfer none): the place for what happened after the first entry of a list
 */
GtkBox *
roundel_entry_row_get_above (RoundelEntryRow *self)
{
  return self->above;
}

/**
 * roundel_entry_row_get_below:
 * @self: a row
 *
 * Returns: (transfer none): the place for what happened between its entry and the one below it
 */
GtkBox *
roundel_entry_row_get_below (RoundelEntryRow *self)
{
  return self->below;
}

/**
 * roundel_entry_kind_icon:
 * @kind: a kind of entry
 *
 * Returns: (transfer none): name of its icon
 */
const char *
roundel_entry_kind_icon (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return kinds[i].icon;
  return "emblem-documents-symbolic";
}

/**
 * roundel_entry_kind_label:
 * @kind: a kind of entry
 *
 * Returns: (transfer none): what it is called
 */
const char *
roundel_entry_kind_label (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return _(kinds[i].label);
  return kind;
}
