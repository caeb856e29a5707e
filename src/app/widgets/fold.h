/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RoundelFoldFunc:
 * @owner: the widget that has the leaflet
 * @folded: whether one page is shown at a time
 * @page: (nullable): name of the page that is shown
 */
typedef void (*RoundelFoldFunc) (GtkWidget  *owner,
                                 gboolean    folded,
                                 const char *page);

void roundel_fold_watch (GtkWidget       *leaflet,
                         GtkWidget       *owner,
                         RoundelFoldFunc  func);

G_END_DECLS
