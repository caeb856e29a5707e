/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/journal/commitment.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_PRACTICE_DOTS (roundel_practice_dots_get_type ())
G_DECLARE_FINAL_TYPE (RoundelPracticeDots, roundel_practice_dots, ROUNDEL, PRACTICE_DOTS, GtkWidget)

GtkWidget  *roundel_practice_dots_new     (void);
void        roundel_practice_dots_set     (RoundelPracticeDots  *self,
                                           GArray               *results);
const char *roundel_practice_result_label (RoundelPracticeResult result);

void        roundel_practice_draw_dot     (cairo_t              *cr,
                                           double                x,
                                           double                y,
                                           double                radius,
                                           RoundelPracticeResult result);

G_END_DECLS
