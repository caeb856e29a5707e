/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/desk.h"

G_BEGIN_DECLS

#define ROUNDEL_TYPE_LESSONS_PAGE (roundel_lessons_page_get_type ())
G_DECLARE_FINAL_TYPE (RoundelLessonsPage, roundel_lessons_page, ROUNDEL, LESSONS_PAGE, AdwBin)

GtkWidget *roundel_lessons_page_new (RoundelDesk    *desk,
                                     RoundelJournal *journal,
                                     const char     *program);

G_END_DECLS
