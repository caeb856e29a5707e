/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/run/room-page.h"

G_BEGIN_DECLS

GtkWidget *roundel_people_page_new (RoundelDesk *desk,
                                    RoundelLive *live,
                                    RoundelPad  *pad);

G_END_DECLS
