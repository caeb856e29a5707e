/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/widgets/ring-label.h"

#define DETAIL_SIZE .45 /* of the number */

struct _RoundelRingLabel
{
  PangoLayout *title;
  PangoLayout *caption;
};

static void
insert_detail (PangoAttrList *attributes,
               guint          from,
               double         pixels,
               const GdkRGBA *color)
{
  PangoAttribute *of_detail[] = {
    pango_attr_size_new_absolute ((int) (pixels * DETAIL_SIZE * PANGO_SCALE)),
    pango_attr_foreground_new ((guint16) (color->red * G_MAXUINT16), (guint16) (color->green * G_MAXUINT16),
                               (guint16) (color->blue * G_MAXUINT16)),
    pango_attr_foreground_alpha_new ((guint16) (color->alpha * G_MAXUINT16)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_detail); i++)
    {
      of_detail[i]->start_index = from;
      pango_attr_list_insert (attributes, of_detail[i]);
    }
}

/* Sets TEXT, and small behind it DETAIL, so large that it is no wider than ROOM. */
static void
fit (PangoLayout   *layout,
     const char    *text,
     const char    *detail,
     double         pixels,
     PangoWeight    weight,
     double         room,
     const GdkRGBA *detail_color)
{
  g_autofree char *whole = detail != NULL ? g_strdup_printf ("%s\u2002%s", text, detail) : g_strdup (text);

  pango_layout_set_text (layout, whole, -1);
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      int width;

      pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (pixels * PANGO_SCALE)));
      pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      if (detail != NULL)
        insert_detail (attributes, (guint) strlen (text), pixels, detail_color);
      pango_layout_set_attributes (layout, attributes);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (width <= room)
        break;
      pixels *= room / width;
    }
}

static void
append_at (GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           float          x,
           float          y,
           const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/**
 * roundel_ring_label_new:
 * @widget: whose font is used; a new label is needed when it changes
 *
 * The number in the middle of a ring and the line below it. They are drawn, not widgets, so that a second that passes
 * lays out nothing.
 *
 * Returns: (transfer full): an empty label
 */
RoundelRingLabel *
roundel_ring_label_new (GtkWidget *widget)
{
  RoundelRingLabel *self = g_new0 (RoundelRingLabel, 1);

  self->title = gtk_widget_create_pango_layout (widget, NULL);
  self->caption = gtk_widget_create_pango_layout (widget, NULL);
  return self;
}

void
roundel_ring_label_free (RoundelRingLabel *self)
{
  g_object_unref (self->title);
  g_object_unref (self->caption);
  g_free (self);
}

/**
 * roundel_ring_label_pixels:
 * @self: a label
 *
 * Returns: the size of ordinary text, as large as the reader wants it
 */
double
roundel_ring_label_pixels (RoundelRingLabel *self)
{
  PangoContext *context = pango_layout_get_context (self->title);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size
                                                            : size * pango_cairo_context_get_resolution (context) / 72;
}

/**
 * roundel_ring_label_set:
 * @self: a label
 * @title: (nullable): the number
 * @detail: (nullable): small behind it
 * @title_pixels: how large
 * @weight: how heavy
 * @caption: (nullable): below it
 * @caption_pixels: how large
 * @room: how wide at most; what is wider becomes smaller
 * @colors: for @detail
 */
void
roundel_ring_label_set (RoundelRingLabel        *self,
                        const char              *title,
                        const char              *detail,
                        double                   title_pixels,
                        PangoWeight              weight,
                        const char              *caption,
                        double                   caption_pixels,
                        double                   room,
                        const RoundelRingColors *colors)
{
  fit (self->title, title != NULL ? title : "", detail, title_pixels, weight, room, &colors->dim);
  /* below the middle the ring is narrower */
  fit (self->caption, caption != NULL ? caption : "", NULL, caption_pixels, PANGO_WEIGHT_NORMAL, room * .85, NULL);
}

/**
 * roundel_ring_label_snapshot:
 * @self: a label
 * @snapshot: where it is drawn, (0, 0) in its middle
 * @steady: whether the number stays where it is when a caption comes
 * @title_color: of the number
 * @caption_color: of the line below
 */
void
roundel_ring_label_snapshot (RoundelRingLabel *self,
                             GtkSnapshot      *snapshot,
                             gboolean          steady,
                             const GdkRGBA    *title_color,
                             const GdkRGBA    *caption_color)
{
  gboolean has_caption = *pango_layout_get_text (self->caption) != '\0';
  int title_width, title_height, caption_width, caption_height;
  float top;

  pango_layout_get_pixel_size (self->title, &title_width, &title_height);
  pango_layout_get_pixel_size (self->caption, &caption_width, &caption_height);
  /* digits have no descenders: what hangs below the base line is room the caption can have */
  title_height -= has_caption || steady ? title_height / 12 : 0;
  top = -(float) title_height / 2.0f;
  /* to the eye the number stands in the middle, not the number with its caption */
  if (has_caption && !steady)
    top -= (float) caption_height / 2.0f + (float) title_height / 20.0f;
  append_at (snapshot, self->title, -(float) title_width / 2.0f, top, title_color);
  if (has_caption)
    append_at (snapshot, self->caption, -(float) caption_width / 2.0f, top + (float) title_height, caption_color);
}
