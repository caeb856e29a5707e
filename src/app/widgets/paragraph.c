/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/widgets/paragraph.h"

/**
 * roundel_paragraph_new:
 * @text: (nullable): words
 * @css_class: (nullable): how they look
 *
 * Returns: (transfer floating): a label that begins where a line does and wraps at any width
 */
GtkWidget *
roundel_paragraph_new (const char *text,
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
