/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void roundel_page_dress      (GtkTextView *view);
void roundel_page_mark_words (GtkTextView *view,
                              const char  *typed);

G_END_DECLS
