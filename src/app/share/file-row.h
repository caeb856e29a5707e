/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/share/incoming.h"

G_BEGIN_DECLS

void       roundel_file_dress_ring (GtkWidget            *ring,
                                    const RoundelProgram *program,
                                    const GPtrArray      *outcomes);
GtkWidget *roundel_file_row_new (const RoundelIncomingFile *file,
                                 const RoundelProgram      *program,
                                 const GPtrArray           *outcomes);

G_END_DECLS
