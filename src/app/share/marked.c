/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/share/marked.h"

#include "app/share/text-diff.h"

/**
 * roundel_wrapped_label_new:
 * @text: (nullable): what it says
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label as wide as there is room
 */
GtkWidget *
roundel_wrapped_label_new (const char *text,
                           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * roundel_label_set_marked:
 * @label: a label
 * @text: what it says
 * @other: another version of it
 *
 * Shows @text, with what @other has not in tint and underlined.
 */
void
roundel_label_set_marked (GtkLabel   *label,
                          const char *text,
                          const char *other)
{
  g_autoptr (GArray) marked = roundel_text_diff (text, other);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < marked->len; i++)
    {
      const RoundelStretch *stretch = &g_array_index (marked, RoundelStretch, i);
      PangoAttribute *list[] = {
        pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
        pango_attr_underline_color_new (0xc2c2, 0x7474, 0),
        pango_attr_background_new (0xfafa, 0xd6d6, 0x5c5c),
        pango_attr_background_alpha_new (0x6000),
      };

      for (guint k = 0; k < G_N_ELEMENTS (list); k++)
        {
          list[k]->start_index = (guint) stretch->start;
          list[k]->end_index = (guint) stretch->end;
          pango_attr_list_insert (attributes, list[k]);
        }
    }
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text);
}
