/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/paragraph.h"

/**
 * roundel_paragraph_new:
 * @text: (nullable): words
 * @css_class: (nullable): how they look; a title is a heading for a screen reader, too
 *
 * Returns: (transfer floating): a label that begins where a line does and wraps at any width
 */
GtkWidget *
roundel_paragraph_new (const char *text,
                       const char *css_class)
{
  gboolean title = css_class != NULL && g_str_has_prefix (css_class, "title-");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text,
                                   "accessible-role", title ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}
