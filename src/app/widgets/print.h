/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/book.h"

G_BEGIN_DECLS

GtkPrintOperation *roundel_print_operation_new (const char       *job,
                                                RoundelBookFunc   add,
                                                gpointer          data,
                                                GDestroyNotify    destroy);
void               roundel_print_operation_set_name (GtkPrintOperation *operation,
                                                     const char        *name);

G_END_DECLS
