/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *roundel_text_row_new (const char *title,
                                 const char *subtitle,
                                 char       *text);

G_END_DECLS
