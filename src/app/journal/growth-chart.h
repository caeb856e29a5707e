/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/growth.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_GROWTH_CHART (roundel_growth_chart_get_type ())
G_DECLARE_FINAL_TYPE (RoundelGrowthChart, roundel_growth_chart, ROUNDEL, GROWTH_CHART, GtkWidget)

GtkWidget *roundel_growth_chart_new       (void);
void       roundel_growth_chart_set_line  (RoundelGrowthChart *self,
                                           GArray             *points);
void       roundel_growth_chart_set_dots  (RoundelGrowthChart *self,
                                           GArray             *points);
void       roundel_growth_chart_set_marks (RoundelGrowthChart *self,
                                           GArray             *times);
void       roundel_growth_chart_set_axis  (RoundelGrowthChart *self,
                                           gint64              from,
                                           gint64              to,
                                           const char * const *levels);

G_END_DECLS
