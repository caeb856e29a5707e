/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "content/members-csv.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_IMPORT_PAGE (roundel_import_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelImportPage, roundel_import_page, ROUNDEL, IMPORT_PAGE, AdwBin)

/**
 * RoundelImportFunc:
 * @widget: who asked
 * @csv: who comes in, and what stays out
 * @name: what the list is called
 */
typedef void (*RoundelImportFunc) (GtkWidget               *widget,
                                   const RoundelMembersCsv *csv,
                                   const char              *name);

GtkWidget *roundel_import_page_new    (const char        *text,
                                       gsize              length,
                                       const char        *name,
                                       GtkWidget         *widget,
                                       RoundelImportFunc  done);
void       roundel_import_choose      (GtkWidget         *widget,
                                       RoundelImportFunc  done);
void       roundel_import_paste       (GtkWidget         *widget,
                                       RoundelImportFunc  done);
void       roundel_import_watch_paste (GtkEditable       *entry,
                                       const char        *action);
void       roundel_import_file        (GtkWidget         *widget,
                                       GFile             *file,
                                       RoundelImportFunc  done);

G_END_DECLS
