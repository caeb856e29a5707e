/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paper/book.h"

G_BEGIN_DECLS

GtkPrintOperation *roundel_print_operation_new (const char       *job,
                                                RoundelBookFunc   add,
                                                gpointer          data,
                                                GDestroyNotify    destroy);

G_END_DECLS
