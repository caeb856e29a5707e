/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/run/keep.h"

G_BEGIN_DECLS

#define ROUNDEL_TASK_OPENING "opening"
#define ROUNDEL_TASK_CHALLENGES "challenges"
#define ROUNDEL_TASK_HARVEST "harvest"
#define ROUNDEL_TASK_PROMISES "promises"
#define ROUNDEL_TASK_SLIPS "slips"
#define ROUNDEL_TASK_PEOPLE "people"

const char *roundel_task_of_format (const char        *format);
const char *roundel_task_of_live   (RoundelLive       *live);
void        roundel_task_dress     (GtkButton         *button,
                                    RoundelLive       *live,
                                    gboolean           narrow);
const char *roundel_task_label     (const char        *task);
char       *roundel_task_state     (const char        *task,
                                    RoundelDesk       *desk,
                                    RoundelLive       *live,
                                    const RoundelPad  *pad);
GtkWidget  *roundel_task_open      (const char        *task,
                                    RoundelDesk       *desk,
                                    RoundelLive       *live,
                                    RoundelPad        *pad);

G_END_DECLS
