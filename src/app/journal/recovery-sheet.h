/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void roundel_recovery_sheet_print (GtkWindow  *parent,
                                   const char *key);

G_END_DECLS
