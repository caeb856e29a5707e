/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *roundel_html_begin (const char *title);
void  roundel_html_page  (GString    *html,
                          const char *heading,
                          const char *text);
void  roundel_html_end   (GString    *html);

G_END_DECLS
