/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/desk.h"
#include "core/timeline.h"

G_BEGIN_DECLS

GArray *roundel_happenings_read (RoundelDesk    *desk,
                                 RoundelJournal *journal);
void    roundel_happenings_fill (GtkBox         *box,
                                 const GArray   *timeline,
                                 gint64          after,
                                 gint64          until,
                                 gint64         *above,
                                 gint64          now);

G_END_DECLS
