/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint  roundel_cli_text_width (const char *text);
char  *roundel_cli_text_clip  (const char *text,
                               guint       columns);
void   roundel_cli_text_pad   (GString    *line,
                               guint       columns);
GStrv  roundel_cli_text_wrap  (const char *text,
                               guint       columns);
char  *roundel_cli_text_plain (const char *text);

G_END_DECLS
