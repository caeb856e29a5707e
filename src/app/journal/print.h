/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/journal/journal.h"

G_BEGIN_DECLS

GtkPrintOperation *roundel_journal_print_operation_new (RoundelJournal *journal);

G_END_DECLS
