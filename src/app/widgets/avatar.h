/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *roundel_avatar_new      (int         size,
                                    const char *name);
void       roundel_avatar_set_name (AdwAvatar  *avatar,
                                    const char *name);

G_END_DECLS
