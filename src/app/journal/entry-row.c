/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/journal/entry-row.h"

#include <glib/gi18n-lib.h>

#include "app/journal/day.h"

/* One entry in the list, with the day above it where a day begins, and what happened before the next one.
 *
 * A GtkListView has two hundred rows, and gives some thirty of them another page whenever it moves by one. So a row reads
 * its page when it comes into sight, and its height does not depend on the text: that is what a GtkInscription is for. */
struct _RoundelEntryRow
{
  AdwBin parent_instance;

  GtkBox *above;
  GtkInscription *day;
  GtkImage *icon;
  GtkInscription *title;
  GtkInscription *time;
  GtkInscription *preview;
  GtkBox *below;
  RoundelEntryItem *item;
  gboolean stale; /* it does not show yet what the item says */
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

  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), roundel_entry_kind_icon (kind)) != 0)
    gtk_image_set_from_icon_name (self->icon, roundel_entry_kind_icon (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  roundel_entry_kind_label (kind), -1);
  gtk_inscription_set_text (self->title, *title != '\0' ? title : _("New page"));
  gtk_inscription_set_text (self->time, time);
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
  gtk_inscription_set_attributes (self->preview, attributes);
  gtk_inscription_set_text (self->preview, *preview != '\0' ? preview : roundel_entry_kind_label (kind));
  /* the row of the list, which has no name of its own */
  said = g_strdup_printf ("%s, %s, %s", gtk_inscription_get_text (self->title), roundel_entry_kind_label (kind), time);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  self->stale = FALSE;
}

static void
changed_cb (RoundelEntryRow *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/* GtkListView unmaps what is out of sight. */
static void
roundel_entry_row_map (GtkWidget *widget)
{
  RoundelEntryRow *self = ROUNDEL_ENTRY_ROW (widget);

  if (self->stale)
    show (self);
  GTK_WIDGET_CLASS (roundel_entry_row_parent_class)->map (widget);
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
  widget_class->map = roundel_entry_row_map;
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
    g_signal_handlers_disconnect_by_func (self->item, changed_cb, self);
  g_set_object (&self->item, item);
  self->stale = FALSE;
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
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
  gtk_inscription_set_text (self->day, day != NULL ? day : "");
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
