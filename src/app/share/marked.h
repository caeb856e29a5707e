/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *roundel_wrapped_label_new (const char *text,
                                      const char *css_class);
void       roundel_label_set_marked  (GtkLabel   *label,
                                      const char *text,
                                      const char *other);

G_END_DECLS
