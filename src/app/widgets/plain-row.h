/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *roundel_plain_row_new   (const char *title,
                                    const char *subtitle);
void       roundel_plain_row_leads (GtkWidget  *row,
                                    const char *action,
                                    GVariant   *target);

G_END_DECLS
